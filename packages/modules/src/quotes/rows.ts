import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { and, asc, eq, type SQL } from 'drizzle-orm';
import { quoteLines, quoteRevisions, quotes } from './table.ts';

/** A row of one customer, as an input names it. */
export interface OwnedRef {
  customerId?: string | undefined;
  id?: string | undefined;
}

export interface Ref {
  customerId: string;
  id: string;
}

export type QuoteRow = typeof quotes.$inferSelect;
export type RevisionRow = typeof quoteRevisions.$inferSelect;
export type LineRow = typeof quoteLines.$inferSelect;

export const isRow = (table: typeof quotes | typeof quoteRevisions, ref: Ref): SQL | undefined =>
  and(eq(table.customerId, ref.customerId), eq(table.id, ref.id));

/** The quote, locked to the end of the transaction: whoever changes one of its revisions holds it first. */
export async function lockQuote(tx: Orm, ref: OwnedRef): Promise<QuoteRow> {
  const at = { customerId: ref.customerId ?? '', id: ref.id ?? '' };
  const [row] = await tx.select().from(quotes).where(isRow(quotes, at)).for('update');
  if (row) return row;
  throw gone('quote', 'id');
}

/** A revision and its quote, both locked. */
export async function lockRevision(tx: Orm, ref: OwnedRef): Promise<{ quote: QuoteRow; revision: RevisionRow }> {
  const at = { customerId: ref.customerId ?? '', id: ref.id ?? '' };
  const [found] = await tx
    .select({ quoteId: quoteRevisions.quoteId })
    .from(quoteRevisions)
    .where(isRow(quoteRevisions, at));
  if (!found) throw gone('revision', 'id');
  const quote = await lockQuote(tx, { customerId: at.customerId, id: found.quoteId });
  const [revision] = await tx.select().from(quoteRevisions).where(isRow(quoteRevisions, at)).for('update');
  if (!revision) throw gone('revision', 'id');
  return { quote, revision };
}

/** By number. */
export function revisionsOf(orm: Orm, quote: Ref): Promise<RevisionRow[]> {
  return orm
    .select()
    .from(quoteRevisions)
    .where(and(eq(quoteRevisions.customerId, quote.customerId), eq(quoteRevisions.quoteId, quote.id)))
    .orderBy(asc(quoteRevisions.number));
}

/** In the order in which they stand. */
export function linesOf(orm: Orm, revision: Ref): Promise<LineRow[]> {
  return orm
    .select()
    .from(quoteLines)
    .where(and(eq(quoteLines.customerId, revision.customerId), eq(quoteLines.revisionId, revision.id)))
    .orderBy(asc(quoteLines.position));
}

export function gone(what: string, field: string): DomainError {
  return new DomainError('NOT_FOUND', `The field "${field}" names no ${what} that exists; it may have been removed.`, {
    path: [field],
    params: { what },
  });
}
