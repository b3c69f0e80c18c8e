import type { Orm } from '@perennial/kernel/db/database';
import { isRow, lockRow, type OwnedRef } from '@perennial/kernel/db/owned';
import type { WriteContext } from '@perennial/kernel/write/context';
import { fulfilmentTasks } from './table.ts';

export type TaskRow = typeof fulfilmentTasks.$inferSelect;

export type Writing = Pick<WriteContext, 'tx' | 'now' | 'asOf' | 'timezone' | 'audit'> & {
  actor: { id: string | null; name: string };
};

/** Locked to the end of the transaction. Errors: `NOT_FOUND`. */
export const lockTask = (tx: Orm, ref: OwnedRef): Promise<TaskRow> => lockRow(tx, fulfilmentTasks, ref, 'task');

/** Writes on a locked task and leaves the trail. */
export async function changeTask(
  ctx: Writing,
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
