import { discounted } from './shares.ts';

/** A line of an invoice in one currency; `amount` in minor units, 0 or more: what goods cost, or what was let off. */
export interface SoldLine {
  what: 'GOODS' | 'DISCOUNT';
  amount: number;
  /** What added it to the invoice afterwards; null: it was sold in the first place. */
  addedBy: string | null;
}

/**
 * What was paid for each line of goods: what it cost less its share of the discount it was sold with. Goods that are
 * added to a purchase afterwards take no part of what was let off before, or less would be given back than was paid for
 * them, and more for the others, depending on which comes back first. A discount that is added without goods is on all
 * that the purchase held by then.
 *
 * @param lines in the order in which they came onto the invoice.
 * @returns one entry per line of goods, in order.
 */
export function paidFor<Line extends SoldLine>(lines: readonly Line[]): { line: Line; paid: number }[] {
  const goods = lines.flatMap((line, place) => (line.what === 'GOODS' ? { line, place, paid: line.amount } : []));
  const discounts = new Map<string | null, { off: number; place: number }>();
  lines.forEach(({ what, amount, addedBy }, place) => {
    if (what !== 'DISCOUNT') return;
    const known = discounts.get(addedBy) ?? { off: 0, place };
    discounts.set(addedBy, { ...known, off: known.off + amount });
  });
  const share = (some: typeof goods, off: number) => {
    const paid = discounted(
      some.map((each) => each.paid),
      off,
    );
    some.forEach((each, index) => {
      each.paid = paid[index]!;
    });
  };
  const alone: { off: number; place: number }[] = [];
  for (const [addedBy, discount] of discounts) {
    const soldWith = goods.filter(({ line }) => line.addedBy === addedBy);
    if (soldWith.length > 0) share(soldWith, discount.off);
    else if (addedBy !== null) alone.push(discount);
  }
  // what it is shared by is what the goods cost after their own discounts, so these go first
  for (const { off, place } of alone) {
    share(
      goods.filter((each) => each.place < place),
      off,
    );
  }
  return goods.map(({ line, paid }) => ({ line, paid }));
}
