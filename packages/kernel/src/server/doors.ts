import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Role } from '@perennial/domain/shared/roles';
import { DomainError } from '@perennial/domain/shared/errors';
import type { StaffActor } from '../auth/actor.ts';
import type { StaffAuth } from '../auth/staff-auth.ts';
import type { Database } from '../db/database.ts';
import { clientAddress } from './client-address.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import type { Throttle } from './throttle.ts';

/** What every route may use. */
export interface Doors {
  readonly db: Database;
  readonly auth: StaffAuth;
  readonly limits: Limits;
  readonly log: Log;
  readonly throttle: Throttle;
  readonly now: () => Date;
  /** Origins whose pages may send cookies here. */
  readonly origins: () => readonly string[];
  readonly baseUrl: () => string;
  /** How many proxies of one's own stand in front. */
  readonly proxies: number;
}

export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/**
 * The member of staff who sent the request, after their share of requests.
 * @throws DomainError UNAUTHENTICATED, RATE_LIMITED
 */
export async function staffActor(doors: Doors, request: IncomingMessage): Promise<StaffActor> {
  const actor = await doors.auth.actorOf(request.headers.cookie);
  if (!actor) {
    await doors.throttle.stranger(clientAddress(request, doors.proxies));
    throw new DomainError('UNAUTHENTICATED', 'Nobody is signed in: sign in at POST /api/auth/sign-in/email.');
  }
  await doors.throttle.staff(actor.id);
  return actor;
}

/** @throws DomainError FORBIDDEN */
export function requireRole(actor: StaffActor, roles: readonly Role[]): void {
  if (roles.includes(actor.role)) return;
  throw new DomainError('FORBIDDEN', `This needs the role ${roles.join(' or ')}; ask the owner.`, {
    params: { roles },
  });
}

/** @throws DomainError METHOD_NOT_ALLOWED */
export function requireMethod(request: IncomingMessage, response: ServerResponse, method: 'GET' | 'POST'): void {
  if (request.method === method || (method === 'GET' && request.method === 'HEAD')) return;
  response.setHeader('allow', method === 'GET' ? 'GET, HEAD' : method);
  throw new DomainError('METHOD_NOT_ALLOWED', `Use ${method} here.`, { params: { allow: method } });
}
