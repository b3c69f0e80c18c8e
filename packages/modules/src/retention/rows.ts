import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, type SQL } from 'drizzle-orm';
import { planActions, planResources, retentionPlans, warnings } from './table.ts';

/** A row of one customer, as an input names it. */
export interface OwnedRef {
  customerId?: string | undefined;
  id?: string | undefined;
}

type OwnedTable = typeof warnings | typeof retentionPlans | typeof planActions | typeof planResources;

export function isRow(table: OwnedTable, ref: { customerId: string; id: string }): SQL | undefined {
  return and(eq(table.customerId, ref.customerId), eq(table.id, ref.id));
}

async function lock<T extends OwnedTable>(tx: Orm, table: T, ref: OwnedRef, what: string): Promise<T['$inferSelect']> {
  const { customerId, id } = ref;
  const found =
    customerId && id
      ? await tx
          .select()
          .from(table as typeof warnings)
          .where(isRow(table, { customerId, id }))
          .for('update')
      : [];
  const row = found[0] as T['$inferSelect'] | undefined;
  if (!row)
    throw new DomainError('NOT_FOUND', `There is no such ${what}; it may have been removed.`, {
      path: ['id'],
      params: { what },
    });
  return row;
}

/** Rows locked to the end of the transaction. Errors: `NOT_FOUND`. */
export const lockWarning = (tx: Orm, ref: OwnedRef) => lock(tx, warnings, ref, 'warning');
export const lockPlan = (tx: Orm, ref: OwnedRef) => lock(tx, retentionPlans, ref, 'retention plan');
export const lockAction = (tx: Orm, ref: OwnedRef) => lock(tx, planActions, ref, 'plan action');
export const lockResource = (tx: Orm, ref: OwnedRef) => lock(tx, planResources, ref, 'plan resource');
