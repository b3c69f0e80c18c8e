import type { CalendarData } from '../calendars/calendar.ts';
import type { Period } from '../shared/period.ts';
import type { VersionTerms } from './decide.ts';
import type { Complexity, Facts, PurchaseFacts } from './facts.ts';
import type { Phrases } from './phrases.ts';
import { readTerms, type Term } from './terms.ts';
import type { TermKind } from './kinds/kind.ts';

/**
 * What a purchase was promised, frozen (S1): the words, the hours they count by, the money they are in. Many purchases
 * share one snapshot; its identity is the SHA-256 of {@link canonical}.
 */
export interface PromiseSnapshot {
  format: 1;
  policyId: string;
  policy: string;
  versionId: string;
  number: number;
  period: Period;
  currency: string;
  timeZone: string;
  terms: readonly Term[];
  /** How the texts of the terms and the policy's name are said in other languages; left out where nothing is worded. */
  phrases?: Phrases;
  calendar: CalendarData | null;
}

/** What was true of the customer and the goods at the sale, and so decides later which term speaks of them. */
export interface FrozenFacts {
  region: string | null;
  segment: string | null;
  tenureMonths: number | null;
  /**
   * Worth of the whole purchase, minor units of the business's currency; null: it was sold in another one. What was
   * frozen before that was told apart holds the number on the invoice whatever its currency, and stands.
   */
  value: number | null;
  /** Goods that are not plain, by product code; plain is a product without category and of complexity LOW. */
  goods: Readonly<Record<string, { category: string | null; complexity: Complexity | null }>>;
  /**
   * What the goods bring along at no extra price (C20), by product code; goods that bring nothing along are left out.
   * Missing altogether where the promise was frozen before extras were.
   */
  extras?: Readonly<Record<string, readonly string[]>>;
  /** Later imports whose additions to the purchase are among its goods and its worth; missing: there are none. */
  extendedBy?: readonly string[];
  /** Of before: those of them whose additions are left out of `value`; missing: none. */
  uncounted?: readonly string[];
  /**
   * Worth by which goods are judged in place of `value`, by product code: that of the whole purchase before an import,
   * where they would be promised less by what it is worth since; missing: there are none.
   */
  worths?: Readonly<Record<string, number>>;
}

/**
 * What a product of a purchase brings along (C20): as it was at the sale, whatever became of the product since; as it is
 * `today` where nothing of the sale says so.
 */
export function extrasSold(
  promises: readonly { facts: FrozenFacts }[],
  code: string,
  today: readonly string[],
): readonly string[] {
  const frozen = promises.find(({ facts }) => facts.extras !== undefined)?.facts.extras;
  if (frozen === undefined) return today;
  return ownOf(frozen, code) ?? [];
}

/** JSON with keys in order, so that equal contents have equal text, and a hash of it says what they are. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}

/** The snapshot as the engine reads it. */
export function versionOf(snapshot: PromiseSnapshot, kinds?: readonly TermKind[]): VersionTerms {
  return {
    id: snapshot.versionId,
    policyId: snapshot.policyId,
    policy: snapshot.policy,
    number: snapshot.number,
    period: snapshot.period,
    terms: readTerms(snapshot.terms, kinds),
    currency: snapshot.currency,
    ...(snapshot.phrases && { phrases: snapshot.phrases }),
    calendar: snapshot.calendar,
    held: true,
  };
}

/** What is said of a product; its code may be a name that every object knows. */
const ownOf = <T>(record: Readonly<Record<string, T>> | undefined, code: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, code) ? record[code] : undefined;

/** By which worth goods of a purchase are judged, minor units; null: it is not known. */
export const worthOfGoods = (frozen: FrozenFacts, code: string): number | null =>
  ownOf(frozen.worths, code) ?? frozen.value;

/** The facts of a claim on one line of a purchase, from what was frozen at the sale. */
export function factsFrom(
  frozen: FrozenFacts,
  timeZone: string,
  line: Pick<PurchaseFacts, 'at' | 'code' | 'deliveredOn'>,
  claim: Facts['claim'],
  history: Facts['customer']['history'] = null,
): Facts {
  const known = ownOf(frozen.goods, line.code);
  return {
    timeZone,
    customer: { region: frozen.region, segment: frozen.segment, tenureMonths: frozen.tenureMonths, history },
    purchase: {
      ...line,
      category: known?.category ?? null,
      complexity: known === undefined ? 'LOW' : known.complexity,
      value: worthOfGoods(frozen, line.code),
    },
    claim,
  };
}
