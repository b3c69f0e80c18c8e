import { checkUnambiguous } from '@perennial/domain/policies/ambiguity';
import type { Term } from '@perennial/domain/policies/terms';
import { intersectRegions } from '@perennial/domain/policies/variant';
import { periodOf } from '@perennial/domain/policies/version';
import { overlaps } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, ne } from 'drizzle-orm';
import type { PolicyRow, VersionRow } from './rows.ts';
import { policies, policyVersions } from './table.ts';

/**
 * Refuses a version whose terms, together with those other policies promise on the same days, would leave a decision
 * open (`AMBIGUOUS_TERMS`). To publish, hold the lock `policies.publish`: two policies must see each other's terms.
 */
export async function checkAgainstOthers(
  tx: Orm,
  policy: PolicyRow,
  draft: Pick<VersionRow, 'number' | 'effectiveFrom' | 'effectiveTo'> & { terms: readonly Term[] },
): Promise<void> {
  const others = await tx
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(and(ne(policyVersions.policyId, policy.id), ne(policyVersions.status, 'DRAFT')));
  const place = (terms: readonly Term[], { name, regions }: PolicyRow, number: number) =>
    intersectRegions(terms, regions).map(({ id, kind, appliesTo }) => ({ id, kind, appliesTo, policy: name, number }));
  const beside = others.filter(({ version }) => overlaps(periodOf(version), periodOf(draft)));
  const mine = place(draft.terms, policy, draft.number);
  checkUnambiguous(mine);
  // one by one: versions of one other policy follow each other and never meet
  for (const { version, policy: other } of beside) {
    checkUnambiguous([...mine, ...place(version.terms, other, version.number)]);
  }
}
