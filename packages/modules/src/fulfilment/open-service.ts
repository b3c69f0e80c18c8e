import { planFulfilment, type PlannedTask, type PromisedPurchase } from '@perennial/domain/fulfilment/plan';
import { dayIn } from '@perennial/domain/policies/facts';
import { extrasSold } from '@perennial/domain/policies/snapshot';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { noSuch } from '@perennial/kernel/db/owned';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { and, asc, eq } from 'drizzle-orm';
import { productsById } from '../catalog/index.ts';
import { promisesOf } from '../policies/index.ts';
import { purchaseOf } from '../sales/index.ts';
import { noteDelivery } from './delivered.ts';
import { type TaskRow } from './rows.ts';
import { fulfilmentTasks } from './table.ts';

export interface Purchase {
  customerId: string;
  invoiceId: string;
}

/**
 * The purchase with what it was promised, as the planner reads it; `null` where the invoice is no purchase. What the
 * products bring along is frozen with the promises.
 */
async function promised(
  orm: Orm,
  purchase: Purchase,
  frame: Pick<BusinessFrame, 'timezone'>,
): Promise<(PromisedPurchase & { boughtOn: string }) | null> {
  const sale = await purchaseOf(orm, purchase);
  if (!sale) return null;
  const promises = await promisesOf(orm, purchase);
  const products = await productsById(
    orm,
    sale.goods.flatMap((each) => each.productId ?? []),
  );
  return {
    timeZone: frame.timezone,
    at: sale.at,
    boughtOn: dayIn(frame.timezone, sale.at),
    deliveredOn: sale.deliveredOn,
    goods: sale.goods.map(({ code, description, productId }) => ({
      code,
      name: description,
      extras: extrasSold(promises, code, (productId === null ? undefined : products.get(productId)?.extras) ?? []),
    })),
    promises,
  };
}

/**
 * What a purchase's promises ask for, whether it was opened or not: the maintenance schedule of an entitlement (C18) is
 * there for every purchase ever imported. Errors: `NOT_FOUND` where it is no purchase.
 */
export async function fulfilmentPlan(
  orm: Orm,
  purchase: Purchase,
  frame: Pick<BusinessFrame, 'timezone'>,
): Promise<PlannedTask[]> {
  const known = await promised(orm, purchase, frame);
  if (!known) throw noSuch('purchase', 'invoiceId');
  return planFulfilment(known);
}

/**
 * Opens the tasks that a purchase's promises ask for (C4). Doing it again opens what is missing and touches nothing else.
 *
 * It runs by itself for purchases made here: quotes accepted, sales recorded. Imported history is not turned into work
 * long done; for a purchase of those that is still to be served somebody opens the tasks by hand.
 * @returns number of tasks opened
 */
export async function openTasks(
  tx: Orm,
  purchase: Purchase,
  frame: Pick<BusinessFrame, 'timezone'> & { now: Date; ownerId: string | null },
): Promise<number> {
  const plan = await fulfilmentPlan(tx, purchase, frame);
  if (plan.length === 0) return 0;
  const made = await tx
    .insert(fulfilmentTasks)
    .values(
      plan.map((task) => ({
        ...purchase,
        id: newId(),
        kind: task.kind,
        status: 'OPEN' as const,
        policyVersionId: task.versionId,
        termId: task.termId,
        ordinal: task.ordinal,
        codes: [...task.codes],
        words: task.words,
        dueOn: task.dueOn,
        ownerId: frame.ownerId,
        checklist: task.checklist.map((text) => ({ text, done: false, by: null, at: null })),
        conduct: [...task.conduct],
        parts: [],
        createdAt: frame.now,
        updatedAt: frame.now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: fulfilmentTasks.id, kind: fulfilmentTasks.kind });
  if (made.some(({ kind }) => kind === 'DELIVERY')) await noteDelivery(tx, purchase);
  return made.length;
}

/**
 * After a delivery was done, taken back or called off: the purchase knows its day, and what counts from delivery moves
 * to it, or to the day on which it is expected again. What is done, called off or handed over with the goods stays.
 */
export async function followDelivery(
  tx: Orm,
  purchase: Purchase,
  frame: Pick<BusinessFrame, 'timezone'> & { now: Date },
): Promise<void> {
  await noteDelivery(tx, purchase);
  const plan = await fulfilmentPlan(tx, purchase, frame);
  for (const task of await tasksOf(tx, purchase)) {
    const planned = plan.find((each) => isThe(task, each));
    if (!planned || planned.dueOn === task.dueOn || task.kind === 'DELIVERY') continue;
    if (task.status !== 'OPEN' && task.status !== 'SCHEDULED') continue;
    await tx
      .update(fulfilmentTasks)
      .set({ dueOn: planned.dueOn, version: task.version + 1, updatedAt: frame.now })
      .where(and(eq(fulfilmentTasks.customerId, task.customerId), eq(fulfilmentTasks.id, task.id)));
  }
}

/** Whether a task is the one that was planned so. */
export const isThe = (
  task: Pick<TaskRow, 'kind' | 'policyVersionId' | 'termId' | 'ordinal'>,
  planned: PlannedTask,
): boolean =>
  task.kind === planned.kind &&
  task.policyVersionId === planned.versionId &&
  task.termId === planned.termId &&
  task.ordinal === planned.ordinal;

/** By due day. */
export function tasksOf(orm: Orm, purchase: Purchase) {
  return orm
    .select()
    .from(fulfilmentTasks)
    .where(and(eq(fulfilmentTasks.customerId, purchase.customerId), eq(fulfilmentTasks.invoiceId, purchase.invoiceId)))
    .orderBy(asc(fulfilmentTasks.dueOn), asc(fulfilmentTasks.id));
}
