import { undeliveredOf } from '@perennial/domain/fulfilment/undelivered';
import type { Orm } from '@perennial/kernel/db/database';
import { isRow, noSuch, type OwnedRef } from '@perennial/kernel/db/owned';
import { piecesGivenBack } from '../sales/index.ts';
import { deliveriesOf, goodsToCome } from './delivered.ts';
import { tasksOf, type TaskRow } from './rows.ts';
import { fulfilmentTasks } from './table.ts';

/** Codes of the goods of a task that were not delivered yet (`undeliveredOf` of the domain). */
export async function goodsAwaited(orm: Orm, task: TaskRow, { timezone }: { timezone: string }): Promise<string[]> {
  const tasks = await tasksOf(orm, task);
  const gone = await piecesGivenBack(orm, task, timezone);
  return undeliveredOf(task, tasks, await goodsToCome(orm, task, deliveriesOf(tasks), gone));
}

/** As {@link goodsAwaited}, of a task by its id. Errors: `NOT_FOUND`. */
export async function goodsAwaitedBy(
  orm: Orm,
  { customerId = '', id = '' }: OwnedRef,
  frame: { timezone: string },
): Promise<string[]> {
  const [task] = await orm.select().from(fulfilmentTasks).where(isRow(fulfilmentTasks, { customerId, id }));
  if (!task) throw noSuch('task');
  return goodsAwaited(orm, task, frame);
}
