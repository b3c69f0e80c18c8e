import { dueNow } from '@perennial/domain/claims/due';
import { businessNow } from '@perennial/domain/shared/business-clock';
import type { Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { and, asc, inArray, isNotNull, isNull } from 'drizzle-orm';
import { calendarsFrozen } from '../policies/index.ts';
import { lifeOf } from './clock-reading.ts';
import { claimPauses, claims } from './table.ts';

/** So many running claims are looked at, the oldest first: what they lead to has to fit into an address. */
const MOST = 100;

/** A running claim whose promised first answer or solution is due by the business's day. */
export interface DueClaim {
  customerId: string;
  id: string;
  /** Day, ISO, of the earliest moment by which something was promised and has not been done. */
  dueOn: string;
  overdue: boolean;
}

/** Claims with a promised time that has passed or passes today (C8), the earliest first. */
export async function dueClaims(
  orm: Orm,
  frame: Pick<BusinessFrame, 'asOf' | 'timezone'> & { now: Date },
): Promise<DueClaim[]> {
  const running = await orm
    .select()
    .from(claims)
    .where(and(isNull(claims.closedAt), isNotNull(claims.promisedTimes), isNotNull(claims.claimedAt)))
    .orderBy(asc(claims.claimedAt), asc(claims.id))
    .limit(MOST);
  if (running.length === 0) return [];
  const pauses = await orm
    .select()
    .from(claimPauses)
    .where(
      inArray(
        claimPauses.claimId,
        running.map(({ id }) => id),
      ),
    )
    .orderBy(asc(claimPauses.pausedAt));
  const calendars = await calendarsFrozen(
    orm,
    running.flatMap(({ promisedTimes }) => (promisedTimes ?? []).map(({ snapshotHash }) => snapshotHash)),
  );
  const now = businessNow(frame);
  return running
    .flatMap((claim) => {
      const own = pauses.filter(({ customerId, claimId }) => customerId === claim.customerId && claimId === claim.id);
      const life = lifeOf(claim, own);
      const due = life && dueNow(claim.promisedTimes ?? [], calendars, life, now, frame);
      return due ? [{ customerId: claim.customerId, id: claim.id, ...due }] : [];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
