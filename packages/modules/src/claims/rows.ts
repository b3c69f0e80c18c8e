import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import type { SystemWriteContext, WriteContext } from '@perennial/kernel/write/context';
import { and, asc, eq, type SQL } from 'drizzle-orm';
import { claimCharges, claimLines, claimPauses, claims } from './table.ts';

export type ClaimRow = typeof claims.$inferSelect;
export type LineRow = typeof claimLines.$inferSelect;
export type ChargeRow = typeof claimCharges.$inferSelect;
export type PauseRow = typeof claimPauses.$inferSelect;

export interface Ref {
  customerId: string;
  id: string;
}

/** What these services need of a write: staff and jobs (seeding) can both offer it. */
export type Writing = Pick<WriteContext | SystemWriteContext, 'tx' | 'now' | 'asOf' | 'timezone' | 'audit'>;

export function notFound(type: string, field = 'id'): DomainError {
  return new DomainError('NOT_FOUND', `There is no such ${type}; pass an id that the API gave you in "${field}".`, {
    path: [field],
    params: { type },
  });
}

export const isClaim = (ref: Ref): SQL | undefined => and(eq(claims.customerId, ref.customerId), eq(claims.id, ref.id));

/** The claim, locked to the end of the transaction. */
export async function lockClaim(tx: Orm, ref: Ref): Promise<ClaimRow> {
  const [row] = await tx.select().from(claims).where(isClaim(ref)).for('update');
  if (!row) throw notFound('Claim');
  return row;
}

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
