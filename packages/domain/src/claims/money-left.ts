import type { ClaimStatus } from './claim.ts';

/** A claim, as the count of the money that it gives back sees it; minor units. */
export interface GivingClaim {
  status: ClaimStatus;
  /** What was really paid back, once it was settled: never less than was decided, but it may be more. */
  refundPaid: number | null;
  /** The lines of goods it is about; refund null: nothing is given back, or not yet. */
  lines: readonly { saleLineId: string; refund: number | null }[];
}

/**
 * What can still be given back of each line: what was paid for it, less the refunds of all claims on it that were not
 * withdrawn. What was decided is counted whether it has been paid or not, so that it can always be paid. What a claim on
 * several lines was given beyond its refunds is laid on its lines in their order, on each as much as it has left.
 *
 * @param paid by line: what was paid for it after its share of discounts, less what credit notes took.
 * @param claims in the order in which they were settled.
 */
export function moneyLeft(paid: ReadonlyMap<string, number>, claims: readonly GivingClaim[]): Map<string, number> {
  const left = new Map(paid);
  const give = (id: string, amount: number) => left.set(id, (left.get(id) ?? 0) - amount);
  const counted = claims.filter(({ status }) => status !== 'WITHDRAWN');
  for (const { saleLineId, refund } of counted.flatMap(({ lines }) => lines)) give(saleLineId, refund ?? 0);
  for (const { status, refundPaid, lines } of counted) {
    if (status !== 'SETTLED') continue;
    let beyond = lines.reduce((rest, { refund }) => rest - (refund ?? 0), refundPaid ?? 0);
    for (const { saleLineId } of lines) {
      const part = Math.max(0, Math.min(beyond, left.get(saleLineId) ?? 0));
      give(saleLineId, part);
      beyond -= part;
    }
    // paid when nobody counted: it is gone all the same
    if (beyond > 0 && lines[0]) give(lines[0].saleLineId, beyond);
  }
  return left;
}

/**
 * The most that can be paid back for a claim, the other claims' refunds kept for them. Its own decided refunds are counted
 * like theirs while gifts beyond refunds are laid on lines, or a gift for several lines would fall on what it is owed.
 */
export function mostPaidBack(
  paid: ReadonlyMap<string, number>,
  others: readonly GivingClaim[],
  { lines }: Pick<GivingClaim, 'lines'>,
): number {
  const left = moneyLeft(paid, [...others, { status: 'DECIDED', refundPaid: null, lines }]);
  for (const { saleLineId, refund } of lines) left.set(saleLineId, (left.get(saleLineId) ?? 0) + (refund ?? 0));
  return [...new Set(lines.map(({ saleLineId }) => saleLineId))].reduce(
    (sum, id) => sum + Math.max(0, left.get(id) ?? 0),
    0,
  );
}
