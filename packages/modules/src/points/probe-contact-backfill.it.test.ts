import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { migrateAll } from '@perennial/testkit/databases/migrate-all';
import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { lastAnswered } from './index.ts';

const TAG = '0007_probe_contact';

test('S14 an upgrade takes tries of before as made on the contacts that the point has then', async () => {
  const db = await openTestDatabase();
  const { orm } = db;
  // as the release before left it
  await orm.execute(sql`drop trigger service_point_probes_frozen on service_point_probes`);
  await orm.execute(sql`alter table service_point_probes drop column contact`);
  await orm.execute(sql`delete from schema_migrations where tag = ${TAG}`);
  const [whole, muted] = [newId(), newId()];
  await orm.execute(sql`
    insert into service_points (id, name, address, phone, email, website, created_at, updated_at) values
      (${whole}, 'Whole', '1 High Street', '+44 1', 'whole@example.test', 'https://whole.example', now(), now()),
      (${muted}, 'Muted', '2 High Street', null, null, null, now(), now())`);
  const tried = async (point: string, on: string, channel: string) =>
    orm.execute(sql`
      insert into service_point_probes (id, point_id, on_day, channel, answered, by_name, created_at)
      values (${newId()}, ${point}, ${on}, ${channel}, true, 'Olive', now())`);
  await tried(whole, '2011-12-01', 'PHONE');
  await tried(whole, '2011-12-02', 'EMAIL');
  await tried(whole, '2011-12-03', 'VISIT');
  await tried(whole, '2011-12-04', 'WEBSITE');
  await tried(muted, '2011-12-01', 'PHONE');

  await migrateAll(db);
  const rows = await rowsOf<{ channel: string; contact: string | null }>(
    orm,
    sql`select channel, contact from service_point_probes order by point_id = ${muted}, on_day`,
  );
  expect(rows.map(({ channel, contact }) => [channel, contact])).toEqual([
    ['PHONE', '+44 1'],
    ['EMAIL', 'whole@example.test'],
    ['VISIT', '1 High Street'],
    ['WEBSITE', 'https://whole.example'],
    ['PHONE', null],
  ]);
  expect(await lastAnswered(orm, [whole, muted], '2011-12-10')).toEqual(new Map([[whole, '2011-12-04']]));
}, 60_000);
