import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '@perennial/domain/shared/errors';

/**
 * Refuses what another site's page may have sent. A request with cookies must say where it comes from; what browsers
 * send across sites always does. Programs without cookies are nobody's victim and need not.
 *
 * @throws DomainError ORIGIN_NOT_ALLOWED
 */
export function checkOrigin(headers: IncomingHttpHeaders, allowed: readonly string[]): void {
  const { origin } = headers;
  if (origin !== undefined) {
    if (allowed.includes(origin)) return;
    throw new DomainError(
      'ORIGIN_NOT_ALLOWED',
      `Pages of this address may not use this server; if they should, start it with PUBLIC_URL set to that address. Now allowed: ${allowed.join(', ')}.`,
      { path: ['origin'], params: { allowed } },
    );
  }
  if (headers.cookie === undefined) return;
  if (headers['sec-fetch-site'] === 'same-origin') return;
  throw new DomainError('ORIGIN_NOT_ALLOWED', 'A request with cookies must carry an Origin header.', {
    path: ['origin'],
    params: { allowed },
  });
}
