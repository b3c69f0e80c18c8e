import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import type { Database } from '../db/database.ts';
import { desc } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { RefusalTrail } from '../write/refusals.ts';
import { auditEvents } from '../write/table.ts';
import { createStaff, setStaffPassword, updateStaff } from './accounts.ts';
import { ensureOwner } from './first-owner.ts';
import { sessionSecret } from './session-secret.ts';
import { recordSignIn } from './sign-in-trail.ts';
import { createStaffAuth, type StaffAuth } from './staff-auth.ts';
import { staffAccounts, staffMembers } from './table.ts';

const ORIGIN = 'http://127.0.0.1:4000';
const NOW = new Date();
let db: Database;
let auth: StaffAuth;

beforeAll(async () => {
  db = await openTestDatabase();
  auth = createStaffAuth({
    db,
    secret: await sessionSecret(db),
    baseUrl: ORIGIN,
    origins: () => [ORIGIN],
    now: () => new Date(),
  });
});

function ask(path: string, body?: unknown, cookie?: string): Promise<Response> {
  return auth.handle(
    new Request(`${ORIGIN}/api/auth${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        origin: ORIGIN,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

const signIn = (email: string, password: string) => ask('/sign-in/email', { email, password });
const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');

let count = 0;
async function somebody(role: 'OWNER' | 'AGENT' = 'AGENT') {
  const email = `Somebody-${++count}@example.com`;
  const row = await db.transaction((tx) => createStaff(tx, { email, name: 'Mai', role, password: 'long enough' }, NOW));
  return { ...row, cookie: cookieOf(await signIn(email, 'long enough')) };
}

describe('sign-in', () => {
  it('makes the owner once and never again', async () => {
    const made = await ensureOwner(db, {}, NOW);
    expect(made?.email).toBe('owner@example.com');
    expect(made?.madeUpPassword).toMatch(/^[a-z2-9-]{23}$/);
    expect((await signIn('owner@example.com', made!.madeUpPassword!)).status).toBe(200);
    expect(await ensureOwner(db, { email: 'other@example.com', password: 'another one' }, NOW)).toBeNull();
  });

  it('takes e-mail and password and gives a cookie that scripts cannot read', async () => {
    const { email, cookie } = await somebody();
    const response = await signIn(email, 'long enough');
    expect(response.status).toBe(200);
    const [set] = response.headers.getSetCookie();
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(set).toMatch(/Path=\//i);
    expect(await auth.actorOf(cookie)).toMatchObject({
      kind: 'staff',
      email: email.toLowerCase(),
      role: 'AGENT',
      name: 'Mai',
    });
  });

  it('gives cookies to https alone where that is how the server is reached', async () => {
    const origin = 'https://crm.example.com';
    const behindTls = createStaffAuth({
      db,
      secret: await sessionSecret(db),
      baseUrl: origin,
      origins: () => [origin],
      now: () => new Date(),
    });
    const { email } = await somebody();
    const response = await behindTls.handle(
      new Request(`${origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: 'long enough' }),
      }),
    );
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-.*; Secure/i);
    expect(await behindTls.actorOf(cookieOf(response))).toMatchObject({ email: email.toLowerCase() });
    expect(await auth.actorOf(cookieOf(response))).toBeNull();
    behindTls.close();
  });

  it('answers a wrong password, an unknown e-mail and a deactivated member alike', async () => {
    const { id, email } = await somebody();
    const wrong = await signIn(email, 'not this one');
    const unknown = await signIn('nobody@example.com', 'long enough');
    await db.transaction((tx) => updateStaff(tx, id, { active: false }, NOW));
    const inactive = await signIn(email, 'long enough');
    const answers = await Promise.all(
      [wrong, unknown, inactive].map(async (r) => [r.status, await r.json(), r.headers.getSetCookie()]),
    );
    expect(answers[0]).toEqual([401, { code: 'INVALID_EMAIL_OR_PASSWORD', message: expect.any(String) as string }, []]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('offers neither sign-up nor anything else that the library could do', () => {
    expect(auth.offers('/api/auth/sign-in/email')).toBe(true);
    for (const path of [
      '/sign-up/email',
      '/update-user',
      '/delete-user',
      '/change-email',
      '/list-sessions',
      '/../graphql',
      '',
    ]) {
      expect(auth.offers(`/api/auth${path}`)).toBe(false);
    }
  });

  it('does not sign anybody up', async () => {
    const response = await ask('/sign-up/email', { email: 'new@example.com', password: 'long enough', name: 'New' });
    expect(response.ok).toBe(false);
    expect((await signIn('new@example.com', 'long enough')).status).toBe(401);
  });
});

describe('sessions', () => {
  it('end at once when somebody signs out', async () => {
    const { cookie } = await somebody();
    expect(await auth.actorOf(cookie)).not.toBeNull();
    await ask('/sign-out', {}, cookie);
    expect(await auth.actorOf(cookie)).toBeNull();
  });

  it('end at once when somebody is deactivated, and do not come back with them', async () => {
    const { id, cookie } = await somebody();
    expect(await auth.actorOf(cookie)).not.toBeNull();
    await db.transaction((tx) => updateStaff(tx, id, { active: false }, new Date()));
    expect(await auth.actorOf(cookie)).toBeNull();
    await db.transaction((tx) => updateStaff(tx, id, { active: true }, new Date()));
    expect(await auth.actorOf(cookie)).toBeNull();
  });

  it('carry a new role at once', async () => {
    const { id, cookie } = await somebody();
    expect(await auth.actorOf(cookie)).toMatchObject({ role: 'AGENT' });
    await db.transaction((tx) => updateStaff(tx, id, { role: 'AUDITOR' }, new Date()));
    expect(await auth.actorOf(cookie)).toMatchObject({ role: 'AUDITOR' });
  });

  it('end when an owner sets a new password', async () => {
    const { id, email, cookie } = await somebody();
    await db.transaction((tx) => setStaffPassword(tx, id, 'a new password', new Date()));
    expect(await auth.actorOf(cookie)).toBeNull();
    expect((await signIn(email, 'long enough')).status).toBe(401);
    expect((await signIn(email, 'a new password')).status).toBe(200);
  });

  it('let people change their own password, the old one in hand', async () => {
    const { id, email, cookie } = await somebody();
    const wrong = await ask('/change-password', { currentPassword: 'no', newPassword: 'brand new one' }, cookie);
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { code: 'INVALID_PASSWORD' }]);
    expect((await signIn(email, 'long enough')).status).toBe(200);
    const right = await ask(
      '/change-password',
      { currentPassword: 'long enough', newPassword: 'brand new one' },
      cookie,
    );
    expect(right.status).toBe(200);
    expect((await signIn(email, 'long enough')).status).toBe(401);
    expect((await signIn(email, 'brand new one')).status).toBe(200);
    const accounts = await db.orm.select().from(staffAccounts);
    expect(accounts.find((each) => each.userId === id)?.password).toMatch(/^\$argon2id\$/);
  });

  it.each([false, undefined])(
    'end everywhere else when the password changes, whatever was asked (%s)',
    async (kept) => {
      const { email, cookie } = await somebody();
      const elsewhere = cookieOf(await signIn(email, 'long enough'));
      expect(await auth.actorOf(elsewhere)).not.toBeNull();
      const change = { currentPassword: 'long enough', newPassword: 'brand new one', revokeOtherSessions: kept };
      const here = cookieOf(await ask('/change-password', change, cookie));
      expect(await auth.actorOf(elsewhere)).toBeNull();
      expect(await auth.actorOf(cookie)).toBeNull();
      expect(await auth.actorOf(here)).toMatchObject({ email: email.toLowerCase() });
    },
  );

  it.each([
    ['123456789', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(201), 'PASSWORD_TOO_LONG'],
  ])('take no new password of the wrong length', async (newPassword, code) => {
    const { cookie } = await somebody();
    const answer = await ask('/change-password', { currentPassword: 'long enough', newPassword }, cookie);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code }]);
    expect(await auth.actorOf(cookie)).not.toBeNull();
  });

  it('take no new password that is the old one, in whatever form it is typed', async () => {
    const { id, email, cookie } = await somebody();
    await db.transaction((tx) => setStaffPassword(tx, id, 'caf\u00e9 au lait', new Date()));
    const again = cookieOf(await signIn(email, 'caf\u00e9 au lait'));
    for (const newPassword of ['caf\u00e9 au lait', 'cafe\u0301 au lait']) {
      const answer = await ask('/change-password', { currentPassword: 'caf\u00e9 au lait', newPassword }, again);
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'PASSWORD_UNCHANGED' }]);
    }
    expect(await auth.actorOf(cookie)).toBeNull();
    const [row] = (await db.orm.select().from(staffMembers)).filter((each) => each.id === id);
    expect(row!.passwordOwn).toBe(false);
    const answer = await ask('/change-password', { currentPassword: 'no', newPassword: 'no' });
    expect(answer.status).toBe(401);
  });

  it('give nobody a new password without one', async () => {
    const answer = await ask('/change-password', { currentPassword: 'long enough', newPassword: 'brand new one' });
    expect(answer.status).toBe(401);
  });

  it('cannot be made up', async () => {
    const { cookie } = await somebody();
    const [name, value] = cookie.split('=') as [string, string];
    const token = decodeURIComponent(value).split('.')[0]!;
    for (const forged of [
      token,
      `${token}.`,
      `${token}.AAAA`,
      encodeURIComponent(`${token}.${'A'.repeat(43)}=`),
      '%',
      '',
    ]) {
      expect(await auth.actorOf(`${name}=${forged}`)).toBeNull();
    }
    expect(await auth.actorOf(undefined)).toBeNull();
    expect(await auth.actorOf(`other=1; ${cookie}`)).not.toBeNull();
  });

  it('never let anybody give themselves a role', async () => {
    const { email } = await somebody();
    const response = await ask('/sign-in/email', { email, password: 'long enough', role: 'OWNER' });
    expect(await auth.actorOf(cookieOf(response))).toMatchObject({ role: 'AGENT' });
  });
});

describe('the audit trail', () => {
  const last = (limit: number) => db.orm.select().from(auditEvents).orderBy(desc(auditEvents.seq)).limit(limit);

  it('tells who signed in, who was turned away, and who changed their password', async () => {
    const { email, cookie } = await somebody();
    await signIn(email, 'never in the trail');
    await signIn('Nobody@Example.com', 'never in the trail');
    await ask('/change-password', { currentPassword: 'never in the trail', newPassword: 'brand new one' }, cookie);
    await ask('/change-password', { currentPassword: 'long enough', newPassword: 'never in the trail' }, cookie);
    const trail = await last(5);
    const name = email.toLowerCase();
    expect(trail.reverse().map((e) => [e.operation, e.actorKind, e.actorName, e.subject])).toEqual([
      ['signIn', 'staff', name, name],
      ['signInRefused', 'system', 'Perennial', name],
      ['signInRefused', 'system', 'Perennial', 'nobody@example.com'],
      ['passwordChangeRefused', 'staff', name, name],
      ['passwordChange', 'staff', name, name],
    ]);
    expect(JSON.stringify(trail)).not.toMatch(/never in the trail|long enough|brand new one|argon2/);
  });

  it('names the first wrong sign-ins of a minute and counts the rest: nobody can fill it from many addresses', async () => {
    const wrong = async (n: number) => recordSignIn(db, refusals, new Date(), `guess${n}@example.com`, turnedAway());
    const turnedAway = () => new Response(null, { status: 401 });
    const refusals = new RefusalTrail({ db, now: () => new Date(0) }, 3);
    for (let n = 0; n < 8; n++) await wrong(n);
    await refusals.settle();
    const trail = (await last(4)).reverse();
    expect(trail.map(({ operation, subject }) => [operation, subject])).toEqual([
      ...[0, 1, 2].map((n) => ['signInRefused', `guess${n}@example.com`]),
      ['signInRefused', ''],
    ]);
    expect(trail[3]!.after).toMatchObject({ refused: 'INVALID_EMAIL_OR_PASSWORD', more: 5 });
  });

  it('keeps nothing of what is no e-mail: people type passwords into the wrong field', async () => {
    const [before] = await last(1);
    await signIn('my secret password', 'long enough');
    expect((await last(1))[0]?.seq).toBe(before?.seq);
  });
});
