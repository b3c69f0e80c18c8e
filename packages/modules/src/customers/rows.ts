import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { eq } from 'drizzle-orm';
import { customers } from './table.ts';

/** A reference as handlers receive it; the parts that an entity has no use for are absent. */
export interface Ref {
  customerId?: string | undefined;
  id?: string | undefined;
}

/** The customer's row, locked to the end of the transaction, so that what hangs on it changes one after the other. */
export async function lockCustomer(tx: Orm, ref: Ref): Promise<typeof customers.$inferSelect> {
  const [row] = await tx
    .select()
    .from(customers)
    .where(eq(customers.customerId, ref.customerId ?? ''))
    .for('update');
  if (!row)
    throw new DomainError('NOT_FOUND', 'There is no such customer; it may have been merged or removed.', {
      path: ['id'],
      params: { what: 'customer' },
    });
  return row;
}
