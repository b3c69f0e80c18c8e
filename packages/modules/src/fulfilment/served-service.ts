import { carried } from '@perennial/domain/fulfilment/carried';
import { TERM_OF } from '@perennial/domain/fulfilment/plan';
import { isOpen } from '@perennial/domain/fulfilment/rules';
import { claimsOf, type Proof } from '@perennial/domain/fulfilment/task';
import type { Orm } from '@perennial/kernel/db/database';
import { linesOfGoods } from '../sales/index.ts';
import type { Purchase } from './plan-service.ts';
import { promisedAsOpened, changeTask, tasksOf, type TaskRow, type Writing } from './rows.ts';

/** Pieces of a line, and a task that is for something which a term promises them so many times. */
export interface TaskPieces {
  lineId: string;
  pieces: number;
  taskId: string;
  /** The kind of term that promised it. */
  termKind: string;
  /** Which of several times it is, from 1. */
  ordinal: number;
  open: boolean;
  /** The day on which it was done; null: it was not. */
  on: string | null;
  /** The claims by which it was done, where it was. */
  claimIds: readonly string[];
}

/** Pieces for which it was done. */
export type ServedByTask = TaskPieces & { on: string };

/** By line and by the times that a term promises, the tasks of a purchase that are for its pieces. */
export async function taskPieces(orm: Orm, purchase: Purchase): Promise<TaskPieces[]> {
  const tasks = promisedAsOpened(await tasksOf(orm, purchase));
  const goods = await linesOfGoods(orm, purchase);
  // tasks for the same visit share the goods among them
  const visits = [...Map.groupBy(tasks, ({ kind, ordinal }) => `${kind} ${ordinal}`).values()];
  return visits
    .flatMap((visit) => carried(visit, goods))
    .flatMap(({ id: lineId, by }) => by.map(({ task, pieces }) => ({ lineId, pieces, ...standsFor(task) })));
}

const standsFor = (task: TaskRow) => ({
  taskId: task.id,
  termKind: TERM_OF[task.kind],
  ordinal: task.ordinal,
  open: isOpen(task),
  on: task.completedOn,
  claimIds: task.proof ? claimsOf(task.proof).map(({ id }) => id.split('_')[2]!) : [],
});

/** What was done of a purchase's tasks (C17, C18): who claims a visit does not get one again that was made already. */
export const wasServed = (each: TaskPieces): each is ServedByTask => each.on !== null;

/**
 * What claims gave was done by them: the open task that stands for the same visit or session is done, with the claims as
 * its proof. Who calls this has locked the customer's tasks.
 *
 * @param by the claim that is settled last, those before it that did a part, who settles it, and the day of the last
 */
export async function closeServed(
  ctx: Pick<Writing, 'tx' | 'now' | 'asOf' | 'latestDay' | 'audit'>,
  purchase: Purchase,
  taskId: string,
  by: { claim: Claim; claimsBefore: Claim[]; who: string | null; on: string },
): Promise<void> {
  const task = (await tasksOf(ctx.tx, purchase)).find(({ id }) => id === taskId);
  if (!task || !isOpen(task)) return;
  const { claim, claimsBefore, who, on } = by;
  await changeTask(ctx, task, {
    status: 'DONE',
    proof: { note: '', signedBy: '', claim, ...(claimsBefore.length > 0 ? { claimsBefore } : {}) },
    completedOn: on,
    completedBy: who,
    recordedOn: ctx.latestDay,
  });
}

type Claim = NonNullable<Proof['claim']>;
