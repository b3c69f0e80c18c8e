import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { words } from '@perennial/testkit/server/words';
import { beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let manager: GraphQLClient;

const EVIL = '<script>alert(1)</script>';
const returns = (days: number, more: object = {}) => ({
  id: 'returns',
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  ...more,
});
const fees = {
  id: 'fees',
  kind: 'fees',
  params: {
    rows: [
      { code: 'DIAG', label: `Diagnosis ${EVIL}`, kind: 'DIAGNOSIS', mode: 'CAP', amount: 1250, consent: true },
      { code: 'SHIP', label: 'Shipping', mode: 'AMOUNT', amount: 500, consent: false },
      { code: 'LID', label: 'A lid', kind: 'PART', mode: 'CAP', amount: 900, consent: false },
      { code: 'WAX', label: 'Wax', kind: 'ADD_ON', mode: 'CAP', amount: 300, consent: false },
      { code: 'OIL', label: 'Oil', kind: 'ADD_ON', mode: 'CAP', amount: 300, consent: true },
    ],
    partShare: 30,
    addOnsUpToDiscount: true,
  },
};
const exclusions = {
  id: 'not-served',
  kind: 'exclusions',
  params: { matters: ['engine tuning'], referTo: 'Motor House' },
};
const delivery = { id: 'extras', kind: 'extras', params: { items: ['spare buttons'] } };

/** Runs a mutation and insists that it went well. */
async function change(name: string, input: object): Promise<Record<string, { id: string; version: number }>> {
  const policy = name === 'policyCreate' || name === 'policyVariantCreate' ? 'policy { id version }' : '';
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await manager.data<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { policyVersion { id version } ${policy} userErrors { code message path } } }`,
    { input },
  );
  expect([name, answer[name]!['userErrors']]).toEqual([name, []]);
  return answer[name] as Record<string, { id: string; version: number }>;
}

async function publish(draft: { id: string; version: number }, terms: unknown, from: string, more: object = {}) {
  const { policyVersion } = await change('policyVersionSave', { ...draft, terms, effectiveFrom: from, ...more });
  await change('policyVersionPublish', { id: policyVersion!.id, version: policyVersion!.version });
  return policyVersion!;
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });
const read = async (path: string) => (await get(path)).text();

beforeAll(async () => {
  // the second of January 2012: the first version has given way to the second, the third is still to come
  server = await testServer({ asOf: '2012-01-02' });
  manager = await server.as('OWNER');
  const made = await change('policyCreate', {
    name: `Promise ${EVIL}`,
    description: 'What we do & do not.',
    slug: 'service-promise',
    words: { 'zh-Hant': { name: '服務承諾書', description: '我們所做的。' } },
  });
  const first = await publish(made['policyVersion']!, [returns(14), fees, exclusions, delivery], '2011-01-01');
  const draft = async (of: string) => (await change('policyVersionDraftFrom', { id: of })).policyVersion!;
  await publish(await draft(first.id), [returns(30), fees, exclusions, delivery], '2012-01-01');
  await publish(await draft(first.id), [returns(60), fees, exclusions, delivery], '2012-06-01');
  const kept = await draft(first.id);
  await change('policyVersionSave', { ...kept, terms: [returns(365)] });

  await change('policyCreate', { name: 'Never published', slug: 'never-published' });
});

describe('C5 the public charter', () => {
  it('shows the version in force, its history and what comes, to everybody', async () => {
    const answer = await get('/charter/service-promise?lang=en');
    expect(answer.status).toBe(200);
    const text = words(await answer.text());
    expect(text).toContain('Version 2. In force from 1 Jan 2012, up to and including 31 May 2012.');
    expect(text).toContain('It can be returned within 30 days of purchase');
    // what comes is told where it is told until when this one holds, and below with what it changes
    expect(text).toMatch(/including 31 May 2012\. From 1 Jun 2012 version 3 applies \. /);
    expect(text).toMatch(/From 1 Jun 2012 version 3 applies Changed: .*within 60 days/);
    expect(text).toContain('Version 1 In force from 1 Jan 2011, up to and including 31 Dec 2011.');
    // sentence by sentence what changed
    expect(text).toMatch(/Before: It can be returned within 14 days.*Since then: It can be returned within 30 days/);
    expect(text).toContain('As of 2 Jan 2012.');
  });

  it('is listed with the other promises', async () => {
    const page = await read('/charter?lang=en');
    expect(page).toContain('href="/charter/service-promise?lang=en"');
    expect(page).toContain('href="/charter/service-promise?lang=en#version-3"');
  });

  it('never shows a draft, nor a policy of which nothing was published', async () => {
    expect(words(await read('/charter/service-promise?lang=en'))).not.toContain('365');
    expect((await get('/charter/never-published')).status).toBe(404);
    expect(await read('/charter')).not.toContain('Never published');
  });

  it('tells nothing about customers or staff', async () => {
    const page = await read('/charter/service-promise');
    expect(page).not.toMatch(/owner@test\.example|OWNER|publishedBy|customer_id/);
  });

  it('is in three languages, each linked to the others', async () => {
    const hant = await get('/charter/service-promise', { 'accept-language': 'zh-TW,zh;q=0.9' });
    const page = await hant.text();
    expect(hant.headers.get('content-language')).toBe('zh-Hant');
    expect(page).toContain('<h1>服務承諾書</h1>');
    expect(words(page)).toContain('自購買次日起 30 天內可無條件退貨');
    expect(words(page)).toContain('收費標準');
    for (const language of ['en', 'zh-Hant', 'zh-Hans']) expect(page).toContain(`hreflang="${language}"`);
    const hans = words(await read('/charter/service-promise?lang=zh-Hans'));
    expect(hans).toContain('自购买次日起 30 天内可无条件退货');
  });

  it('runs nothing and shows names as they are written', async () => {
    for (const path of ['/charter', '/charter/service-promise?lang=en']) {
      const answer = await get(path);
      const page = await answer.text();
      expect(page).not.toMatch(/<script/i);
      expect(page).toContain('Promise &lt;script&gt;alert(1)&lt;/script&gt;');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect(await read('/charter/service-promise')).toContain('Diagnosis &lt;script&gt;');
  });

  it('leaves no blank behind a Chinese full stop', async () => {
    for (const language of ['zh-Hant', 'zh-Hans']) {
      const page = (await read(`/charter/service-promise?lang=${language}`)).replace(/<\/?span[^>]*>/g, '');
      expect(page.match(/[。：]\s+[\p{Script=Han}].{0,20}/gu) ?? []).toEqual([]);
    }
  });

  it('is not sent again to who has it', async () => {
    const first = await get('/charter/service-promise');
    const again = await get('/charter/service-promise', { 'if-none-match': first.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  it('may be listed by search engines under one address a language', async () => {
    const page = await read('/charter/service-promise?lang=zh-Hant&utm=x');
    expect(page).toContain(`<link rel="canonical" href="${server.url}/charter/service-promise?lang=zh-Hant"`);
    expect(page).toContain('<meta name="description" content="我們所做的。"');
    expect(page).not.toContain('noindex');
  });

  it('is found by search engines: in robots.txt, and in the sitemap in each language; nothing else is', async () => {
    const robots = await (await get('/robots.txt')).text();
    expect(robots.split('\n').filter((line) => /^(Allow|Disallow|Sitemap)/.test(line))).toEqual([
      'Allow: /charter',
      'Disallow: /',
      `Sitemap: ${server.url}/sitemap.xml`,
    ]);
    const answer = await get('/sitemap.xml');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
    const sitemap = await answer.text();
    const found = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address!.replace(server.url, ''));
    expect(found.filter((address) => /^\/charter(\/service-promise)?\?/.test(address))).toEqual(
      ['/charter', '/charter/service-promise'].flatMap((path) =>
        ['en', 'zh-Hant', 'zh-Hans'].map((language) => `${path}?lang=${language}`),
      ),
    );
    expect(sitemap).not.toMatch(/never-published|receipt/);
    expect(sitemap).toContain(`hreflang="zh-Hant" href="${server.url}/charter/service-promise?lang=zh-Hant"`);
    for (const address of found) expect((await get(address)).status, address).toBe(200);
    expect(sitemap.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset')).toBe(true);
  });

  it('is safe to open: framed, sniffed and scripted by nobody, found or not, whole or not', async () => {
    for (const path of ['/charter', '/charter/service-promise', '/charter/unknown']) {
      for (const method of ['GET', 'HEAD']) {
        const { headers } = await fetch(`${server.url}${path}`, { method });
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('referrer-policy')).toBe('same-origin');
        const policy = headers.get('content-security-policy') ?? '';
        expect(policy).toMatch(/^default-src 'none';.*form-action 'none'; frame-ancestors 'none'$/);
        expect(policy).not.toMatch(/script-src|unsafe/);
      }
    }
    const refused = await fetch(`${server.url}/charter`, { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('says in the reader’s language that there is no such page', async () => {
    for (const [language, said] of [
      ['en', 'There is no such page'],
      ['zh-TW', '沒有這個網頁'],
      ['zh-CN', '没有这个网页'],
    ] as const) {
      const answer = await get('/charter/unknown', { 'accept-language': language });
      expect([answer.status, (await answer.text()).includes(said)]).toEqual([404, true]);
    }
  });

  it.each(['/charter/unknown', '/charter/%3Cscript%3E', '/charter/service-promise/deeper'])(
    '%s is not there',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, (await answer.text()).includes('<script>')]).toEqual([404, false]);
    },
  );
});

describe('C7 the disclosed fee schedule on the charter', () => {
  it('is a table of every charge, with its amount or cap and whether consent is needed', async () => {
    const page = await read('/charter/service-promise?lang=en');
    const rows = [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) => words(row[1]!).trim());
    expect(rows.slice(1)).toEqual([
      'DIAG Diagnosis &lt;script&gt;alert(1)&lt;/script&gt; looking at the fault at most £12.50 yes',
      'SHIP Shipping £5.00 no',
      'LID A lid part at most £9.00 if it costs more than 30% of the purchase',
      'WAX Wax add-on at most £3.00 if the add-ons together cost more than your discount',
      'OIL Oil add-on at most £3.00 yes',
    ]);
  });

  it('S2 says in Chinese too what a charge is and when one is asked about it', async () => {
    expect(words(await read('/charter/service-promise?lang=zh-Hant'))).toMatch(
      /A lid 零件 最高 £9\.00 費用超過購買金額的 30% 時 .*Wax 加購項目 最高 £3\.00 加購費用合計超過您獲得的折扣時/,
    );
    expect(words(await read('/charter/service-promise?lang=zh-Hans'))).toMatch(
      /A lid 零件 最高 £9\.00 费用超过购买金额的 30% 时 .*Wax 加购项目 最高 £3\.00 加购费用合计超过您获得的折扣时/,
    );
  });

  it('S2 says below the table what the sentence says, so that nothing promised is told in the history only', async () => {
    const rules =
      'A part that costs more than 30% of the purchase is pointed out first. ' +
      'Add-ons that together cost more than the discount that was given are pointed out first.';
    const [table, history] = (await read('/charter/service-promise?lang=en')).split('<h2>How it came to be</h2>');
    expect(words(table!)).toContain(rules);
    expect(words(history!)).toContain(rules);
  });
});

describe('C48 and C20 on the charter', () => {
  it('what is not served is declared, with whom to ask instead; what comes along is named', async () => {
    const text = words(await read('/charter/service-promise?lang=en'));
    expect(text).toMatch(/What we do not do .*We do not serve engine tuning; for that we recommend Motor House\./);
    expect(text).toContain('It comes with spare buttons, at no charge.');
  });

  it('products name what comes with them', async () => {
    await manager.data(
      `mutation { productCreate(input: { code: "COAT", name: "Coat <b>", extras: ["two spare buttons"] }) { userErrors { code } } }`,
    );
    const page = await read('/charter/service-promise?lang=en');
    expect(words(page)).toContain('Coat &lt;b&gt; (COAT): two spare buttons');
  });
});

describe('C45 regional variants on the charter', () => {
  it('are listed at their base with what differs, and name their base', async () => {
    const { policies } = await manager.data<{ policies: { nodes: { id: string }[] } }>(
      `{ policies(filter: { slug: { eq: "service-promise" } }) { nodes { id } } }`,
    );
    const made = await change('policyVariantCreate', {
      name: 'In France',
      baseId: policies.nodes[0]!.id,
      regions: ['France'],
    });
    // however it is called there, it holds instead of what the base promises
    const french = returns(90, { id: 'french', appliesTo: { regions: ['France'] } });
    await publish(made['policyVersion']!, [french], '2012-01-01');
    const base = words(await read('/charter/service-promise?lang=en'));
    expect(base).toMatch(
      /In some regions it differs In France Only in: France\..*within 90 days.*Instead of: It can be returned within 30 days/,
    );
    // nobody in France takes the general promise for theirs
    expect(base).toContain('For every purchase, except where something more specific counts: region France.');
    const own = words(await read('/charter/in-france?lang=en'));
    expect(own).toContain('Differs by region from:');
    expect(own).toContain('Everything else is as promised everywhere.');
  });
});
