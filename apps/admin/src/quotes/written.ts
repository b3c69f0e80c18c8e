import { UNIT_PRICE_SCALE } from '@perennial/domain/shared/money';
import { minorUnits, type Format } from '../format/format.ts';
import { unitsOf } from '../format/units.ts';
import type { Revision } from './quote.ts';
import { lineInWords, listPriceIn, typed, type LineDraft } from './typed.ts';

/** A round of a quote as it is typed. */
export type Written = {
  lines: LineDraft[];
  validUntil: string;
  solution: string;
  note: string;
  /** As typed, in the major unit. */
  discount: string;
};

/** What is stored of a round, as it would be typed. */
export const writtenIn = (revision: Revision): Written => ({
  lines: draftsOf(revision),
  validUntil: revision.validUntil,
  solution: revision.solution,
  note: revision.note,
  discount: typed(revision.discount.amount, minorUnits(revision.currency)),
});

const draftsOf = ({ lines, currency }: Revision): LineDraft[] =>
  lines.nodes.map(({ id, productId, product, code, description, quantity, unitPrice, extras }) => ({
    key: id,
    productId,
    code,
    description,
    quantity: typed(quantity),
    unitPrice: typed(unitPrice, UNIT_PRICE_SCALE),
    listPrice: listPriceIn(currency, product),
    extras: extras ?? [],
  }));

/** What is typed in a field, for people to read. */
export function fieldInWords(field: string, value: unknown, currency: string, format: Format): string {
  if (field === 'lines') return (value as LineDraft[]).map((each) => lineInWords(each, currency, format)).join('\n');
  if (field === 'validUntil') return format.date(value as string);
  const amount = field === 'discount' ? unitsOf(value as string, minorUnits(currency)) : undefined;
  return amount === undefined ? String(value ?? '') || '–' : format.money(amount, currency);
}
