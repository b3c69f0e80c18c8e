import { connect } from 'node:net';
import { z } from 'zod';
import { customersModule } from '@perennial/modules/customers/index';
import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { graphqlClient } from '@perennial/testkit/server/graphql-client';
import { testServer } from '@perennial/testkit/server/test-server';
import { describe, expect, it } from 'vitest';
import type { Database } from '../db/database.ts';
import { databaseUnavailable } from '../db/errors.ts';
import { query } from '../graphql/operations.ts';
import { defineModule } from '../registry/module.ts';

/** A database that can be unplugged, as callers see it: every use is refused the way the drivers' errors are mapped. */
function unpluggable(db: Database): { db: Database; unplug(): void; plugIn(): void } {
  let gone = false;
  const refuse = () => Promise.reject(databaseUnavailable());
  const guard = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, key) {
        if (gone && key === 'ping') return async () => false;
        const value: unknown = Reflect.get(object, key, object);
        if (key === 'orm') return guard(value as object);
        if (typeof value !== 'function') return value;
        if (!gone || key === 'close' || key === 'onStatement') return value.bind(object) as unknown;
        // drizzle's builders are awaited at the end of a chain
        return key === 'select' ? () => chain : refuse;
      },
    });
  const chain: object = new Proxy(() => undefined, {
    get: (_target, key) =>
      key === 'then' ? (_ok: unknown, fail: (error: unknown) => void) => fail(databaseUnavailable()) : () => chain,
  });
  return { db: guard(db), unplug: () => (gone = true), plugIn: () => (gone = false) };
}

describe('while the database is away', () => {
  it('says so with 503, stays up, and goes on by itself when it is back', async () => {
    const plug = unpluggable(await openTestDatabase());
    const server = await testServer({ modules: [customersModule], db: plug.db });
    const owner = await server.as('OWNER');
    const list = '{customers(first: 1){totalCount}}';
    const signIn = () =>
      fetch(`${server.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify({ email: 'owner@test.example', password: 'a-password-for-tests-only' }),
      });
    expect((await owner.ask(list)).status).toBe(200);

    plug.unplug();
    const away = await owner.ask(list);
    expect([away.status, away.errors?.[0]?.extensions.code, away.data ?? null]).toEqual([
      503,
      'DATABASE_UNAVAILABLE',
      null,
    ]);
    const write = await owner.ask('mutation{customerCreate(input: {number: "A"}){userErrors{code}}}');
    expect([write.status, write.errors?.[0]?.extensions.code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const refused = await signIn();
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([503, 'DATABASE_UNAVAILABLE']);

    plug.plugIn();
    expect((await owner.ask(list)).data).toEqual({ customers: { totalCount: 0 } });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect((await signIn()).status).toBe(200);
  });
});

describe('stopping', () => {
  it('finishes what runs, keeps nobody who is idle, and takes nobody new', async () => {
    const { promise: release, resolve: finish } = Promise.withResolvers<void>();
    const { promise: started, resolve: begin } = Promise.withResolvers<void>();
    const slow = defineModule({
      name: 'slow',
      queries: [
        query({
          name: 'slow',
          description: 'Waits.',
          roles: null,
          args: z.object({}),
          returns: z.object({ done: z.boolean() }),
          handle: async () => {
            begin();
            await release;
            return { done: true };
          },
        }),
      ],
    });
    const server = await testServer({ modules: [customersModule, slow] });
    const owner = await server.as('OWNER');
    const idle = connect(Number(new URL(server.url).port), '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    const idleClosed = new Promise((resolve) => idle.once('close', resolve));

    const answer = owner.ask('{slow{done}}');
    await started;
    const closing = server.close();
    await idleClosed;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    finish();
    expect((await answer).data).toEqual({ slow: { done: true } });
    await closing;
  });
});

describe('reads that take too long', () => {
  it('are given up with TIMEOUT', async () => {
    const { promise: never } = Promise.withResolvers<void>();
    const stuck = defineModule({
      name: 'stuck',
      queries: [
        query({
          name: 'stuck',
          description: 'Never ends.',
          roles: null,
          args: z.object({}),
          returns: z.object({ done: z.boolean() }),
          handle: async () => {
            await never;
            return { done: true };
          },
        }),
      ],
    });
    const server = await testServer({ modules: [customersModule, stuck], limits: { operationMs: 20 } });
    const answer = await (await server.as('OWNER')).ask('{stuck{done}}');
    expect([answer.status, answer.errors?.[0]?.extensions.code, answer.data ?? null]).toEqual([504, 'TIMEOUT', null]);
  });
});

describe('too many requests', () => {
  it('are counted per member of staff, and per address for strangers', async () => {
    const server = await testServer({
      modules: [customersModule],
      limits: { staffPerMinute: 3, strangerPerMinute: 2 },
    });
    const agent = await server.as('AGENT');
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await agent.ask('{__typename}')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await (await server.as('OWNER')).ask('{__typename}')).status).toBe(200);
    const stranger = graphqlClient(`${server.url}/graphql`, {});
    const codes = [];
    for (let i = 0; i < 3; i++) codes.push((await stranger.ask('{__typename}')).errors?.[0]?.extensions.code);
    expect(codes).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'RATE_LIMITED']);
  });
});
