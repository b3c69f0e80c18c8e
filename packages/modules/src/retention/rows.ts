import type { Orm } from '@perennial/kernel/db/database';
import { lockRow, type OwnedRef } from '@perennial/kernel/db/owned';
import { planActions, planResources, retentionPlans, warnings } from './table.ts';

/** Rows locked to the end of the transaction. Errors: `NOT_FOUND`. */
export const lockWarning = (tx: Orm, ref: OwnedRef) => lockRow(tx, warnings, ref, 'warning');
export const lockPlan = (tx: Orm, ref: OwnedRef) => lockRow(tx, retentionPlans, ref, 'retention plan');
export const lockAction = (tx: Orm, ref: OwnedRef) => lockRow(tx, planActions, ref, 'plan action');
export const lockResource = (tx: Orm, ref: OwnedRef) => lockRow(tx, planResources, ref, 'plan resource');
