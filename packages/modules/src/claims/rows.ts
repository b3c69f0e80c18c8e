import type { Orm } from '@perennial/kernel/db/database';
import { isRow, lockRow, type RowRef as Ref } from '@perennial/kernel/db/owned';
import type { SystemWriteContext, WriteContext } from '@perennial/kernel/write/context';
import { and, asc, eq, type SQL } from 'drizzle-orm';
import { claimCharges, claimLines, claimPauses, claims } from './table.ts';

export { noSuch as notFound } from '@perennial/kernel/db/owned';
export type { RowRef as Ref } from '@perennial/kernel/db/owned';

export type ClaimRow = typeof claims.$inferSelect;
export type LineRow = typeof claimLines.$inferSelect;
export type ChargeRow = typeof claimCharges.$inferSelect;
export type PauseRow = typeof claimPauses.$inferSelect;

/** What these services need of a write: staff and jobs (seeding) can both offer it. */
export type Writing = Pick<
  WriteContext | SystemWriteContext,
  'tx' | 'now' | 'asOf' | 'latestDay' | 'timezone' | 'currency' | 'audit' | 'actor'
>;

/** The claim, locked to the end of the transaction. */
export const lockClaim = (tx: Orm, ref: Ref): Promise<ClaimRow> => lockRow(tx, claims, ref, 'Claim');

export const isClaim = (ref: Ref): SQL | undefined => isRow(claims, ref);

export const linesOf = (orm: Orm, claim: Ref): Promise<LineRow[]> =>
  orm
    .select()
    .from(claimLines)
    .where(and(eq(claimLines.customerId, claim.customerId), eq(claimLines.claimId, claim.id)))
    .orderBy(asc(claimLines.id));

export const chargesOf = (orm: Orm, claim: Ref): Promise<ChargeRow[]> =>
  orm
    .select()
    .from(claimCharges)
    .where(and(eq(claimCharges.customerId, claim.customerId), eq(claimCharges.claimId, claim.id)))
    .orderBy(asc(claimCharges.position));

export const pausesOf = (orm: Orm, claim: Ref): Promise<PauseRow[]> =>
  orm
    .select()
    .from(claimPauses)
    .where(and(eq(claimPauses.customerId, claim.customerId), eq(claimPauses.claimId, claim.id)))
    .orderBy(asc(claimPauses.pausedAt));

export const subject = (ref: Ref): string => `Claim_${ref.customerId}_${ref.id}`;
