import type { VersionTerms } from '@perennial/domain/policies/decide';
import { namePhrases } from '@perennial/domain/policies/policy';
import { readTerms } from '@perennial/domain/policies/terms';
import { tidyTerms } from '@perennial/domain/policies/tidy-terms';
import { intersectRegions } from '@perennial/domain/policies/variant';
import type { Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { eq } from 'drizzle-orm';
import { calendarData } from '../calendars/index.ts';
import { notFound, versionTerms } from './rows.ts';
import { policies, policyVersions } from './table.ts';

/** Words to try: those of a version, or words that need not be saved, as words of a policy where one is named. */
export interface Supposed {
  versionId?: string | undefined;
  policyId?: string | undefined;
  /** As an admin wrote them; instead of those of the version. */
  terms?: unknown;
}

/** With the regions of its policy; none: everywhere. */
type OfRegions = VersionTerms & { regions: readonly string[] };

/**
 * The words to try, as a version that the engine takes as being in force. Errors: `NOT_FOUND`, those of `readTerms`.
 *
 * @param field by which a version was named.
 */
export async function supposedVersion(
  orm: Orm,
  frame: Pick<BusinessFrame, 'currency' | 'asOf'>,
  given: Supposed,
  field = 'versionId',
): Promise<VersionTerms> {
  const { regions, ...version } =
    given.versionId === undefined
      ? await unsaved(orm, frame, given.policyId)
      : await saved(orm, frame, given.versionId, field);
  const terms = given.terms === undefined ? version.terms : tidyTerms(readTerms(given.terms));
  // a policy for some regions is promised to customers there only
  return { ...version, terms: intersectRegions(terms, regions), supposed: true };
}

async function unsaved(
  orm: Orm,
  { asOf, currency }: Pick<BusinessFrame, 'currency' | 'asOf'>,
  policyId: string | undefined,
): Promise<OfRegions> {
  const draft = { id: 'draft', number: 1, period: { from: asOf, to: null }, terms: [], currency };
  if (policyId === undefined) return { ...draft, policyId: 'draft', policy: '…', regions: [] };
  const [row] = await orm.select().from(policies).where(eq(policies.id, policyId));
  if (!row) throw notFound('Policy', 'policyId');
  return { ...draft, policyId, policy: row.name, phrases: namePhrases(row), regions: row.regions };
}

async function saved(
  orm: Orm,
  { currency }: Pick<BusinessFrame, 'currency'>,
  id: string,
  field: string,
): Promise<OfRegions> {
  const [row] = await orm
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(eq(policyVersions.id, id));
  if (!row) throw notFound('PolicyVersion', field);
  const { calendarId } = row.version;
  const calendar = calendarId === null ? null : await calendarData(orm, calendarId);
  return { ...versionTerms(row.version, row.policy, currency), calendar, regions: row.policy.regions };
}
