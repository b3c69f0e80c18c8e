import { addedOnOf, dueOf } from '@perennial/domain/fulfilment/added';
import { deliveredBy, expectedBy, waitedFor, type DueDelivery } from '@perennial/domain/fulfilment/deliveries';
import { followPlan, mayFollow, type Asked } from '@perennial/domain/fulfilment/follow';
import { piecesIn } from '@perennial/domain/fulfilment/pieces';
import { planFulfilment, type PromisedPurchase } from '@perennial/domain/fulfilment/plan';
import { FULFILMENT_KINDS, type FulfilmentKind } from '@perennial/domain/fulfilment/task';
import { extrasSold } from '@perennial/domain/policies/snapshot';
import { deliveryOf } from '@perennial/domain/sales/delivered';
import type { Orm } from '@perennial/kernel/db/database';
import { noSuch } from '@perennial/kernel/db/owned';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { productsById } from '../catalog/index.ts';
import { promisesOf } from '../policies/index.ts';
import { piecesGivenBack, purchaseOf, type PurchaseRef } from '../sales/index.ts';
import { deliveriesOf, goodsToCome } from './delivered.ts';
import { tasksOf, type TaskRow } from './rows.ts';

export type Purchase = PurchaseRef;

/**
 * The purchase with what it was promised, as the planner reads it, whether tasks were opened for it or not: the maintenance
 * schedule of an entitlement (C18) is there for every purchase ever imported. What the products bring along is frozen with
 * the promises; what was given back for good is told (`piecesGivenBack`), and asked for no more. Errors: `NOT_FOUND` where
 * it is no purchase.
 *
 * @param deliveries as they will be, in the order in which they are opened; left out, as they are.
 */
export async function promisedPurchase(
  orm: Orm,
  purchase: Purchase,
  frame: Pick<BusinessFrame, 'timezone'>,
  deliveries?: readonly DueDelivery[],
): Promise<PromisedPurchase & { imported: boolean }> {
  const sale = await purchaseOf(orm, purchase);
  if (!sale) throw noSuch('purchase', 'invoiceId');
  const promises = await promisesOf(orm, purchase);
  const products = await productsById(
    orm,
    sale.goods.flatMap((each) => each.productId ?? []),
  );
  const gone = await piecesGivenBack(orm, purchase, frame.timezone);
  const all = deliveries ?? deliveriesOf(await tasksOf(orm, purchase));
  const lines = await goodsToCome(orm, purchase, all, gone);
  const [expected, waited] = [expectedBy(all, lines), waitedFor(all, lines)];
  const delivered = deliveries && deliveredBy(deliveries, lines);
  const dayOf = (line: (typeof sale.goods)[number]) =>
    delivered ? deliveryOf(delivered, line.code, line.lineId) : line.deliveredOn;
  return {
    timeZone: frame.timezone,
    at: sale.at,
    imported: sale.imported,
    goods: sale.goods.map((line) => ({
      code: line.code,
      name: line.description,
      quantity: line.quantity,
      gone: gone(line.lineId),
      deliveredOn: dayOf(line),
      expectedOn: expected.get(line.lineId) ?? null,
      dayless: dayOf(line) === null && !waited.has(line.lineId),
      extras: extrasSold(promises, line.code, products.get(line.productId ?? '')?.extras ?? []),
    })),
    promises,
  };
}

/**
 * What a purchase's promises ask for beside the tasks that there are, and by when: of what is missing the day that it has
 * once it is opened on `today`. As opening does it, the deliveries come first, and what counts from delivery counts from
 * them.
 */
export async function askedFor(
  orm: Orm,
  purchase: Purchase,
  frame: Pick<BusinessFrame, 'timezone'> & { asOf: string },
): Promise<(Asked<TaskRow> & { dueOn: string })[]> {
  const tasks = await tasksOf(orm, purchase);
  const today = tasks.length > 0 ? frame.asOf : null;
  const known = await promisedPurchase(orm, purchase, frame);
  const [deliveries, others] = apart(tasks);
  const carried = followPlan(apart(planFulfilment(known))[0], deliveries);
  const opened = new Map<TaskRow | object, DueDelivery>(
    deliveriesOf(deliveries)
      .filter((task) => !carried.unowed.includes(task))
      .map((task) => [task, task]),
  );
  for (const { planned, task } of carried.wanted) {
    if (task && !mayFollow(task)) continue;
    const { codes, lots } = planned;
    const addedOn = addedOnOf(task, planned, today);
    const open = { status: 'OPEN', completedOn: null, addedOn, dueOn: dueOf(planned, addedOn, known) } as const;
    opened.set(task ?? planned, {
      ...(opened.get(task ?? planned) ?? open),
      codes: [...codes],
      pieces: piecesIn(lots),
    });
  }
  const then = await promisedPurchase(orm, purchase, frame, [...opened.values()]);
  const rest = followPlan(apart(planFulfilment(then))[1], others);
  const days = (asked: readonly Asked<TaskRow>[], promised: PromisedPurchase) =>
    asked.map((each) => {
      const addedOn = addedOnOf(each.task, each.planned, today);
      return { ...each, dueOn: dueOf(each.planned, addedOn, promised) };
    });
  const all = [...days(carried.asked, known), ...days(rest.asked, then)];
  return all.sort((a, b) => FULFILMENT_KINDS.indexOf(a.planned.kind) - FULFILMENT_KINDS.indexOf(b.planned.kind));
}

/** Deliveries, and what may count from them. */
const apart = <T extends { kind: FulfilmentKind }>(each: readonly T[]): [deliveries: T[], others: T[]] => [
  each.filter(({ kind }) => kind === 'DELIVERY'),
  each.filter(({ kind }) => kind !== 'DELIVERY'),
];
