import { isWorking } from '../calendars/working-time.ts';
import type { CalendarData } from '../calendars/calendar.ts';
import { DomainError } from '../shared/errors.ts';
import { dayNumber } from '../shared/period.ts';
import type { CheckItem, FulfilmentTask, Proof } from './task.ts';

type Timed = Pick<FulfilmentTask, 'status' | 'dueOn' | 'completedOn'>;

/** Done after its day, or not done though its day is past. What was called off is never late. */
export function isLate(task: Timed, asOf: string): boolean {
  return task.status !== 'CANCELLED' && (task.completedOn ?? asOf) > task.dueOn;
}

/** Still to be done. */
export const isOpen = ({ status }: Pick<FulfilmentTask, 'status'>): boolean =>
  status === 'OPEN' || status === 'SCHEDULED';

/** Called off by nobody: what it was for was not promised any more. Where it is promised again, it is open again. */
export const isDropped = (task: Pick<FulfilmentTask, 'status' | 'cancelledReason'>): boolean =>
  task.status === 'CANCELLED' && task.cancelledReason === null;

/** Refuses work on what is done (`TASK_DONE`) or called off (`TASK_CANCELLED`). */
export function mayWorkOn(task: Pick<FulfilmentTask, 'status'>): void {
  if (isOpen(task)) return;
  const done = task.status === 'DONE';
  throw new DomainError(
    done ? 'TASK_DONE' : 'TASK_CANCELLED',
    done
      ? 'This task is done; take its completion back first, on the day it was completed.'
      : 'This task was called off; take that back first, on the day it was called off.',
    { path: ['id'], params: { status: task.status } },
  );
}

/**
 * The checklist with one item ticked, or no longer. `by` and `at` say who did it when.
 * @throws DomainError CHECKLIST_NO_ITEM
 */
export function ticked(
  checklist: readonly CheckItem[],
  index: number,
  done: boolean,
  by: string,
  at: string,
): CheckItem[] {
  if (index < 0 || index >= checklist.length) {
    throw new DomainError(
      'CHECKLIST_NO_ITEM',
      `The field "item" is ${index}, but the checklist has ${checklist.length} items, counted from 0.`,
      { path: ['item'], params: { item: index, items: checklist.length } },
    );
  }
  return checklist.map((item, i) => {
    if (i !== index || item.done === done) return item;
    return { ...item, done, by: done ? by : null, at: done ? at : null };
  });
}

/**
 * Whether it counts as done: every item ticked (`CHECKLIST_INCOMPLETE`), somebody said how and who signed
 * (`PROOF_MISSING`), on a day that has come (`COMPLETED_IN_FUTURE`) and not before the purchase
 * (`COMPLETED_BEFORE_SALE`).
 */
export function mayComplete(
  task: Pick<FulfilmentTask, 'status'> & { checklist: readonly CheckItem[] },
  proof: Proof,
  on: string,
  days: { boughtOn: string; latestDay: string },
): void {
  mayWorkOn(task);
  const left = task.checklist.filter((item) => !item.done);
  if (left.length > 0) {
    throw new DomainError(
      'CHECKLIST_INCOMPLETE',
      `The checklist has ${left.length} items that are not ticked, the first is "${left[0]!.text}"; tick them when they are done.`,
      { path: ['checklist'], params: { left: left.length, first: left[0]!.text } },
    );
  }
  if (proof.note.trim() === '' && proof.signedBy.trim() === '') {
    throw new DomainError('PROOF_MISSING', 'The field "proof" is empty; say what was done, or who signed for it.', {
      path: ['proof'],
    });
  }
  dayNumber(on);
  if (on > days.latestDay) {
    throw new DomainError(
      'COMPLETED_IN_FUTURE',
      `The field "completedOn" is ${on}; choose ${days.latestDay} or earlier.`,
      {
        path: ['completedOn'],
        params: { on, latest: days.latestDay },
      },
    );
  }
  if (on < days.boughtOn) {
    throw new DomainError(
      'COMPLETED_BEFORE_SALE',
      `The field "completedOn" is ${on}, before the purchase; choose ${days.boughtOn} or later.`,
      { path: ['completedOn'], params: { on, earliest: days.boughtOn } },
    );
  }
}

/** Done, or called off by somebody; `recordedOn` is the latest day the business had been at when it was said. */
type Recorded = Pick<FulfilmentTask, 'status' | 'cancelledReason' | 'recordedOn'>;

/**
 * That a task is done, or called off, is taken back on the day it was recorded, as a slip of the hand; later it stands.
 * @param latestDay the latest day the business has been at: looking back at the day brings it back for nobody.
 */
export const isReopenable = (task: Recorded, latestDay: string): boolean =>
  !isOpen(task) && !isDropped(task) && task.recordedOn === latestDay;

/** Refuses what is not {@link isReopenable}: `TASK_NOT_DONE` where nobody said anything, `UNDO_TOO_LATE`. */
export function mayReopen(task: Recorded, latestDay: string): void {
  if (isReopenable(task, latestDay)) return;
  const { status, recordedOn } = task;
  if (isOpen(task) || isDropped(task)) {
    throw new DomainError(
      'TASK_NOT_DONE',
      'Only a task that is done, or was called off by somebody, can be taken back.',
      {
        path: ['id'],
        params: { status },
      },
    );
  }
  throw new DomainError(
    'UNDO_TOO_LATE',
    `This was recorded on ${recordedOn ?? 'an earlier day'}; it can only be taken back on the same day.`,
    { path: ['id'], params: { on: recordedOn, latestDay } },
  );
}

/**
 * Refuses an appointment before the purchase (`SCHEDULED_BEFORE_SALE`): a slip of the keyboard, and nothing to agree on.
 * @param on the day of the appointment where the business is.
 */
export function maySchedule(on: string, boughtOn: string): void {
  if (on >= boughtOn) return;
  throw new DomainError(
    'SCHEDULED_BEFORE_SALE',
    `The field "scheduledFor" is on ${on}, before the purchase; choose ${boughtOn} or later.`,
    { path: ['scheduledFor'], params: { on, earliest: boughtOn } },
  );
}

/** What is worth knowing of a completion: goods of it were not delivered yet, as far as anybody wrote down (`undeliveredOf`). */
export const COMPLETION_WARNINGS = ['NOT_DELIVERED'] as const;
export type CompletionWarning = (typeof COMPLETION_WARNINGS)[number];

export const SCHEDULE_WARNINGS = ['AFTER_DUE', 'OUTSIDE_HOURS', 'YEAR_UNKNOWN'] as const;
export type ScheduleWarning = (typeof SCHEDULE_WARNINGS)[number];

/**
 * Whether an appointment comes after the last day promised.
 * @param on the day of the appointment where the business is.
 */
export const isAfterDue = ({ dueOn }: Pick<FulfilmentTask, 'dueOn'>, on: string): boolean => on > dueOn;

/**
 * What is worth knowing of an appointment at `at` (ISO): after the last day, which breaks the promise and is said first, or
 * not in the working hours that were promised. It is said and not refused: customer and fitter may have agreed on a Sunday.
 * @param on the day of `at` where the business is.
 */
export function scheduleWarnings(
  calendar: CalendarData | null,
  at: string,
  on: string,
  dueOn: string,
): ScheduleWarning[] {
  const warnings: ScheduleWarning[] = isAfterDue({ dueOn }, on) ? ['AFTER_DUE'] : [];
  if (calendar !== null) {
    try {
      if (!isWorking(calendar, at)) warnings.push('OUTSIDE_HOURS');
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'CALENDAR_YEAR_UNKNOWN') throw error;
      warnings.push('YEAR_UNKNOWN');
    }
  }
  return warnings;
}
