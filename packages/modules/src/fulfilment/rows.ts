import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import type { WriteContext } from '@perennial/kernel/write/context';
import { and, eq, type SQL } from 'drizzle-orm';
import { fulfilmentTasks } from './table.ts';

/** A row of one customer, as an input names it. */
export interface OwnedRef {
  customerId?: string | undefined;
  id?: string | undefined;
}

export interface Ref {
  customerId: string;
  id: string;
}

export type TaskRow = typeof fulfilmentTasks.$inferSelect;

export type Writing = Pick<WriteContext, 'tx' | 'now' | 'asOf' | 'timezone' | 'audit'> & {
  actor: { id: string | null; name: string };
};

export const isTask = (ref: Ref): SQL | undefined =>
  and(eq(fulfilmentTasks.customerId, ref.customerId), eq(fulfilmentTasks.id, ref.id));

/** Locked to the end of the transaction. Errors: `NOT_FOUND`. */
export async function lockTask(tx: Orm, ref: OwnedRef): Promise<TaskRow> {
  const at = { customerId: ref.customerId ?? '', id: ref.id ?? '' };
  const [row] = await tx.select().from(fulfilmentTasks).where(isTask(at)).for('update');
  if (row) return row;
  throw gone('task', 'id');
}

/** Writes on a locked task and leaves the trail. */
export async function changeTask(
  ctx: Writing,
  task: TaskRow,
  change: Partial<typeof fulfilmentTasks.$inferInsert>,
): Promise<void> {
  await ctx.tx
    .update(fulfilmentTasks)
    .set({ ...change, version: task.version + 1, updatedAt: ctx.now })
    .where(isTask(task));
  const changed = Object.keys(change) as (keyof TaskRow)[];
  ctx.audit({
    subject: `FulfilmentTask_${task.customerId}_${task.id}`,
    before: Object.fromEntries(changed.map((key) => [key, task[key]])),
    after: change,
  });
}

export function gone(what: string, field: string): DomainError {
  return new DomainError('NOT_FOUND', `The field "${field}" names no ${what} that exists; it may have been removed.`, {
    path: [field],
    params: { what },
  });
}
