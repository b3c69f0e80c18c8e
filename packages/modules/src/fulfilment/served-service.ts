import { carried } from '@perennial/domain/fulfilment/carried';
import { TERM_OF } from '@perennial/domain/fulfilment/plan';
import { isOpen } from '@perennial/domain/fulfilment/rules';
import type { Proof } from '@perennial/domain/fulfilment/task';
import type { Orm } from '@perennial/kernel/db/database';
import { linesOfGoods } from '../sales/index.ts';
import type { Purchase } from './plan-service.ts';
import { asOpened, changeTask, tasksOf, type Writing } from './rows.ts';

/** Pieces of a line for which something that a term promises so many times was done once as a task. */
export interface ServedByTask {
  lineId: string;
  pieces: number;
  /** The kind of term that promised it. */
  termKind: string;
  on: string;
  /** The claim by which it was done, where it was. */
  claimId: string | null;
}

/** What was done of a purchase's tasks (C17, C18): who claims a visit does not get one again that was made already. */
export async function servedByTasks(orm: Orm, purchase: Purchase): Promise<ServedByTask[]> {
  const tasks = asOpened(await tasksOf(orm, purchase));
  const goods = await linesOfGoods(orm, purchase);
  // tasks for the same visit share the goods among them
  const visits = [...Map.groupBy(tasks, ({ kind, ordinal }) => `${kind} ${ordinal}`).values()];
  return visits
    .flatMap((visit) => carried(visit, goods))
    .flatMap(({ id: lineId, by }) =>
      by.flatMap(({ task: { kind, completedOn: on, proof }, pieces }) =>
        on === null ? [] : [{ lineId, pieces, termKind: TERM_OF[kind], on, claimId: idIn(proof?.claim?.id) }],
      ),
    );
}

const idIn = (id: string | undefined): string | null => id?.split('_')[2] ?? null;

/**
 * What a claim gave was done by it: the open task that stands for the same visit or session is done, with the claim as
 * its proof, where the claim was for all of the task's goods (`codes`). Who calls this has locked the customer's tasks.
 */
export async function closeServed(
  ctx: Pick<Writing, 'tx' | 'now' | 'asOf' | 'audit'>,
  purchase: Purchase,
  served: { termKind: string; ordinal: number; codes: ReadonlySet<string> },
  claim: NonNullable<Proof['claim']>,
  by: string | null,
): Promise<void> {
  for (const task of await tasksOf(ctx.tx, purchase)) {
    if (TERM_OF[task.kind] !== served.termKind || task.ordinal !== served.ordinal || !isOpen(task)) continue;
    if (!task.codes.every((code) => served.codes.has(code))) continue;
    await changeTask(ctx, task, {
      status: 'DONE',
      proof: { note: '', signedBy: '', claim },
      completedOn: ctx.asOf,
      completedBy: by,
      recordedOn: ctx.asOf,
    });
  }
}
