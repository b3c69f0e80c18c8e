import { REMEDIES, type Outcome, type Remedy } from '../policies/decision.ts';
import { DomainError } from '../shared/errors.ts';
import type { ClaimKind } from './claim.ts';
import { takesBack } from './pieces.ts';

/** A line of a claim that a person looks at, as the promise decided it. */
export interface LineInReview {
  code: string;
  outcome: Outcome;
  remedy: Remedy | null;
  review: boolean;
}

/**
 * What a person who looks at a claim can give for all its lines that wait for one: what the promise gives each of them, or
 * better (money before goods before work).
 */
export const remediesInReview = (kind: ClaimKind, lines: readonly LineInReview[]): Remedy[] =>
  REMEDIES.filter((remedy) => lines.every((line) => !isLess(kind, line, remedy)));

/**
 * `REVIEW_GIVES_LESS`, of `remedy`: to allow a claim is to give what was promised at the sale (S1). Whoever would rather
 * have less than that says so themselves, by withdrawing the claim and asking for the other thing.
 *
 * @param remedy what is given instead of what the promise names; undefined: as promised.
 */
export function checkReview(kind: ClaimKind, lines: readonly LineInReview[], remedy: Remedy | undefined): void {
  if (remedy === undefined) return;
  const line = lines.find((each) => isLess(kind, each, remedy));
  if (!line) return;
  const promised = promisedTo(kind, line);
  throw new DomainError(
    'REVIEW_GIVES_LESS',
    `remedy is ${remedy}, but for ${line.code} the promise gives ${promised}; leave it out to give that, or choose a ` +
      `better one. If the customer would rather have ${remedy}, withdraw this claim and open one for it.`,
    { path: ['remedy'], params: { code: line.code, promised, remedy } },
  );
}

/** null: the promise names nothing, so nothing is less. */
const promisedTo = (kind: ClaimKind, { outcome, remedy }: LineInReview): Remedy | null =>
  outcome !== 'ALLOWED' ? null : takesBack({ kind, remedy }) ? 'REFUND' : remedy;

function isLess(kind: ClaimKind, line: LineInReview, remedy: Remedy): boolean {
  const promised = line.review ? promisedTo(kind, line) : null;
  return promised !== null && REMEDIES.indexOf(remedy) > REMEDIES.indexOf(promised);
}
