import { dialectOfThisRun } from '@perennial/testkit/databases/open-test-database';
import { startPostgres, type PostgresCluster } from '@perennial/testkit/databases/postgres-cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, rowsOf, type Database } from './database.ts';
import { newId } from './ids.ts';
import { migrate } from './migrate.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LONG = 'x'.repeat(3000);

/**
 * PostgreSQL is killed with -9 while every kind of work is going on. The driver's guard (postgres-guard.ts) is what
 * keeps this process alive; without it this file ends with an uncaught TypeError.
 */
describe.runIf(dialectOfThisRun() === 'postgres')('when PostgreSQL is killed under load', () => {
  let cluster: PostgresCluster;
  let db: Database;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'perennial-recovery-'));
    mkdirSync(join(folder, 'meta'));
    writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries: [{ tag: '0000_tables' }] }));
    writeFileSync(
      join(folder, '0000_tables.sql'),
      [
        'create table instance_secrets (name text primary key, value text, created_at timestamptz)',
        'create table kernel_facts (name text primary key, value text)',
        'create table pairs (id uuid, half int)',
        'create table staging_load (a text)',
      ].join('\n--> statement-breakpoint\n'),
    );
    // nothing that was acknowledged may be lost here
    cluster = await startPostgres(['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']);
    db = await openDatabase({ databaseUrl: cluster.url(), dataDir: '' });
    await migrate(db, { folder, security: { shared: [], index: null, agreementTables: [], appendOnly: [] } });
  });
  afterAll(async () => {
    await db.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the process survives, callers are told to try again, nothing is lost or half-written, and it recovers', async () => {
    const acknowledged: string[] = [];
    const work: Record<string, () => Promise<unknown>> = {
      read: () => db.readText('select $1::text', [LONG], { prepare: true }),
      readOnce: () => db.readText('select $1::text', ['short']),
      write: async () => {
        const id = newId();
        await db.transaction(async (tx) => {
          await tx.execute(sql`insert into pairs values (${id}, 1)`);
          await tx.execute(sql`insert into pairs values (${id}, 2)`);
        });
        acknowledged.push(id);
      },
      partner: () =>
        db.partnerTransaction(newId(), async (q) => {
          await q.readText('select 1::text', []);
          return q.readText('select $1::text', [LONG], { prepare: true });
        }),
      copy: () =>
        db.copyIn(
          null,
          'staging_load',
          ['a'],
          (async function* () {
            for (let i = 0; i < 50; i += 1) yield `${LONG}\n`;
          })(),
        ),
    };

    const refused = new Set<string>();
    const done: Record<string, number> = {};
    const load = { over: false };
    const loops = Object.entries(work).flatMap(([name, once]) =>
      Array.from({ length: 8 }, async () => {
        while (!load.over) {
          await once().then(
            () => (done[name] = (done[name] ?? 0) + 1),
            async (error: { code?: string }) => {
              refused.add(error.code ?? String(error));
              await new Promise((resolve) => setImmediate(resolve));
            },
          );
        }
      }),
    );
    /** Until each kind of work was done a few times more: it runs, whatever happened before. */
    const progress = async () => {
      const before = { ...done };
      while (Object.keys(work).some((name) => (done[name] ?? 0) < (before[name] ?? 0) + 10)) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };

    for (let round = 0; round < 2; round += 1) {
      await progress();
      await cluster.kill();
      expect(await db.ping()).toBe(false);
      await expect(db.readText('select 1::text', [])).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
      await cluster.start();
      await progress();
      expect(await db.ping()).toBe(true);
    }
    load.over = true;
    await Promise.all(loops);

    expect([...refused]).toEqual(['DATABASE_UNAVAILABLE']);
    const pairs = await rowsOf<{ id: string; halves: number }>(
      db.orm,
      sql`select id, count(*)::int as halves from pairs group by id`,
    );
    expect(pairs.filter((pair) => pair.halves !== 2)).toEqual([]);
    const kept = new Set(pairs.map((pair) => pair.id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  }, 120_000);

  test('a transaction that outlives its session cannot write into the one that took its place', async () => {
    const id = newId();
    let resume = () => {};
    const paused = new Promise<void>((resolve) => (resume = resolve));
    let begun = () => {};
    const started = new Promise<void>((resolve) => (begun = resolve));
    const late = db
      .transaction(async (tx) => {
        await tx.execute(sql`insert into pairs values (${id}, 1)`);
        begun();
        await paused;
        await tx.execute(sql`insert into pairs values (${id}, 2)`);
      })
      .then(
        () => 'committed',
        (error: { code: string }) => error.code,
      );
    await started;
    await cluster.kill();
    await cluster.start();
    // all sessions are new ones by now
    await Promise.all(
      Array.from({ length: 12 }, () => db.transaction((tx) => tx.execute(sql`select 1`)).catch(() => 0)),
    );
    resume();
    expect(await late).toBe('DATABASE_UNAVAILABLE');
    await db.transaction((tx) => tx.execute(sql`select 1`));
    expect(await rowsOf(db.orm, sql`select half from pairs where id = ${id}`)).toEqual([]);
  });
});
