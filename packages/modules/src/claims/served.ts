import { isCounted } from '@perennial/domain/claims/on-record';
import { besideTasks, servedWhole, type GrantedPieces, type StandingTask } from '@perennial/domain/claims/served';
import { closeServed, lockTasks, taskPieces, wasServed, type TaskPieces } from '../fulfilment/index.ts';
import { earlierLines, type Earlier } from './given-back.ts';
import { subject, type ClaimRow, type Ref, type Writing } from './rows.ts';

/** Before the purchase and the claim are held: whoever does a task holds them in this order too. */
export const lockServed = (ctx: Writing, { customerId }: Ref): Promise<void> => lockTasks(ctx.tx, customerId);

/**
 * The visits and sessions that a settled claim gave were made (C17, C18): the tasks that stand for them are done once every
 * piece of theirs was served, by this claim or by it and others that are settled. A task that some of its pieces have not
 * been served by stays open, and so does one that somebody took back for what a claim gave others.
 */
export async function closeTasksOf(ctx: Writing, claim: ClaimRow): Promise<void> {
  const settled = (await earlierLines(ctx.tx, claim)).filter(
    ({ line, claim: { id, status } }) => line.outcome === 'ALLOWED' && (status === 'SETTLED' || id === claim.id),
  );
  const mine = settled.filter((each) => each.claim.id === claim.id).map(({ line }) => line.termKind);
  const who = ctx.actor.kind === 'staff' ? ctx.actor.name : null;
  await close(ctx, claim, { settled, termKinds: mine, who, last: claim }, ({ claimIds }) =>
    claimIds.includes(claim.id),
  );
}

/**
 * Tasks of a purchase, by their ids, that came to be what they are just now, opened or cut back: those that settled claims
 * have served whole already are done by them.
 */
export async function closeServedBefore(ctx: Closing, purchase: Purchase, taskIds: readonly string[]): Promise<void> {
  const settled = (await earlierLines(ctx.tx, purchase)).filter(
    ({ line, claim }) => line.outcome === 'ALLOWED' && claim.status === 'SETTLED',
  );
  const termKinds = settled.map(({ line }) => line.termKind);
  await close(ctx, purchase, { settled, termKinds, who: null, last: null }, ({ id }) => taskIds.includes(id));
}

/** The same of tasks that are cut back by what is given back: what is left of them may have been served before. */
export async function closeCutBack(ctx: Closing, purchase: Purchase, cutBack: () => Promise<void>): Promise<void> {
  const before = piecesByTask(await taskPieces(ctx.tx, purchase));
  await cutBack();
  const after = piecesByTask(await taskPieces(ctx.tx, purchase));
  const cut = [...after].filter(([id, pieces]) => pieces < (before.get(id) ?? 0)).map(([id]) => id);
  if (cut.length > 0) await closeServedBefore(ctx, purchase, cut);
}

const piecesByTask = (tasks: readonly TaskPieces[]): Map<string, number> =>
  new Map(
    [...Map.groupBy(tasks, ({ taskId }) => taskId)].map(([id, its]) => [
      id,
      its.reduce((sum, { pieces }) => sum + pieces, 0),
    ]),
  );

type Closing = Parameters<typeof closeServed>[0];
type Purchase = Parameters<typeof closeServed>[1];

interface Served {
  settled: Earlier;
  termKinds: readonly (string | null)[];
  who: string | null;
  /** The claim that is settled now; null: all were before. */
  last: ClaimRow | null;
}

async function close(
  ctx: Closing,
  purchase: Purchase,
  { settled, termKinds, who, last }: Served,
  may: (whole: { id: string; claimIds: readonly string[] }) => boolean,
): Promise<void> {
  const tasks = await taskPieces(ctx.tx, purchase);
  const claims = new Map(settled.map(({ claim }) => [claim.id, claim]));
  for (const termKind of new Set(termKinds.filter(isCounted))) {
    const its = tasks.filter((each) => each.termKind === termKind);
    const granted = grantedBeside(
      settled.filter(({ line }) => line.termKind === termKind),
      its,
    );
    for (const whole of servedWhole(standing(its), granted).filter(may)) {
      const by = whole.claimIds.map((id) => claims.get(id)!).filter(({ id }) => id !== last?.id);
      const [claim, before] = last ? [last, by] : [by.at(-1)!, by.slice(0, -1)];
      // it is done with the last of them, also where somebody looks back
      const on = [...by.map((each) => each.settledOn ?? each.claimedOn), ...(last ? [ctx.asOf] : [])].sort().at(-1)!;
      await closeServed(ctx, purchase, whole.id, { claim: named(claim), claimsBefore: before.map(named), who, on });
    }
  }
}

/** By line, what was granted and no task that is done stands for. */
function grantedBeside(settled: Earlier, tasks: readonly TaskPieces[]): Map<string, GrantedPieces[]> {
  const done = tasks.filter(wasServed);
  const lines = Map.groupBy(settled, ({ line }) => line.saleLineId);
  return new Map(
    [...lines].map(([lineId, its]) => [
      lineId,
      besideTasks(
        its.map(({ line, claim }) => ({ claimId: claim.id, on: claim.claimedOn, quantity: line.quantity })),
        done.filter((each) => each.lineId === lineId),
      ),
    ]),
  );
}

/** The open tasks, the first visit first. */
const standing = (tasks: readonly TaskPieces[]): StandingTask[] =>
  [
    ...Map.groupBy(
      tasks.filter(({ open }) => open).sort((a, b) => a.ordinal - b.ordinal),
      ({ taskId }) => taskId,
    ),
  ].map(([id, lines]) => ({ id, lines }));

const named = (claim: ClaimRow) => ({ id: subject(claim), number: claim.number });
