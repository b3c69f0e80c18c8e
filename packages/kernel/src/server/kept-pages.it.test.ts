import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowsOf, type Database, type Orm } from '../db/database.ts';
import { revisionStatements } from '../db/revisions.ts';
import { customersModule } from '@perennial/modules/customers/index';
import { defineModule } from '../registry/module.ts';
import { html } from './html.ts';
import type { PublicPage } from './page.ts';

const madeOf: PublicPage['madeOf'] = [{ table: 'shelf', when: (row) => `${row}.shown` }];
let made = 0;
let fails = false;
const shelf = defineModule({
  name: 'shelf',
  pages: [
    {
      path: 'the-shelf',
      madeOf,
      handle: async ({ db, language, asOf, once }, rest, query) => {
        made += 1;
        if (fails) throw new Error('away');
        const list = await once('list', () =>
          rowsOf<{ name: string }>(db.orm, sql`select name from shelf where shown order by name`),
        );
        if (rest !== '' && !list.some(({ name }) => name === rest)) return null;
        const body = html`<p>${list.map(({ name }) => name).join()} ${asOf} [${query.toString()}]</p>`;
        return { status: 200, title: 'Shelf', body, language, listed: true };
      },
    },
  ],
});

let db: Database;
/** Two processes on one database. */
let one: TestServer;
let other: TestServer;

const change = (statement: string) => db.transaction((tx) => tx.execute(sql.raw(statement)));
async function read(server: TestServer, path = '/the-shelf', headers: Record<string, string> = {}) {
  const answer = await fetch(`${server.url}${path}`, { headers });
  return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() };
}
const listed = async (server: TestServer) => /<p>(\S*) /.exec((await read(server)).text)?.[1];

beforeAll(async () => {
  db = await openTestDatabase();
  await db.transaction(async (tx) => {
    await tx.execute(
      sql`create table shelf (name text primary key, shown boolean not null, price int not null default 1)`,
    );
    for (const statement of revisionStatements({ name: 'the-shelf', tables: madeOf }))
      await tx.execute(sql.raw(statement));
  });
  one = await testServer({ db, modules: [customersModule, shelf] });
  other = await testServer({ db, modules: [customersModule, shelf] });
});
beforeEach(async () => {
  await change(`delete from shelf`);
  await change(`insert into shelf values ('jar', true), ('box', false)`);
  made = 0;
});

describe('a public page that says what it is made of', () => {
  it('is made once and told to everybody, in each language', async () => {
    const first = await read(one);
    expect(first.text).toContain('<p>jar 2011-12-10 []</p>');
    for (const query of ['', '?utm=1', '?utm=2&x=y']) expect(await read(one, `/the-shelf${query}`)).toEqual(first);
    expect(made).toBe(1);
    expect((await read(one, '/the-shelf', { 'if-none-match': first.etag! })).status).toBe(304);
    expect((await read(one, '/the-shelf?lang=zh-Hant')).text).toContain('<html lang="zh-Hant">');
    expect(made).toBe(2);
  });

  it('asks the database one thing each time, and nothing more while nothing changed', async () => {
    await read(one);
    const statements: string[] = [];
    const stop = db.onStatement((event) => void (event.frame || statements.push(event.sql)));
    await read(one);
    await read(one, '/the-shelf?lang=en', { 'if-none-match': '"another"' });
    stop();
    expect(statements).toHaveLength(2);
    for (const each of statements) expect(each).not.toContain('shelf ');
  });

  it('is made once for all who come at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => read(one)));
    expect(made).toBe(1);
  });

  it.each([
    ['a row more', `insert into shelf values ('pot', true)`, 'jar,pot'],
    ['a row less', `delete from shelf where name = 'jar'`, ''],
    ['a row that is shown now', `update shelf set shown = true where name = 'box'`, 'box,jar'],
    ['a row that is not shown any more', `update shelf set shown = false where name = 'jar'`, ''],
  ])('is right at once after %s, in whatever process it was changed', async (_, statement, after) => {
    expect([await listed(one), await listed(other)]).toEqual(['jar', 'jar']);
    await change(statement);
    expect([await listed(one), await listed(other)]).toEqual([after, after]);
  });

  it('stays as it is when other rows change, or a change is taken back', async () => {
    const before = await read(one);
    await change(`update shelf set price = 2 where name = 'box'`);
    const undone = db.transaction(async (tx) => {
      await tx.execute(sql`update shelf set shown = false`);
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    expect(await read(one)).toEqual(before);
    expect(made).toBe(1);
  });

  it('is right after a page was made while a change was under way', async () => {
    const inside = async (tx: Orm) => {
      await tx.execute(sql`update shelf set shown = true`);
      // the embedded database has one session: only PostgreSQL can read beside an open transaction
      if (db.dialect === 'postgres') expect(await listed(one)).toBe('jar');
    };
    await db.transaction(inside);
    expect(await listed(one)).toBe('box,jar');
  });

  it('is made anew on another day of the business and under another name', async () => {
    await read(one);
    try {
      await change(`update business set as_of = '2012-01-01', name = 'New Name'`);
      const page = await read(one);
      expect(page.text).toContain('jar 2012-01-01');
      expect(page.text).toContain('New Name');
    } finally {
      await change(`update business set as_of = '2011-12-10', name = 'Test Shop'`);
    }
  });

  it('does not remember what failed, nor addresses at which there is nothing', async () => {
    fails = true;
    expect((await read(one)).status).toBe(500);
    fails = false;
    expect((await read(one)).status).toBe(200);
    for (const rest of ['pot', 'pan', 'pot']) expect((await read(one, `/the-shelf/${rest}`)).status).toBe(404);
    expect(made).toBe(5);
    await change(`insert into shelf values ('pot', true)`);
    expect((await read(one, '/the-shelf/pot')).status).toBe(200);
  });

  it('has one address, however it is asked for', async () => {
    for (const path of ['/the-shelf/jar', '/the-shelf/%6Aar', '/the-shelf/jar/']) {
      expect((await read(one, `${path}?lang=en`)).text).toContain(`href="${one.url}/the-shelf/jar?lang=en"`);
    }
  });
});
