import { mayRewrite, mayWork, quotedAmount, quoteTotal } from '@perennial/domain/quotes/rules';
import { countable, pricedAt, sameCurrency } from '@perennial/domain/sales/record';
import { DomainError } from '@perennial/domain/shared/errors';
import { addDays, dayNumber } from '@perennial/domain/shared/period';
import { requireInCharge } from '@perennial/kernel/auth/in-charge';
import { lockFor, rowsOf, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { isRow, noSuch, type OwnedRef, type RowRef } from '@perennial/kernel/db/owned';
import type { WriteContext } from '@perennial/kernel/write/context';
import { sameVersion } from '@perennial/kernel/write/version';
import { and, eq, sql } from 'drizzle-orm';
import { productsById } from '../catalog/index.ts';
import { buyerOf } from '../customers/index.ts';
import { linesOf, lockQuote, lockRevision, revisionsOf, type LineRow } from './rows.ts';
import { quoteLines, quoteRevisions, quotes } from './table.ts';

/** What these services need of a write; seeding offers it as well. */
export type Writing = Pick<
  WriteContext,
  'tx' | 'now' | 'asOf' | 'latestDay' | 'timezone' | 'currency' | 'audit' | 'hook' | 'emit'
> & {
  actor: { id: string | null };
};

/** Days for which a new quote can be accepted, where nobody says otherwise. */
const VALID_DAYS = 30;
const MAX_LINES = 100;

/** A line as somebody writes it; what is left out is taken from the product. */
export interface LineInput {
  productId: string;
  description?: string | undefined;
  quantity: number;
  unitPrice?: number | undefined;
}

/**
 * Opens a quote with its first, empty revision. Errors: `NOT_FOUND`, `CURRENCY_MISMATCH` where it is not in the currency
 * in which this customer's purchases are counted.
 */
export async function createQuote(
  ctx: Writing,
  input: { customerId: string; title: string; currency?: string | undefined; validUntil?: string | undefined },
): Promise<{ quote: RowRef; revision: RowRef }> {
  const buyer = await buyerOf(ctx.tx, input.customerId);
  const currency = input.currency ?? buyer.currency;
  sameCurrency(currency, buyer.currency, ['currency']);
  await lockFor(ctx.tx, 'quotes.number');
  const [last] = await rowsOf<{ serial: number }>(
    ctx.tx,
    sql`select coalesce(max(serial), 0)::int as serial from ${quotes}`,
  );
  const serial = (last?.serial ?? 0) + 1;
  const row = {
    customerId: buyer.customerId,
    id: newId(),
    number: `Q-${String(serial).padStart(4, '0')}`,
    serial,
    title: input.title,
    status: 'OPEN' as const,
    currency,
    ownerId: ctx.actor.id,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  await ctx.tx.insert(quotes).values(row);
  ctx.audit({ subject: subject('Quote', row), after: row });
  const validUntil = input.validUntil ?? addDays(ctx.latestDay, VALID_DAYS);
  const revision = await addRevision(ctx, row, {
    number: 1,
    validUntil,
    solution: '',
    note: '',
    discount: 0,
    total: 0,
  });
  return { quote: row, revision };
}

/** Changes what a quote is called or who looks after it. Errors: `STAFF_UNKNOWN`, `STAFF_ROLE`. */
export async function updateQuote(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  change: { title?: string | undefined; ownerId?: string | null | undefined },
): Promise<void> {
  const before = await lockQuote(ctx.tx, ref);
  sameVersion(before, version);
  mayWork(before);
  await requireInCharge(ctx.tx, change.ownerId);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await touchQuote(ctx, before, given);
  ctx.audit({ subject: subject('Quote', before), before, after: given });
}

type RevisionWords = Pick<
  typeof quoteRevisions.$inferInsert,
  'number' | 'validUntil' | 'solution' | 'note' | 'discount' | 'total'
>;

async function addRevision(ctx: Writing, quote: RowRef & { currency: string }, words: RevisionWords): Promise<RowRef> {
  dayNumber(words.validUntil);
  const row = {
    customerId: quote.customerId,
    id: newId(),
    quoteId: quote.id,
    status: 'DRAFT' as const,
    currency: quote.currency,
    createdAt: ctx.now,
    ...words,
  };
  await ctx.tx.insert(quoteRevisions).values(row);
  ctx.audit({ subject: subject('QuoteRevision', row), after: row });
  return row;
}

/**
 * Saves what is given of a draft; `lines` is the whole list. Errors: `REVISION_SENT`, `VERSION_CONFLICT`, `NOT_FOUND`,
 * `PRICE_MISSING`, `PRICE_NEGATIVE`, `CURRENCY_MISMATCH`, `DISCOUNT_TOO_HIGH`, `AMOUNT_TOO_LARGE`,
 * `TOO_MANY_LINES`, `BAD_DATE`.
 */
export async function saveRevision(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  change: {
    validUntil?: string | undefined;
    solution?: string | undefined;
    note?: string | undefined;
    discount?: number | undefined;
    lines?: readonly LineInput[] | undefined;
  },
): Promise<void> {
  const { quote, revision } = await lockRevision(ctx.tx, ref);
  mayWork(quote);
  mayRewrite(revision);
  sameVersion(revision, version);
  if (change.validUntil !== undefined) dayNumber(change.validUntil);
  const { lines, ...rest } = change;
  const before = lines && (await linesOf(ctx.tx, revision));
  if (lines) await writeLines(ctx.tx, revision, lines);
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const after = await linesOf(ctx.tx, revision);
  const total = quoteTotal(
    after.map((line) => line.amount),
    change.discount ?? revision.discount,
  );
  await ctx.tx
    .update(quoteRevisions)
    .set({ ...given, total, version: revision.version + 1 })
    .where(isRow(quoteRevisions, revision));
  await touchQuote(ctx, quote, {}, false);
  ctx.audit({
    subject: subject('QuoteRevision', revision),
    before: { ...revision, ...(before && { lines: before.map(told) }) },
    after: { ...given, total, ...(before && { lines: after.map(told) }) },
  });
}

/** A line as the trail tells it. */
const told = ({ code, description, quantity, unitPrice }: LineRow) => ({ code, description, quantity, unitPrice });

async function writeLines(
  tx: Orm,
  revision: RowRef & { currency: string },
  lines: readonly LineInput[],
): Promise<void> {
  if (lines.length > MAX_LINES) {
    throw new DomainError('TOO_MANY_LINES', `The field "lines" takes at most ${MAX_LINES} lines.`, {
      path: ['lines'],
      params: { max: MAX_LINES },
    });
  }
  const products = await productsById(
    tx,
    lines.map((line) => line.productId),
  );
  const rows = lines.map((line, index) => {
    const at = ['lines', String(index)];
    const product = products.get(line.productId);
    if (!product) throw noSuch('product', at.concat('productId').join('.'));
    sameCurrency(product.currency, revision.currency, [...at, 'productId']);
    const unitPrice = pricedAt(line.unitPrice ?? product.price, product.code, at);
    return {
      customerId: revision.customerId,
      id: newId(),
      revisionId: revision.id,
      position: index + 1,
      productId: product.id,
      code: product.code,
      description: line.description ?? product.name,
      quantity: line.quantity,
      unitPrice,
      amount: countable(quotedAmount({ quantity: line.quantity, unitPrice }, revision.currency), [...at, 'unitPrice']),
      currency: revision.currency,
      extras: product.extras,
    };
  });
  await tx
    .delete(quoteLines)
    .where(and(eq(quoteLines.customerId, revision.customerId), eq(quoteLines.revisionId, revision.id)));
  if (rows.length > 0) await tx.insert(quoteLines).values(rows);
}

/** The next round: a draft like the newest revision. Errors: `QUOTE_ACCEPTED`, `QUOTE_DECLINED`, `QUOTE_HAS_DRAFT`. */
export async function reviseQuote(ctx: Writing, ref: OwnedRef): Promise<{ quote: RowRef; revision: RowRef }> {
  const quote = await lockQuote(ctx.tx, ref);
  mayWork(quote);
  const revisions = await revisionsOf(ctx.tx, quote);
  const draft = revisions.find((each) => each.status === 'DRAFT');
  if (draft) {
    throw new DomainError(
      'QUOTE_HAS_DRAFT',
      `Revision ${draft.number} is a draft already; work on that one or discard it first.`,
      { path: ['id'], params: { number: draft.number } },
    );
  }
  const newest = revisions.at(-1)!;
  const { solution, note, discount, total } = newest;
  const revision = await addRevision(ctx, quote, {
    number: newest.number + 1,
    // one that has run out is of no use to a new round
    validUntil: newest.validUntil >= ctx.latestDay ? newest.validUntil : addDays(ctx.latestDay, VALID_DAYS),
    solution,
    note,
    discount,
    total,
  });
  const lines = await linesOf(ctx.tx, newest);
  if (lines.length > 0) {
    await ctx.tx.insert(quoteLines).values(lines.map((line) => ({ ...line, id: newId(), revisionId: revision.id })));
  }
  await touchQuote(ctx, quote, {});
  return { quote, revision };
}

/** Throws a draft away; the first revision stays. Errors: `REVISION_SENT`, `QUOTE_NEEDS_REVISION`, `VERSION_CONFLICT`. */
export async function discardRevision(ctx: Writing, ref: OwnedRef, version: number): Promise<{ quote: RowRef }> {
  const { quote, revision } = await lockRevision(ctx.tx, ref);
  mayWork(quote);
  mayRewrite(revision);
  sameVersion(revision, version);
  if (revision.number === 1) {
    throw new DomainError(
      'QUOTE_NEEDS_REVISION',
      'The first revision cannot be discarded; change it, or decline the quote.',
      { path: ['id'] },
    );
  }
  await ctx.tx
    .delete(quoteLines)
    .where(and(eq(quoteLines.customerId, revision.customerId), eq(quoteLines.revisionId, revision.id)));
  await ctx.tx.delete(quoteRevisions).where(isRow(quoteRevisions, revision));
  await touchQuote(ctx, quote, {});
  ctx.audit({ subject: subject('QuoteRevision', revision), before: revision });
  return { quote };
}

/** Writes on the quote itself. `counts`: whether somebody who has it open must load it again. */
export async function touchQuote(
  ctx: Writing,
  quote: RowRef & { version: number },
  change: Partial<typeof quotes.$inferInsert>,
  counts = true,
): Promise<void> {
  await ctx.tx
    .update(quotes)
    .set({ ...change, version: quote.version + (counts ? 1 : 0), updatedAt: ctx.now })
    .where(isRow(quotes, quote));
}

export const subject = (type: string, ref: RowRef): string => `${type}_${ref.customerId}_${ref.id}`;
