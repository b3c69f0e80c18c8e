import type { CalendarData } from '@perennial/domain/calendars/calendar';
import { thinYear, withLaterYears, type ThinYear } from '@perennial/domain/calendars/later-years';
import { coversKnown } from '@perennial/domain/policies/hours';
import { namePhrases, type PolicyWords } from '@perennial/domain/policies/policy';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq } from 'drizzle-orm';
import { everPromised } from './rows.ts';
import { policies, policyVersions, promiseSnapshots } from './table.ts';

interface HoursChange {
  calendarId: string;
  before: CalendarData;
  after: CalendarData;
}

/**
 * Keeps the hours of a calendar from getting shorter under a version that promised by them on any day, also one that has
 * ended: a sale of its days that is written down later counts by the hours the customer could read then. Likewise the days of
 * years that were entered since, under a purchase that counts by those (`withLaterYears`): `CALENDAR_PROMISED`. Longer
 * hours are free, and so are the holidays of further years, as far as the year remains one to work in (`thinYear`):
 * `CALENDAR_YEAR_THIN`. Who means to promise less enters a new calendar, names it in a draft and publishes that, past the
 * service-cut guard (S11).
 */
export async function refuseShorterHours(tx: Orm, { calendarId, before, after }: HoursChange): Promise<void> {
  const shorter = !coversKnown(before, after);
  const added = after.years.filter((year) => !before.years.includes(year));
  if (!shorter && added.length === 0) return;
  const versions = await tx
    .select({
      policy: policies.name,
      words: policies.words,
      number: policyVersions.number,
      terms: policyVersions.terms,
    })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(and(eq(policyVersions.calendarId, calendarId), everPromised));
  const counting = versions.find(({ terms }) => countsHours(terms));
  const held = await holding(tx, calendarId);
  const loses = ({ calendar }: Held) => !coversKnown(withLaterYears(calendar, before), withLaterYears(calendar, after));
  const shortened = shorter ? (counting ?? held.find(loses)) : undefined;
  if (shortened) throw promised(before.name, shortened);
  const thin = counting ? thinYear(after, before.years, added) : null;
  if (counting && thin) throw tooThin(before.name, counting, thin);
  for (const each of held) {
    const { years } = each.calendar;
    const later = added.filter((year) => !years.includes(year));
    const found = thinYear(withLaterYears(each.calendar, after), years, later);
    if (found) throw tooThin(before.name, each, found);
  }
}

/** Which promise it is that counts by the hours. */
interface Counting {
  policy: string;
  words: PolicyWords;
  number: number;
}

interface Held extends Counting {
  /** As it was frozen. */
  calendar: CalendarData;
}

function promised(calendar: string, { policy, words, number }: Counting): DomainError {
  return new DomainError(
    'CALENDAR_PROMISED',
    `Version ${number} of "${policy}" promises by these hours, and they would get shorter. Enter a new calendar and ` +
      'publish a version that names it.',
    { path: ['week'], params: { calendar, policy, number, phrases: namePhrases({ name: policy, words }) } },
  );
}

function tooThin(
  calendar: string,
  { policy, words, number }: Counting,
  { year, month, shortBy }: ThinYear,
): DomainError {
  const when = month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
  return new DomainError(
    'CALENDAR_YEAR_THIN',
    `Version ${number} of "${policy}" promises by these hours, and ${when} would have ${shortBy} working days too few to keep ` +
      'that promise. Check the days, or enter them in a new calendar and publish a version that names it.',
    {
      path: ['days'],
      params: { calendar, policy, number, when, shortBy, phrases: namePhrases({ name: policy, words }) },
    },
  );
}

const countsHours = (terms: readonly Term[]): boolean =>
  terms.some((term) => kindOf(term.kind).needsCalendar(term.params));

/** The promises that purchases carry and that count by what was the calendar then. */
async function holding(tx: Orm, calendarId: string): Promise<Held[]> {
  const rows = await tx
    .select({
      policy: policies.name,
      words: policies.words,
      number: policyVersions.number,
      body: promiseSnapshots.body,
    })
    .from(promiseSnapshots)
    .innerJoin(policyVersions, eq(policyVersions.id, promiseSnapshots.policyVersionId))
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(eq(policyVersions.calendarId, calendarId));
  return rows.flatMap(({ policy, words, number, body: { terms, calendar } }) =>
    calendar !== null && countsHours(terms) ? [{ policy, words, number, calendar }] : [],
  );
}
