import { rowsOf } from '@perennial/kernel/db/database';
import { promises, returnsWithin, type Promises } from '@perennial/testkit/policies/promises';
import { graphqlClient, type GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Two people have to agree that less is promised (S11): one who can sign in as both is not two. */
let shop: Promises;

beforeAll(async () => {
  shop = await promises();
});

beforeEach(async () => {
  await shop.server.db.orm.execute(sql`truncate policy_cuts, policy_versions, policies cascade`);
});

const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);
const rows = (statement: ReturnType<typeof sql>) => rowsOf(shop.server.db.orm, statement);

const post = (path: string, body: object, headers: object = {}) =>
  fetch(`${shop.server.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: shop.server.url, ...headers },
    body: JSON.stringify(body),
  });

async function signedIn(email: string, password: string): Promise<GraphQLClient> {
  const response = await post('sign-in/email', { email, password });
  expect(response.status).toBe(200);
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]);
  return graphqlClient(`${shop.server.url}/graphql`, { cookie: cookie.join('; '), origin: shop.server.url });
}

async function choosesOwn(who: GraphQLClient, email: string, currentPassword: string, newPassword: string) {
  const { cookie } = who.headers;
  expect((await post('change-password', { currentPassword, newPassword }, { cookie })).status).toBe(200);
  return signedIn(email, newPassword);
}

describe('S11 the second person is who they say', () => {
  let count = 0;
  const someone = async () => {
    const email = `second-${++count}@shop.example`;
    const made = await shop.change(
      'staffCreate',
      { name: 'Second', email, role: 'POLICY_MANAGER', password: 'given at first' },
      'staffMember { id }',
      shop.owner,
    );
    return { email, id: (made.staffMember as { id: string }).id };
  };
  const wished = async (by = shop.manager) => {
    const versionId = await shop.published(`Promise ${++count}`, '2010-12-01', [
      returnsWithin(30, { appliesTo: { productCodes: [`P${count}`] } }),
    ]);
    const draft = await shop.next(versionId, '2012-01-01', [
      returnsWithin(5, { appliesTo: { productCodes: [`P${count}`] } }),
    ]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Dear' },
      'policyCut { id }',
      by,
    );
    return { id: (asked.policyCut as { id: string } | null)?.id, refused: codes(asked) };
  };
  const approve = (id: string | undefined, by: Promises['manager']) =>
    shop.change('policyCutApprove', { id }, 'policyCut { status }', by);

  it('a password that somebody else chose is nobody’s word; one of their own is', async () => {
    const { email } = await someone();
    const { id } = await wished();
    const given = await signedIn(email, 'given at first');
    expect(codes(await approve(id, given))).toEqual(['PASSWORD_NOT_OWN']);
    expect((await wished(given)).refused).toEqual(['PASSWORD_NOT_OWN']);
    expect(await rows(sql`select status from policy_cuts`)).toEqual([{ status: 'PENDING' }]);
    const own = await choosesOwn(given, email, 'given at first', 'chosen by myself');
    expect((await approve(id, own)).policyCut).toEqual({ status: 'APPROVED' });
    const [refused] = await rows(sql`
      select count(*)::int as times from audit_events
      where operation = 'policyCutApprove' and after->>'refused' = 'PASSWORD_NOT_OWN'`);
    expect(refused).toEqual({ times: 1 });
  });

  it.each([
    ['a new password', { give: true }],
    ['letting them in again', { give: false }],
  ])('who takes an account over by %s cannot approve with it, whatever password they choose', async (_, { give }) => {
    const { id, email } = await someone();
    const wish = await wished(shop.owner);
    expect(wish.refused).toEqual([]);
    if (give) {
      await shop.change('staffSetPassword', { id, password: 'taken over now' }, 'staffMember { id }', shop.owner);
    } else {
      for (const active of [false, true]) {
        await shop.change('staffUpdate', { id, active }, 'staffMember { id }', shop.owner);
      }
    }
    const password = give ? 'taken over now' : 'given at first';
    const taken = await signedIn(email, password);
    expect(codes(await approve(wish.id, taken))).toEqual(['PASSWORD_NOT_OWN']);
    const again = await choosesOwn(taken, email, password, 'seemingly my own');
    expect((await approve(wish.id, again)).userErrors).toMatchObject([
      { code: 'PASSWORD_TOO_NEW', params: { days: 7 } },
    ]);
    // whose account it is has been locked out for a week and has found out
    await rows(
      sql`update staff_members set password_reset_at = password_reset_at - interval '7 days' where email = ${email}`,
    );
    expect((await approve(wish.id, again)).policyCut).toEqual({ status: 'APPROVED' });
  });

  it('who raises a colleague that never signed in cannot approve as them, whatever password they choose', async () => {
    const email = 'raised@shop.example';
    const made = await shop.change(
      'staffCreate',
      { name: 'Raised', email, role: 'AGENT', password: 'given at first' },
      'staffMember { id }',
      shop.owner,
    );
    const { id } = made.staffMember as { id: string };
    const wish = await wished(shop.owner);
    await shop.change('staffUpdate', { id, role: 'POLICY_MANAGER' }, 'staffMember { id }', shop.owner);
    const raised = await choosesOwn(await signedIn(email, 'given at first'), email, 'given at first', 'seemingly mine');
    expect(codes(await approve(wish.id, raised))).toEqual(['PASSWORD_TOO_NEW']);
    await rows(
      sql`update staff_members set password_reset_at = password_reset_at - interval '7 days' where email = ${email}`,
    );
    expect((await approve(wish.id, raised)).policyCut).toEqual({ status: 'APPROVED' });
  });

  it('a colleague who chose a password before they were raised is taken at their word', async () => {
    const email = 'earned@shop.example';
    const made = await shop.change(
      'staffCreate',
      { name: 'Earned', email, role: 'AGENT', password: 'given at first' },
      'staffMember { id }',
      shop.owner,
    );
    const { id } = made.staffMember as { id: string };
    const own = await choosesOwn(await signedIn(email, 'given at first'), email, 'given at first', 'chosen by myself');
    // the same role again and another name are no promotion
    await shop.change('staffUpdate', { id, role: 'AGENT', name: 'E' }, 'staffMember { id }', shop.owner);
    await shop.change('staffUpdate', { id, role: 'POLICY_MANAGER' }, 'staffMember { id }', shop.owner);
    const wish = await wished(shop.owner);
    expect((await approve(wish.id, own)).policyCut).toEqual({ status: 'APPROVED' });
  });

  it('an owner who gives themselves a new password chose it themselves', async () => {
    const { me } = await shop.owner.data<{ me: { id: string; email: string } }>('{ me { id email } }');
    await shop.change('staffSetPassword', { id: me.id, password: 'my own new one' }, 'staffMember { id }', shop.owner);
    expect(
      await rows(sql`select password_own, password_reset_at from staff_members where email = ${me.email}`),
    ).toEqual([{ password_own: true, password_reset_at: null }]);
  });
});
