import { UNIT_PRICE_SCALE } from '@perennial/domain/shared/money';
import type { Format } from '../format/format.ts';
import { unitsOf } from '../format/units.ts';

/** Pieces: whole ones, at least one. */
export const piecesOf = (typed: string): number | undefined => unitsOf(typed, 1) || undefined;

/** A price of one piece as the API keeps it; null: not said. */
export const unitPriceOf = (typed: string): number | null | undefined =>
  typed.trim() === '' ? null : unitsOf(typed, UNIT_PRICE_SCALE);

/** A stored number as it would be typed. */
export const typed = (units: number | null, scale = 1): string => (units === null ? '' : String(units / scale));

/** A line of an offer or a sale as it is being written. */
export interface LineDraft {
  key: string;
  productId: string;
  code: string;
  description: string;
  /** What stands in the fields, right or not: nobody's number is made another one. */
  quantity: string;
  unitPrice: string;
  /** Price of one piece where none is typed; null: the catalogue has none in this currency. */
  listPrice: number | null;
  extras: readonly string[];
}

/** What one piece of the line costs: as typed, else the list price; undefined: it is to be corrected first. */
export const priceOf = ({ unitPrice, listPrice }: Pick<LineDraft, 'unitPrice' | 'listPrice'>): number | undefined => {
  const price = unitPriceOf(unitPrice);
  return price === null ? (listPrice ?? undefined) : price;
};

/** A line in words, with the price that it will have; a wrong one stands as it was typed. */
export function lineInWords(line: LineDraft, currency: string, format: Pick<Format, 'unitPrice'>): string {
  const price = priceOf(line);
  const said = price === undefined ? line.unitPrice || '–' : format.unitPrice(price, currency);
  return `${line.quantity} × ${line.code} ${line.description} · ${said}`;
}

/** The list price of goods that are offered in a currency. */
export const listPriceIn = (
  currency: string,
  product: { price?: number | null; currency?: string } | null | undefined,
): number | null => (product?.currency === currency ? (product.price ?? null) : null);

/** The line as it can be sent; undefined: a number in it is to be corrected first. */
export function statedLine({ productId, description, quantity, ...priced }: LineDraft) {
  const pieces = piecesOf(quantity);
  // said even where it is the list price: what the screen showed is charged, whatever the catalogue says by then
  const unitPrice = priceOf(priced);
  if (pieces === undefined || unitPrice === undefined) return undefined;
  return { productId, description, quantity: pieces, unitPrice };
}

/** The lines as they can be sent; undefined: one of them cannot yet. */
export function statedLines(lines: readonly LineDraft[]) {
  const stated = lines.map(statedLine);
  return stated.every((line) => line !== undefined) ? stated : undefined;
}
