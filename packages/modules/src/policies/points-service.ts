import type { CalendarData } from '@perennial/domain/calendars/calendar';
import { lessServedBy } from '@perennial/domain/points/less';
import { pointNames } from '@perennial/domain/points/names';
import { coversKnown, noShorter } from '@perennial/domain/policies/hours';
import { namePhrases } from '@perennial/domain/policies/policy';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { and, arrayContains, eq } from 'drizzle-orm';
import { calendarData } from '../calendars/index.ts';
import { pointsByCalendar, type PointRow } from '../points/index.ts';
import { stillPromised } from './rows.ts';
import { policies, policyVersions } from './table.ts';

interface PointChange {
  asOf: string;
  before: PointRow;
  after: PointRow;
}

/**
 * Keeps a service point as it is promised (S11): while a version that lists it is in force or announced, it stays in
 * service, keeps each way to reach it, its region and its hours: `POINT_PROMISED`. More contacts, another number, longer
 * hours, its name and its note are free. Who means to serve less there publishes a version that no longer lists it, past
 * the service-cut guard.
 */
export async function refuseLessServed(tx: Orm, { asOf, before, after }: PointChange): Promise<void> {
  const field = lessServedBy(before, after) ?? ((await shorterHours(tx, before, after)) ? 'calendarId' : null);
  if (field !== null) await refuseListed(tx, before, asOf, field);
}

/** Hours that nobody knows any more are none to rely on. */
async function shorterHours(tx: Orm, before: PointRow, after: PointRow): Promise<boolean> {
  if (before.calendarId === null || before.calendarId === after.calendarId) return false;
  const was = await calendarData(tx, before.calendarId);
  const is = after.calendarId === null ? null : await calendarData(tx, after.calendarId);
  return was !== null && (is === null || !noShorter(was, is));
}

interface HoursChange {
  calendarId: string;
  asOf: string;
  before: CalendarData;
  after: CalendarData;
}

/** The same for the hours themselves: they are those of the points that name the calendar. */
export async function refuseShorterOpening(tx: Orm, { calendarId, asOf, before, after }: HoursChange): Promise<void> {
  if (noShorter(before, after)) return;
  const field = coversKnown(before, after) ? 'days' : 'week';
  for (const point of await pointsByCalendar(tx, calendarId)) await refuseListed(tx, point, asOf, field);
}

async function refuseListed(tx: Orm, point: PointRow, asOf: string, field: string): Promise<void> {
  const [listing] = await tx
    .select({ policy: policies.name, words: policies.words, number: policyVersions.number })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(and(arrayContains(policyVersions.pointIds, [point.id]), stillPromised(asOf)))
    .orderBy(policies.name, policyVersions.number)
    .limit(1);
  if (!listing) return;
  const { policy, words, number } = listing;
  throw new DomainError(
    'POINT_PROMISED',
    `Version ${number} of "${policy}" lists "${point.name}", and "${field}" would serve customers less there. Publish a ` +
      'version that no longer lists it, which a second person has to approve, and change it then.',
    {
      path: [field],
      params: {
        point: point.name,
        policy,
        number,
        phrases: { ...pointNames([point]).phrases, ...namePhrases({ name: policy, words }) },
      },
    },
  );
}
