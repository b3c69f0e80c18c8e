import { invoiceOf, type Unfitting } from '@perennial/domain/importing/line';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';
import { customerKeys } from '../customers/index.ts';
import { invoiceKeys } from '../sales/index.ts';

/** What a file takes an invoice for, by its number: `SALE` or `RETURN`. */
export const kindBy = ({ returnPrefix }: Pick<ImportMapping, 'returnPrefix'>, number: SQL): SQL =>
  sql`case when ${returnPrefix}::text <> '' and starts_with(${number}, ${returnPrefix}::text) then 'RETURN' else 'SALE' end`;

/**
 * Invoices on record that no line of a file can belong to: in another currency, or taken for a sale when they are a return
 * or the other way round, which would make a purchase worth less than was bought. A shop that sells in one currency and
 * numbers its returns in one way has none.
 */
export async function unfittingInvoices(orm: Orm, mapping: ImportMapping): Promise<Unfitting> {
  const rows = await rowsOf<{ customer: string; number: string; currency: string; kind: 'SALE' | 'RETURN' }>(
    orm,
    sql`
    select k.number as customer, i.number, i.currency, i.kind
    from (${invoiceKeys()}) i
    join (${customerKeys()}) k on k.customer_id = i.customer_id
    where i.currency <> ${mapping.currency}::text or i.kind <> ${kindBy(mapping, sql`i.number`)}`,
  );
  return new Map(
    rows.map(({ customer, number, currency, kind }) => [
      invoiceOf(customer, number),
      currency === mapping.currency ? { is: kind } : { currency },
    ]),
  );
}
