import type { Orm } from '@perennial/kernel/db/database';
import { isRow, lockRow, noSuch, type OwnedRef, type RowRef } from '@perennial/kernel/db/owned';
import { and, asc, eq, ne } from 'drizzle-orm';
import { quoteLines, quoteRevisions, quotes } from './table.ts';

export type QuoteRow = typeof quotes.$inferSelect;
export type RevisionRow = typeof quoteRevisions.$inferSelect;
export type LineRow = typeof quoteLines.$inferSelect;

/** The quote, locked to the end of the transaction: whoever changes one of its revisions holds it first. */
export const lockQuote = (tx: Orm, ref: OwnedRef): Promise<QuoteRow> => lockRow(tx, quotes, ref, 'quote');

/** A revision and its quote, both locked. */
export async function lockRevision(tx: Orm, ref: OwnedRef): Promise<{ quote: QuoteRow; revision: RevisionRow }> {
  const at = { customerId: ref.customerId ?? '', id: ref.id ?? '' };
  const [found] = await tx
    .select({ quoteId: quoteRevisions.quoteId })
    .from(quoteRevisions)
    .where(isRow(quoteRevisions, at));
  if (!found) throw noSuch('revision');
  const quote = await lockQuote(tx, { customerId: at.customerId, id: found.quoteId });
  return { quote, revision: await lockRow(tx, quoteRevisions, at, 'revision') };
}

/** Whether any customer was ever sent a revision. */
export async function anySent(orm: Orm): Promise<boolean> {
  const rows = await orm
    .select({ id: quoteRevisions.id })
    .from(quoteRevisions)
    .where(ne(quoteRevisions.status, 'DRAFT'))
    .limit(1);
  return rows.length > 0;
}

/** By number. */
export function revisionsOf(orm: Orm, quote: RowRef): Promise<RevisionRow[]> {
  return orm
    .select()
    .from(quoteRevisions)
    .where(and(eq(quoteRevisions.customerId, quote.customerId), eq(quoteRevisions.quoteId, quote.id)))
    .orderBy(asc(quoteRevisions.number));
}

/** In the order in which they stand. */
export function linesOf(orm: Orm, revision: RowRef): Promise<LineRow[]> {
  return orm
    .select()
    .from(quoteLines)
    .where(and(eq(quoteLines.customerId, revision.customerId), eq(quoteLines.revisionId, revision.id)))
    .orderBy(asc(quoteLines.position));
}
