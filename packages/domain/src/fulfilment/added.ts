import type { TermKind } from '../policies/kinds/kind.ts';
import { termKinds } from '../policies/kinds/all.ts';
import { beginningOf } from '../shared/business-clock.ts';
import { DomainError } from '../shared/errors.ts';
import { canonical } from '../policies/snapshot.ts';
import { firstDay } from './pieces.ts';
import { planFulfilment, type PlannedTask, type PromisedPurchase } from './plan.ts';
import { isDropped } from './rules.ts';
import type { FulfilmentTask } from './task.ts';

/** What was promised, and the day on which it was added to what was promised with a purchase; null: with the purchase. */
export interface Promised {
  words: FulfilmentTask['words'];
  addedOn: string | null;
}

type Owed = Pick<FulfilmentTask, 'status' | 'cancelledReason'> &
  Promised & {
    /** Of what it was promised to be before, what counts from another day; null: nothing. */
    formerly: readonly Promised[] | null;
  };

const said = ({ words: { code, params } }: Pick<Promised, 'words'>): string => canonical([code, params]);

/**
 * The day on which something was added to what was promised with a purchase; null: it was promised with it. What was
 * dropped, and is owed again by a promise that was held before, over whichever others, was never another: its day is the
 * one promised then. Only where the promise is another is it added `today`, as is what was never owed.
 *
 * @param today null: nothing was promised before
 */
export function addedOnOf(task: Owed | null, planned: Pick<PlannedTask, 'words'>, today: string | null): string | null {
  if (task === null) return today;
  const before = [task, ...(task.formerly ?? [])].find((each) => said(each) === said(planned));
  if (before) return before.addedOn;
  return isDropped(task) ? today : task.addedOn;
}

/** What is remembered of a task once it is added on another day. */
export function formerlyOf(task: Owed, addedOn: string | null): Owed['formerly'] {
  if (addedOn === task.addedOn) return task.formerly;
  const others = (task.formerly ?? []).filter((each) => said(each) !== said(task));
  return [...others, { words: task.words, addedOn: task.addedOn }];
}

/**
 * The day by which a task is in time. What an import or a move adds to a purchase cannot have been due before it was
 * promised: where its day would be over already, it is counted as for goods bought, and delivered at the earliest, on the
 * day it was added.
 *
 * @param addedOn null: it was promised with the purchase
 */
export function dueOf(
  planned: PlannedTask,
  addedOn: string | null,
  purchase: PromisedPurchase,
  kinds: readonly TermKind[] = termKinds,
): string {
  if (addedOn === null || planned.dueOn >= addedOn) return planned.dueOn;
  const same = planOn(addedOn, purchase, kinds).find(
    ({ kind, versionId, termId, ordinal }) =>
      kind === planned.kind &&
      versionId === planned.versionId &&
      termId === planned.termId &&
      ordinal === planned.ordinal,
  );
  const mine = new Set(planned.lots.map(({ code, deliveredOn }) => `${code} ${notBefore(addedOn, deliveredOn)}`));
  const days = same?.lots.filter(({ code, deliveredOn }) => mine.has(`${code} ${deliveredOn}`)) ?? [];
  const first = firstDay(days) ?? addedOn;
  return first < addedOn ? addedOn : first;
}

/** As if it were bought on the day; nothing where the frozen calendar does not reach that far. */
function planOn(day: string, purchase: PromisedPurchase, kinds: readonly TermKind[]): PlannedTask[] {
  const at = beginningOf(day, purchase.timeZone).toISOString();
  const goods = purchase.goods.map(({ expectedOn = null, ...each }) => ({
    ...each,
    deliveredOn: notBefore(day, each.deliveredOn),
    expectedOn: expectedOn !== null && expectedOn < day ? null : expectedOn,
  }));
  try {
    return planFulfilment({ ...purchase, at, goods }, kinds);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CALENDAR_YEAR_UNKNOWN') return [];
    throw error;
  }
}

const notBefore = (day: string, deliveredOn: string | null): string | null =>
  deliveredOn !== null && deliveredOn < day ? day : deliveredOn;
