import { piecesOf, type Pieces } from './pieces.ts';
import type { CheckItem, FulfilmentTask } from './task.ts';

export interface Worked extends Pick<
  FulfilmentTask,
  'kind' | 'status' | 'ordinal' | 'codes' | 'pieces' | 'cancelledReason'
> {
  /** null: there is no appointment. */
  scheduledFor: unknown;
  checklist: readonly Pick<CheckItem, 'done'>[];
  parts: readonly unknown[];
}

/** Goods of a purchase by code: how many pieces an import brought, and how many are there without it. */
export interface TakenBack {
  brought: Pieces;
  stays: Pieces;
}

const count = (pieces: Pieces, code: string): number => (Object.hasOwn(pieces, code) ? pieces[code]! : 0);

/**
 * Whether somebody did something with a task, and be it that they called it off. An appointment is enough: the customer
 * was told a time, and would wait.
 */
export const isWorkedOn = ({ status, scheduledFor, checklist, parts, cancelledReason }: Worked): boolean =>
  status === 'DONE' || cancelledReason !== null || scheduledFor !== null || isBegun({ checklist, parts });

/** Whether something was done of it. */
const isBegun = ({ checklist, parts }: Pick<Worked, 'checklist' | 'parts'>): boolean =>
  parts.length > 0 || checklist.some(({ done }) => done);

/**
 * Whether a task keeps the import that brought its purchase as a whole: somebody worked on it. Once it is called off nobody
 * waits for it any more, and only what was done of it is kept.
 */
export const keepsPurchase = (task: Worked): boolean =>
  task.status === 'CANCELLED' ? isBegun(task) : isWorkedOn(task);

/**
 * Tasks on which somebody worked for goods that an import alone brought: they keep it from being taken back. Pieces of one
 * code are alike: for as many as stay the work is for those that stay. Where it was not kept for how many pieces a task is,
 * it is for those that stay where there are any.
 *
 * @param tasks of one purchase, in the order in which they were opened
 */
export function workedFor<T extends Worked>(tasks: readonly T[], { brought, stays }: TakenBack): T[] {
  const given = new Map<string, number>();
  return tasks.filter(isWorkedOn).filter((task) => {
    const over = task.codes.map((code) => {
      const [pieces, stay] = [piecesOf(task, code), count(stays, code)];
      const key = `${task.kind} ${task.ordinal} ${code}`;
      const before = given.get(key) ?? 0;
      given.set(key, before + Math.min(pieces, stay));
      if (count(brought, code) === 0) return false;
      return stay === 0 || (pieces !== Infinity && pieces > 0 && before + pieces > stay);
    });
    return over.includes(true);
  });
}
