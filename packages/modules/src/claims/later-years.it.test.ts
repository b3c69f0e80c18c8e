import { rowsOf } from '@perennial/kernel/db/database';
import { claimsDesk, type Answer } from '@perennial/testkit/claims/claims-desk';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';

const desk = claimsDesk();
const { at, bought, change, claim, keep, opened } = desk;

const OFFICE = [{ from: 540, to: 1020 }];

interface Calendar {
  id: string;
  version: number;
}

async function calendar(name: string, input: object): Promise<Calendar> {
  const { calendar: made, userErrors } = await change<{ calendar: Calendar } & Answer>(
    name,
    input,
    'calendar { id version }',
  );
  expect(userErrors).toEqual([]);
  return made;
}

/** Answered within an hour and put right within two, by the calendar's working hours. */
async function promiseBy({ id: calendarId }: Calendar): Promise<void> {
  const rows = [{ priority: 'NORMAL', channel: 'ANY', firstResponse: 60, resolution: 120 }];
  const terms = [{ id: 'answers', kind: 'response-target', params: { rows, clock: 'WORKING' } }];
  const made = await change<{ policyVersion: { id: string } }>(
    'policyCreate',
    { name: 'Answers' },
    'policyVersion { id }',
  );
  const { id } = made.policyVersion;
  const input = { id, version: 1, effectiveFrom: '2010-12-01', terms, calendarId };
  expect((await change('policyVersionSave', input, 'policyVersion { id }')).userErrors).toEqual([]);
  expect((await change('policyVersionPublish', { id, version: 2 }, 'policyVersion { id }')).userErrors).toEqual([]);
  await desk.server.settle();
}

it('S1 frozen working hours learn a year that nobody knew at the sale; what they knew stays', async () => {
  const week = { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE };
  const input = { name: 'Support', timeZone: 'Europe/London', week, years: [2010, 2011] };
  const hours = await calendar('calendarCreate', input);
  await promiseBy(hours);
  const of = await bought('2011-12-09', [['A1', 3, 300]]);
  await keep();
  const frozen = () => rowsOf(desk.server.db.orm, sql`select hash, body from promise_snapshots`);
  const before = await frozen();

  const lines = [{ lineId: of.lines[0], quantity: 1, details: { 'response-target': {} } }];
  await at('2012-05-07');
  expect((await claim(of, 'SERVICE', '2012-05-04', { lines })).userErrors).toMatchObject([
    { code: 'CALENDAR_YEAR_UNKNOWN' },
  ]);
  // the early May bank holiday of 2012, on a Monday; hours of 2012 are those of the sale, also after they got longer
  const days = [{ date: '2012-05-07', kind: 'HOLIDAY', name: 'Early May bank holiday' }];
  const known = await calendar('calendarDaysSet', { ...hours, year: 2012, days });
  const longer = Object.fromEntries(Object.keys(week).map((day) => [day, [{ from: 0, to: 1440 }]]));
  await calendar('calendarUpdate', { ...known, week: longer });
  // days of a year that was known are as they were
  const since = await calendar('calendarDaysSet', {
    id: known.id,
    version: known.version + 1,
    year: 2011,
    days: [{ date: '2011-12-10', kind: 'WORKING', name: 'Open Saturday' }],
  });
  expect(since.version).toBeGreaterThan(known.version);

  await at('2012-05-08');
  const made = await opened(of, 'SERVICE', '2012-05-04', { lines, claimedAt: '2012-05-04T15:30:00Z' });
  expect(made.claimLines.nodes[0]).toMatchObject({ outcome: 'ALLOWED', termKind: 'response-target' });
  // Friday 16:30 in London: half an hour left that day, closed on Monday, the rest on Tuesday from nine
  expect(made.claimLines.nodes[0]!.result).toMatchObject({
    firstResponseDueAt: '2012-05-08T08:30:00.000Z',
    resolutionDueAt: '2012-05-08T09:30:00.000Z',
  });
  const saturday = await opened(of, 'SERVICE', '2011-12-10', { lines, claimedAt: '2011-12-10T10:00:00Z' });
  expect(saturday.claimLines.nodes[0]!.result).toMatchObject({ firstResponseDueAt: '2011-12-12T10:00:00.000Z' });
  expect(await frozen()).toEqual(before);

  // also when nobody is promised it any more: what purchases count by meanwhile gets no shorter, nor unknown again
  await desk.server.db.orm.execute(sql`update policy_versions set effective_to = '2012-01-01', status = 'RETIRED'`);
  const shorter = async (name: string, input: object) =>
    (await change(name, { id: since.id, version: since.version, ...input }, 'calendar { id }')).userErrors;
  const promised = [expect.objectContaining({ code: 'CALENDAR_PROMISED' })];
  const more = [...days, { date: '2012-05-08', kind: 'HOLIDAY', name: 'Closed' }];
  expect(await shorter('calendarDaysSet', { year: 2012, days: more })).toEqual(promised);
  expect(await shorter('calendarUpdate', { years: [2010, 2011] })).toEqual(promised);
  // nor do the hours: a sale of the version's days may still be written down
  expect(await shorter('calendarUpdate', { week })).toEqual(promised);
});

it('S1 a year that is entered later leaves a promised clock days to run on', async () => {
  const week = { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE };
  const input = { name: 'Hollow', timeZone: 'Europe/London', week, years: [2010, 2011] };
  const hours = await calendar('calendarCreate', input);
  const free = await calendar('calendarCreate', { ...input, name: 'Promised by nobody' });
  await promiseBy(hours);
  const of = await bought('2011-12-09', [['A1', 3, 300]]);
  await keep();
  const daysOff = (count: number) =>
    Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(2012, 0, 1 + index)))
      .filter((day) => ![0, 6].includes(day.getUTCDay()))
      .slice(0, count)
      .map((day) => ({ date: day.toISOString().slice(0, 10), kind: 'HOLIDAY', name: 'Closed' }));
  const enter = async ({ id, version }: Calendar, count: number) =>
    (await change('calendarDaysSet', { id, version, year: 2012, days: daysOff(count) }, 'calendar { id }')).userErrors;
  // 2011 has 260 weekdays, 2012 has 261
  const thin = [expect.objectContaining({ code: 'CALENDAR_YEAR_THIN', path: ['days'] })];
  expect(await enter(hours, 260)).toEqual(thin);
  expect(await enter(hours, 12)).toEqual(thin);
  expect(await enter(free, 260)).toEqual([]);
  // nor where the version has ended and only purchases still count by it
  await desk.server.db.orm.execute(sql`update policy_versions set effective_to = '2011-12-10', status = 'RETIRED'`);
  expect(await enter(hours, 260)).toEqual(thin);
  const years = await change('calendarUpdate', { ...hours, years: [2010, 2011, 2012] }, 'calendar { id version }');
  expect(years.userErrors).toEqual([]);
  // a year that was entered gets no shorter, by however little
  const entered = (years as unknown as { calendar: Calendar }).calendar;
  expect(await enter(entered, 1)).toEqual([expect.objectContaining({ code: 'CALENDAR_PROMISED' })]);
  const lines = [{ lineId: of.lines[0], quantity: 1, details: { 'response-target': {} } }];
  await at('2012-05-08');
  const made = await opened(of, 'SERVICE', '2012-05-04', { lines, claimedAt: '2012-05-04T15:30:00Z' });
  expect(made.claimLines.nodes[0]!.result).toMatchObject({ firstResponseDueAt: '2012-05-07T08:30:00.000Z' });
});
