import { addedOnOf, dueOf, formerlyOf } from '@perennial/domain/fulfilment/added';
import { doneBeside, followChecklist, followPlan, givenWay, mayFollow } from '@perennial/domain/fulfilment/follow';
import { isOwedNoMore } from '@perennial/domain/fulfilment/given-back';
import { planFulfilment, type PlannedTask, type PromisedPurchase } from '@perennial/domain/fulfilment/plan';
import { piecesIn, piecesOf } from '@perennial/domain/fulfilment/pieces';
import { isDropped, isOpen } from '@perennial/domain/fulfilment/rules';
import type { FulfilmentKind } from '@perennial/domain/fulfilment/task';
import { canonical } from '@perennial/domain/policies/snapshot';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { isRow } from '@perennial/kernel/db/owned';
import { businessFrame } from '@perennial/kernel/write/business';
import type { BusinessFrame, WriteContext } from '@perennial/kernel/write/context';
import { noteDelivery } from './delivered.ts';
import { promisedPurchase, type Purchase } from './plan-service.ts';
import { lockTasks, tasksOf, type TaskRow } from './rows.ts';
import { fulfilmentTasks } from './table.ts';

type Frame = Pick<BusinessFrame, 'timezone'> & { now: Date };

interface Opening extends Frame {
  /** Who looks after what is opened, where nobody looks after the purchase's tasks yet. */
  ownerId: string | null;
  /** The customer consented to what is promised now, also where it is later. */
  consented: boolean;
}

/**
 * Opens the tasks that a purchase's promises ask for (C4). Doing it again opens what is missing; what was opened follows
 * the promise that is held now, as after a move ({@link followMove}).
 *
 * It runs by itself for purchases made here: quotes accepted, sales recorded. Imported history is not turned into work
 * long done; for a purchase of those that is still to be served somebody opens the tasks by hand.
 * @returns number of tasks opened
 */
export async function openTasks(
  tx: Orm,
  purchase: Purchase,
  frame: Frame & { ownerId: string | null },
): Promise<number> {
  await lockTasks(tx, purchase.customerId);
  return bringUpToDate(tx, purchase, { ...frame, consented: false });
}

/** By hand, for an imported purchase: the other areas are told of the tasks that are new (`fulfilment.opened`). */
export async function openByHand(ctx: WriteContext, purchase: Purchase): Promise<number> {
  const { tx, timezone, now, actor, asOf, latestDay } = ctx;
  await lockTasks(tx, purchase.customerId);
  const there = new Set((await tasksOf(tx, purchase)).map(({ id }) => id));
  const opened = await openTasks(tx, purchase, { timezone, now, ownerId: actor.id });
  const taskIds = (await tasksOf(tx, purchase)).flatMap(({ id }) => (there.has(id) ? [] : [id]));
  await ctx.hook('fulfilment.opened', { ...purchase, taskIds, asOf, latestDay, now });
  ctx.audit({ subject: `Invoice_${purchase.customerId}_${purchase.invoiceId}`, after: { opened } });
  return opened;
}

/**
 * After a purchase was moved to another version of a policy: what is open follows what it holds now, what that adds is
 * opened, and what it no longer asks for is called off. What is done stays done. An imported purchase that nobody serves
 * here stays so.
 */
export async function followMove(tx: Orm, purchase: Purchase, frame: Opening): Promise<void> {
  await lockTasks(tx, purchase.customerId);
  await bringUpToDate(tx, purchase, frame, ({ imported }, tasks) => !imported || tasks.length > 0);
}

async function bringUpToDate(
  tx: Orm,
  purchase: Purchase,
  frame: Opening,
  served: (known: { imported: boolean }, tasks: readonly TaskRow[]) => boolean = () => true,
): Promise<number> {
  const known = await promisedPurchase(tx, purchase, frame);
  const tasks = await tasksOf(tx, purchase);
  if (!served(known, tasks)) return 0;
  const ownerId = tasks[0] ? tasks[0].ownerId : frame.ownerId;
  const { asOf: today } = await businessFrame(tx, frame.now);
  const more = { ...frame, ownerId, addedOn: tasks.length > 0 ? today : null };
  const bring = (promised: PromisedPurchase, which: (each: { kind: FulfilmentKind }) => boolean) =>
    follow(tx, purchase, { ...more, promised }, planFulfilment(promised).filter(which), tasks.filter(which));
  // the deliveries first: what counts from delivery counts from the days that follow from them
  const deliveries = await bring(known, ({ kind }) => kind === 'DELIVERY');
  await noteDelivery(tx, purchase, frame);
  const others = await bring(await promisedPurchase(tx, purchase, frame), ({ kind }) => kind !== 'DELIVERY');
  return deliveries + others;
}

interface Following extends Opening {
  promised: PromisedPurchase;
  /** The business's day, where what is opened now is beside what was opened before; null: it is the first. */
  addedOn: string | null;
}

/**
 * Makes the tasks what is planned.
 * @returns number of those that are new, are open again or take further goods along
 */
async function follow(
  tx: Orm,
  purchase: Purchase,
  frame: Following,
  plan: readonly PlannedTask[],
  tasks: readonly TaskRow[],
): Promise<number> {
  const { wanted, unowed } = followPlan(plan, tasks);
  for (const task of unowed) await writeTask(tx, frame, task, { status: 'CANCELLED' });
  let opened = 0;
  const missing: PlannedTask[] = [];
  for (const { planned, task } of wanted) {
    if (task && !mayFollow(task)) continue;
    const again = task !== null && isDropped(task);
    if (!task) missing.push(planned);
    else {
      const addedOn = addedOnOf(task, planned, frame.addedOn);
      const dueOn = dueOf(planned, addedOn, frame.promised);
      const later = again || frame.consented;
      const now = followed(task, { ...planned, dueOn }, givenWay(task, unowed), later);
      await writeTask(tx, frame, task, { ...now, addedOn, formerly: formerlyOf(task, addedOn) });
    }
    if (!task || again || takesAlong(task, planned)) opened += 1;
  }
  if (missing.length > 0) await insert(tx, purchase, frame, missing);
  return opened;
}

const takesAlong = (task: TaskRow, { lots }: PlannedTask): boolean =>
  Object.entries(piecesIn(lots)).some(([code, pieces]) => pieces > piecesOf(task, code));

/**
 * @param beside tasks for the same goods whose ticks are the task's too.
 * @param later whether its day may be later: who has not consented to that is served by the day promised before.
 */
export const followed = (
  task: TaskRow,
  planned: PlannedTask,
  beside: readonly TaskRow[],
  later: boolean,
): Partial<TaskRow> => ({
  ...promisedIn(planned),
  ...(isDropped(task) ? { status: task.scheduledFor === null ? 'OPEN' : 'SCHEDULED' } : {}),
  dueOn: later || planned.dueOn < task.dueOn ? planned.dueOn : task.dueOn,
  checklist: followChecklist(planned.checklist, task.checklist, ...beside.map(({ checklist }) => checklist)),
});

const promisedIn = (planned: PlannedTask) => ({
  policyVersionId: planned.versionId,
  termId: planned.termId,
  codes: [...planned.codes],
  pieces: piecesIn(planned.lots),
  words: planned.words,
  conduct: [...planned.conduct],
});

async function insert(
  tx: Orm,
  { customerId, invoiceId }: Purchase,
  frame: Following,
  plan: readonly PlannedTask[],
): Promise<void> {
  await tx.insert(fulfilmentTasks).values(
    plan.map((planned) => ({
      customerId,
      invoiceId,
      ...promisedIn(planned),
      id: newId(),
      kind: planned.kind,
      status: 'OPEN' as const,
      ordinal: planned.ordinal,
      dueOn: dueOf(planned, frame.addedOn, frame.promised),
      addedOn: frame.addedOn,
      ownerId: frame.ownerId,
      checklist: followChecklist(planned.checklist, []),
      parts: [],
      createdAt: frame.now,
      updatedAt: frame.now,
    })),
  );
}

/** Where something is another; the task is locked with all of its customer's. */
export async function writeTask(tx: Orm, { now }: Frame, task: TaskRow, wanted: Partial<TaskRow>): Promise<void> {
  const same = (Object.keys(wanted) as (keyof TaskRow)[]).every(
    (key) => canonical(wanted[key]) === canonical(task[key]),
  );
  if (same) return;
  await tx
    .update(fulfilmentTasks)
    .set({ ...wanted, version: task.version + 1, updatedAt: now })
    .where(isRow(fulfilmentTasks, task));
}

/**
 * After it was taken back that a task is done or called off: the task is what is promised now, as those are that were
 * open at a move. What was opened beside it meanwhile for the same goods is on its list again, and on no other. Where nothing
 * that is promised asks for it any more, as its goods were all given back, it is called off by nobody.
 */
export async function followReopened(tx: Orm, ref: Purchase & { id: string }, frame: Frame): Promise<void> {
  const tasks = await tasksOf(tx, ref);
  const [mine, others] = [tasks.filter(({ id }) => id === ref.id), tasks.filter(({ id }) => id !== ref.id)];
  const promised = await promisedPurchase(tx, ref, frame);
  const plan = planFulfilment(promised);
  const { asked, unowed } = followPlan(plan, [...mine, ...others]);
  for (const task of unowed) {
    if (task.id === ref.id && isOwedNoMore(task, plan)) await writeTask(tx, frame, task, { status: 'CANCELLED' });
  }
  for (const { planned, task } of asked) {
    if (task?.id !== ref.id) continue;
    const open = givenWay(task, unowed);
    const dueOn = dueOf(planned, task.addedOn, promised);
    const beside = [...open, ...doneBeside(task, tasks)];
    await writeTask(tx, frame, task, followed(task, { ...planned, dueOn }, beside, false));
    for (const other of open) await writeTask(tx, frame, other, { status: 'CANCELLED' });
  }
}

/**
 * After a delivery was done, taken back or called off: its goods know their day, and what counts from that moves to it,
 * or to the day on which it is expected again. What is done, called off or handed over with the goods stays.
 */
export async function followDelivery(tx: Orm, purchase: Purchase, frame: Frame): Promise<void> {
  await noteDelivery(tx, purchase, frame);
  const promised = await promisedPurchase(tx, purchase, frame);
  const { asked } = followPlan(planFulfilment(promised), await tasksOf(tx, purchase));
  for (const { planned, task } of asked) {
    if (!task || !isOpen(task) || task.kind === 'DELIVERY') continue;
    await writeTask(tx, frame, task, { dueOn: dueOf(planned, task.addedOn, promised) });
  }
}
