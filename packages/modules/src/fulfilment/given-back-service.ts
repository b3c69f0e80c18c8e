import { followPlan } from '@perennial/domain/fulfilment/follow';
import { planFulfilment } from '@perennial/domain/fulfilment/plan';
import { isOpen } from '@perennial/domain/fulfilment/rules';
import type { Orm } from '@perennial/kernel/db/database';
import { noteDelivery } from './delivered.ts';
import { followed, writeTask } from './open-service.ts';
import { promisedPurchase, type Purchase } from './plan-service.ts';
import { tasksOf } from './rows.ts';

/**
 * After pieces of goods (`codes`) were given back for good (C4): open tasks for them are cut back to the pieces that are
 * left, by the day promised before, and those for nothing that is left are called off, by nobody. What is done stays done,
 * and nothing is opened. Who calls this has locked the customer's tasks. What a credit note alone takes back, by an import,
 * the tasks follow when they are next opened.
 */
export async function followGivenBack(
  tx: Orm,
  purchase: Purchase,
  codes: ReadonlySet<string>,
  frame: { timezone: string; now: Date },
): Promise<void> {
  const tasks = await tasksOf(tx, purchase);
  const theirs = tasks.filter((task) => isOpen(task) && task.codes.some((code) => codes.has(code)));
  if (theirs.length === 0) return;
  const { asked, unowed } = followPlan(planFulfilment(await promisedPurchase(tx, purchase, frame)), tasks);
  for (const { planned, task } of asked) {
    if (!task || !theirs.includes(task)) continue;
    await writeTask(tx, frame, task, followed(task, { ...planned, dueOn: task.dueOn }, [], false));
  }
  for (const task of unowed) if (theirs.includes(task)) await writeTask(tx, frame, task, { status: 'CANCELLED' });
  await noteDelivery(tx, purchase, frame);
}
