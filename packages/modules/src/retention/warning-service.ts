import { sameVersion } from '@perennial/kernel/write/version';
import { dismissal } from '@perennial/domain/retention/warning';
import { DomainError } from '@perennial/domain/shared/errors';
import { requireInCharge } from '@perennial/kernel/auth/in-charge';
import { isRow, type OwnedRef } from '@perennial/kernel/db/owned';
import type { WriteContext } from '@perennial/kernel/write/context';
import { desc, eq } from 'drizzle-orm';
import { lockWarning } from './rows.ts';
import { healthScores, warnings } from './table.ts';

/** What these services need of a write; seeding offers it as well. */
export type Writing = Pick<WriteContext, 'tx' | 'now' | 'asOf' | 'currency' | 'audit'> & {
  actor: { id: string | null };
};

/** "Not a risk because …": stays away until health has recovered or fallen clearly further. */
export async function dismissWarning(
  ctx: Writing,
  input: { id: OwnedRef; version: number; reason: string },
): Promise<void> {
  const before = await lockWarning(ctx.tx, input.id);
  sameVersion(before, input.version);
  const dismissedReason = dismissal(before.status, input.reason);
  const change = { status: 'DISMISSED' as const, dismissedReason, version: before.version + 1, updatedAt: ctx.now };
  await ctx.tx.update(warnings).set(change).where(isRow(warnings, before));
  ctx.audit({ subject: `Warning_${before.customerId}_${before.id}`, before, after: change });
}

/**
 * Gives a warning to somebody, or moves the day by which something has to be done. Errors: `WARNING_NOT_OPEN`,
 * `STAFF_UNKNOWN`, `STAFF_ROLE`.
 */
export async function assignWarning(
  ctx: Writing,
  input: { id: OwnedRef; version: number; ownerId: string | null; dueOn?: string | undefined },
): Promise<void> {
  const before = await lockWarning(ctx.tx, input.id);
  sameVersion(before, input.version);
  if (before.status !== 'OPEN') {
    throw new DomainError(
      'WARNING_NOT_OPEN',
      'Only an open warning can be given to somebody; this one is already dealt with.',
      {
        path: ['id'],
        params: { status: before.status },
      },
    );
  }
  await requireInCharge(ctx.tx, input.ownerId);
  const change = {
    ownerId: input.ownerId,
    dueOn: input.dueOn ?? before.dueOn,
    version: before.version + 1,
    updatedAt: ctx.now,
  };
  await ctx.tx.update(warnings).set(change).where(isRow(warnings, before));
  ctx.audit({ subject: `Warning_${before.customerId}_${before.id}`, before, after: change });
}

/**
 * A plan that ended settles its warning. The score it is settled at is today's, so that the warning comes back only
 * once the customer does clearly worse than now.
 */
export async function settleWarning(ctx: Writing, customerId: string, warningId: string | null): Promise<void> {
  if (warningId === null) return;
  const [health] = await ctx.tx
    .select({ score: healthScores.score })
    .from(healthScores)
    .where(eq(healthScores.customerId, customerId))
    .orderBy(desc(healthScores.week))
    .limit(1);
  const before = await lockWarning(ctx.tx, { customerId, id: warningId });
  if (before.status !== 'PLANNED') return;
  const score = health && health.score >= 0 ? health.score : before.score;
  await ctx.tx
    .update(warnings)
    .set({ status: 'CLOSED', score, version: before.version + 1, updatedAt: ctx.now })
    .where(isRow(warnings, before));
}
