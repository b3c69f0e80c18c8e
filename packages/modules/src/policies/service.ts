import { sameVersion } from '@perennial/kernel/write/version';
import { phrasesFor, tidyPhrases, type Phrases } from '@perennial/domain/policies/phrases';
import { checkSlug, introOf, slugOf, type Policy, type PolicyWords } from '@perennial/domain/policies/policy';
import { checkTermSegments, readTerms } from '@perennial/domain/policies/terms';
import { checkNewVariant, withinRegions } from '@perennial/domain/policies/variant';
import { checkDraft, checkPeriod, placeVersion } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { businessFrame } from '@perennial/kernel/write/business';
import type { SystemWriteContext, WriteContext } from '@perennial/kernel/write/context';
import { eq, max } from 'drizzle-orm';
import { pointsOf } from '../points/index.ts';
import { problemsOf } from './check-service.ts';
import { changeOf, voidCuts } from './cut-service.ts';
import { disclosureMoment } from './disclosure-service.ts';
import { lessBy, refuseBelowFloors, refuseUnapproved } from './guard-service.ts';
import {
  lockPolicy,
  lockPublishing,
  lockVersion,
  notFound,
  refuseToTakeBack,
  textsOf,
  type PolicyRow,
  type VersionRow,
} from './rows.ts';
import { canonical } from '@perennial/domain/policies/snapshot';
import { policies, policyComments, policyCuts, policyVersions } from './table.ts';

/** What these services need of a write: staff and jobs (seeding) can both offer it. */
export type Writing = Pick<
  WriteContext | SystemWriteContext,
  'tx' | 'now' | 'asOf' | 'latestDay' | 'currency' | 'timezone' | 'audit' | 'emit' | 'actor'
>;

/** What an admin says about a policy; only its name has no default. */
export interface PolicyInput extends Pick<Policy, 'name'> {
  description?: string | undefined;
  stage?: Policy['stage'] | undefined;
  slug?: string | undefined;
  regions?: readonly string[] | undefined;
  words?: PolicyWords | undefined;
  probeDays?: number | undefined;
}

/**
 * A policy (服務政策, C1) with an empty first draft, so that there is something to write in.
 * Errors: `NAME_TAKEN`, `BAD_SLUG`, `SLUG_TAKEN`.
 *
 * @param baseId makes it a regional variant of that policy; see {@link createVariant}.
 */
export async function createPolicy(
  ctx: Writing,
  input: PolicyInput,
  baseId: string | null = null,
): Promise<{ policyId: string; versionId: string }> {
  const policyId = newId();
  await refuseTakenName(ctx, input.name);
  const row = {
    name: input.name,
    description: input.description ?? '',
    stage: input.stage ?? ('AFTER_SALE' as const),
    slug: await freeSlug(ctx, policyId, input),
    baseId,
    regions: [...(input.regions ?? [])],
    words: input.words ?? {},
    probeDays: input.probeDays ?? 30,
  };
  await ctx.tx.insert(policies).values({ id: policyId, ...row, createdAt: ctx.now, updatedAt: ctx.now });
  ctx.audit({ subject: `Policy_${policyId}`, after: row });
  const versionId = await insertDraft(ctx, {
    policyId,
    number: 1,
    effectiveFrom: ctx.asOf,
    ...introOf(row),
    terms: [],
  });
  return { policyId, versionId };
}

/** Whether there is any policy yet. */
export async function hasPolicies(tx: Orm): Promise<boolean> {
  return (await tx.select({ id: policies.id }).from(policies).limit(1)).length > 0;
}

/**
 * Changes how a policy is called and described; what it promises is in its versions. Errors: `VERSION_CONFLICT`,
 * `NAME_TAKEN`, `SLUG_TAKEN`, `BAD_SLUG`, `REGIONS_FIXED`, those of `checkNewVariant`, and `PROBE_DAYS_PROMISED`.
 */
export async function updatePolicy(
  ctx: Writing,
  id: string,
  seen: number,
  change: Partial<PolicyInput>,
): Promise<void> {
  const before = await lockPolicy(ctx.tx, id);
  sameVersion(before, seen);
  if (change.name !== undefined && change.name !== before.name) await refuseTakenName(ctx, change.name);
  if (change.slug !== undefined && change.slug !== before.slug) await refuseTakenSlug(ctx, change.slug);
  if (change.regions !== undefined) await refuseToMove(ctx, before, change.regions);
  if ((change.probeDays ?? 0) > before.probeDays) await refuseLaxerProbes(ctx, before);
  const { regions, ...rest } = change;
  await ctx.tx
    .update(policies)
    .set({ ...rest, ...(regions ? { regions: [...regions] } : {}), version: seen + 1, updatedAt: ctx.now })
    .where(eq(policies.id, id));
  ctx.audit({ subject: `Policy_${id}`, before, after: change });
}

async function refuseTakenName(ctx: Writing, name: string): Promise<void> {
  const [taken] = await ctx.tx.select({ id: policies.id }).from(policies).where(eq(policies.name, name));
  if (!taken) return;
  throw new DomainError('NAME_TAKEN', `There is a policy called "${name}" already; choose another name.`, {
    path: ['name'],
    params: { name },
  });
}

/** Where a policy is promised is a part of the promise: it is fixed with the first version that is published. */
async function refuseToMove(ctx: Writing, policy: PolicyRow, regions: readonly string[]): Promise<void> {
  if (canonical([...policy.regions].sort()) === canonical([...regions].sort())) return;
  const versions = await ctx.tx.select().from(policyVersions).where(eq(policyVersions.policyId, policy.id));
  if (versions.some((each) => each.status !== 'DRAFT')) {
    throw new DomainError(
      'REGIONS_FIXED',
      `"${policy.name}" has been promised; its regions stay. Narrow or widen its terms in a new version instead.`,
      { path: ['regions'], params: { policy: policy.name } },
    );
  }
  if (policy.baseId === null) return;
  const [base] = await ctx.tx.select().from(policies).where(eq(policies.id, policy.baseId));
  const siblings = await ctx.tx.select().from(policies).where(eq(policies.baseId, policy.baseId));
  const others = siblings.filter((each) => each.id !== policy.id);
  if (base) checkNewVariant(base, others, regions);
}

/**
 * How soon somebody must have answered at its service points is a part of the promise (S14): while a version that lists
 * some is in force or announced, the days may get fewer, never more. Who means to promise less takes the points off in
 * a new version, past the service-cut guard (S11), and may then say more days.
 */
async function refuseLaxerProbes(ctx: Writing, policy: PolicyRow): Promise<void> {
  const versions = await ctx.tx.select().from(policyVersions).where(eq(policyVersions.policyId, policy.id));
  const listing = versions.find(
    ({ status, pointIds, effectiveFrom, effectiveTo }) =>
      status !== 'DRAFT' &&
      pointIds.length > 0 &&
      (effectiveTo === null || (effectiveTo > ctx.asOf && effectiveTo > effectiveFrom)),
  );
  if (!listing) return;
  const { number } = listing;
  throw new DomainError(
    'PROBE_DAYS_PROMISED',
    `Version ${number} lists service points that answer within ${policy.probeDays} days; keep to that in "probeDays", or ` +
      'publish a version that lists none, which a second person has to approve.',
    { path: ['probeDays'], params: { policy: policy.name, number, days: policy.probeDays } },
  );
}

/** The address that was asked for, else one made from the name, else one made from the id (a Chinese name has none). */
async function freeSlug(ctx: Writing, policyId: string, { name, slug }: PolicyInput): Promise<string> {
  if (slug !== undefined) {
    await refuseTakenSlug(ctx, slug);
    return slug;
  }
  // the end of the id: its beginning is the time, which two policies of one minute share
  const short = policyId.replaceAll('-', '').slice(-8);
  const made = slugOf(name);
  if (made === null) return `policy-${short}`;
  return (await slugTaken(ctx, made)) ? `${made}-${short}` : made;
}

async function slugTaken(ctx: Writing, slug: string): Promise<boolean> {
  return (await ctx.tx.select({ id: policies.id }).from(policies).where(eq(policies.slug, slug))).length > 0;
}

async function refuseTakenSlug(ctx: Writing, slug: string): Promise<void> {
  checkSlug(slug);
  if (!(await slugTaken(ctx, slug))) return;
  throw new DomainError('SLUG_TAKEN', `Another policy has the address "${slug}" already; choose another one.`, {
    path: ['slug'],
    params: { slug },
  });
}

type NewDraft = Pick<VersionRow, 'policyId' | 'number' | 'effectiveFrom' | 'intro' | 'terms' | 'phrases'> &
  Partial<Pick<VersionRow, 'calendarId' | 'pointIds'>>;

async function insertDraft(ctx: Writing, draft: NewDraft): Promise<string> {
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
  const terms = change.terms === undefined || change.terms === null ? before.terms : readTerms(change.terms);
  checkTermSegments(terms, before.terms);
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
  await write(ctx, before, { ...after, updatedBy: nameOf(ctx) });
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
  const [last] = await ctx.tx
    .select({ number: max(policyVersions.number) })
    .from(policyVersions)
    .where(eq(policyVersions.policyId, version.policyId));
  const { policyId, terms, calendarId, pointIds } = version;
  const number = (last?.number ?? 0) + 1;
  // one from before versions had an intro of their own was introduced by the policy's description
  const said = version.intro === null ? introOf(policy) : version;
  const { intro, phrases } = { ...said, phrases: { ...said.phrases, ...version.phrases } };
  const copy = { intro, terms, phrases, calendarId, pointIds };
  return insertDraft(ctx, { policyId, number, effectiveFrom: ctx.asOf, ...copy });
}

/**
 * Publishes a draft from `from` (else from its own first day): promises it to every purchase made on the days of its
 * period. The open-ended version before it ends on that day.
 *
 * A first day in the past is allowed as long as it only adds promises: purchases that carry another version of the
 * policy keep it (`ALREADY_PROMISED`), and less is never promised for days past (`CUT_IN_THE_PAST`). That is how a business that starts here promises what it always did. Charges are
 * no promise: those of a version bind only who bought after it was published (S2, see `promisesKnown`).
 *
 * Of two people who publish at once exactly one does; the other is told that the version is no draft any more.
 * Errors: `VERSION_NOT_DRAFT`, `VERSION_CONFLICT`, and the first of those of `problemsOf`, which finds them all.
 *
 * @param disclosedAt since when customers could know of it, if that is not the business's moment: only for samples, whose
 * shop is made up with its past.
 */
export async function publishVersion(
  ctx: Writing,
  id: string,
  seen: number,
  from?: string,
  disclosedAt?: Date,
): Promise<void> {
  const found = await lockVersion(ctx.tx, id);
  const { policy, version: before } = found;
  checkDraft(before);
  sameVersion(before, seen);
  // two policies published at once wait for each other here: each must see the other's terms
  await lockPublishing(ctx.tx);
  await sameSettings(ctx);
  const problem = (await problemsOf(ctx.tx, found, from, ctx)).find(({ blocking }) => blocking);
  if (problem) throw problem.error;
  const draft = { ...before, effectiveFrom: from ?? before.effectiveFrom };
  const siblings = await ctx.tx.select().from(policyVersions).where(eq(policyVersions.policyId, policy.id));
  const closing = placeVersion(draft, siblings);
  const closed = siblings.find((each) => each.id === closing?.id);
  if (closing && closed) await write(ctx, closed, { effectiveTo: closing.effectiveTo });
  await write(ctx, before, {
    effectiveFrom: draft.effectiveFrom,
    terms: readTerms(before.terms),
    phrases: phrasesFor(textsOf(before), before.phrases),
    status: 'PUBLISHED',
    publishedAt: ctx.now,
    publishedBy: nameOf(ctx),
    disclosedAt: disclosedAt ?? (await disclosureMoment(ctx)),
  });
  ctx.emit('policies.published', { policyId: policy.id, versionId: id });
}

/** The sums of the words are in a currency: where that changed a moment ago, they are not what their author wrote. */
async function sameSettings(ctx: Writing): Promise<void> {
  const { currency } = await businessFrame(ctx.tx, ctx.now);
  if (currency === ctx.currency) return;
  throw new DomainError(
    'VERSION_CONFLICT',
    `The currency of the business became ${currency} meanwhile; look at the sums once more, then publish.`,
    { path: ['version'], params: { yours: ctx.currency, current: currency } },
  );
}

const nameOf = (ctx: Writing): string => (ctx.actor.kind === 'staff' ? ctx.actor.email : 'system');

/**
 * Ends a published version on `on` (the latest day of the business, or later). What it promised stays promised; that new
 * purchases are promised nothing in its place needs a second person (S11). Errors: `VERSION_NOT_PUBLISHED`,
 * `VERSION_CONFLICT`, `RETIRED_IN_THE_PAST`, `ALREADY_PROMISED`, `BELOW_FLOOR`, `SERVICE_CUT`.
 */
export async function retireVersion(ctx: Writing, id: string, seen: number, on?: string): Promise<void> {
  const found = await lockVersion(ctx.tx, id);
  const { version: before } = found;
  sameVersion(before, seen);
  await lockPublishing(ctx.tx);
  const change = await changeOf(ctx.tx, found, { effectiveFrom: on, retiring: true }, ctx.latestDay);
  const { effectiveFrom: effectiveTo } = change.version;
  await refuseToTakeBack(ctx.tx, id, before.number, effectiveTo);
  const less = await lessBy(ctx.tx, change, ctx);
  await refuseBelowFloors(ctx.tx, change, less);
  await refuseUnapproved(ctx.tx, change, less, ctx);
  await write(ctx, before, { status: 'RETIRED', effectiveTo });
}

async function write(ctx: Writing, before: VersionRow, change: Partial<VersionRow>): Promise<void> {
  await ctx.tx
    .update(policyVersions)
    .set({ ...change, version: before.version + 1, updatedAt: ctx.now })
    .where(eq(policyVersions.id, before.id));
  const told = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof VersionRow]]));
  ctx.audit({ subject: `PolicyVersion_${before.id}`, before: told, after: change });
}
