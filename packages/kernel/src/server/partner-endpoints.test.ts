import { describe, expect, it } from 'vitest';
import type { GraphQLEndpoint } from './apollo.ts';
import { PartnerEndpoints } from './partner-endpoints.ts';

function fakes() {
  const log: string[] = [];
  const finish = new Map<string, () => void>();
  const start = async (grants: readonly string[]): Promise<GraphQLEndpoint> => {
    const name = grants.join('+');
    log.push(`start ${name}`);
    if (name === 'broken') throw new Error('no such field');
    return {
      schema: undefined as never,
      answer: () => Promise.reject(new Error('not asked here')),
      idle: () => new Promise((resolve) => finish.set(name, resolve)),
      stop: async () => void log.push(`stop ${name}`),
    };
  };
  return { log, finish, start };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('partner endpoints', () => {
  it('shares one between agreements that grant the same, in whatever order', async () => {
    const { log, start } = fakes();
    const endpoints = new PartnerEndpoints(start);
    expect(await endpoints.for(['b', 'a'])).toBe(await endpoints.for(['a', 'b', 'a']));
    expect(log).toEqual(['start b+a']);
  });

  it('lets the one used longest ago finish before it stops', async () => {
    const { log, finish, start } = fakes();
    const endpoints = new PartnerEndpoints(start, 2);
    for (const grants of [['a'], ['b'], ['a'], ['c']]) await endpoints.for(grants);
    await settle();
    expect(log).toEqual(['start a', 'start b', 'start c']);
    finish.get('b')?.();
    await settle();
    expect(log).toEqual(['start a', 'start b', 'start c', 'stop b']);
  });

  it('tries again after a schema that could not be built', async () => {
    const { log, start } = fakes();
    const endpoints = new PartnerEndpoints(start);
    await expect(endpoints.for(['broken'])).rejects.toThrow();
    await expect(endpoints.for(['broken'])).rejects.toThrow();
    expect(log).toEqual(['start broken', 'start broken']);
  });

  it('answers nobody once it is closed', async () => {
    const { finish, start, log } = fakes();
    const endpoints = new PartnerEndpoints(start);
    await endpoints.for(['a']);
    const closing = endpoints.close();
    await settle();
    finish.get('a')?.();
    await closing;
    expect(log).toContain('stop a');
    expect(() => endpoints.for(['a'])).toThrow(expect.objectContaining({ code: 'SHUTTING_DOWN' }));
  });
});
