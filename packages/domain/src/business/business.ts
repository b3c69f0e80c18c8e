import { z } from 'zod';
import { isCurrency, isTimezone } from '../shared/codes.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';
import { addDays, dayNumber } from '../shared/period.ts';

/** The one business of this deployment. */
export const businessSettings = z.object({
  name: f.text({ max: 120 }),
  /** The day figures, signals and decisions count from; null: today. */
  asOf: f.date({ nullable: true }),
  /** ISO 4217. New customers and plans are kept in it. */
  currency: f.text({ min: 3, max: 3 }),
  /** IANA name, e.g. `Europe/London`; decides which calendar day a moment falls on. */
  timezone: f.text({ max: 60 }),
});

export type BusinessSettings = z.infer<typeof businessSettings>;

/** @throws DomainError TIMEZONE_UNKNOWN, CURRENCY_UNKNOWN */
export function checkBusiness(settings: Partial<BusinessSettings>): void {
  const { timezone, currency } = settings;
  if (timezone !== undefined && !isTimezone(timezone)) {
    throw new DomainError('TIMEZONE_UNKNOWN', 'There is no such time zone: use an IANA name such as Europe/London.', {
      path: ['timezone'],
      params: { timezone },
    });
  }
  if (currency !== undefined && !isCurrency(currency)) {
    throw new DomainError('CURRENCY_UNKNOWN', 'There is no such currency: use its three letters, such as GBP.', {
      path: ['currency'],
      params: { currency },
    });
  }
}

/**
 * An as-of date looks back; ahead there is nothing to look at, and the day the business has been at never goes back.
 * Refused with `AS_OF_IN_FUTURE`.
 *
 * @param asOf ISO date; null: today.
 * @param today by the clock, where the business is.
 */
export function checkAsOf(asOf: string | null, today: string): void {
  if (asOf === null || asOf <= today) return;
  throw new DomainError('AS_OF_IN_FUTURE', `asOf is ${asOf}, after today; choose ${today} or earlier, or none.`, {
    path: ['asOf'],
    params: { asOf, today },
  });
}

/** A shop whose newest sale is older than this is looked at as of then, or everybody in it seems lost. Days. */
export const OLD_FIGURES_DAYS = 60;

/**
 * The as-of date that shows figures which end long before the day they are looked at from: the day after the newest
 * purchase or return. Null where they are fresh enough, or there are none.
 *
 * @param newestDay ISO date of the newest purchase or return on record.
 * @param asOf the day figures count from now, ISO date.
 */
export function betterAsOf(newestDay: string | null, asOf: string): string | null {
  if (newestDay === null || dayNumber(asOf) - dayNumber(newestDay) <= OLD_FIGURES_DAYS) return null;
  return addDays(newestDay, 1);
}
