import { checkDecision, outgrown } from '@perennial/domain/policies/cut';
import { checkOwnHand } from '@perennial/domain/policies/second-person';
import { readTerms } from '@perennial/domain/policies/terms';
import { checkDraft, earliestRetirement, retirementDay } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';
import { passwordOf } from '@perennial/kernel/auth/accounts';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { sameVersion } from '@perennial/kernel/write/version';
import { and, eq, inArray } from 'drizzle-orm';
import type { Change } from './guard-days.ts';
import { lessBy, refuseBackdated, refuseBelowFloors, type Frame, type Less } from './guard-service.ts';
import { lockVersion, notFound, readVersion, type PolicyRow, type VersionRow } from './rows.ts';
import { policyCuts, policyVersions } from './table.ts';

type Deciding = Pick<WriteContext, 'tx' | 'now' | 'audit' | 'actor'> & Frame;

/** Refuses whom somebody else may be acting as: their password was chosen by another, or reset a moment ago. */
async function refuseOtherHands(ctx: Deciding): Promise<void> {
  const known = await passwordOf(ctx.tx, ctx.actor.id);
  if (known) checkOwnHand(known, ctx.now);
}

/** What publishing a draft on a day (its own when left out), or ending a version on one, would change. */
export async function changeOf(
  orm: Orm,
  { policy, version }: { policy: PolicyRow; version: VersionRow },
  asked: { effectiveFrom?: string | undefined; retiring?: boolean | undefined },
  latestDay: string,
): Promise<Change> {
  const siblings = await orm.select().from(policyVersions).where(eq(policyVersions.policyId, policy.id));
  const terms = readTerms(version.terms);
  if (asked.retiring) {
    const on = asked.effectiveFrom ?? earliestRetirement(version, latestDay);
    const day = retirementDay(version, on, latestDay);
    return { policy, version: { ...version, effectiveFrom: day }, terms, siblings, retiring: true };
  }
  return {
    policy,
    version: { ...version, effectiveFrom: asked.effectiveFrom ?? version.effectiveFrom },
    terms,
    siblings,
  };
}

/** What the guard would say, for the person who is about to publish or end something. Errors: `NOT_FOUND`. */
export async function lessWouldBe(
  orm: Orm,
  id: string,
  asked: { effectiveFrom?: string | undefined; retiring?: boolean | undefined },
  frame: Frame,
): Promise<{ seen: number; change: Change; less: Less }> {
  const found = await readVersion(orm, id);
  const change = await changeOf(orm, found, asked, frame.latestDay);
  return { seen: found.version.version, change, less: await lessBy(orm, change, frame) };
}

export interface Proposal {
  versionId: string;
  /** The state of it that was seen: nobody asks for what somebody else wrote meanwhile. */
  seen: number;
  effectiveFrom?: string | undefined;
  retiring?: boolean | undefined;
  reason: string;
}

/**
 * Asks a second person to let a version promise less (S11). What was asked for before on the same version is void.
 * Errors: `REASON_MISSING`, `NOTHING_CUT`, `CUT_IN_THE_PAST`, `BELOW_FLOOR` (asking would be in vain), `VERSION_NOT_DRAFT`,
 * `VERSION_NOT_PUBLISHED`, `VERSION_CONFLICT`, and those of `checkOwnHand`: both people must be who they say.
 */
export async function proposeCut(ctx: Deciding, asked: Proposal): Promise<string> {
  await refuseOtherHands(ctx);
  const found = await lockVersion(ctx.tx, asked.versionId, 'versionId');
  if (!asked.retiring) checkDraft(found.version, 'versionId');
  sameVersion(found.version, asked.seen);
  const reason = asked.reason.trim();
  if (reason === '') {
    throw new DomainError('REASON_MISSING', 'Say in "reason" why customers are to be promised less.', {
      path: ['reason'],
    });
  }
  const change = await changeOf(ctx.tx, found, asked, ctx.latestDay);
  const less = await lessBy(ctx.tx, change, ctx);
  if (less.cuts.length === 0) {
    throw new DomainError(
      'NOTHING_CUT',
      `Version ${change.version.number} promises nobody less from ${change.version.effectiveFrom} on; no approval is needed.`,
      { path: ['id'], params: { number: change.version.number, on: change.version.effectiveFrom } },
    );
  }
  refuseBackdated(change, less, ctx);
  await refuseBelowFloors(ctx.tx, change, less);
  await voidCuts(ctx, asked.versionId);
  const id = newId();
  const row = {
    id,
    policyVersionId: asked.versionId,
    retiring: change.retiring ?? false,
    termsHash: less.hash,
    effectiveFrom: change.version.effectiveFrom,
    reason,
    cuts: less.cuts,
    affected: less.customers,
    valueAtRisk: less.valueAtRisk,
    currency: ctx.currency,
    status: 'PENDING' as const,
    proposerId: ctx.actor.id,
    proposedBy: ctx.actor.email,
    proposedAt: ctx.now,
  };
  await ctx.tx.insert(policyCuts).values(row);
  ctx.audit({ subject: `PolicyCut_${id}`, after: row });
  return id;
}

/**
 * A second person's answer. Errors: `NOT_FOUND`, `SAME_APPROVER`, `CUT_DECIDED`, `CUT_VOID`, `CUT_OUTDATED`, and for a yes those of
 * `checkOwnHand`: whoever set another's password could be giving it in their name.
 */
export async function decideCut(ctx: Deciding, id: string, approve: boolean, note: string | null): Promise<void> {
  const [known] = await ctx.tx.select().from(policyCuts).where(eq(policyCuts.id, id));
  if (!known) throw notFound('PolicyCut');
  const found = await lockVersion(ctx.tx, known.policyVersionId);
  const [cut] = await ctx.tx.select().from(policyCuts).where(eq(policyCuts.id, id)).for('update');
  if (!cut) throw notFound('PolicyCut');
  checkDecision(cut, ctx.actor.id);
  if (approve) {
    await refuseOtherHands(ctx);
    const change = await changeOf(ctx.tx, found, cut, ctx.latestDay);
    const less = await lessBy(ctx.tx, change, ctx);
    const now = { affected: less.customers, valueAtRisk: less.valueAtRisk };
    if (less.hash !== cut.termsHash || change.version.effectiveFrom !== cut.effectiveFrom || outgrown(cut, now)) {
      throw new DomainError(
        'CUT_OUTDATED',
        'What would be promised less has changed since this was asked for; have it asked for again.',
        { path: ['id'] },
      );
    }
  }
  const change = {
    status: approve ? ('APPROVED' as const) : ('REJECTED' as const),
    decidedBy: ctx.actor.email,
    decidedAt: ctx.now,
    note,
  };
  await ctx.tx.update(policyCuts).set(change).where(eq(policyCuts.id, id));
  ctx.audit({ subject: `PolicyCut_${id}`, before: { status: cut.status }, after: change });
}

/** What was asked for or approved is no longer what would be published. */
export async function voidCuts(ctx: Pick<Deciding, 'tx' | 'audit'>, versionId: string): Promise<void> {
  const open = await ctx.tx
    .select({ id: policyCuts.id, status: policyCuts.status })
    .from(policyCuts)
    .where(and(eq(policyCuts.policyVersionId, versionId), inArray(policyCuts.status, ['PENDING', 'APPROVED'])))
    .for('update');
  for (const { id, status } of open) {
    await ctx.tx.update(policyCuts).set({ status: 'VOID' }).where(eq(policyCuts.id, id));
    ctx.audit({ subject: `PolicyCut_${id}`, before: { status }, after: { status: 'VOID' } });
  }
}
