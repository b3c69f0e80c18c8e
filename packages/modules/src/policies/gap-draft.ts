import type { DraftedTerm } from '@perennial/domain/policies/excluding';
import { canonical } from '@perennial/domain/policies/snapshot';
import { readTerms, type Term } from '@perennial/domain/policies/terms';
import { checkRegions, withinRegions, type Variant } from '@perennial/domain/policies/variant';
import { periodOf } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';
import { covers } from '@perennial/domain/shared/period';
import { and, desc, eq, ne } from 'drizzle-orm';
import { lockPolicy, type PolicyRow } from './rows.ts';
import { draftFrom, saveDraft } from './draft-service.ts';
import type { Writing } from './writing.ts';
import { policyVersions } from './table.ts';

/**
 * Puts one more term into the newest draft of a policy, or into a new draft made from its newest version. The term gets
 * a short name that no other one has, unless it takes the place of one; nothing else of the draft changes. A term of its
 * kind for the very same purchases stays as it is, and is the answer: beside it, it would be open which decides. Errors:
 * `NOT_FOUND`, `VARIANT_OUT_OF_REGION`, those of `readTerms`.
 *
 * @param write the term, by those of the draft and those that other policies have in force.
 * @returns the draft's id and the term's short name.
 */
export async function addTermToDraft(
  ctx: Writing,
  policyId: string,
  write: (draft: readonly Term[], others: readonly Term[]) => DraftedTerm,
): Promise<{ versionId: string; termId: string }> {
  const policy = await lockPolicy(ctx.tx, policyId);
  const ofPolicy = eq(policyVersions.policyId, policyId);
  const newest = (where = ofPolicy) =>
    ctx.tx.select().from(policyVersions).where(where).orderBy(desc(policyVersions.number)).limit(1);
  const [draft] = await newest(and(ofPolicy, eq(policyVersions.status, 'DRAFT')));
  const [last] = draft ? [draft] : await newest();
  if (!last) {
    throw new DomainError('NOT_FOUND', 'This policy has no version to start from; pass another policy.', {
      path: ['policyId'],
      params: { type: 'PolicyVersion' },
    });
  }
  const versionId = draft?.id ?? (await draftFrom(ctx, last.id));
  const [row] = await ctx.tx.select().from(policyVersions).where(eq(policyVersions.id, versionId));
  const terms = row!.terms;
  const term = write(terms, await inForceElsewhere(ctx, policyId));
  const standing = term.id === undefined ? terms.find(sameAs(term, policy)) : undefined;
  if (standing) return { versionId, termId: standing.id };
  const written = { ...term, id: term.id ?? freeName(term.kind, terms) };
  refuseElsewhere(policy, written);
  const changed =
    term.id === undefined ? [...terms, written] : terms.map((each) => (each.id === term.id ? written : each));
  await saveDraft(ctx, versionId, row!.version, { terms: readTerms(changed) });
  return { versionId, termId: written.id };
}

/** Whether a term of a draft is of that kind and for the very same purchases, as the draft keeps them (see `saveDraft`). */
function sameAs(wished: DraftedTerm, policy: Pick<PolicyRow, 'baseId' | 'regions'>): (term: Term) => boolean {
  const regions = policy.baseId === null ? [] : policy.regions;
  const purchases = (of: DraftedTerm) => canonical(withinRegions([{ ...of, id: '' }], regions)[0]!.appliesTo);
  return (term) => term.kind === wished.kind && purchases(term) === purchases(wished);
}

/** A term of regions that the policy is not for would never apply; the remedy is another policy. */
function refuseElsewhere(policy: Variant, term: Term): void {
  try {
    checkRegions(policy, [term]);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, error.message, { path: ['policyId'], params: error.params });
  }
}

function freeName(kind: string, terms: readonly Term[]): string {
  const taken = new Set(terms.map(({ id }) => id));
  let name = kind;
  for (let n = 2; taken.has(name); n += 1) name = `${kind}-${n}`;
  return name;
}

async function inForceElsewhere(ctx: Writing, policyId: string): Promise<Term[]> {
  const found = await ctx.tx
    .select()
    .from(policyVersions)
    .where(and(ne(policyVersions.policyId, policyId), ne(policyVersions.status, 'DRAFT')));
  return found.filter((each) => covers(periodOf(each), ctx.asOf)).flatMap((each) => readTerms(each.terms));
}
