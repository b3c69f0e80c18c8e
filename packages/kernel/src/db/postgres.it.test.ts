import { dialectOfThisRun, openTestPostgres } from '@perennial/testkit/databases/open-test-database';
import { freePort } from '@perennial/testkit/databases/postgres-cluster';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, rowsOf, type Database } from './database.ts';
import { newId } from './ids.ts';
import { secure, type SecurityPlan } from './secure.ts';

/** What only a real server can show: addresses, users, privileges, time limits. */
describe.runIf(dialectOfThisRun() === 'postgres')('on a real server', () => {
  let db: Database;
  let databaseUrl: string;

  beforeAll(async () => {
    ({ database: db, databaseUrl } = await openTestPostgres());
  });

  const at = (change: Partial<Record<'hostname' | 'port' | 'username' | 'password' | 'pathname', string>>) =>
    Object.assign(new URL(databaseUrl), change).href;
  const refusal = (url: string) =>
    openDatabase({ databaseUrl: url, dataDir: '' }).then(
      () => 'opened',
      (error: Error & { code: string }) => `${error.code}: ${error.message}`,
    );

  test('a wrong DATABASE_URL is refused with a sentence that says what to change, without the password', async () => {
    const port = String(await freePort());
    expect(await refusal(at({ port }))).toMatch(
      new RegExp(
        `^DATABASE_UNAVAILABLE: No PostgreSQL answers at 127.0.0.1:${port}: start it, or correct host and port in DATABASE_URL`,
      ),
    );
    expect(await refusal(at({ password: 'wrong-secret' }))).toMatch(
      /^DATABASE_URL_INVALID: .*refused user "perennial": correct user or password in DATABASE_URL/,
    );
    expect(await refusal(at({ password: 'wrong-secret' }))).not.toContain('wrong-secret');
    expect(await refusal(at({ pathname: '/not_there' }))).toMatch(
      /^DATABASE_URL_INVALID: .*has no database "not_there": create it, or correct the name/,
    );
    expect(await refusal(at({ hostname: 'no-such-host.invalid' }))).toMatch(
      /^DATABASE_URL_INVALID: The host "no-such-host.invalid" in DATABASE_URL is not known/,
    );
  });

  test('a read that takes too long is stopped by the server and says so', async () => {
    const quick = await openDatabase({ databaseUrl, dataDir: '', readTimeoutMs: 50 });
    try {
      await expect(quick.readText('select pg_sleep(30)::text', [])).rejects.toMatchObject({ code: 'TIMEOUT' });
      expect(await quick.readText('select 1::text', [])).toBe('1');
    } finally {
      await quick.close();
    }
  });

  test('the reading session cannot write', async () => {
    await expect(db.readText('create table not_by_reading (id int)', [])).rejects.toMatchObject({
      cause: { code: '25006' },
    });
  });

  test('partners log in as a role that owns nothing, is no superuser and cannot pass by row-level security', async () => {
    const role = `(select rolname from pg_roles where rolname = current_user)`;
    const told = await db.partnerTransaction(newId(), (q) =>
      q.readText(
        `select json_build_object('role', ${role}, 'super', r.rolsuper, 'bypass', r.rolbypassrls, 'create', r.rolcreaterole,
           'owns', (select count(*) from pg_class c where c.relowner = r.oid),
           'member', (select count(*) from pg_auth_members m where m.member = r.oid))::text
         from pg_roles r where r.rolname = current_user`,
        [],
      ),
    );
    expect(JSON.parse(told!)).toEqual({
      role: expect.stringMatching(/^perennial_partner_[0-9a-f]{10}$/) as string,
      super: false,
      bypass: false,
      create: false,
      owns: 0,
      member: 0,
    });
  });

  describe('with an owner who is no superuser', () => {
    const plan: SecurityPlan = { shared: [], index: null, agreementTables: [], appendOnly: [] };
    const asOwner = async (attributes: string, work: (own: Database) => Promise<void>) => {
      const name = `owner_${newId().replaceAll('-', '').slice(-12)}`;
      await db.orm.execute(sql.raw(`create role ${name} with login password 'plain' ${attributes}`));
      await db.orm.execute(sql.raw(`create database ${name} owner ${name}`));
      const own = await openDatabase({
        databaseUrl: at({ username: name, password: 'plain', pathname: `/${name}` }),
        dataDir: '',
      });
      try {
        await own.transaction(async (tx) => {
          for (const statement of [
            'create table instance_secrets (name text primary key, value text)',
            `insert into instance_secrets values ('instance', '${name}')`,
            'create table kernel_facts (name text primary key, value text)',
            'create table owned (customer_id uuid, id uuid, primary key (customer_id, id))',
            'create table staging_owned (customer_id uuid, id uuid)',
          ]) {
            await tx.execute(sql.raw(statement));
          }
        });
        await work(own);
      } finally {
        await own.close();
        await db.orm.execute(sql.raw(`drop database ${name} with (force)`));
      }
    };

    test('the owner keeps working under forced row-level security, and COPY goes through staging', async () => {
      await asOwner('createrole', async (own) => {
        await own.transaction((tx) => secure(tx, plan));
        const row = async function* () {
          yield `${newId()},${newId()}\n`;
        };
        // the rule that the way through staging follows from
        await expect(own.copyIn(null, 'owned', ['customer_id', 'id'], row())).rejects.toMatchObject({
          code: 'DATABASE_ERROR',
        });
        expect(await own.copyIn(null, 'staging_owned', ['customer_id', 'id'], row())).toBe(1);
        await own.orm.execute(sql`insert into owned select * from staging_owned`);
        expect(await rowsOf(own.orm, sql`select count(*) as n from owned`)).toEqual([{ n: 1 }]);
        expect(await own.partnerTransaction(newId(), (q) => q.readText('select 1::text', []))).toBe('1');
      });
    });

    test('an owner who may not create roles is told what an administrator has to do', async () => {
      await asOwner('', async (own) => {
        await expect(own.transaction((tx) => secure(tx, plan))).rejects.toMatchObject({
          code: 'PARTNER_ROLE_REFUSED',
          message: expect.stringContaining('createrole') as string,
        });
      });
    });
  });
});
