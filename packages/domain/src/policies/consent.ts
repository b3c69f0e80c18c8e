import { DomainError } from '../shared/errors.ts';
import { dayNumber } from '../shared/period.ts';

/**
 * Nobody can agree to what they cannot know of: a consent is of the day its subject came up or a later one, today at the
 * latest. Errors: `BAD_DATE`, `CONSENT_TOO_EARLY`, `CONSENT_IN_FUTURE`.
 *
 * @param days `from`: when its subject came up; `today`: the last day that has come for the business.
 */
export function checkConsentDay(on: string, days: { from: string; today: string }, path: string[]): void {
  dayNumber(on);
  const { from, today } = days;
  if (on < from) {
    throw new DomainError(
      'CONSENT_TOO_EARLY',
      `A consent cannot be of ${on}: what it is about came up only on ${from}; enter the day it was given, or ask the customer.`,
      { path, params: { on, from } },
    );
  }
  if (on > today) {
    throw new DomainError(
      'CONSENT_IN_FUTURE',
      `A consent cannot be of ${on}, which has not come; enter the day it was given.`,
      { path, params: { on, today } },
    );
  }
}
