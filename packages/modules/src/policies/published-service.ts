import type { Phrases } from '@perennial/domain/policies/phrases';
import { readTerms, type Term } from '@perennial/domain/policies/terms';
import type { Orm } from '@perennial/kernel/db/database';
import { asc, eq, ne } from 'drizzle-orm';
import type { PolicyRow } from './rows.ts';
import { policies, policyVersions } from './table.ts';

/** A published version as the public may see it: who wrote it and who published it is not said. */
export interface PublicVersion {
  id: string;
  number: number;
  effectiveFrom: string;
  effectiveTo: string | null;
  intro: string | null;
  terms: readonly Term[];
  phrases: Phrases;
  pointIds: readonly string[];
  /** Hours that its clocks run by. */
  calendarId: string | null;
}

export interface PublicPolicy extends Pick<
  PolicyRow,
  'id' | 'name' | 'description' | 'slug' | 'words' | 'baseId' | 'regions'
> {
  versions: readonly PublicVersion[];
}

/** Whether customers were ever told anything: a version that was published stays told when it is retired. */
export async function anyPublished(orm: Orm): Promise<boolean> {
  const rows = await orm
    .select({ id: policyVersions.id })
    .from(policyVersions)
    .where(ne(policyVersions.status, 'DRAFT'))
    .limit(1);
  return rows.length > 0;
}

/** Every policy of which something was published, in order of name. Drafts are never among the versions. */
export async function publishedPolicies(orm: Orm): Promise<PublicPolicy[]> {
  const rows = await orm
    .select({ policy: policies, version: policyVersions })
    .from(policies)
    .innerJoin(policyVersions, eq(policyVersions.policyId, policies.id))
    .where(ne(policyVersions.status, 'DRAFT'))
    .orderBy(asc(policies.name), asc(policyVersions.number));
  const found = new Map<string, PublicPolicy & { versions: PublicVersion[] }>();
  for (const { policy, version } of rows) {
    const { id, name, description, slug, words, baseId, regions } = policy;
    const known = found.get(id) ?? { id, name, description, slug, words, baseId, regions, versions: [] };
    const { id: versionId, number, effectiveFrom, effectiveTo, intro, phrases, pointIds, calendarId } = version;
    const terms = readTerms(version.terms);
    const said = { intro, terms, phrases, pointIds, calendarId };
    known.versions.push({ id: versionId, number, effectiveFrom, effectiveTo, ...said });
    found.set(id, known);
  }
  return [...found.values()];
}
