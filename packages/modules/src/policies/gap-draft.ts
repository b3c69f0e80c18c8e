import { readTerms, type Term } from '@perennial/domain/policies/terms';
import { DomainError } from '@perennial/domain/shared/errors';
import { and, desc, eq } from 'drizzle-orm';
import { lockPolicy } from './rows.ts';
import { draftFrom, saveDraft } from './draft-service.ts';
import type { Writing } from './writing.ts';
import { policyVersions } from './table.ts';

/**
 * Puts one more term into the newest draft of a policy, or into a new draft made from its newest version. The term gets
 * a short name that no other one has; nothing else of the draft changes. Errors: `NOT_FOUND`, those of `readTerms`.
 * @returns the draft's id and the term's short name.
 */
export async function addTermToDraft(
  ctx: Writing,
  policyId: string,
  term: Omit<Term, 'id'>,
): Promise<{ versionId: string; termId: string }> {
  await lockPolicy(ctx.tx, policyId);
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
  const taken = new Set(terms.map(({ id }) => id));
  let termId = term.kind;
  for (let n = 2; taken.has(termId); n += 1) termId = `${term.kind}-${n}`;
  await saveDraft(ctx, versionId, row!.version, { terms: readTerms([...terms, { ...term, id: termId }]) });
  return { versionId, termId };
}
