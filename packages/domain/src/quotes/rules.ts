import { discountTooHigh } from './discount.ts';
import { countable, sameCurrency } from '../sales/record.ts';
import { DomainError } from '../shared/errors.ts';
import { lineAmount } from '../shared/money.ts';
import { dayNumber } from '../shared/period.ts';
import type { Quote, QuoteRevision } from './quote.ts';

type Dated = Pick<QuoteRevision, 'number' | 'status' | 'validUntil'>;

/** What a quote is on a day: an open one is expired after the last day of the newest revision sent (C3). */
export function stateOn(
  quote: Pick<Quote, 'status'>,
  newestSent: Pick<Dated, 'validUntil'> | null,
  asOf: string,
): Quote['status'] | 'EXPIRED' {
  return quote.status === 'OPEN' && newestSent !== null && newestSent.validUntil < asOf ? 'EXPIRED' : quote.status;
}

/** Refuses work on a quote that was answered: `QUOTE_ACCEPTED`, `QUOTE_DECLINED`. */
export function mayWork(quote: Pick<Quote, 'number' | 'status'>): void {
  if (quote.status === 'OPEN') return;
  const accepted = quote.status === 'ACCEPTED';
  throw new DomainError(
    accepted ? 'QUOTE_ACCEPTED' : 'QUOTE_DECLINED',
    accepted
      ? `Quote ${quote.number} was accepted already and is a purchase; open that, or start another quote.`
      : `Quote ${quote.number} was declined; start another quote.`,
    { path: ['id'], params: { number: quote.number } },
  );
}

/** A revision that the customer has seen stands as it is: `REVISION_SENT`. */
export function mayRewrite(revision: Pick<Dated, 'number' | 'status'>): void {
  if (revision.status === 'DRAFT') return;
  throw new DomainError(
    'REVISION_SENT',
    `Revision ${revision.number} was sent and cannot be changed; make a new revision from it.`,
    { path: ['id'], params: { number: revision.number, status: revision.status } },
  );
}

/** Refuses to send what has no lines (`QUOTE_EMPTY`) or could never be accepted (`QUOTE_EXPIRED`). */
export function maySend(revision: Dated, lines: number, asOf: string): void {
  mayRewrite(revision);
  if (lines === 0) {
    throw new DomainError('QUOTE_EMPTY', 'The field "lines" is empty; add what is offered before sending it.', {
      path: ['lines'],
    });
  }
  inTime(revision, asOf);
}

/**
 * Whether the customer's yes makes a purchase of this revision (C3). Errors: `QUOTE_ACCEPTED`, `QUOTE_DECLINED`,
 * `REVISION_NOT_SENT` (a draft, or one that a newer revision replaced), `QUOTE_EXPIRED`, `CURRENCY_MISMATCH`.
 *
 * @param purse the currency in which this customer's purchases are counted.
 */
export function mayAccept(
  quote: Pick<Quote, 'number' | 'status' | 'currency'>,
  revision: Dated & Pick<QuoteRevision, 'currency'>,
  asOf: string,
  purse: string,
): void {
  mayWork(quote);
  if (revision.status !== 'SENT') {
    throw new DomainError(
      'REVISION_NOT_SENT',
      `The field "revisionId" names revision ${revision.number}, which is not the newest one sent; accept that one.`,
      { path: ['revisionId'], params: { number: revision.number, status: revision.status } },
    );
  }
  inTime(revision, asOf);
  sameCurrency(revision.currency, quote.currency, ['revisionId']);
  sameCurrency(quote.currency, purse, ['currency']);
}

function inTime(revision: Dated, asOf: string): void {
  dayNumber(revision.validUntil);
  if (revision.validUntil >= asOf) return;
  throw new DomainError(
    'QUOTE_EXPIRED',
    `The field "validUntil" of revision ${revision.number} is ${revision.validUntil}, which is past; make a new revision with a later day and send it.`,
    { path: ['validUntil'], params: { number: revision.number, validUntil: revision.validUntil, asOf } },
  );
}

/** Amount of a quote's line in minor units. */
export const quotedAmount = (line: { quantity: number; unitPrice: number }, currency: string): number =>
  lineAmount(line.quantity, line.unitPrice, currency).amount;

/** Lines less discount, minor units. Refused: a discount above the lines (`DISCOUNT_TOO_HIGH`), and `AMOUNT_TOO_LARGE`. */
export function quoteTotal(amounts: readonly number[], discount: number): number {
  const sum = countable(
    amounts.reduce((all, each) => all + each, 0),
    ['lines'],
  );
  if (discountTooHigh(sum, discount)) {
    throw new DomainError(
      'DISCOUNT_TOO_HIGH',
      `The field "discount" is ${discount}, more than the lines come to (${sum} minor units); lower it.`,
      { path: ['discount'], params: { discount, sum } },
    );
  }
  return sum - discount;
}

/**
 * What the customer saw is what they accept: a fee schedule that changed since the revision was sent was not disclosed to
 * them (收費標準, C7). Refused with `FEES_NOT_DISCLOSED`.
 */
export function sameFees(revision: Pick<QuoteRevision, 'number' | 'feesHash'>, inForce: string): void {
  if (revision.feesHash === inForce) return;
  throw new DomainError(
    'FEES_NOT_DISCLOSED',
    `The fee schedule has changed since revision ${revision.number} was sent; make a new revision, so that the customer sees what may be charged.`,
    { path: ['revisionId'], params: { number: revision.number } },
  );
}

/**
 * The customer said yes to what was shown: where less would be granted now, they have to see it first (C7, S11). Refused
 * with `PROMISE_CHANGED`.
 *
 * @param less names of the terms that promise less; see `lessThanShown`.
 */
export function noLess(revision: Pick<QuoteRevision, 'number'>, less: readonly string[]): void {
  if (less.length === 0) return;
  const terms = less.join(', ');
  throw new DomainError(
    'PROMISE_CHANGED',
    `Less is promised now than was shown with revision ${revision.number} (${terms}); make a new revision, so that the customer sees what holds.`,
    { path: ['revisionId'], params: { number: revision.number, terms } },
  );
}
