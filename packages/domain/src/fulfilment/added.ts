import type { TermKind } from '../policies/kinds/kind.ts';
import { termKinds } from '../policies/kinds/all.ts';
import { beginningOf } from '../shared/business-clock.ts';
import { DomainError } from '../shared/errors.ts';
import { firstDay } from './pieces.ts';
import { planFulfilment, type PlannedTask, type PromisedPurchase } from './plan.ts';

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
