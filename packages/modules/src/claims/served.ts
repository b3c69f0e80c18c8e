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
 * been served by stays open.
 */
export async function closeTasksOf(ctx: Writing, claim: ClaimRow): Promise<void> {
  const settled = (await earlierLines(ctx.tx, claim)).filter(
    ({ line, claim: { id, status } }) => line.outcome === 'ALLOWED' && (status === 'SETTLED' || id === claim.id),
  );
  const mine = settled.filter((each) => each.claim.id === claim.id).map(({ line }) => line.termKind);
  const tasks = await taskPieces(ctx.tx, claim);
  const claims = new Map(settled.map((each) => [each.claim.id, each.claim]));
  const who = ctx.actor.kind === 'staff' ? ctx.actor.name : null;
  for (const termKind of new Set(mine.filter(isCounted))) {
    const its = tasks.filter((each) => each.termKind === termKind);
    const granted = grantedBeside(
      settled.filter(({ line }) => line.termKind === termKind),
      its,
    );
    for (const { id, claimIds } of servedWhole(standing(its), granted)) {
      // one that somebody took back is not done again for what a claim gave others
      if (!claimIds.includes(claim.id)) continue;
      const before = claimIds.filter((each) => each !== claim.id).map((each) => named(claims.get(each)!));
      await closeServed(ctx, claim, id, { claim: named(claim), claimsBefore: before, who });
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
