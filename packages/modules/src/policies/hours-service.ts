import type { CalendarData } from '@perennial/domain/calendars/calendar';
import { withLaterYears } from '@perennial/domain/calendars/later-years';
import { noShorter } from '@perennial/domain/policies/hours';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { policies, policyVersions, promiseSnapshots } from './table.ts';

interface HoursChange {
  calendarId: string;
  asOf: string;
  before: CalendarData;
  after: CalendarData;
}

/**
 * Keeps the hours of a calendar from getting shorter under a published version that goes on counting by them, and the days
 * of years that were entered since under a purchase that counts by those (`withLaterYears`), whether its version goes on
 * or not: `CALENDAR_PROMISED`. Longer hours and the holidays of further years are free. Who means to promise less enters
 * a new calendar, names it in a draft and publishes that, past the service-cut guard (S11).
 */
export async function refuseShorterHours(tx: Orm, { calendarId, asOf, before, after }: HoursChange): Promise<void> {
  if (noShorter(before, after)) return;
  const rows = await tx
    .select({ policy: policies.name, number: policyVersions.number, terms: policyVersions.terms })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(
      and(
        eq(policyVersions.calendarId, calendarId),
        ne(policyVersions.status, 'DRAFT'),
        or(isNull(policyVersions.effectiveTo), gt(policyVersions.effectiveTo, asOf)),
      ),
    );
  const counting = rows.find(({ terms }) => countsHours(terms)) ?? (await holding(tx, calendarId, before, after));
  if (!counting) return;
  const { policy, number } = counting;
  throw new DomainError(
    'CALENDAR_PROMISED',
    `Version ${number} of "${policy}" promises by these hours, and they would get shorter. Enter a new calendar and ` +
      'publish a version that names it.',
    { path: ['week'], params: { calendar: before.name, policy, number } },
  );
}

const countsHours = (terms: readonly Term[]): boolean =>
  terms.some((term) => kindOf(term.kind).needsCalendar(term.params));

/** A promise that purchases carry and that counts by hours of the live calendar which would get shorter. */
async function holding(tx: Orm, calendarId: string, before: CalendarData, after: CalendarData) {
  const rows = await tx
    .select({ policy: policies.name, number: policyVersions.number, body: promiseSnapshots.body })
    .from(promiseSnapshots)
    .innerJoin(policyVersions, eq(policyVersions.id, promiseSnapshots.policyVersionId))
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(eq(policyVersions.calendarId, calendarId));
  return rows.find(
    ({ body: { terms, calendar } }) =>
      calendar !== null &&
      countsHours(terms) &&
      !noShorter(withLaterYears(calendar, before), withLaterYears(calendar, after)),
  );
}
