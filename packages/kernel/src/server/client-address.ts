import type { IncomingMessage } from 'node:http';

/**
 * Network address of the caller. `X-Forwarded-For` is believed only as far as `proxies` machines of one's own stand in
 * front: each appends the address it saw, so the client's own inventions stand further left.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (proxies === 0) return direct;
  const header = request.headers['x-forwarded-for'];
  const seen = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim());
  const told = seen.at(-proxies);
  return told && /^[0-9a-fA-F.:]{2,45}$/.test(told) ? told : direct;
}
