import { isDropped } from '@perennial/domain/fulfilment/rules';
import type { Orm } from '@perennial/kernel/db/database';
import { lockFor } from '@perennial/kernel/db/database';
import { isRow, lockRow, type OwnedRef } from '@perennial/kernel/db/owned';
import type { WriteContext } from '@perennial/kernel/write/context';
import { and, asc, eq } from 'drizzle-orm';
import { fulfilmentTasks } from './table.ts';

export type TaskRow = typeof fulfilmentTasks.$inferSelect;

export type Writing = Pick<WriteContext, 'tx' | 'now' | 'asOf' | 'latestDay' | 'timezone' | 'audit'> & {
  actor: { id: string | null; name: string };
};

/**
 * Locks a customer's tasks to the end of the transaction, those that are not there yet among them: whoever opens or
 * changes some sees what another has opened or changed.
 */
export const lockTasks = (tx: Orm, customerId: string): Promise<void> => lockFor(tx, `fulfilment ${customerId}`);

/** Locked to the end of the transaction. Errors: `NOT_FOUND`. */
export async function lockTask(tx: Orm, ref: OwnedRef): Promise<TaskRow> {
  if (ref.customerId) await lockTasks(tx, ref.customerId);
  return lockRow(tx, fulfilmentTasks, ref, 'task');
}

/** By due day. */
export function tasksOf(orm: Orm, purchase: { customerId: string; invoiceId: string }): Promise<TaskRow[]> {
  return orm
    .select()
    .from(fulfilmentTasks)
    .where(and(eq(fulfilmentTasks.customerId, purchase.customerId), eq(fulfilmentTasks.invoiceId, purchase.invoiceId)))
    .orderBy(asc(fulfilmentTasks.dueOn), asc(fulfilmentTasks.id));
}

/** In the order in which they were opened. */
export const asOpened = (tasks: readonly TaskRow[]): TaskRow[] =>
  tasks.toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt) || (a.id < b.id ? -1 : 1));

/** Those that are promised, in the order in which they were opened. */
export const promisedAsOpened = (tasks: readonly TaskRow[]): TaskRow[] =>
  asOpened(tasks.filter((task) => !isDropped(task)));

/** Writes on a locked task and leaves the trail. */
export async function changeTask(
  ctx: Pick<Writing, 'tx' | 'now' | 'audit'>,
  task: TaskRow,
  change: Partial<typeof fulfilmentTasks.$inferInsert>,
): Promise<void> {
  await ctx.tx
    .update(fulfilmentTasks)
    .set({ ...change, version: task.version + 1, updatedAt: ctx.now })
    .where(isRow(fulfilmentTasks, task));
  const changed = Object.keys(change) as (keyof TaskRow)[];
  ctx.audit({
    subject: `FulfilmentTask_${task.customerId}_${task.id}`,
    before: Object.fromEntries(changed.map((key) => [key, task[key]])),
    after: change,
  });
}
