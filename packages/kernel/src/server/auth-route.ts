import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@perennial/domain/shared/errors';
import { CHANGE_PASSWORD, CLIENT_ADDRESS_HEADER, SIGN_IN } from '../auth/staff-auth.ts';
import { databaseUnavailable } from '../db/errors.ts';
import { clientAddress } from './client-address.ts';
import { requireMethod, staffActor, type Doors, type Route } from './doors.ts';
import { checkOrigin } from './origins.ts';
import { parseJson, readBody } from './request-body.ts';
import { sendError, sendJson } from './respond.ts';
import { API_HEADERS } from './security-headers.ts';

/** The only headers that reach the sign-in library: addresses and hosts that a client may invent do not. */
const PASSED = [
  'cookie',
  'content-type',
  'origin',
  'referer',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
] as const;

/** `/api/auth/…`: sign in, sign out, who am I, change my password. */
export function authRoute(doors: Doors): Route {
  return async (request, response, url) => {
    try {
      if (!doors.auth.offers(url.pathname)) throw new DomainError('NOT_FOUND', 'There is nothing at this address.');
      await doorTo(url.pathname)(doors, request, response, url);
    } catch (error) {
      sendError(request, response, error, doors.log);
    }
  };
}

type Door = (doors: Doors, request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

function doorTo(pathname: string): Door {
  if (pathname === SIGN_IN) return signIn;
  return pathname === CHANGE_PASSWORD ? changePassword : pass;
}

async function signIn(doors: Doors, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  checkOrigin(request.headers, doors.origins());
  const body = await bodyOf(doors, request);
  const given = parseJson(body, request.headers['content-type'], doors.limits.variableDepth) as {
    email?: unknown;
  } | null;
  const email = typeof given?.email === 'string' ? given.email : '';
  const from = clientAddress(request, doors.proxies);
  await doors.throttle.signIn(from, email);
  const answer = await doors.auth.handle(library(doors, request, url, body));
  if (answer.ok) await doors.throttle.signedIn(from, email);
  await send(doors, request, response, answer);
}

/** Guesses of the current password count like guesses at the sign-in page, and together with them. */
async function changePassword(
  doors: Doors,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  requireMethod(request, response, 'POST');
  checkOrigin(request.headers, doors.origins());
  const { email } = await staffActor(doors, request);
  const body = await bodyOf(doors, request);
  parseJson(body, request.headers['content-type'], doors.limits.variableDepth);
  const from = clientAddress(request, doors.proxies);
  await doors.throttle.signIn(from, email);
  const answer = await doors.auth.handle(library(doors, request, url, body));
  if (answer.ok) await doors.throttle.signedIn(from, email);
  await send(doors, request, response, answer);
}

async function pass(doors: Doors, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  if (request.method === 'GET')
    return send(doors, request, response, await doors.auth.handle(library(doors, request, url, null)));
  checkOrigin(request.headers, doors.origins());
  await doors.throttle.stranger(clientAddress(request, doors.proxies));
  const body = await bodyOf(doors, request);
  await send(doors, request, response, await doors.auth.handle(library(doors, request, url, body)));
}

const bodyOf = (doors: Doors, request: IncomingMessage): Promise<Buffer> =>
  readBody(request, {
    bytes: doors.limits.signInBytes,
    inflatedBytes: doors.limits.signInBytes,
    ms: doors.limits.bodyMs,
  });

function library(doors: Doors, request: IncomingMessage, url: URL, body: Buffer | null): Request {
  const headers = new Headers();
  for (const name of PASSED) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set(CLIENT_ADDRESS_HEADER, clientAddress(request, doors.proxies));
  const method = request.method ?? 'GET';
  return new Request(new URL(url.pathname + url.search, doors.baseUrl()), {
    method,
    headers,
    ...(body?.length && method === 'POST' ? { body: new Uint8Array(body) } : {}),
  });
}

async function send(doors: Doors, request: IncomingMessage, response: ServerResponse, answer: Response): Promise<void> {
  if (answer.status === 429)
    throw new DomainError('RATE_LIMITED', 'Too many requests; try again in a minute.', { params: { retryAfter: 60 } });
  if (answer.status >= 500)
    throw (await doors.db.ping()) ? new Error(`the sign-in library answered ${answer.status}`) : databaseUnavailable();
  const body = Buffer.from(await answer.arrayBuffer());
  const cookies = answer.headers.getSetCookie();
  if (cookies.length) response.setHeader('set-cookie', cookies);
  if (!body.length) return sendJson(response, answer.status, {});
  response.writeHead(answer.status, {
    ...API_HEADERS,
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
