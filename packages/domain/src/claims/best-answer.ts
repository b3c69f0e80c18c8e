import { REMEDIES, type Decision, type Outcome, type Remedy } from '../policies/decision.ts';
import { canonical } from '../policies/snapshot.ts';

/** What one kind of term says of a claim. */
export interface Answer extends Decision {
  /** The kind of term that decided; null where none speaks of it. */
  termKind: string | null;
  /** Hash of the promise that decided. */
  snapshotHash: string | null;
}

const OUTCOMES: Readonly<Record<Outcome, number>> = { ALLOWED: 0, REFUSED: 1, NOT_COVERED: 2, NO_PURCHASE: 3 };

/** The step by which `remedy` says that goods are replaced because they were repaired in vain often enough. */
const IN_VAIN = 'REMEDY_NO_MORE_REPAIRS';

/**
 * Of several answers to one claim, in which order they are best for the customer; the first decides. Each rule counts
 * only where those before it find no difference:
 *
 * 1. allowed before refused, refused before not spoken of;
 * 2. what the customer asked for before anything else: a promise to repair is not crowded out by one that pays instead,
 *    nor a refund that a person has to look at by a replacement that none has to. A replacement after repairs in vain is
 *    what asking for one more repair comes to;
 * 3. money before goods before work;
 * 4. certain before looked at by a person;
 * 5. without a last day before with one, a later before an earlier;
 * 6. by name, so that it never depends on the order in which promises and terms come.
 *
 * @param wish what the customer asked for; null: nothing in particular.
 * @returns a total order: 0 only for answers that say the very same.
 */
export function bestFirst(wish: Remedy | null): (a: Answer, b: Answer) => number {
  return (a, b) =>
    OUTCOMES[a.outcome] - OUTCOMES[b.outcome] ||
    Number(meets(b, wish)) - Number(meets(a, wish)) ||
    remedyRank(a) - remedyRank(b) ||
    Number(a.review) - Number(b.review) ||
    after(a.deadline ?? FOR_EVER, b.deadline ?? FOR_EVER) ||
    after(nameOf(b), nameOf(a));
}

const FOR_EVER = '9999-12-31';

/** -1 where the first comes later. */
const after = (a: string, b: string): number => (a > b ? -1 : a < b ? 1 : 0);

/** What is done; goods that are given back with no questions asked are paid back. */
const remedyOf = ({ outcome, remedy, termKind }: Answer): Remedy | null =>
  outcome === 'ALLOWED' && remedy === null && termKind === 'returns' ? 'REFUND' : remedy;

function meets(answer: Answer, wish: Remedy | null): boolean {
  if (wish === null) return false;
  return remedyOf(answer) === wish || (wish === 'REPAIR' && answer.trace.some(({ code }) => code === IN_VAIN));
}

function remedyRank(answer: Answer): number {
  const remedy = remedyOf(answer);
  return remedy === null ? REMEDIES.length : REMEDIES.indexOf(remedy);
}

const nameOf = ({ termKind, policyId, termId, ...rest }: Answer): string =>
  `${termKind} ${policyId} ${termId} ${canonical(rest)}`;
