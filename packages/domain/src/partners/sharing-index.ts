import { customer } from '../customers/customer.ts';
import type { FieldMeta } from '../shared/fields.ts';

export interface CopiedField {
  /** Field of Customer, e.g. `lastPurchaseAt`. */
  field: string;
  /** Its column, of the same name in the customers' table and in the sharing index. */
  column: string;
  meta: FieldMeta;
}

/**
 * Fields of a customer that the sharing index copies: what a partner could filter or sort on. Read off the
 * declaration, so that marking a field `grantable` (or `always`) and `filter` is all there is to do.
 */
export const copiedFields: readonly CopiedField[] = Object.keys(customer.fields)
  .map((field) => ({ field, column: snake(field), meta: customer.meta(field) }))
  .filter(({ meta }) => (meta.filter || meta.sort) && meta.share !== 'never');

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
