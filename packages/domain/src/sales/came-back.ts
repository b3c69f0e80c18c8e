import { byDay } from '../shared/period.ts';

/** Pieces of a line of goods that a claim, or a credit note, takes back, and its day. */
export interface PiecesBack {
  quantity: number;
  on: string;
}

/**
 * Claims that take goods of a line back, each with its pieces that are on no credit note yet and with those that are, and
 * what is left of the credit notes, which no claim explains. Such a claim is followed by a credit note sooner or later: one
 * of its day or after is taken for the same pieces, so that nothing counts twice.
 */
export function credited<Claim extends PiecesBack, Credit extends PiecesBack>(
  claims: readonly Claim[],
  credits: readonly Credit[],
): {
  claims: { claim: Claim; uncredited: number; credited: { credit: Credit; pieces: number }[] }[];
  unexplained: Credit[];
} {
  const unexplained = credits.map((credit) => ({ ...credit })).sort(byDay);
  const counted = claims.toSorted(byDay).map((claim) => {
    const taken: { credit: Credit; pieces: number }[] = [];
    let uncredited = claim.quantity;
    for (const credit of unexplained) {
      if (credit.on < claim.on) continue;
      const pieces = Math.min(uncredited, credit.quantity);
      if (pieces === 0) continue;
      credit.quantity -= pieces;
      uncredited -= pieces;
      taken.push({ credit, pieces });
    }
    return { claim, uncredited, credited: taken };
  });
  return { claims: counted, unexplained };
}

/** How many pieces of a line came back: by claims, and by credit notes that none of those explains. */
export function cameBack(claims: readonly PiecesBack[], credits: readonly PiecesBack[]): number {
  const { unexplained } = credited(claims, credits);
  return [...claims, ...unexplained].reduce((sum, { quantity }) => sum + quantity, 0);
}
