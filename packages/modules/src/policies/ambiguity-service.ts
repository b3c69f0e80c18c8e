import { ambiguous, findAmbiguities } from '@perennial/domain/policies/ambiguity';
import { canonical } from '@perennial/domain/policies/snapshot';
import type { Term } from '@perennial/domain/policies/terms';
import { intersectRegions } from '@perennial/domain/policies/variant';
import { periodOf } from '@perennial/domain/policies/version';
import type { DomainError } from '@perennial/domain/shared/errors';
import { overlaps } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, ne } from 'drizzle-orm';
import type { PolicyRow, VersionRow } from './rows.ts';
import { policies, policyVersions } from './table.ts';

/** So many refusals are told at once; whoever has mended these is told the rest. */
const MOST = 20;

/**
 * What a version's terms, together with those other policies promise on the same days, would leave open: a refusal for
 * each two terms (`AMBIGUOUS_TERMS`), at most {@link MOST}; empty = nothing. To publish, hold the lock
 * `policies.publish`: two policies must see each other's terms.
 */
export async function openBesideOthers(
  tx: Orm,
  policy: PolicyRow,
  draft: Pick<VersionRow, 'number' | 'effectiveFrom' | 'effectiveTo'> & { terms: readonly Term[] },
): Promise<DomainError[]> {
  const others = await tx
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(and(ne(policyVersions.policyId, policy.id), ne(policyVersions.status, 'DRAFT')));
  const place = (terms: readonly Term[], { name, regions }: PolicyRow, number: number) =>
    intersectRegions(terms, regions).map(({ id, kind, appliesTo }) => ({ id, kind, appliesTo, policy: name, number }));
  const beside = others.filter(({ version }) => overlaps(periodOf(version), periodOf(draft)));
  const mine = place(draft.terms, policy, draft.number);
  const found = findAmbiguities(mine, MOST);
  // one by one: versions of one other policy follow each other and never meet
  for (const { version, policy: other } of beside) {
    const together = findAmbiguities([...mine, ...place(version.terms, other, version.number)], MOST);
    found.push(...together.filter(({ first, second }) => !mine.includes(first) || !mine.includes(second)));
  }
  const refusals = found.map(({ first, second, cases }) => ambiguous(first, second, cases));
  // what two versions of one other policy leave open alike is mended once
  const told = new Map(refusals.toReversed().map((each) => [canonical(each.params), each]));
  return refusals.filter((each) => told.get(canonical(each.params)) === each).slice(0, MOST);
}
