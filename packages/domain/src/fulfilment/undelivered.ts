import type { SoldGoods } from './deliveries.ts';
import { piecesOf } from './pieces.ts';
import { isOpen } from './rules.ts';
import type { FulfilmentKind, FulfilmentTask } from './task.ts';

/** What is done with goods where the customer has them. */
const WITH_THE_GOODS: readonly FulfilmentKind[] = ['INSTALLATION', 'TRAINING', 'MAINTENANCE'];

type Task = { id: string } & Pick<FulfilmentTask, 'kind' | 'termId' | 'ordinal' | 'codes' | 'pieces' | 'status'>;

/**
 * Codes of goods with which a task is done though they were not delivered yet (C14, C15): a delivery of them is open, and
 * the pieces that have come are too few for it beside those with which the same was done before. Where nobody promised to
 * deliver, or the delivery was called off, nothing is awaited.
 *
 * @param tasks all of the purchase, with or without this one.
 */
export function undeliveredOf(
  task: Task,
  tasks: readonly Task[],
  goods: readonly Pick<SoldGoods, 'code' | 'quantity'>[],
): string[] {
  if (!WITH_THE_GOODS.includes(task.kind)) return [];
  const awaited = tasks.filter((each) => each.kind === 'DELIVERY' && isOpen(each));
  const before = tasks.filter((each) => each.id !== task.id && each.status === 'DONE' && isSame(each, task));
  return task.codes.filter((code) => {
    const sold = goods.reduce((sum, line) => sum + (line.code === code ? line.quantity : 0), 0);
    const piecesIn = (of: readonly Task[]) =>
      Math.min(
        sold,
        of.reduce((sum, each) => sum + piecesOf(each, code), 0),
      );
    const needed = piecesIn([task]);
    const waiting = piecesIn(awaited);
    return needed > 0 && waiting > 0 && sold - waiting - piecesIn(before) < needed;
  });
}

const isSame = (a: Task, b: Task): boolean => a.kind === b.kind && a.termId === b.termId && a.ordinal === b.ordinal;
