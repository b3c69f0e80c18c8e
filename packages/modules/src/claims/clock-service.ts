import { latestMoment } from '@perennial/domain/shared/business-clock';
import { givesSomething } from '@perennial/domain/claims/claim';
import { checkMoment, checkPause, pauseEndedBy, type PauseFrame } from '@perennial/domain/claims/pauses';
import { DomainError } from '@perennial/domain/shared/errors';
import { newId } from '@perennial/kernel/db/ids';
import { sameVersion } from '@perennial/kernel/write/version';
import { endPause, missedOf, nowAfter, onLatestDay, spanOf } from './clock-reading.ts';
import { lockClaim, pausesOf, subject, type ClaimRow, type Ref, type Writing } from './rows.ts';
import { mustBe, saveClaim } from './settle-service.ts';
import { claimPauses } from './table.ts';

/**
 * Records that we wait for the customer, from a moment on or for a span that is over: meanwhile the promised times stand
 * still. Errors: `NOT_FOUND`, `VERSION_CONFLICT`, `CLAIM_WRONG_STATUS`, `CLAIM_CLOSED`, and those of `checkPause`.
 */
export async function pauseClaim(
  ctx: Writing,
  ref: Ref,
  version: number,
  pause: { from?: Date | undefined; to?: Date | undefined; reason: string },
): Promise<void> {
  const claim = await runningClaim(ctx, ref, version);
  const pauses = await pausesOf(ctx.tx, claim);
  const now = nowAfter(ctx, claim, pauses);
  const from = pause.from ?? now;
  const to = pause.to ?? null;
  const missed = await missedOf(ctx.tx, claim, pauses, now);
  checkPause(pauses.map(spanOf), from, to, { ...frameOf(ctx, claim), missed });
  const { customerId, id: claimId } = claim;
  const row = { customerId, id: newId(), claimId, pausedAt: from, resumedAt: to, reason: pause.reason };
  await ctx.tx.insert(claimPauses).values(row);
  ctx.audit({ subject: subject(ref), after: { pause: row } });
  await saveClaim(ctx, claim, {});
}

/** The customer gave what we waited for. Errors: those of {@link pauseClaim}, and `NOT_PAUSED`. */
export async function resumeClaim(ctx: Writing, ref: Ref, version: number, at?: Date): Promise<void> {
  const claim = await runningClaim(ctx, ref, version);
  const pauses = await pausesOf(ctx.tx, claim);
  const moment = at ?? nowAfter(ctx, claim, pauses);
  const ended = pauseEndedBy(
    pauses.map((row) => ({ ...spanOf(row), row })),
    moment,
    frameOf(ctx, claim),
  );
  await endPause(ctx, ended.row, moment);
  ctx.audit({
    subject: subject(ref),
    before: { pause: ended.row },
    after: { pause: { ...ended.row, resumedAt: moment } },
  });
  await saveClaim(ctx, claim, {});
}

/**
 * Records when the customer was first answered; that is told once. Where nothing is given, because no promise speaks of
 * it, the answer is all there is to do. Errors: `NOT_FOUND`, `VERSION_CONFLICT`, `CLAIM_WRONG_STATUS`, `CLAIM_CLOSED`,
 * `ALREADY_RESPONDED`, and those of `checkMoment`.
 */
export async function respondToClaim(ctx: Writing, ref: Ref, version: number, at?: Date): Promise<void> {
  const claim = await runningClaim(ctx, ref, version);
  if (claim.respondedAt !== null) {
    throw new DomainError(
      'ALREADY_RESPONDED',
      `The first answer to claim ${claim.number} was recorded at ${claim.respondedAt.toISOString()}; it is recorded once.`,
      { path: ['id'], params: { number: claim.number, at: claim.respondedAt.toISOString() } },
    );
  }
  const respondedAt = at ?? nowAfter(ctx, claim, []);
  checkMoment(respondedAt, frameOf(ctx, claim), 'at');
  if (claim.status === 'OPEN' || givesSomething(claim.outcome)) return saveClaim(ctx, claim, { respondedAt });
  const running = (await pausesOf(ctx.tx, claim)).find(({ resumedAt }) => resumedAt === null);
  if (running) await endPause(ctx, running, running.pausedAt > respondedAt ? running.pausedAt : respondedAt);
  await saveClaim(ctx, claim, { respondedAt, closedAt: respondedAt });
}

async function runningClaim(ctx: Writing, ref: Ref, version: number): Promise<ClaimRow> {
  const claim = await lockClaim(ctx.tx, ref);
  sameVersion(claim, version);
  mustBe(claim, ['OPEN', 'DECIDED']);
  if (claim.closedAt === null) return claim;
  throw new DomainError(
    'CLAIM_CLOSED',
    `Claim ${claim.number} was decided against or answered for good, so its clocks do not run any more.`,
    { path: ['id'], params: { number: claim.number } },
  );
}

const frameOf = (ctx: Writing, claim: ClaimRow): PauseFrame => ({
  claimedAt: claim.claimedAt?.toISOString() ?? null,
  latest: latestMoment(onLatestDay(ctx)),
});
