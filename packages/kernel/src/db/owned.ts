import { DomainError } from '@perennial/domain/shared/errors';
import { and, eq, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Orm } from './database.ts';

/** A row of one customer, as an input names it; the parts that the entity has no use for are absent. */
export interface OwnedRef {
  customerId?: string | undefined;
  id?: string | undefined;
}

/** A row of one customer. */
export interface RowRef {
  customerId: string;
  id: string;
}

/** A table whose rows belong to customers, see `customerKey`. */
export type OwnedTable = PgTable & { customerId: PgColumn; id: PgColumn };

export const isRow = (table: Pick<OwnedTable, 'customerId' | 'id'>, ref: RowRef): SQL | undefined =>
  and(eq(table.customerId, ref.customerId), eq(table.id, ref.id));

/**
 * The row, locked to the end of the transaction.
 *
 * @param what what it is, in English, for the refusal: `NOT_FOUND`.
 */
export async function lockRow<T extends OwnedTable>(
  tx: Orm,
  table: T,
  { customerId, id }: OwnedRef,
  what: string,
): Promise<T['$inferSelect']> {
  if (!customerId || !id) throw noSuch(what);
  // what every owned table has in common is not enough for the builder's types
  const rows = tx.select().from(table as PgTable);
  const [row] = await rows.where(isRow(table, { customerId, id })).for('update');
  if (!row) throw noSuch(what);
  return row;
}

/** The refusal of a reference that leads nowhere. */
export function noSuch(what: string, field = 'id'): DomainError {
  return new DomainError('NOT_FOUND', `There is no such ${what}; pass an id that the API gave you in "${field}".`, {
    path: [field],
    params: { what },
  });
}
