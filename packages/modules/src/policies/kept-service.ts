import type { Orm } from '@perennial/kernel/db/database';
import { and, eq } from 'drizzle-orm';
import { notFound } from './rows.ts';
import { promisesOf, type Promised } from './snapshot-service.ts';
import { entitlements } from './table.ts';

/** One promise of a purchase, checked against its hashes. Errors: `NOT_FOUND`, `SNAPSHOT_ALTERED`. */
export async function keptPromise(orm: Orm, ref: { customerId: string; id: string }): Promise<Promised> {
  const [held] = await orm
    .select({ customerId: entitlements.customerId, invoiceId: entitlements.invoiceId })
    .from(entitlements)
    .where(and(eq(entitlements.customerId, ref.customerId), eq(entitlements.id, ref.id)));
  const kept = held && (await promisesOf(orm, held)).find(({ entitlementId }) => entitlementId === ref.id);
  if (!kept) throw notFound('Entitlement');
  return kept;
}
