import { checkPartSerials } from '@perennial/domain/fulfilment/part-serials';
import {
  mayComplete,
  mayReopen,
  maySchedule,
  mayWorkOn,
  scheduleWarnings,
  ticked,
  type CompletionWarning,
  type ScheduleWarning,
} from '@perennial/domain/fulfilment/rules';
import type { PartUsed, Proof } from '@perennial/domain/fulfilment/task';
import { dayIn } from '@perennial/domain/policies/facts';
import { DomainError } from '@perennial/domain/shared/errors';
import { requireInCharge } from '@perennial/kernel/auth/in-charge';
import { noSuch, type OwnedRef } from '@perennial/kernel/db/owned';
import { sameVersion } from '@perennial/kernel/write/version';
import { productsById } from '../catalog/index.ts';
import { promisesOf } from '../policies/index.ts';
import { purchaseOf } from '../sales/index.ts';
import { followDelivery, followReopened } from './open-service.ts';
import { changeTask, lockTask, tasksOf, type TaskRow, type Writing } from './rows.ts';
import { goodsAwaited } from './undelivered-service.ts';

async function open(ctx: Writing, ref: OwnedRef, version: number): Promise<TaskRow> {
  const task = await lockTask(ctx.tx, ref);
  mayWorkOn(task);
  sameVersion(task, version);
  return task;
}

/** The day of the purchase where the business is. */
async function boughtOn(ctx: Writing, task: TaskRow): Promise<string> {
  const sale = await purchaseOf(ctx.tx, task);
  if (!sale) throw noSuch('purchase', 'id');
  return dayIn(ctx.timezone, sale.at);
}

/** Ticks one item of the checklist, or takes the tick back. Errors: `TASK_DONE`, `CHECKLIST_NO_ITEM`. */
export async function tickItem(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  item: number,
  done: boolean,
): Promise<void> {
  const task = await open(ctx, ref, version);
  const checklist = ticked(task.checklist, item, done, ctx.actor.name, ctx.now.toISOString());
  await changeTask(ctx, task, { checklist });
}

/**
 * Sets the appointment, or takes it away with null. What is odd about it (outside the hours promised, after the last day)
 * comes back as warnings and is not refused. Errors: `SCHEDULED_BEFORE_SALE`.
 */
export async function scheduleTask(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  at: Date | null,
): Promise<ScheduleWarning[]> {
  const task = await open(ctx, ref, version);
  if (at !== null) maySchedule(dayIn(ctx.timezone, at.toISOString()), await boughtOn(ctx, task));
  await changeTask(ctx, task, { scheduledFor: at, status: at === null ? 'OPEN' : 'SCHEDULED' });
  if (at === null) return [];
  const promises = await promisesOf(ctx.tx, task);
  const calendar = promises.find((each) => each.policyVersionId === task.policyVersionId)?.snapshot.calendar ?? null;
  const iso = at.toISOString();
  return scheduleWarnings(calendar, iso, dayIn(ctx.timezone, iso), task.dueOn);
}

/** Gives the task to somebody, or to nobody. Errors: `STAFF_UNKNOWN`, `STAFF_ROLE`. */
export async function assignTask(ctx: Writing, ref: OwnedRef, version: number, ownerId: string | null): Promise<void> {
  const task = await open(ctx, ref, version);
  await requireInCharge(ctx.tx, ownerId);
  await changeTask(ctx, task, { ownerId });
}

export interface PartInput {
  productId: string;
  quantity: number;
  serialOut?: string | null | undefined;
  serialIn?: string | null | undefined;
}

/**
 * Records the spare parts used (零部件, C18), the whole list, each at the price it has today. Errors: `NOT_FOUND`,
 * `NOT_A_PART`, `PRICE_MISSING`, `SERIAL_GIVEN`, `SERIAL_GONE`, `SERIAL_TWICE`.
 */
export async function recordParts(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  parts: readonly PartInput[],
): Promise<void> {
  const task = await open(ctx, ref, version);
  const products = await productsById(
    ctx.tx,
    parts.map((part) => part.productId),
  );
  const used = parts.map((part, index) => {
    const path = ['parts', String(index)];
    const product = products.get(part.productId);
    if (!product) throw noSuch('product', [...path, 'productId'].join('.'));
    if (!product.isPart) throw noPart(product.code, path);
    if (product.price === null) throw noPrice(product.code, path);
    const { quantity, serialOut = null, serialIn = null } = part;
    const { code, name, price: unitPrice, currency } = product;
    return { productId: product.id, code, name, quantity, unitPrice, currency, serialOut, serialIn };
  });
  await checkSerials(ctx, task, used, (index, field) => ['parts', String(index), field]);
  await changeTask(ctx, task, { parts: used });
}

function noPart(code: string, path: string[]): DomainError {
  return new DomainError(
    'NOT_A_PART',
    `${code} is not a spare part; mark it as one in the products, or choose another.`,
    {
      path: [...path, 'productId'],
      params: { code },
    },
  );
}

function noPrice(code: string, path: string[]): DomainError {
  return new DomainError(
    'PRICE_MISSING',
    `The field "unitPrice" is missing: ${code} has no price; say what it costs.`,
    {
      path: [...path, 'productId'],
      params: { code },
    },
  );
}

/** `SERIAL_GIVEN`, `SERIAL_GONE`, `SERIAL_TWICE`, among all tasks of the purchase. */
async function checkSerials(
  ctx: Writing,
  task: TaskRow,
  parts: readonly PartUsed[],
  pathTo: Parameters<typeof checkPartSerials>[2],
): Promise<void> {
  if (parts.every(({ serialOut, serialIn }) => serialOut === null && serialIn === null)) return;
  const others = (await tasksOf(ctx.tx, task)).filter(({ id }) => id !== task.id);
  checkPartSerials(parts, others, pathTo);
}

/**
 * Done: every item ticked, with a proof. Errors: `CHECKLIST_INCOMPLETE`, `PROOF_MISSING`, `COMPLETED_IN_FUTURE`,
 * `COMPLETED_BEFORE_SALE`; `SERIAL_GIVEN`, `SERIAL_GONE` where a part of its list was recorded elsewhere meanwhile. That
 * its goods were not delivered yet comes back as a warning and is not refused: it may be that nobody has written it down.
 *
 * @param on the day on which it was done; the as-of day where nobody says another.
 */
export async function completeTask(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  proof: Proof,
  on: string = ctx.asOf,
): Promise<CompletionWarning[]> {
  const task = await open(ctx, ref, version);
  mayComplete(task, proof, on, { boughtOn: await boughtOn(ctx, task), latestDay: ctx.latestDay });
  await checkSerials(ctx, task, task.parts, () => ['id']);
  const awaited = await goodsAwaited(ctx.tx, task, ctx);
  await changeTask(ctx, task, {
    status: 'DONE',
    proof,
    completedOn: on,
    completedBy: ctx.actor.name,
    recordedOn: ctx.latestDay,
  });
  if (task.kind === 'DELIVERY') await followDelivery(ctx.tx, task, ctx);
  return awaited.length > 0 ? ['NOT_DELIVERED'] : [];
}

/** Takes back on the day it was recorded that a task is done or called off. Errors: `TASK_NOT_DONE`, `UNDO_TOO_LATE`. */
export async function reopenTask(ctx: Writing, ref: OwnedRef, version: number): Promise<void> {
  const task = await lockTask(ctx.tx, ref);
  sameVersion(task, version);
  mayReopen(task, ctx.latestDay);
  await changeTask(ctx, task, {
    status: task.scheduledFor === null ? 'OPEN' : 'SCHEDULED',
    proof: null,
    completedOn: null,
    completedBy: null,
    cancelledReason: null,
    recordedOn: null,
  });
  await followReopened(ctx.tx, task, ctx);
  if (task.kind === 'DELIVERY') await followDelivery(ctx.tx, task, ctx);
}

/** Calls a task off. The promise stands; this says why it will not be done. Errors: `REASON_MISSING`. */
export async function cancelTask(ctx: Writing, ref: OwnedRef, version: number, reason: string): Promise<void> {
  const task = await open(ctx, ref, version);
  if (reason.trim() === '') {
    throw new DomainError('REASON_MISSING', 'The field "reason" is empty; say why it is not done.', {
      path: ['reason'],
    });
  }
  await changeTask(ctx, task, {
    status: 'CANCELLED',
    cancelledReason: reason.trim(),
    recordedOn: ctx.latestDay,
  });
  if (task.kind === 'DELIVERY') await followDelivery(ctx.tx, task, ctx);
}
