import { checkSlug, introOf, slugOf, type Policy, type PolicyWords } from '@perennial/domain/policies/policy';
import { canonical } from '@perennial/domain/policies/snapshot';
import { checkNewVariant } from '@perennial/domain/policies/variant';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sameVersion } from '@perennial/kernel/write/version';
import { and, eq } from 'drizzle-orm';
import { insertDraft } from './draft-service.ts';
import { lockPolicy, stillPromised, type PolicyRow } from './rows.ts';
import { policies, policyVersions } from './table.ts';
import type { Writing } from './writing.ts';

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
  const versions = await ctx.tx
    .select()
    .from(policyVersions)
    .where(and(eq(policyVersions.policyId, policy.id), stillPromised(ctx.asOf)));
  const listing = versions.find(({ pointIds }) => pointIds.length > 0);
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
