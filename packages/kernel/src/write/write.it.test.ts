import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../auth/actor.ts';
import { rowsOf, type Database } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { buildRegistry, defineModule } from '../registry/module.ts';
import { brokenLink } from './audit.ts';
import { businessFrame, dayIn, ensureBusiness } from './business.ts';
import type { Environment } from './environment.ts';
import { jobContext } from './jobs.ts';
import { runWrite, runWriteOnce } from './run.ts';

const NOW = new Date('2026-03-01T10:00:00.123Z');
const ann: StaffActor = { kind: 'staff', id: newId(), email: 'ann@example.test', name: 'Ann', role: 'OWNER' };
const bob: StaffActor = { ...ann, id: newId(), email: 'bob@example.test' };

let db: Database;
let env: Environment;

beforeAll(async () => {
  db = await openTestDatabase();
  await ensureBusiness(
    db.orm,
    { name: 'Test', asOf: null, currency: 'GBP', timezone: 'Europe/London', locale: 'en' },
    NOW,
  );
  await db.orm.execute(sql`create table notes (id uuid primary key, text text)`);
  const registry = buildRegistry([
    defineModule({
      name: 'index of notes',
      inTransaction: {
        'note.forbidden': async () => {
          throw new RangeError('the hook refuses');
        },
        'note.counted': async (tx) => {
          await tx.execute(sql`insert into notes values (${newId()}, 'by the hook')`);
        },
      },
    }),
  ]);
  env = { db, registry, now: () => NOW, askAsPartner: () => Promise.reject(new Error('not asked here')) };
});

const count = async (from: string) => Number(await db.readText(`select count(*)::text from ${from}`, []));
const everything = async () => [
  await count('notes'),
  await count('audit_events'),
  await count('outbox_events'),
  await count('idempotency_keys'),
];

function note(actor: StaffActor, key: string, input: { text: string }, runs: string[] = []) {
  return runWriteOnce(
    env,
    {
      actor,
      operation: 'noteCreate',
      handle: async (ctx) => {
        const id = newId();
        runs.push(id);
        await ctx.tx.execute(sql`insert into notes values (${id}, ${input.text})`);
        ctx.audit({ subject: `Note_${id}`, after: { ...input, skipped: undefined, at: ctx.now } });
        ctx.emit('note.created', { id });
        return { id, secret: 'shown once' };
      },
    },
    { key, input, secrets: ['secret'] },
  );
}

describe('one write is one transaction', () => {
  test('rows, audit, outbox and answer become true together', async () => {
    const before = await everything();
    const { id } = await note(ann, newId(), { text: 'hello' });
    expect(await everything()).toEqual(before.map((n) => n + 1));
    const [event] = await rowsOf(db.orm, sql`select * from audit_events where subject = ${`Note_${String(id)}`}`);
    expect(event).toMatchObject({
      actor_kind: 'staff',
      actor_id: ann.id,
      actor_name: ann.email,
      operation: 'noteCreate',
      before: null,
      after: { text: 'hello', at: NOW.toISOString() },
    });
  });

  test('nothing is left of one that fails, and it can be tried again with the same key', async () => {
    const before = await everything();
    const key = newId();
    const failing = runWriteOnce(
      env,
      {
        actor: ann,
        operation: 'noteCreate',
        handle: async (ctx) => {
          await ctx.tx.execute(sql`insert into notes values (${newId()}, 'lost')`);
          ctx.emit('note.created', {});
          throw new RangeError('the rule says no');
        },
      },
      { key, input: { text: 'again' }, secrets: [] },
    );
    await expect(failing).rejects.toThrow('the rule says no');
    expect(await everything()).toEqual(before);
    await expect(note(ann, key, { text: 'again' })).resolves.toHaveProperty('id');
  });

  test('an area’s hook runs inside it and can refuse it', async () => {
    const write = (event: string) =>
      runWrite(env, {
        actor: ann,
        operation: 'noteHook',
        handle: async (ctx) => {
          await ctx.tx.execute(sql`insert into notes values (${newId()}, 'by hand')`);
          await ctx.hook(event, {});
        },
      });
    const before = await count('notes');
    await expect(write('note.forbidden')).rejects.toThrow('the hook refuses');
    expect(await count('notes')).toBe(before);
    await write('note.counted');
    expect(await count('notes')).toBe(before + 2);
  });

  test('a write that says nothing about itself is recorded all the same', async () => {
    await runWrite(env, { actor: bob, operation: 'silentChange', handle: async () => null });
    const [event] = await rowsOf(db.orm, sql`select * from audit_events where operation = 'silentChange'`);
    expect(event).toMatchObject({ actor_name: bob.email });
  });

  test('jobs write as the system', async () => {
    const ctx = await jobContext(env);
    await ctx.write('nightly', async (write) => write.audit({ subject: 'Everything' }));
    const [event] = await rowsOf(db.orm, sql`select * from audit_events where operation = 'nightly'`);
    expect(event).toMatchObject({ actor_kind: 'system', actor_id: null, subject: 'Everything' });
  });
});

describe('an idempotency key', () => {
  test('gets the first answer again and does nothing again; what is told once is not told twice', async () => {
    const key = newId();
    const first = await note(ann, key, { text: 'once' });
    const before = await everything();
    const second = await note(ann, key, { text: 'once' });
    expect(second).toEqual({ id: first['id'] });
    expect(first).toHaveProperty('secret');
    expect(await everything()).toEqual(before);
    expect(await db.readText('select string_agg(payload::text, $1) from idempotency_keys', [','])).not.toContain(
      'shown once',
    );
  });

  test('with another input is refused and nothing happens', async () => {
    const key = newId();
    await note(ann, key, { text: 'this' });
    const before = await everything();
    await expect(note(ann, key, { text: 'that' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
      path: ['idempotencyKey'],
    });
    expect(await everything()).toEqual(before);
  });

  test('is forgotten after a week', async () => {
    await db.orm.execute(sql`update idempotency_keys set created_at = ${new Date(NOW.getTime() - 8 * 86_400_000)}`);
    await note(ann, newId(), { text: 'a week later' });
    expect(await count('idempotency_keys')).toBe(1);
  });

  test('belongs to its caller', async () => {
    const key = newId();
    const [one, other] = [await note(ann, key, { text: 'mine' }), await note(bob, key, { text: 'mine' })];
    expect(one['id']).not.toBe(other['id']);
  });

  test('sent many times at once is worked once', async () => {
    const key = newId();
    const runs: string[] = [];
    const answers = await Promise.all(Array.from({ length: 6 }, () => note(ann, key, { text: 'at once' }, runs)));
    expect(new Set(answers.map((answer) => answer['id'])).size).toBe(1);
    expect(await db.readText(`select count(*)::text from notes where text = 'at once'`, [])).toBe('1');
  });
});

describe('the audit trail', () => {
  test('is one unbroken chain, also when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => note(i % 2 ? ann : bob, newId(), { text: `n${i} 長青 "quoted"` })),
    );
    expect(await brokenLink(db.orm, 5)).toBeNull();
  });

  test.each([
    ['a changed event', `update audit_events set after = '{"text":"forged"}' where seq = 2`, 2],
    ['a changed moment', `update audit_events set at = at + interval '1 ms' where seq = 2`, 2],
    ['a removed event', `delete from audit_events where seq = 2`, 2],
    ['a removed end that was continued', `delete from audit_events where seq = 1`, 1],
  ])('shows %s that somebody made past the trigger', async (_, tampering, at) => {
    const seen = db.transaction(async (tx) => {
      await tx.execute(sql.raw('alter table audit_events disable trigger user'));
      await tx.execute(sql.raw(tampering));
      const broken = await brokenLink(tx);
      throw Object.assign(new Error('undo'), { broken });
    });
    await expect(seen).rejects.toMatchObject({ broken: at });
    expect(await brokenLink(db.orm)).toBeNull();
  });
});

describe('the as-of date', () => {
  test('is the day that was set, else today where the business is', async () => {
    expect((await businessFrame(db.orm, NOW)).asOf).toBe('2026-03-01');
    expect((await businessFrame(db.orm, new Date('2026-06-30T23:30:00Z'))).asOf).toBe('2026-07-01');
    await db.orm.execute(sql`update business set as_of = '2011-12-10'`);
    expect((await businessFrame(db.orm, NOW)).asOf).toBe('2011-12-10');
    await db.orm.execute(sql`update business set as_of = null`);
  });

  test.each([
    ['Asia/Taipei', '2026-01-01T16:30:00Z', '2026-01-02'],
    ['America/New_York', '2026-01-01T02:00:00Z', '2025-12-31'],
    ['UTC', '2026-01-01T00:00:00Z', '2026-01-01'],
  ])('in %s %s is %s', (timezone, moment, day) => expect(dayIn(timezone, new Date(moment))).toBe(day));
});
