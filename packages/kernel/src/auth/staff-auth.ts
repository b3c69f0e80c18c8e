import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { and, eq, gt } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { RefusalTrail } from '../write/refusals.ts';
import type { StaffActor } from './actor.ts';
import { hashPassword, normalPassword, verifyPassword } from './passwords.ts';
import { closeSessionCache, openSessionCache } from './session-cache.ts';
import { recordPasswordChange, recordSignIn } from './sign-in-trail.ts';
import { cookieValue, sessionToken } from './session-cookie.ts';
import { staffAccounts, staffMembers, staffSessions, staffVerifications } from './table.ts';

export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;

/** Header by which the server tells the sign-in library who is calling; whatever a client sends under it is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-perennial-client';

/** All that the sign-in library may be asked; the rest of what it can do (sign-up, e-mail links …) is not offered. */
const OFFERED = new Set(['/sign-in/email', '/sign-out', '/get-session', '/change-password']);

const BASE_PATH = '/api/auth';
export const SIGN_IN = `${BASE_PATH}/sign-in/email`;
export const CHANGE_PASSWORD = `${BASE_PATH}/change-password`;

/** Wrong sign-ins of all the world that a minute's trail names; what is more is counted. */
const REFUSED_ONE_BY_ONE = 120;

export interface StaffAuthOptions {
  db: Database;
  /** Signs the session cookies; at least 32 characters. */
  secret: string;
  /** Where browsers reach this server; the server's own address when nothing else is set. */
  baseUrl: string;
  /** Origins whose pages may send cookies. */
  origins: () => readonly string[];
  now: () => Date;
}

export interface StaffAuth {
  /** Whether `/api/auth/…` has such a door at all. */
  offers(pathname: string): boolean;
  handle(request: Request): Promise<Response>;
  /** Who the cookies belong to; null for nobody, for an ended session and for a deactivated member of staff. */
  actorOf(cookieHeader: string | undefined): Promise<StaffActor | null>;
  /** Writes down what is only counted yet. */
  close(): Promise<void>;
}

/** Staff sign-in by e-mail and password: cookies HttpOnly, SameSite=Lax, Secure under https; sign-up is off. */
export function createStaffAuth(options: StaffAuthOptions): StaffAuth {
  const { db, now, secret } = options;
  const secure = options.baseUrl.startsWith('https://');
  const cookieName = `${secure ? '__Secure-' : ''}perennial.session_token`;
  const cache = openSessionCache();
  const auth = signInLibrary(options, secure);
  const refusals = new RefusalTrail({ db, now }, REFUSED_ONE_BY_ONE);

  const actorOf: StaffAuth['actorOf'] = async (cookieHeader) => {
    const cookie = cookieValue(cookieHeader, cookieName);
    if (!cookie) return null;
    const at = now();
    const known = cache.get(cookie, at.getTime());
    if (known) return known;
    const token = sessionToken(cookie, secret);
    if (!token) return null;
    const epoch = cache.epoch;
    const [row] = await db.orm
      .select({ id: staffMembers.id, email: staffMembers.email, name: staffMembers.name, role: staffMembers.role })
      .from(staffSessions)
      .innerJoin(staffMembers, eq(staffMembers.id, staffSessions.userId))
      .where(and(eq(staffSessions.token, token), gt(staffSessions.expiresAt, at), eq(staffMembers.active, true)));
    if (!row) return null;
    const actor: StaffActor = { kind: 'staff', ...row };
    cache.put(cookie, actor, epoch, at.getTime());
    return actor;
  };

  const ask = async (request: Request): Promise<Response> => {
    const response = await auth.handler(request);
    if (request.method === 'POST') cache.clear();
    return response;
  };

  const signIn = async (request: Request): Promise<Response> => {
    const { email } = await given(request);
    const response = await ask(request);
    // before the cookie is handed over: what cannot be put on record does not happen
    await recordSignIn(db, refusals, now(), typeof email === 'string' ? email : '', response);
    // one answer to a wrong password, an unknown e-mail and a deactivated member of staff
    return response.status === 401 ? refusedSignIn() : response;
  };

  const changePassword = async (request: Request): Promise<Response> => {
    const actor = await actorOf(request.headers.get('cookie') ?? undefined);
    const { currentPassword, newPassword, ...rest } = await given(request);
    if (actor && samePassword(currentPassword, newPassword)) return unchangedPassword();
    // whoever else is signed in with the old password is out, whether or not the page asked for that
    const body = JSON.stringify({ ...rest, currentPassword, newPassword, revokeOtherSessions: true });
    const response = await ask(new Request(request, { method: 'POST', body }));
    const wrong = !response.ok && (await given(response))['code'] === 'INVALID_PASSWORD';
    if (actor && (response.ok || wrong)) await recordPasswordChange(db, now(), actor, wrong ? 'refused' : 'changed');
    return wrong ? wrongPassword() : response;
  };

  return {
    offers: (pathname) => pathname.startsWith(`${BASE_PATH}/`) && OFFERED.has(pathname.slice(BASE_PATH.length)),

    handle(request) {
      const { pathname } = new URL(request.url);
      if (request.method === 'POST' && pathname === SIGN_IN) return signIn(request);
      if (request.method === 'POST' && pathname === CHANGE_PASSWORD) return changePassword(request);
      return ask(request);
    },

    actorOf,

    async close() {
      closeSessionCache(cache);
      await refusals.settle();
    },
  };
}

const refusedSignIn = (): Response =>
  Response.json(
    {
      code: 'INVALID_EMAIL_OR_PASSWORD',
      message: 'E-mail or password is wrong: try again, or ask an owner for a new password.',
    },
    { status: 401 },
  );

const wrongPassword = (): Response =>
  Response.json(
    { code: 'INVALID_PASSWORD', message: 'The current password is wrong: type it again.', path: ['currentPassword'] },
    { status: 400 },
  );

/** A password that somebody else gave is not made one's own by choosing it again: whoever gave it still knows it (S11). */
const samePassword = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && normalPassword(one) === normalPassword(other);

const unchangedPassword = (): Response =>
  Response.json(
    {
      code: 'PASSWORD_UNCHANGED',
      message: 'The new password is the current one: choose another one.',
      path: ['newPassword'],
    },
    { status: 400 },
  );

/** The JSON object in a body, read from a copy; empty where there is none. */
async function given(message: Request | Response): Promise<Record<string, unknown>> {
  const body: unknown = await message
    .clone()
    .json()
    .catch(() => null);
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
}

function signInLibrary({ db, secret, baseUrl, origins }: StaffAuthOptions, secure: boolean) {
  return betterAuth({
    appName: 'Perennial',
    baseURL: baseUrl,
    basePath: BASE_PATH,
    secret,
    trustedOrigins: () => [...origins()],
    telemetry: { enabled: false },
    // its log lines carry e-mail addresses
    logger: { disabled: true },
    // faults reach the server's own error handling; refusals stay answers
    onAPIError: { throw: true },
    database: drizzleAdapter(db.orm, {
      provider: 'pg',
      schema: { user: staffMembers, session: staffSessions, account: staffAccounts, verification: staffVerifications },
      // the hook below asks outside the library's transaction; on a database with one session that would wait for itself
      transaction: false,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        active: { type: 'boolean', required: true, input: false },
      },
    },
    session: { expiresIn: 7 * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
    databaseHooks: { session: { create: { before: (session) => refuseInactive(db, session.userId) } } },
    // coarse and by address only; the server throttles wrong passwords by address and e-mail before it comes here
    rateLimit: {
      enabled: true,
      customStorage: countsOfItsOwn(),
      window: 60,
      max: 600,
      customRules: {
        '/sign-in/*': { window: 60, max: 120 },
        '/change-password': { window: 60, max: 120 },
      },
    },
    advanced: {
      cookiePrefix: 'perennial',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: () => newId() },
    },
  });
}

/** The library's own counts are shared by everything in the process; these belong to one server. */
function countsOfItsOwn() {
  const limiters = new Map<string, RateLimiterMemory>();
  return {
    async consume(key: string, { window, max }: { window: number; max: number }) {
      const rule = `${max}/${window}`;
      const limiter = limiters.get(rule) ?? new RateLimiterMemory({ points: max, duration: window });
      limiters.set(rule, limiter);
      try {
        await limiter.consume(key);
        return { allowed: true, retryAfter: null };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { allowed: false, retryAfter: Math.ceil(refusal.msBeforeNext / 1000) };
      }
    },
  };
}

/** A deactivated member of staff gets no session, and the same answer as for a wrong password. */
async function refuseInactive(db: Database, staffId: string): Promise<false | undefined> {
  const [row] = await db.orm
    .select({ active: staffMembers.active })
    .from(staffMembers)
    .where(eq(staffMembers.id, staffId));
  return row?.active ? undefined : false;
}
