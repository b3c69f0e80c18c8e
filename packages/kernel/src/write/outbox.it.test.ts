import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { rowsOf, type Database } from '../db/database.ts';
import { enqueue, Outbox, type OutboxOptions } from './outbox.ts';

let db: Database;
let now = new Date('2026-03-01T10:00:00Z');
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));

beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  await db.orm.execute(sql`delete from outbox_events`);
});

const put = (...topics: string[]) =>
  db.transaction((tx) =>
    enqueue(
      tx,
      topics.map((topic) => ({ topic, payload: { topic } })),
      now,
    ),
  );

const outbox = (deliver: OutboxOptions['deliver'], failures: string[] = []) =>
  new Outbox({
    db,
    now: () => now,
    deliver,
    onFailure: (topic, attempts) => void failures.push(`${topic} ${attempts}`),
  });

const left = () =>
  rowsOf(db.orm, sql`select topic, attempts, last_error, dead_at is not null as dead from outbox_events order by seq`);

test('events are delivered in order, once when all goes well, also those that deliveries bring about', async () => {
  const seen: unknown[] = [];
  const box = outbox(async (topic, payload) => {
    seen.push(payload);
    if (topic === 'first') await put('followed');
  });
  await put('first', 'second');
  await box.drain();
  expect(seen).toEqual([{ topic: 'first' }, { topic: 'second' }, { topic: 'followed' }]);
  expect(await left()).toEqual([]);
  await box.drain();
  expect(seen).toHaveLength(3);
});

test('a delivery that fails does not hold up others, and is tried again after a while that grows', async () => {
  const seen: string[] = [];
  const failures: string[] = [];
  let failing = true;
  const box = outbox(async (topic) => {
    seen.push(topic);
    if (topic === 'shaky' && failing) throw new Error('not yet');
  }, failures);
  await put('shaky', 'steady');
  await box.drain();
  expect(seen).toEqual(['shaky', 'steady']);
  expect(await left()).toEqual([{ topic: 'shaky', attempts: 1, last_error: 'not yet', dead: false }]);

  await box.drain();
  expect(seen).toHaveLength(2);
  later(2);
  await box.drain();
  expect(seen).toHaveLength(3);
  later(2);
  await box.drain();
  expect(seen).toHaveLength(3);
  later(2);
  failing = false;
  await box.drain();
  expect(seen).toHaveLength(4);
  expect(await left()).toEqual([]);
  expect(failures).toEqual(['shaky 1', 'shaky 2']);
});

test('what fails for good is set aside for a person to look at, and no longer tried', async () => {
  const failures: string[] = [];
  const box = outbox(async () => {
    throw new Error('never');
  }, failures);
  await put('hopeless');
  for (let i = 0; i < 20; i += 1) {
    await box.drain();
    later(3600);
  }
  expect(await left()).toEqual([{ topic: 'hopeless', attempts: failures.length, last_error: 'never', dead: true }]);
});

test('what a killed process was delivering comes again, and no earlier than its claim lasts', async () => {
  let reached = () => {};
  const started = new Promise<void>((resolve) => (reached = resolve));
  // a process that dies in the middle: its delivery never ends
  const dead = outbox(() => new Promise(() => reached()));
  await put('survivor');
  dead.kick();
  await started;

  const seen: string[] = [];
  const next = outbox(async (topic) => void seen.push(topic));
  await next.drain();
  expect(seen).toEqual([]);
  later(31);
  await next.drain();
  expect(seen).toEqual(['survivor']);
  expect(await left()).toEqual([]);
});

test('two dispatchers at once deliver each event once', async () => {
  const seen: string[] = [];
  const boxes = [1, 2, 3].map(() => outbox(async (topic) => void seen.push(topic)));
  const topics = Array.from({ length: 30 }, (_, i) => `event ${i}`);
  await put(...topics);
  await Promise.all(boxes.map((box) => box.drain()));
  expect([...seen].sort()).toEqual([...topics].sort());
});

test('an event exists only if its transaction was committed', async () => {
  const failed = db.transaction(async (tx) => {
    await enqueue(tx, [{ topic: 'ghost', payload: null }], now);
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await left()).toEqual([]);
});

test('after stop nothing more is taken', async () => {
  const seen: string[] = [];
  const box = outbox(async (topic) => void seen.push(topic));
  await box.stop();
  await put('too late');
  box.kick();
  await box.drain();
  expect(seen).toEqual([]);
});
