/** Tables whose rows have numbers of their own, or belong to products: the rest is named by its customers. */
const NAMED_OTHERWISE = new Set(['invoices', 'claims', 'quotes', 'products', 'quote_lines', 'partner_product_roles']);

/** Whether the examples of what keeps an import from being undone are numbers of customers. */
export const namesCustomers = (table: string): boolean => !NAMED_OTHERWISE.has(table);

/** Stands where the examples belong in the sentence of a dictionary. */
export const PLACE = '\u0000';

/** A sentence before and after its examples, which are more than text. */
export function aroundExamples(sentence: string): [before: string, after: string] {
  const [before = '', ...after] = sentence.split(PLACE);
  return [before, after.join('')];
}
