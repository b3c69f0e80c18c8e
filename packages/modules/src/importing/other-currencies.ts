import { invoiceOf, type OtherCurrencies } from '@perennial/domain/importing/line';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { customerKeys } from '../customers/index.ts';
import { invoiceKeys } from '../sales/index.ts';

/**
 * Invoices on record that are not in `currency`, by what lines of a file say of them. A shop that sells in one currency
 * has none.
 */
export async function inOtherCurrencies(orm: Orm, currency: string): Promise<OtherCurrencies> {
  const rows = await rowsOf<{ customer: string; number: string; currency: string }>(
    orm,
    sql`
    select k.number as customer, i.number, i.currency
    from (${invoiceKeys()}) i
    join (${customerKeys()}) k on k.customer_id = i.customer_id
    where i.currency <> ${currency}::text`,
  );
  return new Map(rows.map((row) => [invoiceOf(row.customer, row.number), row.currency]));
}
