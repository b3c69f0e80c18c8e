import { followPlan } from '@perennial/domain/fulfilment/follow';
import { planFulfilment } from '@perennial/domain/fulfilment/plan';
import { isOpen } from '@perennial/domain/fulfilment/rules';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import type { JobContext } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { goodsCreditedBy } from '../sales/index.ts';
import { noteDelivery } from './delivered.ts';
import { followed, writeTask } from './open-service.ts';
import { promisedPurchase, type Purchase } from './plan-service.ts';
import { lockTasks, tasksOf } from './rows.ts';
import { fulfilmentTasks } from './table.ts';

/**
 * After pieces of goods (`codes`) were given back for good (C4): open tasks for them are cut back to the pieces that are
 * left, by the day promised before, and those for nothing that is left are called off, by nobody. What is done stays done,
 * and nothing is opened. Who calls this has locked the customer's tasks.
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

/** Once credit notes came by an import: the tasks follow what was given back by them ({@link followGivenBack}). */
export async function followCreditNotes({ db, timezone, now }: JobContext, batchId: string): Promise<void> {
  for (const { codes, ...purchase } of await creditedPurchases(db.orm, batchId)) {
    await db.transaction(async (tx) => {
      await lockTasks(tx, purchase.customerId);
      await followGivenBack(tx, purchase, new Set(codes), { timezone, now });
    });
  }
}

/** Purchases with tasks, and the codes of their goods of which credit notes of an import took pieces back. */
export async function creditedPurchases(orm: Orm, batchId: string): Promise<(Purchase & { codes: string[] })[]> {
  const rows = await rowsOf<{ customer_id: string; invoice_id: string; codes: string[] }>(
    orm,
    sql`
    select customer_id, invoice_id, jsonb_agg(code) as codes from (${goodsCreditedBy(batchId)}) g
    where exists (
      select 1 from ${fulfilmentTasks} t where t.customer_id = g.customer_id and t.invoice_id = g.invoice_id)
    group by 1, 2 order by 1, 2`,
  );
  return rows.map(({ customer_id: customerId, invoice_id: invoiceId, codes }) => ({ customerId, invoiceId, codes }));
}
