import { sameVersion } from '@perennial/kernel/write/version';
import { checkSlug, slugOf, type Policy, type PolicyWords } from '@perennial/domain/policies/policy';
import { readTerms } from '@perennial/domain/policies/terms';
import { checkDraft, checkPeriod, placeVersion, retirementDay } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';
import { addDays } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { SystemWriteContext, WriteContext } from '@perennial/kernel/write/context';
import { and, desc, eq, gte, max } from 'drizzle-orm';
import { checkAgainstOthers } from './ambiguity-service.ts';
import { lockPolicy, lockVersion, type VersionRow } from './rows.ts';
import { entitlements, policies, policyVersions } from './table.ts';

/** What these services need of a write: staff and jobs (seeding) can both offer it. */
export type Writing = Pick<WriteContext | SystemWriteContext, 'tx' | 'now' | 'asOf' | 'audit' | 'emit' | 'actor'>;

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
  const versionId = await insertDraft(ctx, { policyId, number: 1, effectiveFrom: ctx.asOf, terms: [] });
  return { policyId, versionId };
}

/** Whether there is any policy yet. */
export async function hasPolicies(tx: Orm): Promise<boolean> {
  return (await tx.select({ id: policies.id }).from(policies).limit(1)).length > 0;
}

/** Changes how a policy is called and described; what it promises is in its versions. Errors: `VERSION_CONFLICT`. */
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

type NewDraft = Pick<VersionRow, 'policyId' | 'number' | 'effectiveFrom' | 'terms'> &
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
  /** As an admin wrote them; checked here. */
  terms?: unknown;
  calendarId?: string | null | undefined;
  pointIds?: readonly string[] | undefined;
}

/** Saves what is given of a draft. Errors: `VERSION_CONFLICT`, `VERSION_NOT_DRAFT`, those of `readTerms` and `checkPeriod`. */
export async function saveDraft(ctx: Writing, id: string, seen: number, change: DraftChange): Promise<void> {
  const { version: before } = await lockVersion(ctx.tx, id);
  checkDraft(before);
  sameVersion(before, seen);
  const after = {
    effectiveFrom: change.effectiveFrom ?? before.effectiveFrom,
    effectiveTo: change.effectiveTo === undefined ? before.effectiveTo : change.effectiveTo,
    terms: change.terms === undefined || change.terms === null ? before.terms : readTerms(change.terms),
    calendarId: change.calendarId === undefined ? before.calendarId : change.calendarId,
    pointIds: change.pointIds === undefined ? before.pointIds : [...new Set(change.pointIds)],
  };
  checkPeriod({ from: after.effectiveFrom, to: after.effectiveTo });
  await write(ctx, before, after);
}

/** Throws a draft away. Errors: `VERSION_CONFLICT`, `VERSION_NOT_DRAFT`. */
export async function discardDraft(ctx: Writing, id: string, seen: number): Promise<void> {
  const { version: before } = await lockVersion(ctx.tx, id);
  checkDraft(before);
  sameVersion(before, seen);
  await ctx.tx.delete(policyVersions).where(eq(policyVersions.id, id));
  ctx.audit({ subject: `PolicyVersion_${id}`, before });
}

/** A new draft that begins as a copy of any version of the policy. */
export async function draftFrom(ctx: Writing, id: string): Promise<string> {
  const { version } = await lockVersion(ctx.tx, id);
  const [last] = await ctx.tx
    .select({ number: max(policyVersions.number) })
    .from(policyVersions)
    .where(eq(policyVersions.policyId, version.policyId));
  const { policyId, terms, calendarId, pointIds } = version;
  const number = (last?.number ?? 0) + 1;
  return insertDraft(ctx, { policyId, number, effectiveFrom: ctx.asOf, terms, calendarId, pointIds });
}

/**
 * Publishes a draft from `from` (else from its own first day): promises it to every purchase made on the days of its
 * period. The open-ended version before it ends on that day.
 *
 * A first day in the past is allowed as long as it only adds promises: purchases that carry another version of the
 * policy keep it (`ALREADY_PROMISED`). That is how a business that starts here promises what it always did.
 *
 * Errors: `VERSION_CONFLICT`, `VERSION_NOT_DRAFT`, `NO_TERMS`, `OVERLAPPING_VERSION`, `AMBIGUOUS_TERMS`,
 * `ALREADY_PROMISED`, those of `readTerms`.
 */
export async function publishVersion(ctx: Writing, id: string, seen: number, from?: string): Promise<void> {
  const { policy, version: before } = await lockVersion(ctx.tx, id);
  checkDraft(before);
  sameVersion(before, seen);
  const draft = { ...before, effectiveFrom: from ?? before.effectiveFrom };
  const terms = readTerms(before.terms);
  if (terms.length === 0) {
    throw new DomainError('NO_TERMS', `Version ${before.number} promises nothing yet; add at least one term.`, {
      path: ['terms'],
      params: { number: before.number },
    });
  }
  const siblings = await ctx.tx.select().from(policyVersions).where(eq(policyVersions.policyId, policy.id));
  const closing = placeVersion(draft, siblings);
  if (closing) {
    await refuseToTakeBack(ctx, closing.id, closing.number, draft.effectiveFrom);
    const closed = siblings.find((each) => each.id === closing.id);
    if (closed) await write(ctx, closed, { effectiveTo: closing.effectiveTo });
  }
  await checkAgainstOthers(ctx.tx, policy, { ...draft, terms });
  await write(ctx, before, {
    effectiveFrom: draft.effectiveFrom,
    terms,
    status: 'PUBLISHED',
    publishedAt: ctx.now,
    publishedBy: ctx.actor.kind === 'staff' ? ctx.actor.email : 'system',
  });
  ctx.emit('policies.published', { policyId: policy.id, versionId: id });
}

/** A version that is closed earlier than its last promised purchase would break that promise. */
async function refuseToTakeBack(ctx: Writing, versionId: string, number: number, from: string): Promise<void> {
  const [last] = await ctx.tx
    .select({ on: entitlements.grantedOn })
    .from(entitlements)
    .where(and(eq(entitlements.policyVersionId, versionId), gte(entitlements.grantedOn, from)))
    .orderBy(desc(entitlements.grantedOn))
    .limit(1);
  if (!last) return;
  const earliest = addDays(last.on, 1);
  throw new DomainError(
    'ALREADY_PROMISED',
    `Purchases up to ${last.on} carry version ${number} and keep it; choose ${earliest} or later.`,
    { path: ['effectiveFrom'], params: { number, last: last.on, earliest } },
  );
}

/** Ends a published version on `on` (today, by the as-of date, or later). What it promised stays promised. */
export async function retireVersion(ctx: Writing, id: string, seen: number, on?: string): Promise<void> {
  const { version: before } = await lockVersion(ctx.tx, id);
  sameVersion(before, seen);
  const earliest = before.effectiveFrom > ctx.asOf ? before.effectiveFrom : ctx.asOf;
  const effectiveTo = retirementDay(before, on ?? earliest, ctx.asOf);
  await refuseToTakeBack(ctx, id, before.number, effectiveTo);
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
