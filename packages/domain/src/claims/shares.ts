import { DomainError } from '../shared/errors.ts';
import { roundHalfEven } from '../shared/money.ts';

/**
 * What `returning` pieces of a line are worth after `alreadyReturned` of its `quantity` have come back: the difference
 * of two rounded running totals, so that the shares of all partial returns sum to the line's `amount` exactly, in
 * whatever portions it comes back. Integer minor units, halves to the even neighbour. `MORE_THAN_BOUGHT` where more
 * would have come back than was bought, `BAD_QUANTITY` for anything but whole pieces.
 */
export function refundShare(amount: number, quantity: number, alreadyReturned: number, returning: number): number {
  checkPieces(quantity, alreadyReturned, returning);
  return runningTotal(amount, quantity, alreadyReturned + returning) - runningTotal(amount, quantity, alreadyReturned);
}

/** What the first `pieces` of a line are worth together. */
export const runningTotal = (amount: number, quantity: number, pieces: number): number =>
  roundHalfEven(BigInt(amount) * BigInt(pieces), BigInt(quantity));

/**
 * What lines of goods cost after a discount on all of them: each bears its share by its amount. The shares are whole
 * minor units that sum to the discount exactly; those cut off most get one more (largest remainder), of equals the
 * first. A discount beyond the goods makes them free, and lines of nothing bear nothing.
 */
export function discounted(amounts: readonly number[], discount: number): number[] {
  const goods = amounts.map((amount) => BigInt(Math.max(0, amount)));
  const total = goods.reduce((sum, amount) => sum + amount, 0n);
  if (total === 0n || discount <= 0) return [...amounts];
  const off = BigInt(discount) < total ? BigInt(discount) : total;
  const shares = goods.map((amount, index) => ({
    index,
    share: Number((off * amount) / total),
    cut: (off * amount) % total,
  }));
  const left = Number(off) - shares.reduce((sum, { share }) => sum + share, 0);
  const first = [...shares].sort((a, b) => (a.cut > b.cut ? -1 : a.cut < b.cut ? 1 : a.index - b.index));
  for (const each of first.slice(0, left)) each.share += 1;
  return amounts.map((amount, index) => amount - shares[index]!.share);
}

/** What has been given back for a line so far. */
export interface GivenBack {
  /** Pieces that credit notes of the business took back; their money is the credit notes' own affair. */
  credited: number;
  /** Pieces and money of the claims on it. */
  claimed: number;
  refunded: number;
}

/**
 * The refund of `returning` more pieces. Counted from what the claims before were really given, so that a claim which
 * is withdrawn in between leaves no penny too much or too little: the refunds of a line's claims sum to the worth of
 * their pieces exactly.
 */
export function refundOf(amount: number, quantity: number, before: GivenBack, returning: number): number {
  const gone = before.credited + before.claimed;
  checkPieces(quantity, gone, returning);
  const worth = runningTotal(amount, quantity, gone + returning) - runningTotal(amount, quantity, before.credited);
  // pieces worth less than a minor unit: what was rounded up for some is made up for by the next ones
  return Math.max(0, worth - before.refunded);
}

function checkPieces(quantity: number, gone: number, returning: number): void {
  if (![quantity, gone, returning].every(Number.isSafeInteger) || quantity < 1 || gone < 0 || returning < 1) {
    throw new DomainError('BAD_QUANTITY', `quantity is ${returning}; it takes a whole number of pieces, 1 or more.`, {
      path: ['quantity'],
      params: { quantity: returning },
    });
  }
  if (gone + returning > quantity) throw moreThanBought(quantity, gone, returning, ['quantity']);
}

/**
 * `MORE_THAN_BOUGHT`: the remedy is in the number of pieces that are left. A piece that is claimed and in a credit note of
 * an earlier day is counted in both; no more came back than was bought all the same.
 */
export function moreThanBought(bought: number, counted: number, wanted: number, path: string[]): DomainError {
  const gone = Math.min(bought, counted);
  const left = bought - gone;
  return new DomainError(
    'MORE_THAN_BOUGHT',
    `quantity is ${wanted}, but of ${bought} bought ${gone} came back or are being claimed already; claim at most ${left}.`,
    { path, params: { bought, gone, wanted, left } },
  );
}
