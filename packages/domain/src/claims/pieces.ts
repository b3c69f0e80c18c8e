import type { Outcome, Remedy } from '../policies/decision.ts';
import type { ClaimKind, ClaimStatus } from './claim.ts';

/** A claim on a line of goods, as the count of its pieces sees it. */
export interface ClaimedPieces {
  kind: ClaimKind;
  status: ClaimStatus;
  outcome: Outcome;
  remedy: Remedy | null;
  quantity: number;
  /** Day of the claim. */
  on: string;
  /** Minor units; null while undecided or where nothing is given back. */
  refund: number | null;
}

/** Pieces that a credit note took back, and its day. */
export interface CreditedPieces {
  quantity: number;
  on: string;
}

export interface PiecesGone {
  /** By credit notes that no claim explains. */
  credited: number;
  /** By claims: given back for good, or decided or looked at now. */
  claimed: number;
  /** Of those claimed, the pieces that are taken away: given back or replaced. They can be served no more. */
  away: number;
  /** Of those claimed, the pieces whose refund is fixed, and the refunds, minor units. */
  refundedPieces: number;
  refunded: number;
}

/** Whether the goods go back with it for good; a repaired or replaced piece stays the customer's. */
export const takesBack = (claim: { kind: ClaimKind; remedy: Remedy | null }): boolean =>
  claim.remedy === 'REFUND' || (claim.kind === 'RETURN' && claim.remedy === null);

/**
 * What a claim does with the pieces it is about, by whichever kind of claim it came: `AWAY`, they are given back or
 * replaced; `REPAIR`, somebody works on them and they stay the customer's; null, they are served (kept up, taught to be
 * used), which leaves them to fail or to be given back meanwhile.
 */
export function workOn(claim: { kind: ClaimKind; remedy: Remedy | null }): 'AWAY' | 'REPAIR' | null {
  const { kind, remedy } = claim;
  if (takesBack(claim) || remedy === 'REPLACE' || (kind === 'REPLACEMENT' && remedy === null)) return 'AWAY';
  return remedy === 'REPAIR' || OF_THE_THING.includes(kind) ? 'REPAIR' : null;
}

/** The kinds of claim that are always about the thing itself. */
const OF_THE_THING: readonly ClaimKind[] = ['RETURN', 'REPAIR', 'REPLACEMENT'];

/**
 * How many pieces of a line can't be claimed (again): those that came back, and those somebody is dealing with now. A
 * claim that takes goods back is followed by a credit note sooner or later; a credit note of its day or after is taken
 * for the same pieces, so that nothing counts twice. Refused and withdrawn claims hold nothing, nor does service.
 */
export function piecesGone(claims: readonly ClaimedPieces[], credits: readonly CreditedPieces[]): PiecesGone {
  const gone: PiecesGone = { credited: 0, claimed: 0, away: 0, refundedPieces: 0, refunded: 0 };
  for (const claim of claims) {
    if (!holds(claim)) continue;
    gone.claimed += claim.quantity;
    if (workOn(claim) === 'AWAY') gone.away += claim.quantity;
    if (!takesBack(claim) || claim.refund === null) continue;
    gone.refundedPieces += claim.quantity;
    gone.refunded += claim.refund;
  }
  const { unexplained } = takenBack(claims, credits);
  return { ...gone, credited: unexplained.reduce((sum, credit) => sum + credit.quantity, 0) };
}

/**
 * The claims on a line that take goods back, each with its pieces that are on no credit note yet and those that are, by
 * credit note; and what is left of the credit notes, which no claim explains.
 */
export function takenBack<Claim extends ClaimedPieces, Credit extends CreditedPieces>(
  claims: readonly Claim[],
  credits: readonly Credit[],
): {
  claims: { claim: Claim; uncredited: number; credited: { credit: Credit; pieces: number }[] }[];
  unexplained: Credit[];
} {
  const byDay = (a: { on: string }, b: { on: string }) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
  const unexplained = credits.map((credit) => ({ ...credit })).sort(byDay);
  const taking = claims.filter((claim) => holds(claim) && takesBack(claim)).sort(byDay);
  const counted = taking.map((claim) => {
    const credited: { credit: Credit; pieces: number }[] = [];
    let uncredited = claim.quantity;
    for (const credit of unexplained) {
      if (credit.on < claim.on) continue;
      const pieces = Math.min(uncredited, credit.quantity);
      if (pieces === 0) continue;
      credit.quantity -= pieces;
      uncredited -= pieces;
      credited.push({ credit, pieces });
    }
    return { claim, uncredited, credited };
  });
  return { claims: counted, unexplained };
}

/**
 * How many pieces of a line a claim cannot have. What is done about the thing itself needs one that nobody deals with;
 * service only one that is still there: a repair does not keep it from being kept up, nor the customer from being taught.
 */
export const piecesNotFor = (claim: { kind: ClaimKind; remedy: Remedy | null }, gone: PiecesGone): number =>
  gone.credited + (workOn(claim) === null ? gone.away : gone.claimed);

function holds(claim: ClaimedPieces): boolean {
  if (claim.status === 'WITHDRAWN' || workOn(claim) === null) return false;
  if (claim.status === 'OPEN') return true;
  if (claim.outcome !== 'ALLOWED') return false;
  return claim.status === 'DECIDED' || takesBack(claim);
}
