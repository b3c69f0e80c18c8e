import { z } from 'zod';
import { FAULTS, OUTCOMES, SET_ASIDE, type Importable, type Outcome, type ReadLine } from './line.ts';

const n = z.int().min(0);

/** What became of a file, line by line. The outcomes add up to `lines`. */
export const lineCounts = z.object({
  /** Records in the file, its header not counted. */
  lines: n,
  outcomes: z.object({
    ...(Object.fromEntries(OUTCOMES.map((o) => [o, n])) as Record<Outcome, typeof n>),
    // counts kept from before these were told apart do not know them
    NO_PIECES: n.default(0),
    OTHER_CURRENCY: n.default(0),
    SALE_ON_RECORD: n.default(0),
    RETURN_ON_RECORD: n.default(0),
    DIFFERS: n.default(0),
    THERE: n.default(0),
  }),
  /** Of the unreadable ones, what was wrong. */
  faults: z.object(Object.fromEntries(FAULTS.map((o) => [o, n])) as Record<(typeof FAULTS)[number], typeof n>),
  /** Lines that repeat an earlier line of the file letter for letter; of these, so many were set aside. */
  repeated: n,
  repeatedSetAside: n,
  /** Importable lines whose amount had to be rounded to minor units. */
  rounded: n,
  /** Importable lines dated after the latest day of the business; counts from before these were told have none. */
  afterToday: n.default(0),
});

export type LineCounts = z.infer<typeof lineCounts>;

/** What an import did to the data. `added + alreadyThere` are the importable lines. */
export const importCounts = z.object({
  ...lineCounts.shape,
  added: n,
  /** Lines known from an earlier import by invoice, code and ordinal. They were left as they are. */
  alreadyThere: n,
  /** Of these, so many say something else now than what is stored; they can be downloaded with the lines set aside. */
  differing: n,
  customers: n,
  /** Customers whose lines name more than one country: the latest invoice decides. */
  customersInTwoCountries: n,
  products: n,
  invoices: n,
  /** Return lines: with a purchase for every piece, for some, for none (NO_PURCHASE). */
  returnsMatched: n,
  returnsPartlyMatched: n,
  returnsWithoutPurchase: n,
  /** Return lines known from an earlier import; not on counts from before these lines had an outcome of their own. */
  returnsThere: n.optional(),
});

export type ImportCounts = z.infer<typeof importCounts>;

/** `object` from names to zeros. */
function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((k) => [k, 0])) as Record<K, number>;
}

export function emptyLineCounts(): LineCounts {
  return {
    lines: 0,
    outcomes: zeros(OUTCOMES),
    faults: zeros(FAULTS),
    repeated: 0,
    repeatedSetAside: 0,
    rounded: 0,
    afterToday: 0,
  };
}

/**
 * Adds one line to the counts, in place: half a million lines are counted one by one.
 * @param tomorrow from when on a line is dated after today, milliseconds since 1970
 */
export function countLine(counts: LineCounts, read: ReadLine, tomorrow = Infinity): void {
  counts.lines += 1;
  counts.outcomes[read.outcome] += 1;
  if (read.repeated) counts.repeated += 1;
  if ('line' in read) {
    if (read.line.rounded) counts.rounded += 1;
    if (read.line.at >= tomorrow) counts.afterToday += 1;
    return;
  }
  if (read.repeated) counts.repeatedSetAside += 1;
  if (read.fault) counts.faults[read.fault] += 1;
}

/**
 * Moves `lines` of one kind from what they are by themselves to what the record makes of them, in place: THERE or
 * DIFFERS. The sum of all parts stays.
 */
export function countKnown(counts: LineCounts, kind: Importable, known: 'THERE' | 'DIFFERS', lines = 1): void {
  counts.outcomes[kind] -= lines;
  counts.outcomes[known] += lines;
}

/** Lines that were set aside: not imported, and not there as the file says them. */
export function setAside(counts: LineCounts): number {
  return SET_ASIDE.reduce((sum, outcome) => sum + counts.outcomes[outcome], 0);
}

/** Lines that were added, or would be: the importable ones that are not on record. */
export function imported(counts: LineCounts): number {
  return counts.lines - setAside(counts) - counts.outcomes.THERE;
}

/** Return lines that an earlier import brought. */
export function returnsAlreadyThere(counts: ImportCounts): number {
  if (counts.returnsThere !== undefined) return counts.returnsThere;
  const added = counts.returnsMatched + counts.returnsPartlyMatched + counts.returnsWithoutPurchase;
  return Math.max(0, counts.outcomes.RETURN - added);
}

/** Sum of all outcomes; equal to `lines`, or something is wrong. */
export function sumOfParts(counts: LineCounts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts.outcomes[outcome], 0);
}
