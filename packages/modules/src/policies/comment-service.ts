import { readTerms } from '@perennial/domain/policies/terms';
import { checkDraft } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { eq } from 'drizzle-orm';
import { lockVersion, notFound } from './rows.ts';
import { policyComments } from './table.ts';

type Commenting = Pick<WriteContext, 'tx' | 'now' | 'audit' | 'actor'>;

/**
 * Says something about a draft, or about one of its terms. Errors: `NOT_FOUND`, `VERSION_NOT_DRAFT`, `UNKNOWN_TERM`.
 */
export async function addComment(
  ctx: Commenting,
  { versionId, termId, text }: { versionId: string; termId: string | null; text: string },
): Promise<string> {
  const { version } = await lockVersion(ctx.tx, versionId, 'versionId');
  checkDraft(version, 'versionId');
  if (termId !== null && !readTerms(version.terms).some((term) => term.id === termId)) {
    throw new DomainError(
      'UNKNOWN_TERM',
      `The saved draft has no term called "${termId}"; save the draft first, or comment on the version as a whole.`,
      { path: ['termId'], params: { termId } },
    );
  }
  const row = { id: newId(), policyVersionId: versionId, termId, text, author: ctx.actor.email, at: ctx.now };
  await ctx.tx.insert(policyComments).values(row);
  ctx.audit({ subject: `PolicyComment_${row.id}`, after: row });
  return row.id;
}

/** Settles a comment; settling it again changes nothing. Errors: `NOT_FOUND`. */
export async function resolveComment(ctx: Commenting, id: string): Promise<void> {
  const [before] = await ctx.tx.select().from(policyComments).where(eq(policyComments.id, id)).for('update');
  if (!before) throw notFound('PolicyComment');
  if (before.resolvedAt !== null) return;
  const after = { resolvedAt: ctx.now, resolvedBy: ctx.actor.email };
  await ctx.tx.update(policyComments).set(after).where(eq(policyComments.id, id));
  ctx.audit({ subject: `PolicyComment_${id}`, before: { resolvedAt: null }, after });
}
