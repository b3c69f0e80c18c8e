import { businessNow, type BusinessClock } from '@perennial/domain/shared/business-clock';
import type { Pause } from '@perennial/domain/calendars/working-time';
import { missedMoments, readClocks, type ClaimLife, type ClockReading } from '@perennial/domain/claims/clock';
import type { Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { and, eq } from 'drizzle-orm';
import { calendarsFrozen } from '../policies/index.ts';
import { isClaim, notFound, pausesOf, type ClaimRow, type PauseRow, type Ref, type Writing } from './rows.ts';
import { claimPauses, claims } from './table.ts';

type Clock = Pick<BusinessFrame, 'asOf' | 'latestDay' | 'timezone'> & { now: Date };

interface ClockStanding {
  /** Since when, and why, we wait for the customer; null while the clocks run. */
  pausedSince: Date | null;
  reason: string | null;
  clocks: ClockReading[];
  /** In their order; one without an end at most. */
  pauses: Pause[];
}

export interface ClaimClock extends ClockStanding {
  /** The moment at which what is done now is written down; see {@link nowAfter}. */
  at: Date;
}

/**
 * How the promised times of a claim stand (C8); without clocks where none was promised. `NOT_FOUND`.
 *
 * @param on the day by which they are judged, ISO: as a rule the latest one, so that looking back makes nothing in time
 *   that is late (ADR 20); of none that has not come
 */
export async function claimClock(
  orm: Orm,
  ref: Ref,
  frame: Omit<Clock, 'asOf'>,
  on: string = frame.latestDay,
): Promise<ClaimClock> {
  const [claim] = await orm.select().from(claims).where(isClaim(ref));
  if (!claim) throw notFound('Claim');
  const now = businessNow(onLatestDay(frame));
  // a claim of this minute may be later than a clock that was set back
  const at = claim.claimedAt !== null && claim.claimedAt > now ? claim.claimedAt : now;
  const day = on < frame.latestDay ? on : frame.latestDay;
  return { ...(await clockOf(orm, claim, businessNow({ ...frame, asOf: day }))), at };
}

/** As {@link claimClock}, of a claim that is known, at a moment. */
export async function clockOf(orm: Orm, claim: ClaimRow, now: Date): Promise<ClockStanding> {
  const pauses = await pausesOf(orm, claim);
  const running = pauses.find(({ resumedAt }) => resumedAt === null);
  const frozen = await frozenTimes(orm, claim, pauses);
  return {
    pausedSince: running?.pausedAt ?? null,
    reason: running?.reason ?? null,
    clocks: frozen === null ? [] : readClocks(...frozen, now),
    pauses: pauses.map(spanOf),
  };
}

/** Which of the promised moments of a claim have passed unmet by `now`, in UTC. */
export async function missedOf(orm: Orm, claim: ClaimRow, pauses: readonly PauseRow[], now: Date): Promise<string[]> {
  const frozen = await frozenTimes(orm, claim, pauses);
  return frozen === null ? [] : missedMoments(...frozen, now);
}

/** What the clocks of a claim are read from; null where no time was promised. */
async function frozenTimes(orm: Orm, claim: ClaimRow, pauses: readonly PauseRow[]) {
  const { promisedTimes } = claim;
  const life = lifeOf(claim, pauses);
  if (promisedTimes === null || life === null) return null;
  const calendars = await calendarsFrozen(
    orm,
    promisedTimes.map((each) => each.snapshotHash),
  );
  return [promisedTimes, calendars, life] as const;
}

/** What has happened to a claim so far; null where the moment it was made was not kept. */
export function lifeOf(claim: ClaimRow, pauses: readonly PauseRow[]): ClaimLife | null {
  if (claim.claimedAt === null) return null;
  return {
    claimedAt: claim.claimedAt.toISOString(),
    respondedAt: claim.respondedAt?.toISOString() ?? null,
    closedAt: claim.closedAt?.toISOString() ?? null,
    withdrawn: claim.status === 'WITHDRAWN',
    pauses: pauses.map(spanOf),
  };
}

/** What closing a claim means for its clocks: they end now, and so does a pause. */
export async function closing(ctx: Writing, claim: ClaimRow): Promise<{ closedAt: Date }> {
  const pauses = await pausesOf(ctx.tx, claim);
  const closedAt = nowAfter(ctx, claim, pauses);
  const running = pauses.find(({ resumedAt }) => resumedAt === null);
  if (running) await endPause(ctx, running, closedAt);
  return { closedAt };
}

export const spanOf = (row: PauseRow): Pause => ({
  from: row.pausedAt.toISOString(),
  to: row.resumedAt?.toISOString() ?? null,
});

/**
 * Now, on the latest day the business has been at: what is done while somebody looks back was not done then, or a promise
 * that was missed would be kept (C8, ADR 20). Where that day was set and its clock shows less, the last moment of what is
 * on record.
 */
export function nowAfter(ctx: Writing, claim: ClaimRow, pauses: readonly PauseRow[]): Date {
  const moments = [claim.claimedAt, claim.respondedAt, ...pauses.flatMap((each) => [each.pausedAt, each.resumedAt])];
  return new Date(Math.max(businessNow(onLatestDay(ctx)).getTime(), ...moments.map((each) => each?.getTime() ?? 0)));
}

/** The business's clock on the latest day it has been at. */
export const onLatestDay = ({ latestDay, now, timezone }: Omit<Clock, 'asOf'>): BusinessClock => ({
  asOf: latestDay,
  now,
  timezone,
});

export const endPause = (ctx: Writing, pause: Ref, resumedAt: Date) =>
  ctx.tx
    .update(claimPauses)
    .set({ resumedAt })
    .where(and(eq(claimPauses.customerId, pause.customerId), eq(claimPauses.id, pause.id)));
