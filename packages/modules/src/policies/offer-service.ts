import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { Orm } from '@perennial/kernel/db/database';
import { eq, ne } from 'drizzle-orm';
import { calendarsById } from '../calendars/index.ts';
import { versionTerms } from './rows.ts';
import { policies, policyVersions } from './table.ts';

/**
 * The versions by which a purchase on some day would be promised to a customer of a region: what was ever published,
 * without the variants for other regions, each with the working hours it counts by as they are now. Which of them are in force on the day is for the caller to look at.
 */
export async function offeredVersions(orm: Orm, region: string, currency: string): Promise<VersionTerms[]> {
  const rows = await orm
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(ne(policyVersions.status, 'DRAFT'));
  const here = rows.filter(({ policy }) => policy.regions.length === 0 || policy.regions.includes(region));
  const calendars = await calendarsById(
    orm,
    here.flatMap(({ version }) => version.calendarId ?? []),
  );
  return here.map(({ version, policy }) => ({
    ...versionTerms(version, policy, currency),
    calendar: version.calendarId === null ? null : (calendars.get(version.calendarId) ?? null),
  }));
}
