import { tidyPhrases, type Phrases } from '@perennial/domain/policies/phrases';
import { introOf } from '@perennial/domain/policies/policy';
import { canonical } from '@perennial/domain/policies/snapshot';
import { checkTermSegments, readTerms } from '@perennial/domain/policies/terms';
import { tidyTerms } from '@perennial/domain/policies/tidy-terms';
import { withinRegions } from '@perennial/domain/policies/variant';
import { checkDraft, checkPeriod } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';
import { newId } from '@perennial/kernel/db/ids';
import { sameVersion } from '@perennial/kernel/write/version';
import { eq, max } from 'drizzle-orm';
import { pointsOf } from '../points/index.ts';
import { voidCuts } from './cut-service.ts';
import { lockPolicy, lockVersion, notFound, type VersionRow } from './rows.ts';
import { policyComments, policyCuts, policyVersions } from './table.ts';
import { nameOf, writeVersion, type Writing } from './writing.ts';

type NewDraft = Pick<VersionRow, 'policyId' | 'number' | 'effectiveFrom' | 'intro' | 'terms' | 'phrases'> &
  Partial<Pick<VersionRow, 'calendarId' | 'pointIds'>>;

/** A draft as it is given, with its trace in the audit. */
export async function insertDraft(ctx: Writing, draft: NewDraft): Promise<string> {
  const id = newId();
  await ctx.tx.insert(policyVersions).values({ id, ...draft, status: 'DRAFT', createdAt: ctx.now, updatedAt: ctx.now });
  ctx.audit({ subject: `PolicyVersion_${id}`, after: draft });
  return id;
}

export interface DraftChange {
  effectiveFrom?: string | undefined;
  effectiveTo?: string | null | undefined;
  intro?: string | null | undefined;
  /** As an admin wrote them; checked here. */
  terms?: unknown;
  /** All of them. */
  phrases?: Phrases | undefined;
  calendarId?: string | null | undefined;
  pointIds?: readonly string[] | undefined;
}

/**
 * Saves what is given of a draft. What was approved for other words is void afterwards (S11). A term of a variant that
 * names no region is for the variant's own (C45).
 *
 * Errors: `VERSION_CONFLICT`, whose `theirs` holds what somebody else saved meanwhile, so that nothing of either is
 * lost; `VERSION_NOT_DRAFT`, those of `readTerms`, `checkTermSegments` and `checkPeriod`.
 */
export async function saveDraft(ctx: Writing, id: string, seen: number, change: DraftChange): Promise<void> {
  const { policy, version: before } = await lockVersion(ctx.tx, id);
  checkDraft(before);
  if (before.version !== seen) throw savedMeanwhile(before, seen);
  const given = change.terms === undefined || change.terms === null ? before.terms : readTerms(change.terms);
  const terms = tidyTerms(given);
  checkTermSegments(terms, tidyTerms(before.terms));
  const after = {
    effectiveFrom: change.effectiveFrom ?? before.effectiveFrom,
    effectiveTo: change.effectiveTo === undefined ? before.effectiveTo : change.effectiveTo,
    intro: change.intro === undefined ? before.intro : (change.intro ?? '').trim(),
    terms: policy.baseId === null ? terms : withinRegions(terms, policy.regions),
    phrases: change.phrases === undefined ? before.phrases : tidyPhrases(change.phrases),
    calendarId: change.calendarId === undefined ? before.calendarId : change.calendarId,
    pointIds: change.pointIds === undefined ? before.pointIds : [...new Set(change.pointIds)],
  };
  checkPeriod({ from: after.effectiveFrom, to: after.effectiveTo });
  await refuseUnknownPoints(ctx, after.pointIds);
  if (canonical(promiseOf(before)) !== canonical(promiseOf(after))) await voidCuts(ctx, id);
  await writeVersion(ctx, before, { ...after, updatedBy: nameOf(ctx) });
}

async function refuseUnknownPoints(ctx: Writing, ids: readonly string[]): Promise<void> {
  const known = await pointsOf(ctx.tx, ids);
  if (ids.some((id) => !known.some((point) => point.id === id))) throw notFound('ServicePoint', 'pointIds');
}

type Promised = Pick<
  VersionRow,
  'effectiveFrom' | 'effectiveTo' | 'intro' | 'terms' | 'phrases' | 'calendarId' | 'pointIds'
>;

/** What an approval was given for: in every language, because each is what some customers read. */
const promiseOf = (version: Promised): Promised => ({
  effectiveFrom: version.effectiveFrom,
  effectiveTo: version.effectiveTo,
  intro: version.intro,
  terms: version.terms,
  phrases: version.phrases,
  calendarId: version.calendarId,
  // their order is for the charter only
  pointIds: [...version.pointIds].sort(),
});

function savedMeanwhile(before: VersionRow, seen: number): DomainError {
  return new DomainError(
    'VERSION_CONFLICT',
    `${before.updatedBy ?? 'Somebody'} saved this draft meanwhile; compare both and choose, term by term.`,
    {
      path: ['version'],
      params: {
        yours: seen,
        current: before.version,
        theirs: {
          ...promiseOf(before),
          calendarId: before.calendarId && `Calendar_${before.calendarId}`,
          pointIds: before.pointIds.map((point) => `ServicePoint_${point}`),
          by: before.updatedBy,
          at: before.updatedAt.toISOString(),
        },
      },
    },
  );
}

/** Throws a draft away. Errors: `VERSION_CONFLICT`, `VERSION_NOT_DRAFT`. */
export async function discardDraft(ctx: Writing, id: string, seen: number): Promise<void> {
  const { version: before } = await lockVersion(ctx.tx, id);
  checkDraft(before);
  sameVersion(before, seen);
  await ctx.tx.delete(policyCuts).where(eq(policyCuts.policyVersionId, id));
  await ctx.tx.delete(policyComments).where(eq(policyComments.policyVersionId, id));
  await ctx.tx.delete(policyVersions).where(eq(policyVersions.id, id));
  ctx.audit({ subject: `PolicyVersion_${id}`, before });
}

/** A new draft that begins as a copy of any version of the policy. */
export async function draftFrom(ctx: Writing, id: string): Promise<string> {
  const { policy, version } = await lockVersion(ctx.tx, id);
  const { policyId, terms, calendarId, pointIds } = version;
  // one from before versions had an intro of their own was introduced by the policy's description
  const said = version.intro === null ? introOf(policy) : version;
  const { intro, phrases } = { ...said, phrases: { ...said.phrases, ...version.phrases } };
  const copy = { intro, terms, phrases, calendarId, pointIds };
  return insertDraft(ctx, { policyId, number: await nextNumber(ctx, policyId), effectiveFrom: ctx.asOf, ...copy });
}

/** A new draft that promises nothing yet: whoever threw the only one away begins anew. */
export async function emptyDraft(ctx: Writing, policyId: string): Promise<string> {
  const policy = await lockPolicy(ctx.tx, policyId, 'policyId');
  const number = await nextNumber(ctx, policyId);
  return insertDraft(ctx, { policyId, number, effectiveFrom: ctx.asOf, ...introOf(policy), terms: [] });
}

async function nextNumber(ctx: Writing, policyId: string): Promise<number> {
  const [last] = await ctx.tx
    .select({ number: max(policyVersions.number) })
    .from(policyVersions)
    .where(eq(policyVersions.policyId, policyId));
  return (last?.number ?? 0) + 1;
}
