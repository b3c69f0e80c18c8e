/** The price list's code of a discount, as imports know it: it lowers the total and is no revenue from goods. */
export const DISCOUNT_CODE = 'D';

const WORDS = /^Discount of revision (\d+)$/;

/** What an accepted quote's discount is called on the invoice, in the language of the record. */
export const discountDescription = (revision: number): string => `Discount of revision ${revision}`;

/** Whether a discount takes off more than the lines come to; amounts in minor units. */
export const discountTooHigh = (sum: number, discount: number): boolean => discount > Math.max(sum, 0);

/** Whether a line of an invoice takes something off, whoever wrote it: an accepted quote or an import. */
export const isDiscount = (line: { code: string; amount: number }): boolean =>
  line.code === DISCOUNT_CODE && line.amount < 0;

/** The revision whose discount a line is, so that readers get it in their language; null: something else wrote it. */
export function revisionDiscounted(line: { code: string; description: string }): number | null {
  const found = line.code === DISCOUNT_CODE ? WORDS.exec(line.description) : null;
  return found ? Number(found[1]) : null;
}
