import { businessNow } from '@perennial/domain/shared/business-clock';
import { DISCOUNT_CODE, discountDescription } from '@perennial/domain/quotes/discount';
import { lessThanShown } from '@perennial/domain/quotes/disclosure';
import { mayAccept, maySend, mayWork, noLess, sameFees } from '@perennial/domain/quotes/rules';
import { DomainError } from '@perennial/domain/shared/errors';
import { UNIT_PRICE_SCALE, minorDigits } from '@perennial/domain/shared/money';
import { isRow, noSuch, type OwnedRef, type RowRef } from '@perennial/kernel/db/owned';
import { sameVersion } from '@perennial/kernel/write/version';
import { and, eq } from 'drizzle-orm';
import { buyerOf } from '../customers/index.ts';
import { recordSale, type Sale } from '../sales/index.ts';
import { subject, touchQuote, type Writing } from './draft-service.ts';
import { disclose } from './promise-service.ts';
import { linesOf, lockQuote, lockRevision, revisionsOf, type LineRow, type RevisionRow } from './rows.ts';
import { quoteRevisions } from './table.ts';

/**
 * Offers a draft to the customer: from now on it stands, with the terms and the fee schedule shown with it (C7), and the
 * one sent before is no longer on offer. Errors: `REVISION_SENT`, `QUOTE_EMPTY`, `QUOTE_EXPIRED`, `VERSION_CONFLICT`.
 */
export async function sendRevision(ctx: Writing, ref: OwnedRef, version: number): Promise<{ quote: RowRef }> {
  const { quote, revision } = await lockRevision(ctx.tx, ref);
  mayWork(quote);
  sameVersion(revision, version);
  maySend(revision, (await linesOf(ctx.tx, revision)).length, ctx.latestDay);
  const { terms, feesHash } = await disclose(ctx.tx, revision, ctx);
  await ctx.tx
    .update(quoteRevisions)
    .set({ status: 'SUPERSEDED' })
    .where(
      and(
        eq(quoteRevisions.customerId, quote.customerId),
        eq(quoteRevisions.quoteId, quote.id),
        eq(quoteRevisions.status, 'SENT'),
      ),
    );
  const change = {
    status: 'SENT' as const,
    // by the clock that says until when it is valid
    sentAt: businessNow(ctx),
    disclosed: terms,
    feesHash,
    version: revision.version + 1,
  };
  await ctx.tx.update(quoteRevisions).set(change).where(isRow(quoteRevisions, revision));
  await touchQuote(ctx, quote, {});
  ctx.audit({ subject: subject('QuoteRevision', revision), before: { status: revision.status }, after: change });
  return { quote };
}

/**
 * The customer says yes: the newest revision sent becomes the purchase (C3), in one transaction with its promises (C13)
 * and the tasks that follow from them (C4). Its goods are frozen as they were shown (S1, C20). Two yeses at once make one purchase: the second finds the quote accepted.
 *
 * Errors: those of `mayAccept`, `FEES_NOT_DISCLOSED`, `PROMISE_CHANGED`, and `CALENDAR_YEAR_UNKNOWN` at `revisionId`.
 */
export async function acceptQuote(
  ctx: Writing,
  ref: OwnedRef,
  version: number,
  revisionRef: OwnedRef,
): Promise<{ quote: RowRef; invoice: RowRef }> {
  const quote = await lockQuote(ctx.tx, ref);
  mayWork(quote);
  sameVersion(quote, version);
  const revisions = await revisionsOf(ctx.tx, quote);
  const revision = revisions.find((each) => each.id === revisionRef.id && each.customerId === revisionRef.customerId);
  if (!revision) throw noSuch('revision of this quote', 'revisionId');
  const buyer = await buyerOf(ctx.tx, quote.customerId);
  mayAccept(quote, revision, ctx.latestDay, buyer.currency);
  const inForce = await disclose(ctx.tx, revision, ctx, buyer);
  sameFees(revision, inForce.feesHash);
  noLess(revision, lessThanShown(revision.disclosed ?? [], inForce.terms, inForce.goods));

  const lines = await linesOf(ctx.tx, revision);
  const sale: Sale = {
    customerId: quote.customerId,
    number: quote.number,
    country: buyer.country,
    currency: quote.currency,
    lines: [...lines.map(soldLine), ...discountLine(revision)],
    goods: inForce.goods,
  };
  const invoice = await recordSale(ctx, sale, businessNow(ctx), quote.ownerId).catch(ofRevision);
  await ctx.tx
    .update(quoteRevisions)
    .set({ status: 'ACCEPTED', version: revision.version + 1 })
    .where(isRow(quoteRevisions, revision));
  for (const draft of revisions.filter((each) => each.status === 'DRAFT')) {
    await ctx.tx
      .update(quoteRevisions)
      .set({ status: 'SUPERSEDED', version: draft.version + 1 })
      .where(isRow(quoteRevisions, draft));
  }
  const change = {
    status: 'ACCEPTED' as const,
    acceptedRevisionId: revision.id,
    invoiceId: invoice.id,
    closedOn: ctx.asOf,
  };
  await touchQuote(ctx, quote, change);
  ctx.audit({
    subject: subject('Quote', quote),
    before: { status: quote.status },
    after: { ...change, revision: revision.number, total: revision.total, feesHash: revision.feesHash },
  });
  return { quote, invoice };
}

/** A calendar that ends before the promised days do is missing years; what cannot be accepted for it is the revision. */
function ofRevision(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'CALENDAR_YEAR_UNKNOWN') throw error;
  throw new DomainError(error.code, error.message, { path: ['revisionId'], params: error.params });
}

const soldLine = (line: LineRow): Sale['lines'][number] => {
  const { productId, code, description, quantity, unitPrice, amount } = line;
  return { productId, code, description, quantity, unitPrice, amount };
};

/** The discount lowers the total and is no revenue from goods. */
function discountLine({ discount, currency, number }: RevisionRow): Sale['lines'] {
  if (discount === 0) return [];
  const unitPrice = discount * (UNIT_PRICE_SCALE / 10 ** minorDigits(currency));
  const description = discountDescription(number);
  return [{ productId: null, code: DISCOUNT_CODE, description, quantity: -1, unitPrice, amount: -discount }];
}

/** The customer says no. Errors: `QUOTE_ACCEPTED`, `QUOTE_DECLINED`, `REASON_MISSING`, `VERSION_CONFLICT`. */
export async function declineQuote(ctx: Writing, ref: OwnedRef, version: number, reason: string): Promise<void> {
  const quote = await lockQuote(ctx.tx, ref);
  mayWork(quote);
  sameVersion(quote, version);
  if (reason.trim() === '') {
    throw new DomainError('REASON_MISSING', 'The field "reason" is empty; say why, so that the next offer is better.', {
      path: ['reason'],
    });
  }
  const change = { status: 'DECLINED' as const, declinedReason: reason.trim(), closedOn: ctx.asOf };
  await touchQuote(ctx, quote, change);
  ctx.audit({ subject: subject('Quote', quote), before: { status: quote.status }, after: change });
}
