import { DayWatch } from '@perennial/kernel/write/day-watch';
import { newId } from '@perennial/kernel/db/ids';
import { rowsOf } from '@perennial/kernel/db/database';
import { testServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';

it('C55 everybody is judged again when the business comes to another day, while the program runs', async () => {
  let clock = new Date('2026-03-01T23:59:50Z');
  const now = () => clock;
  const server = await testServer({ asOf: null, now });
  const { db } = server;
  const customer = newId();
  await db.orm.execute(sql`
    insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
    values (${customer}, 'C1', 'UNKNOWN', 'France', 'France', 'STANDARD', 'ACTIVE', '2026-01-01', 'GBP', now(), now())`);
  const failures: unknown[] = [];
  const days = new DayWatch({ db, now, kick: () => undefined, onFailure: (error) => void failures.push(error) });
  const judged = async () =>
    (
      await rowsOf<{ as_of: string }>(db.orm, sql`select as_of::text as as_of from health_runs order by started_at`)
    ).map(({ as_of }) => as_of);
  const passes = async (moment: string) => {
    clock = new Date(moment);
    await Promise.all([days.look(), days.look()]);
    await server.settle();
    return judged();
  };

  expect(await passes('2026-03-01T23:59:55Z')).toEqual([]);
  expect(await passes('2026-03-02T00:00:05Z')).toEqual(['2026-03-02']);
  expect(await passes('2026-03-02T12:00:00Z')).toEqual(['2026-03-02']);
  // a machine that slept: one judgement, of the day it woke up on
  expect(await passes('2026-03-09T08:00:00Z')).toEqual(['2026-03-02', '2026-03-09']);
  // where midnight is, the business's zone says: in London's summer it is 23:00 UTC
  expect(await passes('2026-07-01T22:59:00Z')).toHaveLength(3);
  expect(await passes('2026-07-01T23:00:00Z')).toEqual(['2026-03-02', '2026-03-09', '2026-07-01', '2026-07-02']);
  // on a day that stands still nothing turns
  await db.orm.execute(sql`update business set as_of = '2026-07-02'`);
  expect(await passes('2026-07-20T12:00:00Z')).toHaveLength(4);
  expect(failures).toEqual([]);
});
