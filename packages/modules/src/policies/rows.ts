import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { phrasesWithName } from '@perennial/domain/policies/policy';
import { readTerms } from '@perennial/domain/policies/terms';
import { typedTexts } from '@perennial/domain/policies/typed-texts';
import { periodOf } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';
import { addDays } from '@perennial/domain/shared/period';
import { lockFor, type Orm } from '@perennial/kernel/db/database';
import { noSuch } from '@perennial/kernel/db/owned';
import { and, desc, eq, gt, gte, inArray, isNull, ne, or } from 'drizzle-orm';
import { entitlements, policies, policyVersions } from './table.ts';

export { noSuch as notFound } from '@perennial/kernel/db/owned';

export type PolicyRow = typeof policies.$inferSelect;
export type VersionRow = typeof policyVersions.$inferSelect;

/**
 * Locked to the end of the transaction; whoever changes a policy or one of its versions takes this lock first.
 *
 * @param field by which the policy was named.
 */
export async function lockPolicy(tx: Orm, id: string, field = 'id'): Promise<PolicyRow> {
  const [row] = await tx.select().from(policies).where(eq(policies.id, id)).for('update');
  if (!row) throw noSuch('Policy', field);
  return row;
}

/** The version and its policy, both locked. The policy comes first, so that two writers never wait for each other. */
export async function lockVersion(
  tx: Orm,
  id: string,
  field = 'id',
): Promise<{ policy: PolicyRow; version: VersionRow }> {
  const [found] = await tx
    .select({ policyId: policyVersions.policyId })
    .from(policyVersions)
    .where(eq(policyVersions.id, id));
  if (!found) throw noSuch('PolicyVersion', field);
  const policy = await lockPolicy(tx, found.policyId);
  const [version] = await tx.select().from(policyVersions).where(eq(policyVersions.id, id)).for('update');
  if (!version) throw noSuch('PolicyVersion', field);
  return { policy, version };
}

/**
 * Held to the end of the transaction by whatever publishes or ends a version, and by whatever takes something away that a
 * version may rely on: each then sees what the other did, and of two at once the second is refused.
 */
export const lockPublishing = (tx: Orm): Promise<void> => lockFor(tx, 'policies.publish');

/** The version and its policy as they are now, for reading. */
export async function readVersion(orm: Orm, id: string): Promise<{ policy: PolicyRow; version: VersionRow }> {
  const [found] = await orm
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(eq(policyVersions.id, id));
  if (!found) throw noSuch('PolicyVersion');
  return found;
}

/** Versions that were ever promised to anybody: one that was taken back before it began was not. */
export const everPromised = and(
  ne(policyVersions.status, 'DRAFT'),
  or(isNull(policyVersions.effectiveTo), gt(policyVersions.effectiveTo, policyVersions.effectiveFrom)),
);

/** Those of them that are in force on a day, or announced. */
export const stillPromised = (asOf: string) =>
  and(everPromised, or(isNull(policyVersions.effectiveTo), gt(policyVersions.effectiveTo, asOf)));

/** A version that is closed earlier than its last promised purchase would break that promise. */
export async function refuseToTakeBack(orm: Orm, versionId: string, number: number, from: string): Promise<void> {
  const [last] = await orm
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

/** What a person typed into a version: its intro and the texts in its terms. */
export const textsOf = ({ intro, terms }: Pick<VersionRow, 'intro' | 'terms'>): string[] => [
  ...(intro ? [intro] : []),
  ...typedTexts(terms),
];

/** How the texts of a version's terms and the policy's name are said in other languages; without any: nothing. */
export function phrasesOf(
  { terms, phrases }: Pick<VersionRow, 'terms' | 'phrases'>,
  policy: Pick<PolicyRow, 'name' | 'description' | 'words'>,
): { phrases?: Phrases } {
  const said = phrasesWithName(policy, typedTexts(terms), phrases);
  return Object.keys(said).length === 0 ? {} : { phrases: said };
}

/** A stored version as the engine reads it. */
export function versionTerms(
  version: VersionRow,
  policy: Pick<PolicyRow, 'name' | 'description' | 'words'>,
  currency: string,
): VersionTerms {
  return {
    id: version.id,
    policyId: version.policyId,
    policy: policy.name,
    number: version.number,
    period: periodOf(version),
    terms: readTerms(version.terms),
    currency,
    ...phrasesOf(version, policy),
  };
}

/** Every version that was ever promised, by id: few, and every decision needs some of them. */
export async function promisedVersions(orm: Orm, currency: string): Promise<Map<string, VersionTerms>> {
  const rows = await orm
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(inArray(policyVersions.status, ['PUBLISHED', 'RETIRED']));
  return new Map(rows.map(({ version, policy }) => [version.id, versionTerms(version, policy, currency)]));
}
