import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { words } from '@perennial/testkit/server/words';
import { beforeAll, describe, expect, it } from 'vitest';
import { charterPages } from './pages.ts';

interface Row {
  id: string;
  version: number;
}

let server: TestServer;
let manager: GraphQLClient;

const PAYLOADS: Record<string, string> = {
  calendar: 'calendar { id version }',
  servicePoint: 'servicePoint { id version }',
  policyVersion: 'policyVersion { id version }',
  policy: 'policy { id version } policyVersion { id version }',
};

/** Runs a mutation and insists that it went well. */
async function change(name: string, input: object): Promise<Record<string, Row>> {
  const of = Object.keys(PAYLOADS).find((each) => name.startsWith(each))!;
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await manager.data<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${PAYLOADS[of]} userErrors { code message path } } }`,
    { input },
  );
  expect([name, answer[name]!['userErrors']]).toEqual([name, []]);
  return answer[name] as Record<string, Row>;
}

async function publish(draft: Row, saving: object): Promise<void> {
  const { policyVersion } = await change('policyVersionSave', { ...draft, ...saving });
  await change('policyVersionPublish', policyVersion!);
}

const returns = (days: number) => ({
  id: 'returns',
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
});
const get = (path: string) => fetch(`${server.url}${path}`);

describe('C5 the charter, kept as long as nothing changes', () => {
  const path = '/charter/kept-promise?lang=en';
  let first: Row;
  let point: Row;
  let hours: Row;
  let other: TestServer;
  /** What both processes on the database tell; they tell the same. */
  const told = async () => {
    const [mine, theirs] = await Promise.all(
      [server, other].map(async (each) => (await fetch(each.url + path)).text()),
    );
    expect(words(theirs!)).toBe(words(mine!));
    return words(mine!);
  };
  const pointIs = async (to: object) => {
    point = (await change('servicePointUpdate', { ...point, ...to }))['servicePoint']!;
  };

  const answered = (on: string, note?: string) =>
    change('servicePointProbe', { pointId: point.id, on, channel: 'PHONE', answered: true, note });

  beforeAll(async () => {
    server = await testServer({ asOf: '2012-01-02' });
    manager = await server.as('OWNER');
    other = await testServer({ db: server.db, asOf: '2012-01-02' });
    const opening = {
      name: 'Kept hours',
      timeZone: 'Europe/London',
      week: { 1: [{ from: 540, to: 1020 }] },
      years: [2012],
    };
    hours = (await change('calendarCreate', opening))['calendar']!;
    const of = { phone: '100', note: 'Ring twice.', calendarId: hours.id };
    const made = await change('servicePointCreate', { name: 'Kept counter', ...of });
    point = made['servicePoint']!;
    await answered('2012-01-01', 'Spoke with Ann.');
    const created = await change('policyCreate', { name: 'Kept', slug: 'kept-promise' });
    first = created['policyVersion']!;
    await publish(first, { terms: [returns(11)], effectiveFrom: '2012-01-01', pointIds: [point.id] });
  });

  it('is right at once after a point, its hours or a try changed', async () => {
    expect(await told()).toMatch(/Kept counter 100 .*Last found reachable on 1 Jan 2012/);
    await pointIs({ phone: '+44 22' });
    expect(await told()).toContain('Kept counter +44 22');
    // S14: somebody answered at the old number, which says nothing of this one
    expect(await told()).not.toContain('Last found reachable');
    expect(await told()).toContain('09:00–17:00');
    await change('calendarUpdate', { ...hours, week: { 1: [{ from: 540, to: 1080 }] } });
    expect(await told()).toContain('09:00–18:00');
    // S11: what is listed serves no less by anybody's word alone; the page is right however its rows got there
    await server.db.orm.execute(`
      insert into calendar_days (id, calendar_id, date, kind, name)
      select gen_random_uuid(), id, '2012-01-09', 'HOLIDAY', 'Inventory' from calendars where name = 'Kept hours'`);
    expect(await told()).toContain('Inventory');
    const inChinese = words(await (await get(path.replace('lang=en', 'lang=zh-Hant'))).text());
    expect(inChinese).toContain('2012年1月9日週一（Inventory）：休息');
    expect(inChinese).toContain('週一：09:00–18:00');
    // C8: a year that nobody has entered is not a year without holidays
    expect(await told()).not.toContain('public holidays');
    await server.db.orm.execute(`delete from calendar_days where name = 'Inventory'`);
    await server.db.orm.execute(`update calendars set years = '[2011]' where name = 'Kept hours'`);
    expect(await told()).toContain('The public holidays of 2012 have not been entered yet');
    await answered('2012-01-02');
    expect(await told()).toContain('Last found reachable on 2 Jan 2012');
  });

  it('shows the note for customers of a point, never what was noted of a try', async () => {
    const text = await told();
    expect(text).toContain('Ring twice.');
    expect(text).not.toContain('Spoke with Ann.');
  });

  it('shows no point that is out of service', async () => {
    const active = (is: boolean) =>
      server.db.orm.execute(`update service_points set active = ${is} where name = 'Kept counter'`);
    await active(false);
    expect(await told()).not.toContain('Kept counter');
    await active(true);
    expect(await told()).toContain('Kept counter');
  });

  it('is right at once after a version was published or withdrawn, or the policy got another name', async () => {
    expect(await told()).toContain('within 11 days');
    const draft = (await change('policyVersionDraftFrom', { id: first.id }))['policyVersion']!;
    const saved = await change('policyVersionSave', { ...draft, terms: [returns(22)], effectiveFrom: '2012-01-02' });
    expect(await told()).not.toContain('within 22 days');
    await change('policyVersionPublish', saved['policyVersion']!);
    expect(await told()).toContain('within 22 days');
    await server.db.orm.execute(`update policies set name = 'Kept anew' where slug = 'kept-promise'`);
    expect(await told()).toContain('Kept anew');
  });

  it('is right on the next day of the business', async () => {
    expect(await told()).toContain('As of 2 Jan 2012.');
    await server.db.orm.execute(`update business set as_of = '2012-01-03'`);
    expect(await told()).toContain('As of 3 Jan 2012.');
    await server.db.orm.execute(`update business set as_of = '2012-01-02'`);
  });

  it('is asked for with one small statement while nothing changes, found or not', async () => {
    await told();
    await get('/charter/unknown');
    const statements: string[] = [];
    const stop = server.db.onStatement((event) => void (event.frame || statements.push(event.sql)));
    for (const address of [path, '/charter/unknown', '/charter/made-up']) await get(address);
    stop();
    expect(statements.map((each) => /"(policies|products|service_points)"/.test(each))).toEqual([false, false, false]);
  });

  it('says every table that it is made of', async () => {
    await server.db.orm.execute(`update policies set name = 'Kept again' where slug = 'kept-promise'`);
    const read = new Set<string>();
    const stop = server.db.onStatement(({ sql }) => {
      for (const [, table] of sql.matchAll(/\b(?:from|join) "?(\w+)"?/gi)) read.add(table!);
    });
    await told();
    await get('/charter?lang=zh-Hans');
    stop();
    const known = charterPages.madeOf!.map(({ table }) => table);
    expect([...read].filter((table) => !known.includes(table)).sort()).toEqual(['business', 'kernel_facts']);
    expect(known.filter((table) => !read.has(table))).toEqual([]);
  });
});
