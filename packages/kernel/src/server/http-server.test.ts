import { connect } from 'node:net';
import { expect, it, vi } from 'vitest';
import { listen, refuseUnread } from './http-server.ts';
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

it('answers what cannot be read, and says nothing on a connection on which nothing came', async () => {
  const [end, destroy] = [vi.fn(), vi.fn()];
  refuseUnread({ bytesRead: 0, writable: true, destroy, end });
  expect([end.mock.calls.length, destroy.mock.calls.length]).toEqual([0, 1]);
  const server = await listen({ ...options, port: 0 });
  const socket = connect(server.port, '127.0.0.1');
  socket.write('this is no request\r\n\r\n');
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  await server.close();
});
