import { DomainError } from '../shared/errors.ts';
import { checkTwice, sameSerial, serialTwice } from '../shared/serial.ts';
import type { FulfilmentTask, PartUsed } from './task.ts';

/** A part with its serial numbers; of another product they may well be the same. */
export type Fitted = Pick<PartUsed, 'code' | 'serialOut' | 'serialIn'>;

/** A task of a purchase with the parts that were used for it. */
export interface FittedAt extends Pick<FulfilmentTask, 'status' | 'dueOn' | 'completedOn'> {
  parts: readonly Fitted[];
}

/**
 * A piece is put in once and taken out once (零部件, C18), within a list and among all tasks of the purchase: `SERIAL_GIVEN`
 * where it is in already, `SERIAL_GONE` where it was taken out and has not been put in again since, `SERIAL_TWICE` where
 * the list itself has it twice. What the list takes out of one place it may put into another.
 *
 * @param others the purchase's other tasks; what was called off put nothing in.
 * @param pathTo the field that has a part's number.
 */
export function checkPartSerials(
  parts: readonly Fitted[],
  others: readonly FittedAt[],
  pathTo: (index: number, field: 'serialOut' | 'serialIn') => string[],
): void {
  for (const field of ['serialIn', 'serialOut'] as const) {
    checkTwice(parts.map((part, index) => ({ code: part.code, serial: part[field], path: pathTo(index, field) })));
  }
  const earlier = inOrder(others);
  for (const [index, { code, serialOut, serialIn }] of parts.entries()) {
    if (serialOut !== null) {
      const last = lastSeen(code, serialOut, earlier);
      if (last?.there === false) throw gone(code, serialOut, last.dueOn, pathTo(index, 'serialOut'));
    }
    if (serialIn === null) continue;
    if (serialOut !== null && sameSerial(serialIn, serialOut)) throw serialTwice(serialIn, pathTo(index, 'serialIn'));
    if (parts.some((part) => names(part, 'serialOut', code, serialIn))) continue;
    const last = lastSeen(code, serialIn, earlier);
    if (last?.there) throw given(code, serialIn, last.dueOn, pathTo(index, 'serialIn'));
  }
}

/** As they were done; what is open comes after. */
function inOrder(tasks: readonly FittedAt[]): FittedAt[] {
  const key = ({ completedOn, dueOn }: FittedAt) => `${completedOn ?? '9999-12-31'} ${dueOn}`;
  return tasks.filter(({ status }) => status !== 'CANCELLED').sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Whether the piece is in after the last task that has its number, and that task; undefined where none has. */
function lastSeen(code: string, serial: string, earlier: readonly FittedAt[]) {
  const task = earlier.findLast(({ parts }) =>
    parts.some((part) => names(part, 'serialIn', code, serial) || names(part, 'serialOut', code, serial)),
  );
  // taken out and put in at once: it only changed its place
  return task && { there: task.parts.some((part) => names(part, 'serialIn', code, serial)), dueOn: task.dueOn };
}

function names(part: Fitted, field: 'serialOut' | 'serialIn', code: string, serial: string): boolean {
  const its = part[field];
  return part.code === code && its !== null && sameSerial(its, serial);
}

const given = (code: string, serial: string, dueOn: string, path: string[]): DomainError =>
  new DomainError(
    'SERIAL_GIVEN',
    `The ${code} ${serial} was put in with the task due on ${dueOn} already; enter the serial number of the one that was put in now.`,
    { path, params: { code, serial, dueOn } },
  );

const gone = (code: string, serial: string, dueOn: string, path: string[]): DomainError =>
  new DomainError(
    'SERIAL_GONE',
    `The ${code} ${serial} was taken out with the task due on ${dueOn} already; enter the serial number of the one that was taken out now.`,
    { path, params: { code, serial, dueOn } },
  );
