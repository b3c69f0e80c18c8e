import type { Outcome } from '../policies/decision.ts';
import { delivery } from '../policies/kinds/delivery.ts';
import { isPerhapsWork, type ChargeKind } from '../policies/kinds/charge-kinds.ts';

/** What the price includes already (服務是產品價格的一部分): parts, the work on them, or carriage. */
const INCLUSIONS = ['PARTS', 'LABOUR', 'CARRIAGE'] as const;
export type Inclusion = (typeof INCLUSIONS)[number];

/** What the promises include that decide a claim. */
export interface Included {
  /** ALL: for every line of it; SOME: not for every one, and a charge does not say which it is for. */
  parts: 'ALL' | 'SOME' | 'NONE';
  labour: boolean;
  carriage: boolean;
  /** Per cent off the disclosed price of parts: on every line of it, and on some. */
  partsOff: { everywhere: number; somewhere: number };
}

/** What was decided about one line of a claim; `result` as the kind of term left it. */
export interface DecidedLine {
  outcome: Outcome;
  termKind: string | null;
  result: Readonly<Record<string, unknown>>;
}

/**
 * What an answer includes; one that is not allowed includes nothing. Of several answers the best decides and the others
 * still hold: what they include besides stands in its `result.alsoIncluded`.
 */
export function inclusionsOf({ outcome, termKind, result }: DecidedLine): Inclusion[] {
  if (outcome !== 'ALLOWED') return [];
  const also = Array.isArray(result['alsoIncluded']) ? result['alsoIncluded'] : [];
  const free = result['freeOfCharge'] === true;
  const carriage = termKind === delivery.kind;
  const says: Record<Inclusion, boolean> = {
    PARTS: result['partsIncluded'] === true,
    LABOUR: result['labourIncluded'] === true || (free && !carriage),
    CARRIAGE: free && carriage,
  };
  return INCLUSIONS.filter((each) => says[each] || also.includes(each));
}

/** Per cent off parts (C18) by an answer, or by others that still hold: their best stands in its `result.alsoPartsOff`. */
export function partsOff({ outcome, result }: DecidedLine): number {
  if (outcome !== 'ALLOWED') return 0;
  return Math.max(0, ...[result['partsDiscount'], result['alsoPartsOff']].filter((each) => typeof each === 'number'));
}

/** Reads it off what was stored with the decision. */
export function includedIn(lines: readonly DecidedLine[]): Included {
  const each = lines.map(inclusionsOf);
  const off = lines.map((line, index) => (each[index]!.includes('PARTS') ? null : partsOff(line)));
  const parts = each.filter((included) => included.includes('PARTS')).length;
  return {
    parts: parts === 0 ? 'NONE' : parts === lines.length ? 'ALL' : 'SOME',
    labour: each.some((included) => included.includes('LABOUR')),
    carriage: each.some((included) => included.includes('CARRIAGE')),
    partsOff: {
      // parts that are included cost nothing, so that the others say what is left to pay
      everywhere: lines.length === 0 ? 0 : Math.min(...off.map((percent) => percent ?? 100)),
      somewhere: Math.max(0, ...off.map((percent) => percent ?? 0)),
    },
  };
}

/**
 * What a charge may be for though it is included. A fee may be for the work or the way, and so may a fee for looking at the
 * fault; parts and add-ons say that they are not, but only where they were disclosed as nothing else: `kinds` are those
 * by which the charge is called besides, and a name adds a question and takes none away.
 */
export function perhapsIncluded(
  kinds: readonly ChargeKind[],
  disclosed: readonly ChargeKind[],
  included: Included | undefined,
): Inclusion[] {
  if (!included) return [];
  const named = !disclosed.some(isPerhapsWork);
  return [
    ...(kinds.includes('PART') && included.parts === 'SOME' ? (['PARTS'] as const) : []),
    ...(!named && included.labour ? (['LABOUR'] as const) : []),
    ...(!named && included.carriage ? (['CARRIAGE'] as const) : []),
  ];
}
