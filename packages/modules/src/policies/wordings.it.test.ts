import type { PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { promises, returnsWithin, type Draft, type Promises } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepPromises } from './index.ts';

/** What a person types is said in three languages (C5): the wordings belong to the version and are frozen with it. */
let shop: Promises;

beforeAll(async () => {
  shop = await promises();
});

beforeEach(async () => {
  await shop.server.settle();
  await shop.server.db.orm.execute(
    sql`truncate policy_cuts, policy_floors, policy_comments, entitlements, promise_snapshots, policy_versions, policies cascade`,
  );
});

const extras = (...items: string[]) => ({ id: 'extras', kind: 'extras', params: { items } });
const HOOK = { Hook: { 'zh-Hant': '掛鉤', 'zh-Hans': '挂钩' } };
const INTRO = { 'Thirty days': { 'zh-Hant': '三十天', 'zh-Hans': '三十天' } };

const read = async (id: string) => {
  const { policyVersion } = await shop.manager.data<{ policyVersion: { intro: string | null; phrases: object } }>(
    `query ($id: ID!) { policyVersion(id: $id) { intro phrases } }`,
    { id },
  );
  return policyVersion;
};
const checks = async (id: string) => {
  const { policyVersionCheck } = await shop.manager.data<{
    policyVersionCheck: { code: string; params: object; blocking: boolean }[];
  }>(`query ($id: ID!) { policyVersionCheck(id: $id) { code params blocking } }`, { id });
  return policyVersionCheck.filter(({ blocking }) => !blocking).map(({ code, params }) => [code, params]);
};
const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);
const made = (answer: Record<string, unknown>) => answer.policyVersion as Draft;

describe('C5 the wordings of a version', () => {
  it('are saved with the draft, copied into the next one, and rid of what nobody typed when it is published', async () => {
    const phrases = { ...HOOK, ...INTRO, Gone: { en: 'Left over' } };
    const draft = await shop.draft('Promise', '2012-01-01', [extras('Hook')], { intro: ' Thirty days ', phrases });
    expect(await read(draft.id)).toEqual({ intro: 'Thirty days', phrases });
    expect(codes(await shop.publish(draft))).toEqual([]);
    expect(await read(draft.id)).toEqual({ intro: 'Thirty days', phrases: { ...HOOK, ...INTRO } });
    const next = made(await shop.change('policyVersionDraftFrom', { id: draft.id }, 'policyVersion { id version }'));
    expect(await read(next.id)).toEqual({ intro: 'Thirty days', phrases: { ...HOOK, ...INTRO } });
  });

  it('stand once they are published, by the database too', async () => {
    const id = await shop.published('Promise', '2012-01-01', [extras('Hook')], { phrases: HOOK, intro: 'x' });
    const plain = id.replace('PolicyVersion_', '');
    for (const change of [sql`phrases = '{}'`, sql`intro = 'y'`]) {
      const altered = shop.server.db.orm.execute(sql`update policy_versions set ${change} where id = ${plain}::uuid`);
      await expect(altered).rejects.toThrow();
    }
    expect(await read(id)).toEqual({ intro: 'x', phrases: HOOK });
  });

  it.each([{ Hook: { fr: 'Crochet' } }, { Hook: 'Crochet' }, ['Hook']])('%j is refused', async (phrases) => {
    const draft = await shop.draft('Promise', '2012-01-01', [extras('Hook')]);
    const refused = await shop.save(draft, { phrases });
    expect(refused.userErrors.map(({ path }) => path[0])).toEqual(['phrases']);
    expect(await read(draft.id)).toEqual({ intro: '', phrases: {} });
  });

  it('S1, S11 are those that were published, whatever the policy is called afterwards', async () => {
    const phrases = { Inspection: { 'zh-Hant': '每次免費檢查' } };
    await shop.published('Promise', '2011-01-01', [extras('Inspection')], { phrases });
    const [policy] = await rowsOf<{ id: string; version: number }>(
      shop.server.db.orm,
      sql`select id, version from policies`,
    );
    const words = { 'zh-Hant': { name: '檢查（另收費）', description: '' } };
    const renamed = { id: `Policy_${policy!.id}`, version: policy!.version, name: 'Inspection', words };
    expect(codes(await shop.change('policyUpdate', renamed, 'policy { id }'))).toEqual([]);
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 100 });
    await keepPromises(await jobContext(shop.server.env));
    const frozen = await rowsOf<{ policy: string; phrases: object }>(
      shop.server.db.orm,
      sql`select body ->> 'policy' as policy, body -> 'phrases' as phrases from promise_snapshots`,
    );
    expect(frozen).toEqual([{ policy: 'Inspection', phrases }]);
  });

  it('are frozen with the promise of a purchase, with the policy’s name in each language, and told from there', async () => {
    await shop.purchase({ region: 'France', on: '2011-03-01', amount: 100 });
    const draft = await shop.draft('Promise', '2011-01-01', [extras('Hook')], { phrases: HOOK });
    const [policy] = await rowsOf<{ id: string }>(shop.server.db.orm, sql`select id from policies`);
    const words = { 'zh-Hant': { name: '承諾', description: '' } };
    await shop.change('policyUpdate', { id: `Policy_${policy!.id}`, version: 1, words }, 'policy { id }');
    expect(codes(await shop.publish(draft))).toEqual([]);
    await shop.server.settle();
    const [kept] = await rowsOf<{ id: string; body: PromiseSnapshot }>(
      shop.server.db.orm,
      sql`select e.customer_id || '_' || e.id as id, s.body from entitlements e join promise_snapshots s on s.id = e.snapshot_id`,
    );
    expect(kept!.body.phrases).toEqual({ ...HOOK, Promise: { 'zh-Hant': '承諾' } });
    const { promiseKept } = await shop.manager.data<{ promiseKept: object }>(
      `query ($id: ID!) { promiseKept(id: $id, language: zh_Hant) { policy terms { sentences } } }`,
      { id: `Entitlement_${kept!.id}` },
    );
    expect(promiseKept).toMatchObject({
      policy: '承諾',
      terms: [{ sentences: [expect.any(String), '隨附掛鉤，不另收費。'] }],
    });
    // … and on the page of the customer who has it
    const customerId = kept!.id.split('_')[0];
    const { customerPromises } = await shop.manager.data<{ customerPromises: object[] }>(
      `query ($id: ID!) { customerPromises(id: $id, language: zh_Hant) {
        policyId policy number entitlementId purchases since until terms { kind sentences } } }`,
      { id: `Customer_${customerId}` },
    );
    expect(customerPromises).toEqual([
      {
        policyId: `Policy_${policy!.id}`,
        policy: '承諾',
        number: 1,
        entitlementId: `Entitlement_${kept!.id}`,
        purchases: 1,
        since: '2011-03-01',
        until: '2011-03-01',
        terms: [{ kind: 'extras', sentences: [expect.any(String), '隨附掛鉤，不另收費。'] }],
      },
    ]);
  });

  it('a promise without any is frozen as it always was', async () => {
    await shop.purchase({ region: 'France', on: '2011-03-01', amount: 100 });
    await shop.published('Promise', '2011-01-01', [extras('Hook')]);
    await shop.server.settle();
    const [kept] = await rowsOf<{ body: object }>(shop.server.db.orm, sql`select body from promise_snapshots`);
    expect(Object.keys(kept!.body).sort()).toEqual([
      'calendar',
      'currency',
      'format',
      'number',
      'period',
      'policy',
      'policyId',
      'terms',
      'timeZone',
      'versionId',
    ]);
  });

  it('S11 an approval is of the words in every language: another wording voids it, a saved nothing does not', async () => {
    const first = await shop.published('Promise', '2011-01-01', [returnsWithin(30), extras('Hook')]);
    const draft = await shop.next(first, '2012-01-01', [returnsWithin(5), extras('Hook')], { phrases: HOOK });
    await shop.approve(draft.id);
    const again = made(await shop.save(draft, { phrases: HOOK, intro: '' }));
    const status = () => rowsOf(shop.server.db.orm, sql`select status from policy_cuts`);
    expect(await status()).toEqual([{ status: 'APPROVED' }]);
    const other = { Hook: { ...HOOK.Hook, 'zh-Hant': '鉤子' } };
    expect(codes(await shop.save(again, { phrases: other }))).toEqual([]);
    expect(await status()).toEqual([{ status: 'VOID' }]);
  });
});

describe('C5 hints before publishing', () => {
  it('say in how many texts a language lacks its wording, and hinder nothing', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [extras('Hook', 'Nail')], {
      phrases: { Hook: { 'zh-Hant': '掛鉤' } },
    });
    expect(await checks(draft.id)).toEqual([
      ['TEXTS_UNWORDED', { language: '繁體中文', count: 1 }],
      ['TEXTS_UNWORDED', { language: '简体中文', count: 2 }],
    ]);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });

  it('say that the introduction was written for other terms', async () => {
    const first = await shop.published('Promise', '2011-01-01', [returnsWithin(30)], { intro: '30 天' });
    const draft = await shop.next(first, '2012-01-01', [returnsWithin(60)]);
    expect(await checks(draft.id)).toContainEqual(['INTRO_KEPT', { number: 1 }]);
    const mended = made(await shop.save(draft, { intro: '60 天' }));
    expect((await checks(mended.id)).map(([code]) => code)).not.toContain('INTRO_KEPT');
    const same = made(await shop.save(mended, { intro: '30 天', terms: [returnsWithin(30)] }));
    expect((await checks(same.id)).map(([code]) => code)).not.toContain('INTRO_KEPT');
  });
});

describe('C5 versions from before they had an intro', () => {
  it('begin the next draft with the policy’s description', async () => {
    const words = { 'zh-Hant': { name: '承諾', description: '三十天' } };
    const answer = await shop.change(
      'policyCreate',
      { name: 'Promise', description: 'Thirty days', words },
      'policyVersion { id version }',
    );
    const own = { intro: 'Thirty days', phrases: { 'Thirty days': { 'zh-Hant': '三十天' } } };
    expect(await read(made(answer).id)).toEqual(own);
    const { id } = made(await shop.save(made(answer), { terms: [returnsWithin(30)] }));
    await shop.server.db.orm.execute(sql`update policy_versions set intro = null, phrases = '{}'`);
    const next = made(await shop.change('policyVersionDraftFrom', { id }, 'policyVersion { id version }'));
    expect(await read(next.id)).toEqual(own);
  });
});

describe('S11 another wording of the same text', () => {
  it('S11 is published by two people', async () => {
    const promise = await shop.published('Promise', '2010-12-01', [extras('Hook')], { phrases: HOOK });
    const phrases = { Hook: { ...HOOK.Hook, 'zh-Hant': '掛鉤，另收費' } };
    const draft = await shop.next(promise, '2012-01-01', [extras('Hook')], { phrases });
    expect((await shop.publish(draft)).userErrors).toMatchObject([
      { code: 'SERVICE_CUT', params: { terms: 'extras' } },
    ]);
    await shop.approve(draft.id);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });

  it('S11 a wording that was missing is added by one', async () => {
    const promise = await shop.published('Promise', '2010-12-01', [extras('Hook')], {
      phrases: { Hook: { 'zh-Hant': '掛鉤' } },
    });
    expect(
      codes(await shop.publish(await shop.next(promise, '2012-01-01', [extras('Hook')], { phrases: HOOK }))),
    ).toEqual([]);
  });
});
