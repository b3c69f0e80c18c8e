import { delivery } from '@perennial/domain/policies/kinds/delivery';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { readTerms } from '@perennial/domain/policies/terms';
import { newId } from '@perennial/kernel/db/ids';
import { agreeing } from '@perennial/testkit/policies/weighing';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarsModule } from '../calendars/index.ts';
import { catalogModule } from '../catalog/index.ts';
import { customersModule } from '../customers/index.ts';
import { pointsModule } from '../points/index.ts';
import { salesModule } from '../sales/index.ts';
import { grantTo, policiesModule } from './index.ts';

/** What was promised at the sale is what counts at the claim, whatever becomes of the policy, the customer or the goods. */
let server: TestServer;
let manager: GraphQLClient;

beforeAll(async () => {
  server = await testServer({
    modules: [customersModule, catalogModule, salesModule, calendarsModule, pointsModule, policiesModule],
  });
  manager = await server.as('POLICY_MANAGER');
});

const returnsTerm = (days: number, more: object = {}) => ({
  id: 'returns',
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  ...more,
});

type Answer = Record<string, unknown> & { userErrors: { code: string; params: Record<string, unknown> }[] };

async function change(name: string, input: object, select: string, by: GraphQLClient = manager): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await by.data<Record<string, Answer>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} userErrors { code params } } }`,
    { input },
  );
  return answer[name]!;
}

const VERSION = 'policyVersion { id version }';
const versionIn = (answer: Answer) => answer.policyVersion as { id: string; version: number };

/** A published version of a new policy. */
async function promise(name: string, terms: unknown[]): Promise<string> {
  const draft = versionIn(await change('policyCreate', { name }, VERSION));
  return publish(draft, terms, '2010-12-01');
}

async function publish(draft: { id: string; version: number }, terms: unknown[], effectiveFrom: string) {
  const { id, version } = draft;
  const saved = versionIn(await change('policyVersionSave', { id, version, terms, effectiveFrom }, VERSION));
  const done = await change('policyVersionPublish', { id, version: saved.version }, VERSION);
  expect(done.userErrors).toEqual([]);
  return id;
}

/** The next version of a policy, kinder or the same (what is worse has to pass the service-cut guard first). */
async function next(versionId: string, terms: unknown[], from: string): Promise<string> {
  return publish(versionIn(await change('policyVersionDraftFrom', { id: versionId }, VERSION)), terms, from);
}

interface Purchase {
  customerId: string;
  invoiceId: string;
  lineId: string;
  entitlementId: string;
}

async function purchase(code: string, on: string, region = 'France'): Promise<Purchase> {
  const [customerId, invoiceId, lineId, productId] = [newId(), newId(), newId(), newId()];
  // in one go: the job that follows a publication must not see half of a sale
  await server.db.transaction(async (orm) => {
    await orm.execute(sql`
    insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
    values (${customerId}, ${customerId}, 'UNKNOWN', ${region}, ${region}, 'KEY', 'ACTIVE', '2011-01-01', 'GBP', now(), now())`);
    await orm.execute(sql`
    insert into products (id, code, name, category, complexity, currency, created_at, updated_at)
    values (${productId}, ${code}, ${code}, 'clocks', 'HIGH', 'GBP', now(), now())`);
    await orm.execute(sql`
    insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
    values (${customerId}, ${invoiceId}, ${invoiceId}, ${on}::timestamptz, 'SALE', ${region}, 'GBP', 900, 1)`);
    await orm.execute(sql`
    insert into invoice_lines (customer_id, id, invoice_id, code, product_id, ordinal, description, quantity, unit_price, amount, currency, kind)
    values (${customerId}, ${lineId}, ${invoiceId}, ${code}, ${productId}, 1, 'A clock', 3, 30000, 900, 'GBP', 'SALE')`);
  });
  const frame = { currency: 'GBP', timezone: 'Europe/London', now: new Date('2026-01-01T00:00:00Z') };
  await server.db.transaction((tx) => grantTo(tx, customerId, frame));
  const entitlementId = (await server.db.readText(
    `select id::text from entitlements where customer_id = '${customerId}' order by id desc limit 1`,
    [],
  ))!;
  return { customerId, invoiceId, lineId, entitlementId };
}

const entitlementOf = (bought: Purchase) => `Entitlement_${bought.customerId}_${bought.entitlementId}`;

const tried = (bought: Purchase, at: string) =>
  manager.data<{ policyTry: { outcome: string; deadline: string | null; policyVersionId: string } }>(
    `query ($id: ID!, $at: Date!) { policyTry(lineId: $id, kind: "returns", at: $at) { outcome deadline policyVersionId } }`,
    { id: `InvoiceLine_${bought.customerId}_${bought.lineId}`, at },
  );

const kept = (bought: Purchase) =>
  manager.data<{ promiseKept: { hash: string; number: number; terms: { sentences: string[] }[]; facts: unknown } }>(
    `query ($id: ID!) { promiseKept(id: $id) { hash number facts terms { kind sentences } } }`,
    { id: entitlementOf(bought) },
  );

describe('S1 promise snapshot', () => {
  test('C13: a purchase carries its promise, with the facts of its day', async () => {
    await promise('Frozen with its facts', [returnsTerm(30, { appliesTo: { categories: ['clocks'] } })]);
    const bought = await purchase('CLOCK-1', '2011-03-01T10:00:00Z');
    const { promiseKept } = await kept(bought);
    expect(promiseKept.facts).toEqual({
      region: 'France',
      segment: 'KEY',
      tenureMonths: 2,
      value: 900,
      goods: { 'CLOCK-1': { category: 'clocks', complexity: 'HIGH' } },
      extras: {},
    });
    expect(promiseKept.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(promiseKept.terms)).toContain('within 30 days');
  });

  test('claims read the snapshot: a later version, another region, another category change nothing', async () => {
    const bought = await purchase('CLOCK-2', '2011-03-01T10:00:00Z');
    const before = [await tried(bought, '2011-03-20'), await kept(bought)];
    expect(before[0]).toMatchObject({ policyTry: { outcome: 'ALLOWED', deadline: '2011-03-31' } });
    const { orm } = server.db;
    await orm.execute(
      sql`update customers set region = 'Spain', segment = 'STANDARD' where customer_id = ${bought.customerId}`,
    );
    await orm.execute(sql`update products set category = 'toys', complexity = 'LOW' where code = 'CLOCK-2'`);
    const version = await server.db.readText(
      `select policy_version_id::text from entitlements where id = '${bought.entitlementId}'`,
      [],
    );
    await next(`PolicyVersion_${version}`, [returnsTerm(90)], '2011-06-01');
    expect([await tried(bought, '2011-03-20'), await kept(bought)]).toEqual(before);
  });

  test('a policy that is published later for days past adds to a purchase, and never takes from it', async () => {
    await promise('First of its kind', [
      returnsTerm(200, { id: 'first', appliesTo: { productCodes: ['LATER', 'LATER-2'] } }),
    ]);
    const bought = await purchase('LATER', '2011-03-01T10:00:00Z');
    const before = await tried(bought, '2011-03-20');
    // as if its service cut had been approved: it is worse for these goods, and gives others a promise they had not
    const [policyId, versionId] = [newId(), newId()];
    const terms = readTerms([returnsTerm(7, { id: 'worse', appliesTo: { productCodes: ['LATER'] } })]);
    await server.db.orm.execute(sql`
      insert into policies (id, name, description, stage, slug, created_at, updated_at)
      values (${policyId}, 'Backdated', '', 'AFTER_SALE', 'backdated', now(), now())`);
    await server.db.orm.execute(sql`
      insert into policy_versions (id, policy_id, number, status, effective_from, terms, published_at, created_at, updated_at)
      values (${versionId}, ${policyId}, 1, 'PUBLISHED', '2010-12-01', ${JSON.stringify(terms)}::jsonb, now(), now(), now())`);
    const frame = { currency: 'GBP', timezone: 'Europe/London', now: new Date('2026-01-01T00:00:00Z') };
    await server.db.transaction((tx) => grantTo(tx, bought.customerId, frame));
    expect(await tried(bought, '2011-03-20')).toEqual(before);
    const carries = ({ customerId }: Purchase) =>
      server.db.readText(
        `select count(*)::text from entitlements where policy_id = '${policyId}' and customer_id = '${customerId}'`,
        [],
      );
    expect(await carries(bought)).toBe('0');
    // other goods of that day lose nothing by it
    const other = await purchase('LATER-3', '2011-03-01T10:00:00Z');
    await server.db.transaction((tx) => grantTo(tx, other.customerId, frame));
    expect(await carries(other)).toBe('1');
    await server.db.orm.execute(sql`update policy_versions set effective_to = '2010-12-02' where id = ${versionId}`);
  });

  test('the database itself refuses to change what was frozen', async () => {
    const refused = (statement: string) => expect(server.db.orm.execute(sql.raw(statement))).rejects.toThrow();
    await refused(`update promise_snapshots set body = '{}'`);
    await refused(`update promise_snapshots set hash = 'x'`);
    await refused(`delete from promise_snapshots`);
  });

  test('what was changed behind its back is found out, and nothing is decided by it', async () => {
    const bought = await purchase('CLOCK-3', '2011-03-01T10:00:00Z');
    await server.db.orm.execute(sql`
      update entitlements set facts = jsonb_set(facts, '{region}', '"Spain"') where id = ${bought.entitlementId}`);
    const answer = await manager.ask(`query ($id: ID!) { policyTry(lineId: $id, kind: "returns") { outcome } }`, {
      id: `InvoiceLine_${bought.customerId}_${bought.lineId}`,
    });
    expect(JSON.stringify(answer)).toContain('SNAPSHOT_ALTERED');
    expect(JSON.stringify(answer)).not.toContain('ALLOWED');
  });
});

describe('S1 moving to another version', () => {
  const move = async (bought: Purchase, to: string, consent?: object, by = manager) => {
    const id = entitlementOf(bought);
    return change(
      'entitlementMove',
      { id, policyVersionId: to, ...(consent && { consent: await agreeing(by, { id, to }, consent) }) },
      'entitlement { id hash policyVersion { number } moves(first: 5) { nodes { consentBy cuts } } }',
      by,
    );
  };

  test('is done where every term is no worse', async () => {
    const first = await promise('Moves up', [
      returnsTerm(120, { id: 'up', appliesTo: { segments: ['KEY'], productCodes: ['UP'] } }),
    ]);
    const bought = await purchase('UP', '2011-03-01T10:00:00Z');
    const kinder = await next(
      first,
      [returnsTerm(150, { id: 'up', appliesTo: { segments: ['KEY'], productCodes: ['UP'] } })],
      '2011-06-01',
    );
    const before = await kept(bought);
    const moved = await move(bought, kinder);
    expect(moved).toMatchObject({
      userErrors: [],
      entitlement: { policyVersion: { number: 2 }, moves: { nodes: [{ consentBy: null, cuts: [] }] } },
    });
    expect(await tried(bought, '2011-07-10')).toMatchObject({
      policyTry: { outcome: 'ALLOWED', deadline: '2011-07-29' },
    });
    expect((await kept(bought)).promiseKept.hash).not.toBe(before.promiseKept.hash);

    // and back down only with the customer's consent
    const down = await move(bought, first);
    expect(down).toMatchObject({
      entitlement: null,
      userErrors: [{ code: 'PROMISE_DOWNGRADE', params: { terms: ['up'] } }],
    });
    expect(await tried(bought, '2011-07-10')).toMatchObject({ policyTry: { outcome: 'ALLOWED' } });
    const inFuture = await move(bought, first, { by: 'The buyer', on: '2999-01-01', note: 'Letter' });
    expect(inFuture.userErrors).toMatchObject([{ code: 'CONSENT_IN_FUTURE' }]);
    // published today, whatever day it is dated back to: nobody could agree to it before
    const tooEarly = await move(bought, first, { by: 'The buyer', on: '2011-12-09', note: 'Letter' });
    expect(tooEarly.userErrors).toMatchObject([
      { code: 'CONSENT_TOO_EARLY', params: { on: '2011-12-09', from: '2011-12-10' } },
    ]);
    const agreed = await move(bought, first, { by: 'The buyer', on: '2011-12-10', note: 'Letter of today' });
    expect(agreed.userErrors).toEqual([]);
    expect(await tried(bought, '2011-07-10')).toMatchObject({ policyTry: { outcome: 'REFUSED' } });
  });

  test('is weighed for exactly this purchase: what gets worse for others does not matter', async () => {
    const terms = (days: number, abroad: number) => [
      returnsTerm(days, { id: 'here', appliesTo: { regions: ['Italy'], productCodes: ['FOR-ITALY'] } }),
      returnsTerm(abroad, { id: 'there', appliesTo: { regions: ['Peru'], productCodes: ['FOR-ITALY'] } }),
    ];
    const first = await promise('Here and there', terms(110, 140));
    const bought = await purchase('FOR-ITALY', '2011-03-01T10:00:00Z', 'Italy');
    // as if its service cut had been approved long ago
    const later = newId();
    await server.db.orm.execute(sql`
      insert into policy_versions (id, policy_id, number, status, effective_from, terms, published_at, created_at, updated_at)
      select ${later}, policy_id, 2, 'PUBLISHED', '2012-01-01', ${JSON.stringify(readTerms(terms(120, 105)))}::jsonb, now(), now(), now()
      from policy_versions where id = ${first.slice('PolicyVersion_'.length)}`);
    const weigh = (purchased: Purchase) =>
      manager.data(
        `query ($id: ID!, $to: ID!) {
          entitlementMoveWeigh(id: $id, policyVersionId: $to) { worse worseTerms changes { kind verdict products } } }`,
        { id: entitlementOf(purchased), to: `PolicyVersion_${later}` },
      );
    const changes = [{ kind: 'returns', verdict: 'BETTER', products: [] }];
    expect(await weigh(bought)).toEqual({ entitlementMoveWeigh: { worse: false, worseTerms: [], changes } });
    expect((await move(bought, `PolicyVersion_${later}`)).userErrors).toEqual([]);
  });

  test('is refused for a draft, for another policy, and for whoever may not', async () => {
    const first = await promise('Only its own', [
      returnsTerm(130, { id: 'own', appliesTo: { productCodes: ['OWN'] } }),
    ]);
    const other = await promise('Another one', [
      returnsTerm(130, { id: 'other', appliesTo: { productCodes: ['OTHER'] } }),
    ]);
    const bought = await purchase('OWN', '2011-03-01T10:00:00Z');
    const held = await server.db.readText(
      `select e.id::text from entitlements e where e.customer_id = '${bought.customerId}' and policy_version_id = '${first.slice('PolicyVersion_'.length)}'`,
      [],
    );
    const mine = { ...bought, entitlementId: held! };
    expect((await move(mine, other)).userErrors).toMatchObject([{ code: 'OTHER_POLICY' }]);
    const draft = versionIn(await change('policyVersionDraftFrom', { id: first }, VERSION));
    expect((await move(mine, draft.id)).userErrors).toMatchObject([{ code: 'VERSION_NOT_PUBLISHED' }]);
    const auditor = await server.as('AUDITOR');
    const answer = await auditor.ask(
      `mutation ($input: EntitlementMoveInput!) { entitlementMove(input: $input) { entitlement { id } userErrors { code } } }`,
      { input: { id: entitlementOf(mine), policyVersionId: first } },
    );
    expect(JSON.stringify(answer)).toContain('FORBIDDEN');
    expect(
      await server.db.readText(`select count(*)::text from promise_moves where entitlement_id = '${held}'`, []),
    ).toBe('0');
  });

  test('leaves a trace even where it was refused', async () => {
    const trail = await server.db.readText(
      `select string_agg(after->>'refused', ',' order by seq) from audit_events where operation = 'entitlementMove' and after ? 'refused'`,
      [],
    );
    expect(trail?.split(',')).toEqual([
      'PROMISE_DOWNGRADE',
      'CONSENT_IN_FUTURE',
      'CONSENT_TOO_EARLY',
      'OTHER_POLICY',
      'VERSION_NOT_PUBLISHED',
      'FORBIDDEN',
    ]);
  });
});

describe('S11 hours under a promise in force', () => {
  test('may get longer, and never shorter', async () => {
    const day = [{ from: 540, to: 1020 }];
    const week = { '1': day, '2': day, '3': day };
    const CALENDAR = 'calendar { id version }';
    const made = await change(
      'calendarCreate',
      { name: 'Promised hours', timeZone: 'Europe/London', week, years: [2010, 2011, 2012] },
      CALENDAR,
    );
    const calendar = made.calendar as { id: string; version: number };
    const draft = versionIn(await change('policyCreate', { name: 'By the hours' }, VERSION));
    const terms = [
      {
        id: 'in-time',
        kind: 'delivery',
        params: { ...defaultsOf(delivery.params), clock: 'WORKING_DAYS' },
        appliesTo: { productCodes: ['BY-THE-HOURS'] },
      },
    ];
    const input = { id: draft.id, version: draft.version, terms, effectiveFrom: '2010-12-01', calendarId: calendar.id };
    const saved = versionIn(await change('policyVersionSave', input, VERSION));
    const published = await change('policyVersionPublish', { id: draft.id, version: saved.version }, VERSION);
    expect(published.userErrors).toEqual([]);

    const update = (version: number, days: object) =>
      change('calendarUpdate', { id: calendar.id, version, week: days }, CALENDAR);
    const longer = await update(1, { ...week, '4': day });
    expect(longer.userErrors).toEqual([]);
    const shorter = await update(2, { '1': day });
    expect(shorter.userErrors).toMatchObject([
      { code: 'CALENDAR_PROMISED', params: { policy: 'By the hours', number: 1 } },
    ]);
    const kept = `select week::text from calendars where id = '${calendar.id.slice('Calendar_'.length)}'`;
    expect(Object.keys(JSON.parse((await server.db.readText(kept, []))!) as object)).toEqual(['1', '2', '3', '4']);
  });
});
