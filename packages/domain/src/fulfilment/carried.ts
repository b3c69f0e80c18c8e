import { piecesOf } from './pieces.ts';
import type { FulfilmentTask } from './task.ts';

/** A task that is for pieces of goods. */
export type Carrier = Pick<FulfilmentTask, 'codes' | 'pieces'>;

/** Pieces of one line of goods, and the task that is for them. */
export interface Carrying<T> {
  task: T;
  pieces: number;
}

export type Carried<L, T> = L & {
  by: Carrying<T>[];
  /** There is a task for every piece. */
  whole: boolean;
};

/**
 * Which pieces of which lines each of several tasks for the same thing is for, as one delivery beside another, or two that
 * stand for the same visit: each is given its pieces, line by line.
 *
 * @param tasks in the order in which they were opened
 * @param goods in the order in which they came onto the purchase
 */
export function carried<T extends Carrier, L extends { code: string; quantity: number }>(
  tasks: readonly T[],
  goods: readonly L[],
): Carried<L, T>[] {
  const given = tasks.map(() => new Map<string, number>());
  return goods.map((line) => {
    const { code, quantity } = line;
    let left = quantity;
    const by = tasks.flatMap((task, index): Carrying<T>[] => {
      const before = given[index]!.get(code) ?? 0;
      const free = piecesOf(task, code) - before;
      // where it was not kept which pieces it is for, it may be any of them
      if (free === Infinity) return [{ task, pieces: quantity }];
      const pieces = Math.min(free, left);
      if (pieces <= 0) return [];
      given[index]!.set(code, before + pieces);
      left -= pieces;
      return [{ task, pieces }];
    });
    return { ...line, by, whole: left <= 0 || by.some(({ task }) => task.pieces === null) };
  });
}
