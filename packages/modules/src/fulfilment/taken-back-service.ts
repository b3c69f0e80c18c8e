import { followPlan } from '@perennial/domain/fulfilment/follow';
import type { Pieces } from '@perennial/domain/fulfilment/pieces';
import { planFulfilment } from '@perennial/domain/fulfilment/plan';
import { isOpen } from '@perennial/domain/fulfilment/rules';
import { isWorkedOn, keepsPurchase, workedFor, type TakenBack } from '@perennial/domain/fulfilment/taken-back';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { isRow } from '@perennial/kernel/db/owned';
import { businessFrame } from '@perennial/kernel/write/business';
import { and, eq, sql } from 'drizzle-orm';
import type { BeforeUndo } from '../importing/index.ts';
import { invoiceNumbers, invoicesOfBatch, piecesBroughtBy } from '../sales/index.ts';
import { noteDelivery } from './delivered.ts';
import { creditedPurchases } from './given-back-service.ts';
import { followed, openTasks, writeTask } from './open-service.ts';
import { promisedPurchase, type Purchase } from './plan-service.ts';
import { asOpened, lockTasks, tasksOf, type TaskRow } from './rows.ts';
import { fulfilmentTasks } from './table.ts';

type Served = { purchase: Purchase; goods: TakenBack; tasks: TaskRow[] };

/**
 * Before the goods are removed that an import added to purchases with tasks: open tasks that nobody worked on are cut back
 * to the goods that stay, or taken away where nothing stays. What was there before the import, for goods that were given
 * back, is called off by nobody, as it was then. Work that was done for the goods stands, and the import with it: `hold` is
 * told of it, and nothing is cut back. What credit notes of the import took back is owed again.
 *
 * Of purchases that the import brought as a whole the tasks go with them. Those of a purchase with a task that keeps it
 * stay, and hold the import by themselves, as whatever refers to it does.
 */
export async function takeBackTasks(tx: Orm, { batchId, importedAt, now, hold }: BeforeUndo): Promise<void> {
  const served: Served[] = [];
  for (const { goods, ...purchase } of await servedPurchases(tx, batchId)) {
    await lockTasks(tx, purchase.customerId);
    const tasks = asOpened(await tasksOf(tx, purchase));
    served.push({ purchase: { ...purchase, without: batchId }, goods, tasks });
  }
  const worked = served.flatMap(({ goods, tasks }) => workedFor(tasks, goods));
  if (worked.length > 0) return hold(await asHolding(tx, worked));
  for (const purchase of await broughtPurchases(tx, batchId)) await letGo(tx, purchase);
  const { timezone } = await businessFrame(tx, now);
  for (const each of served) await cutBack(tx, each, { timezone, now, importedAt });
  for (const { customerId, invoiceId } of await creditedPurchases(tx, batchId)) {
    await openTasks(tx, { customerId, invoiceId, without: batchId }, { timezone, now, ownerId: null });
  }
}

async function servedPurchases(tx: Orm, batchId: string): Promise<(Purchase & { goods: TakenBack })[]> {
  type Extended = { customer_id: string; invoice_id: string; brought: Pieces; stays: Pieces };
  const rows = await rowsOf<Extended>(
    tx,
    sql`
    select customer_id, invoice_id, jsonb_object_agg(code, brought) as brought, jsonb_object_agg(code, stays) as stays
    from (${piecesBroughtBy(batchId)}) g
    where exists (
      select 1 from ${fulfilmentTasks} t where t.customer_id = g.customer_id and t.invoice_id = g.invoice_id)
    group by 1, 2 order by 1, 2`,
  );
  return rows.map(({ customer_id: customerId, invoice_id: invoiceId, ...goods }) => ({ customerId, invoiceId, goods }));
}

/** Purchases with tasks that are of the import as a whole. */
async function broughtPurchases(tx: Orm, batchId: string): Promise<Purchase[]> {
  const rows = await rowsOf<{ customer_id: string; id: string }>(
    tx,
    sql`
    select customer_id, id from (${invoicesOfBatch(batchId)}) i
    where exists (select 1 from ${fulfilmentTasks} t where t.customer_id = i.customer_id and t.invoice_id = i.id)
    order by 1, 2`,
  );
  return rows.map(({ customer_id: customerId, id: invoiceId }) => ({ customerId, invoiceId }));
}

async function letGo(tx: Orm, purchase: Purchase): Promise<void> {
  await lockTasks(tx, purchase.customerId);
  if ((await tasksOf(tx, purchase)).some(keepsPurchase)) return;
  const { customerId, invoiceId } = purchase;
  await tx
    .delete(fulfilmentTasks)
    .where(and(eq(fulfilmentTasks.customerId, customerId), eq(fulfilmentTasks.invoiceId, invoiceId)));
}

async function asHolding(tx: Orm, worked: readonly TaskRow[]): Promise<Parameters<BeforeUndo['hold']>[0]> {
  const examples = (await invoiceNumbers(tx, worked)).slice(0, 20);
  return { what: 'fulfilment_tasks', why: 'REFERS', count: worked.length, examples };
}

async function cutBack(
  tx: Orm,
  { purchase, goods, tasks }: Served,
  frame: { timezone: string; now: Date; importedAt: Date },
): Promise<void> {
  const isFor = (task: TaskRow) => isOpen(task) && task.codes.some((code) => Object.hasOwn(goods.brought, code));
  const promised = await promisedPurchase(tx, purchase, frame);
  const { asked, unowed } = followPlan(planFulfilment(promised), tasks);
  for (const { planned, task } of asked) {
    if (!task || !isFor(task)) continue;
    await writeTask(tx, frame, task, followed(task, { ...planned, dueOn: task.dueOn }, [], false));
  }
  for (const task of unowed.filter(isFor)) {
    if (isWorkedOn(task) || task.createdAt <= frame.importedAt)
      await writeTask(tx, frame, task, { status: 'CANCELLED' });
    else await tx.delete(fulfilmentTasks).where(isRow(fulfilmentTasks, task));
  }
  await noteDelivery(tx, purchase, frame);
}
