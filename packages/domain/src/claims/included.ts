import type { Outcome } from '../policies/decision.ts';
import { delivery } from '../policies/kinds/delivery.ts';
import { isPerhapsWork, type ChargeKind } from '../policies/kinds/charge-kinds.ts';

/** What the price includes already (服務是產品價格的一部分): parts, the work on them, or carriage. */
export type Inclusion = 'PARTS' | 'LABOUR' | 'CARRIAGE';

/** What the promises include that decide a claim. */
export interface Included {
  /** ALL: for every line of it; SOME: not for every one, and a charge does not say which it is for. */
  parts: 'ALL' | 'SOME' | 'NONE';
  labour: boolean;
  carriage: boolean;
}

/** What was decided about one line of a claim; `result` as the kind of term left it. */
export interface DecidedLine {
  outcome: Outcome;
  termKind: string | null;
  result: Readonly<Record<string, unknown>>;
}

/** Reads it off what was stored with the decision; a line that is not allowed includes nothing. */
export function includedIn(lines: readonly DecidedLine[]): Included {
  const allowed = lines.filter(({ outcome }) => outcome === 'ALLOWED');
  const parts = allowed.filter(({ result }) => result['partsIncluded'] === true).length;
  const free = allowed.filter(({ result }) => result['freeOfCharge'] === true);
  const isCarriage = ({ termKind }: DecidedLine) => termKind === delivery.kind;
  return {
    parts: parts === 0 ? 'NONE' : parts === lines.length ? 'ALL' : 'SOME',
    labour: allowed.some(({ result }) => result['labourIncluded'] === true) || free.some((line) => !isCarriage(line)),
    carriage: free.some(isCarriage),
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
