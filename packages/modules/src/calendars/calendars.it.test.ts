import type { CalendarData } from '@perennial/domain/calendars/calendar';
import { holidayPack } from '@perennial/domain/calendars/packs/all';
import { addWorking } from '@perennial/domain/calendars/working-time';
import { jobContext } from '@perennial/kernel/write/jobs';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarData } from './index.ts';
import { seed } from './seed.ts';

let server: TestServer;
let owner: GraphQLClient;

beforeAll(async () => {
  server = await testServer();
  owner = await server.as('OWNER');
  // twice: a start that was cut off seeds again
  for (let i = 0; i < 2; i++) await seed(await jobContext(server.env));
});

const office = [{ from: 540, to: 1020 }];
const WEEK = { 1: office, 2: office, 3: office, 4: office, 5: office };

interface Written {
  calendar: { id: string; version: number; years: number[] } | null;
  userErrors: { code: string; path: string[]; params: unknown }[];
}

async function write(name: string, input: object, by = owner): Promise<Written> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!){${name}(input: $input){calendar{id version years} userErrors{code path params}}}`;
  return (await by.data<Record<string, Written>>(query, { input }))[name]!;
}

let count = 0;
async function create(more: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const input = { name: `Hours ${++count}`, timeZone: 'Asia/Shanghai', week: WEEK, packs: ['cn-2026'], ...more };
  const { calendar, userErrors } = await write('calendarCreate', input);
  expect(userErrors).toEqual([]);
  return calendar!;
}

const rowId = (id: string): string => id.split('_')[1]!;
const stored = (id: string): Promise<CalendarData | null> => calendarData(server.db.orm, rowId(id));

const daysQuery = `query($id: ID!){calendarDays(first: 100, filter: {calendarId: {eq: $id}}){nodes{date kind name shifts like}}}`;
interface Day {
  date: string;
  kind: string;
  name: string;
  shifts: unknown;
  like: number | null;
}
const daysOf = async (id: string): Promise<Day[]> =>
  (await owner.data<{ calendarDays: { nodes: Day[] } }>(daysQuery, { id })).calendarDays.nodes;

describe('C8 calendars', () => {
  it('are entered with a pack of holidays and read back as promises count by them', async () => {
    const { id } = await create();
    expect(await stored(id)).toEqual({
      name: `Hours ${count}`,
      timeZone: 'Asia/Shanghai',
      week: WEEK,
      shiftDay: 'START',
      days: holidayPack('cn-2026').days,
      years: [2026],
    });
    expect(await daysOf(id)).toHaveLength(Object.keys(holidayPack('cn-2026').days).length);
  });

  it('say when a time is over, in sentences of the reader’s language', async () => {
    const { id } = await create();
    const query = `query($id: ID!, $language: Language){calendarTry(id: $id, start: "2026-10-09T08:00:00Z", minutes: 540, language: $language){due timeZone sentences steps}}`;
    const ask = async (language?: string) =>
      (await owner.data<{ calendarTry: { due: string; sentences: string[] } }>(query, { id, language })).calendarTry;
    const told = await ask();
    // Friday 16–17, then the made-up Saturday 9–17
    expect(told).toMatchObject({ due: '2026-10-10T09:00:00.000Z', timeZone: 'Asia/Shanghai' });
    expect(told.sentences).toHaveLength(4);
    expect(told.sentences[1]).toContain('国庆节调休');
    expect((await ask('zh_Hant')).sentences[1]).toContain('補班日');
    expect(told.due).toBe(addWorking((await stored(id))!, '2026-10-09T08:00:00Z', 540));
  });

  it('know no holidays of a year that nobody entered, and say so', async () => {
    const { id } = await create();
    const query = `query($id: ID!){calendarTry(id: $id, start: "2026-12-31T16:00:00+08:00", minutes: 61){due}}`;
    const { errors } = await owner.ask(query, { id });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CALENDAR_YEAR_UNKNOWN', params: { year: '2027' } });
  });

  it('stand still in pauses', async () => {
    const { id } = await create();
    const query = `query($id: ID!, $pauses: [PauseInput!]){calendarTry(id: $id, start: "2026-03-06T15:00:00+08:00", minutes: 120, pauses: $pauses){due}}`;
    const pauses = [{ from: '2026-03-06T16:00:00+08:00', to: '2026-03-09T11:00:00+08:00' }];
    expect(await owner.data(query, { id, pauses })).toEqual({ calendarTry: { due: '2026-03-09T04:00:00.000Z' } });
    const open = [{ from: '2026-03-06T16:00:00+08:00', to: null }];
    expect((await owner.ask(query, { id, pauses: open })).errors?.[0]?.extensions.code).toBe('CALENDAR_PAUSED');
  });

  it('have the days of a year replaced, which is known from then on', async () => {
    const { id, version } = await create({ packs: [], years: [2025] });
    const days = [
      { date: '2026-10-10', kind: 'WORKING', name: 'Made up', like: 5 },
      { date: '2026-05-01', kind: 'HOLIDAY', name: 'Labour Day' },
      { date: '2026-12-31', kind: 'HOLIDAY', name: 'New Year’s Eve', shifts: [{ from: 540, to: 720 }] },
    ];
    const set = await write('calendarDaysSet', { id, version, year: 2026, days });
    expect(set).toMatchObject({ userErrors: [], calendar: { years: [2025, 2026], version: version + 1 } });
    expect(await daysOf(id)).toEqual([
      { ...days[1], shifts: null, like: null },
      { ...days[0], shifts: null },
      { ...days[2], like: null },
    ]);
    const none = await write('calendarDaysSet', { id, version: version + 1, year: 2026, days: [] });
    expect(none.calendar?.years).toEqual([2025, 2026]);
    expect(await daysOf(id)).toEqual([]);
    const pack = await write('calendarApplyPack', { id, version: version + 2, pack: 'cn-2026' });
    expect(pack.userErrors).toEqual([]);
    expect((await stored(id))?.days).toEqual(holidayPack('cn-2026').days);
    const forgotten = await write('calendarUpdate', { id, version: version + 3, years: [2025] });
    expect(forgotten.calendar?.years).toEqual([2025]);
    expect(await daysOf(id)).toEqual([]);
  });

  it('C8 the trail tells a year that nobody knew from one without holidays', async () => {
    const { id, version } = await create({ packs: [], years: [2025] });
    await write('calendarDaysSet', { id, version, year: 2013, days: [] });
    await write('calendarDaysSet', { id, version: version + 1, year: 2013, days: [] });
    const trail = `query ($id: String!) {
      auditEvents(first: 2, filter: { subject: { eq: $id }, operation: { eq: "calendarDaysSet" } }, orderBy: SEQ_ASC) {
        nodes { before after }
      }
    }`;
    expect((await owner.data(trail, { id })).auditEvents).toEqual({
      nodes: [
        { before: { year: 2013, days: null }, after: { year: 2013, days: {} } },
        { before: { year: 2013, days: {} }, after: { year: 2013, days: {} } },
      ],
    });
  });

  it.each([
    ['CALENDAR_EMPTY', ['week'], { week: {} }],
    ['CALENDAR_SHIFTS_OVERLAP', ['week', '1', '1'], { week: { 1: [...office, { from: 600, to: 700 }] } }],
    ['CALENDAR_SHIFT_RANGE', ['week', '1', '0'], { week: { 1: [{ from: 600, to: 500 }] } }],
    ['TIMEZONE_UNKNOWN', ['timeZone'], { timeZone: 'Mars/Olympus' }],
    ['CALENDAR_YEAR_RANGE', ['years', '0'], { years: [26] }],
    ['CALENDAR_PACK_UNKNOWN', ['packs', '1'], { packs: ['cn-2026', 'mars-2026'] }],
  ])('%s: nothing is entered that makes no sense', async (code, path, wrong) => {
    const input = { name: 'Wrong', timeZone: 'UTC', week: WEEK, ...wrong };
    const { calendar, userErrors } = await write('calendarCreate', input);
    expect(calendar).toBeNull();
    expect(userErrors).toMatchObject([{ code, path }]);
  });

  it('refuse a name that is taken, and days that do not belong', async () => {
    const { id, version } = await create();
    const same = await write('calendarCreate', { name: `Hours ${count}`, timeZone: 'UTC', week: WEEK });
    expect(same.userErrors).toMatchObject([{ code: 'CALENDAR_NAME_TAKEN', path: ['name'] }]);
    const day = { date: '2027-01-01', kind: 'HOLIDAY', name: 'x' };
    const other = await write('calendarDaysSet', { id, version, year: 2026, days: [day] });
    expect(other.userErrors).toMatchObject([{ code: 'CALENDAR_DAY_OTHER_YEAR', path: ['days', '0', 'date'] }]);
    const twice = await write('calendarDaysSet', { id, version, year: 2027, days: [day, day] });
    expect(twice.userErrors).toMatchObject([{ code: 'CALENDAR_DAY_TWICE', path: ['days', '1', 'date'] }]);
    expect((await stored(id))?.days).toEqual(holidayPack('cn-2026').days);
  });

  it('take one change at a time: the second of two gets a conflict', async () => {
    const { id, version } = await create();
    await write('calendarUpdate', { id, version, name: `First ${count}` });
    const late = await write('calendarApplyPack', { id, version, pack: 'cn-2026' });
    expect(late.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', path: ['version'] }]);
  });

  it('are removed only while nothing uses them', async () => {
    const remove = async (id: string, version: number) =>
      (
        await owner.data<{
          calendarDelete: { deleted: boolean | null; userErrors: { code: string; params: unknown }[] };
        }>('mutation($input: CalendarDeleteInput!){calendarDelete(input: $input){deleted userErrors{code params}}}', {
          input: { id, version },
        })
      ).calendarDelete;
    const { id, version } = await create();
    const point = `mutation($input: ServicePointCreateInput!){servicePointCreate(input: $input){servicePoint{id version}}}`;
    const made = await owner.data<{ servicePointCreate: { servicePoint: { id: string; version: number } } }>(point, {
      input: { name: 'Uses a calendar', phone: '100', calendarId: id },
    });
    expect((await remove(id, version)).userErrors).toMatchObject([{ code: 'CALENDAR_IN_USE', params: { count: 1 } }]);
    await owner.data(
      'mutation($input: ServicePointUpdateInput!){servicePointUpdate(input: $input){userErrors{code}}}',
      { input: { ...made.servicePointCreate.servicePoint, calendarId: null } },
    );
    expect(await remove(id, version)).toEqual({ deleted: true, userErrors: [] });
    expect(await stored(id)).toBeNull();
  });

  it('are changed by owners and policy managers only', async () => {
    for (const role of ['AGENT', 'AUDITOR'] as const) {
      const by = await server.as(role);
      const { errors } = await by.ask(
        'mutation($input: CalendarCreateInput!){calendarCreate(input: $input){calendar{id}}}',
        { input: { name: 'Not mine', timeZone: 'UTC', week: WEEK } },
      );
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const manager = await server.as('POLICY_MANAGER');
    const made = await write('calendarCreate', { name: 'By a manager', timeZone: 'UTC', week: WEEK }, manager);
    expect(made.userErrors).toEqual([]);
  });

  it('come with lists of public holidays', async () => {
    const { calendarPacks } = await owner.data<{ calendarPacks: { id: string; year: number }[] }>(
      '{ calendarPacks { id year label source days } }',
    );
    expect(calendarPacks.map(({ id }) => id)).toContain('tw-2026');
  });
});

describe('the sample shop', () => {
  it('has hours for the years of its data', async () => {
    const { calendars } = await owner.data<{
      calendars: { nodes: { id: string; timeZone: string; years: number[] }[] };
    }>('{calendars(first: 100, search: "Shop hours"){nodes{id timeZone years}}}');
    expect(calendars.nodes).toMatchObject([{ timeZone: 'Europe/London', years: [2010, 2011, 2012] }]);
    const hours = (await stored(calendars.nodes[0]!.id))!;
    // Saturday 10 December 2011, 15:30, and an hour: half an hour on Monday
    expect(addWorking(hours, '2011-12-10T15:30:00Z', 60)).toBe('2011-12-12T09:30:00.000Z');
  });
});
