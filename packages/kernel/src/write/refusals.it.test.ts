import { DomainError } from '@perennial/domain/shared/errors';
import { customersModule } from '@perennial/modules/customers/index';
import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { testServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StaffActor } from '../auth/actor.ts';
import { rowsOf, type Database } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { brokenLink } from './audit.ts';
import { RefusalTrail } from './refusals.ts';

let db: Database;
let now = Date.parse('2026-03-01T10:00:00Z');
beforeAll(async () => {
  db = await openTestDatabase();
});
afterEach(() => void vi.useRealTimers());

const somebody = (): StaffActor => {
  const id = newId();
  return { kind: 'staff', id, email: `${id}@example.test`, name: 'Ann', role: 'OWNER' };
};
const trailOf = (database: Pick<Database, 'transaction'> = db) =>
  new RefusalTrail({ db: database as Database, now: () => new Date(now) }, 3);
const attempt = (actor: StaffActor, code = 'BAD', operation = 'noteCreate', params: Record<string, unknown> = {}) => ({
  actor,
  operation,
  subject: 'Note_1',
  error: new DomainError(code, 'Not so.', { path: ['lines', '0'], params }),
});
interface Told {
  operation: string;
  subject: string;
  after: { refused: string; path: string; params: Record<string, unknown>; more?: number };
  [column: string]: unknown;
}
const toldOf = (actor: StaffActor) =>
  rowsOf<Told>(
    db.orm,
    sql`select operation, subject, after from audit_events where actor_id = ${actor.id} order by seq`,
  );
const counts = (told: Told[]) => told.map(({ operation, after }) => [operation, after.refused, after.more ?? 1]);

describe('the trail of refused writes', () => {
  it('holds the first of a minute one by one, with what they were about', async () => {
    const [ann, trail] = [somebody(), trailOf()];
    await trail.keep(attempt(ann, 'BAD', 'noteCreate', { max: 3, draft: 'x'.repeat(121), names: ['a'] }));
    expect(await toldOf(ann)).toEqual([
      {
        operation: 'noteCreate',
        subject: 'Note_1',
        after: { refused: 'BAD', path: 'lines.0', params: { max: 3, names: ['a'] } },
      },
    ]);
  });

  it('with names in several languages, so that it is told in the reader’s, and no documents', async () => {
    const [ann, trail] = [somebody(), trailOf()];
    const names = { en: 'Visit', 'zh-Hant': '出車' };
    const phrases = { Visit: names };
    const draft = { terms: [{ id: 'a' }] };
    const long = { en: 'x'.repeat(121) };
    await trail.keep(attempt(ann, 'BAD', 'noteCreate', { names, phrases, draft, long, deep: { of: phrases } }));
    const [told] = await toldOf(ann);
    expect(told!.after.params).toEqual({ names, phrases });
  });

  it('counts what is more, by operation and code, and loses none', async () => {
    const [ann, bob, trail] = [somebody(), somebody(), trailOf()];
    for (let i = 0; i < 10; i++) await trail.keep(attempt(ann));
    for (let i = 0; i < 4; i++) await trail.keep(attempt(ann, 'WORSE', 'noteCreate', { left: i }));
    await trail.keep(attempt(ann, 'BAD', 'noteRemove'));
    await trail.keep(attempt(bob));
    expect(await toldOf(ann)).toHaveLength(3);
    expect(counts(await toldOf(bob))).toEqual([['noteCreate', 'BAD', 1]]);
    await trail.settle();
    await trail.settle();
    const told = await toldOf(ann);
    expect(counts(told.slice(3))).toEqual([
      ['noteCreate', 'BAD', 7],
      ['noteCreate', 'WORSE', 4],
      ['noteRemove', 'BAD', 1],
    ]);
    expect(told[4]!.after.params).toEqual({ left: 3 });
    expect(await brokenLink(db.orm)).toBeNull();
  });

  it('begins anew after a minute', async () => {
    const [ann, trail] = [somebody(), trailOf()];
    for (let i = 0; i < 5; i++) await trail.keep(attempt(ann));
    now += 60_000;
    for (let i = 0; i < 2; i++) await trail.keep(attempt(ann));
    expect(await toldOf(ann)).toHaveLength(5);
    await trail.settle();
    expect(counts(await toldOf(ann)).at(-1)).toEqual(['noteCreate', 'BAD', 2]);
  });

  it('tells what it counted within a minute, by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const written = vi.fn(async () => undefined);
    const trail = trailOf({ transaction: written as never });
    const ann = somebody();
    for (let i = 0; i < 9; i++) await trail.keep(attempt(ann));
    expect(written).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toHaveBeenCalledTimes(4);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(written).toHaveBeenCalledTimes(4);
  });

  it('keeps the count while the database is away', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let away = false;
    const trail = trailOf({ transaction: (fn) => (away ? Promise.reject(new Error('away')) : db.transaction(fn)) });
    const ann = somebody();
    for (let i = 0; i < 5; i++) await trail.keep(attempt(ann));
    away = true;
    await expect(trail.settle()).rejects.toThrow('away');
    await vi.advanceTimersByTimeAsync(60_000);
    await trail.keep(attempt(ann));
    away = false;
    await trail.settle();
    expect(counts(await toldOf(ann)).slice(3)).toEqual([['noteCreate', 'BAD', 3]]);
  });

  it('holds no more than so many kinds in memory, and still loses none', async () => {
    const [ann, trail] = [somebody(), trailOf()];
    for (let i = 0; i < 503; i++) await trail.keep(attempt(ann, `CODE_${i}`));
    expect(await toldOf(ann)).toHaveLength(503);
  });

  it('adds up to what was refused, whoever is refused what, in whatever order, also at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ who: fc.nat(1), code: fc.constantFrom('A', 'B'), later: fc.constantFrom(0, 0, 40_000) }), {
          maxLength: 20,
        }),
        async (attempts) => {
          const [people, trail] = [[somebody(), somebody()], trailOf()];
          const running = attempts.map(({ who, code, later }) => {
            now += later;
            return trail.keep(attempt(people[who]!, code));
          });
          await Promise.all([...running, trail.settle()]);
          await trail.settle();
          for (const [who, person] of people.entries()) {
            const told = await toldOf(person);
            for (const code of ['A', 'B']) {
              const sum = told
                .filter(({ after }) => after.refused === code)
                .reduce((n, { after }) => n + (after.more ?? 1), 0);
              expect(sum).toBe(attempts.filter((each) => each.who === who && each.code === code).length);
            }
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

it('a program that is refused over and over leaves thirty lines a minute and one with the rest', async () => {
  const server = await testServer({ db, modules: [customersModule] });
  const owner = await server.as('OWNER');
  const one = 'customerUpdate(input: { id: "nobody", version: 1 }) { userErrors { code } }';
  const many = Array.from({ length: 15 }, (_, i) => `m${i}: ${one}`).join(' ');
  for (let i = 0; i < 3; i++) {
    const refused = await owner.data<Record<string, { userErrors: { code: string }[] }>>(`mutation { ${many} }`);
    expect(Object.values(refused).map(({ userErrors }) => userErrors[0]?.code)).toEqual(Array(15).fill('BAD_ID'));
  }
  const told = () =>
    rowsOf<Told>(
      db.orm,
      sql`select operation, subject, after from audit_events where operation = 'customerUpdate' order by seq`,
    );
  expect(await told()).toHaveLength(30);
  await server.close();
  expect(counts((await told()).slice(30))).toEqual([['customerUpdate', 'BAD_ID', 15]]);
  expect(await brokenLink(db.orm)).toBeNull();
});
