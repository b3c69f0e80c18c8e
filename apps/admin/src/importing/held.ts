import type { MovedPurchasesQuery, PurchasesByNumberQuery } from '../gql/graphql.ts';

/** Moves of purchases to another version of a promise: named by the purchases' invoices. */
const MOVES = 'promise_moves';

/** Tables whose rows are invoices, or are named by those that they belong to. */
const BY_INVOICE = ['invoices', 'invoice_lines', 'fulfilment_tasks', 'returns'];

/** Tables whose rows have numbers of their own, or belong to purchases or products: the rest is named by its customers. */
const NAMED_OTHERWISE = new Set([
  ...BY_INVOICE,
  'claims',
  'quotes',
  'products',
  'quote_lines',
  'partner_product_roles',
  MOVES,
]);

/** Whether the examples of what keeps an import from being undone are numbers of customers. */
export const namesCustomers = (table: string): boolean => !NAMED_OTHERWISE.has(table);

/** Whether they are numbers of invoices, whose pages show all that belongs to them, tasks that are done too. */
export const namesPurchases = (table: string): boolean => BY_INVOICE.includes(table);

/** Whether they are numbers of invoices whose promise was moved. */
export const namesMoved = (table: string): boolean => table === MOVES;

type MovedPurchase = MovedPurchasesQuery['invoices']['nodes'][number];

/**
 * Where the promise of each moved purchase is looked at, by the number of its invoice. Two customers' invoices may have
 * the same number: where both were moved, the number alone does not say which is meant.
 */
export function promisePages(purchases: readonly MovedPurchase[]): Map<string, string> {
  const moved = purchases.flatMap(({ number, entitlements }) => {
    const promise = entitlements.nodes.find(({ moves }) => moves.nodes.length > 0);
    return promise ? [{ number, page: `/promises/${encodeURIComponent(promise.id)}` }] : [];
  });
  return ofOneEach(moved);
}

/** The page of each purchase by the number of its invoice, where that is one customer's alone. */
export const purchasePages = (purchases: PurchasesByNumberQuery['invoices']['nodes']): Map<string, string> =>
  ofOneEach(purchases.map(({ number, id }) => ({ number, page: `/invoices/${encodeURIComponent(id)}/show` })));

function ofOneEach(pages: readonly { number: string; page: string }[]): Map<string, string> {
  const alone = pages.filter(({ number }) => pages.filter((each) => each.number === number).length === 1);
  return new Map(alone.map(({ number, page }) => [number, page]));
}

/** Stands where the examples belong in the sentence of a dictionary. */
export const PLACE = '\u0000';

/** A sentence before and after its examples, which are more than text. */
export function aroundExamples(sentence: string): [before: string, after: string] {
  const [before = '', ...after] = sentence.split(PLACE);
  return [before, after.join('')];
}
