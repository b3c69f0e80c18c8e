import { expect, it } from 'vitest';
import { listen } from './http-server.ts';
import { SILENT } from './log.ts';

const options = {
  host: '127.0.0.1',
  log: SILENT,
  drainMs: 100,
  handle: async () => Promise.reject(new Error('select secret from customers')),
};

it('names a port that is taken, and a network address that this machine does not have', async () => {
  const first = await listen({ ...options, port: 0 });
  await expect(listen({ ...options, port: first.port })).rejects.toMatchObject({ code: 'PORT_IN_USE', path: ['PORT'] });
  await expect(listen({ ...options, host: '203.0.113.1', port: 0 })).rejects.toMatchObject({ code: 'HOST_UNKNOWN' });
  await first.close();
});

it('answers a fault with a reference and nothing else', async () => {
  const server = await listen({ ...options, port: 0 });
  const response = await fetch(`http://127.0.0.1:${server.port}/`);
  const text = await response.text();
  expect([response.status, JSON.parse(text)]).toEqual([500, expect.objectContaining({ code: 'INTERNAL' })]);
  expect(text).not.toContain('secret');
  await server.close();
});
