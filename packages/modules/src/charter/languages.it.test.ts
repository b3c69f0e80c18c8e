import { charterWords } from '@perennial/domain/charter/words';
import { policyPacks } from '@perennial/domain/policies/packs/all';
import { termsOfPack } from '@perennial/domain/policies/packs/pack';
import type { Term } from '@perennial/domain/policies/terms';
import { typedTexts } from '@perennial/domain/policies/typed-texts';
import { LANGUAGES, type Language } from '@perennial/domain/shared/language';
import { speaks } from '@perennial/domain/shared/script';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarsModule } from '../calendars/index.ts';
import { catalogModule } from '../catalog/index.ts';
import { customersModule } from '../customers/index.ts';
import { pointsModule } from '../points/index.ts';
import { policiesModule } from '../policies/index.ts';
import { salesModule } from '../sales/index.ts';
import { charterModule } from './index.ts';

/** A charter in three languages is read in three languages (C5), whatever the language its terms were typed in. */
let server: TestServer;
let manager: GraphQLClient;

beforeAll(async () => {
  const areas = [customersModule, catalogModule, salesModule, calendarsModule, pointsModule, policiesModule];
  server = await testServer({ modules: [...areas, charterModule], asOf: '2011-12-10', seed: true });
  manager = await server.as('OWNER');
});

/** What stands on a charter page, without markup and without the links to the other languages. */
async function charter(slug: string, language: Language): Promise<string> {
  const page = await (await fetch(`${server.url}/charter/${slug}?lang=${language}`)).text();
  return page
    .replace(/^.*<body/s, '<body')
    .replace(/<nav.*?<\/nav>/s, ' ')
    .replace(/<[^>]+>/g, '\n');
}

const pieces = (text: string) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');

async function write(name: string, input: object) {
  const answer = await manager.data<
    Record<string, { policyVersion: { id: string; version: number }; userErrors: object[] }>
  >(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
      ${name}(input: $input) { policyVersion { id version } userErrors { code message } } }`,
    { input },
  );
  expect(answer[name]!.userErrors).toEqual([]);
  return answer[name]!.policyVersion;
}

const packs = policyPacks.flatMap((pack) => LANGUAGES.map((language) => ({ pack, name: pack.name, language })));

// first: the packs take the place of the sample's promise
describe('C5 the charter of the sample shop', () => {
  const POINTS = {
    'zh-Hant': ['門市櫃台', '一樓，正門入口', '電話服務'],
    'zh-Hans': ['门店柜台', '一楼，正门入口', '电话服务'],
  };

  it.each(['zh-Hant', 'zh-Hans'] as const)(
    'in %s holds none of the English words of its terms and points',
    async (reader) => {
      const { policyVersions } = await manager.data<{ policyVersions: { nodes: { terms: Term[]; intro: string }[] } }>(
        `{ policyVersions(first: 1) { nodes { terms intro } } }`,
      );
      const { terms, intro } = policyVersions.nodes[0]!;
      const text = await charter('giftware-service-promise', reader);
      const english = [
        ...typedTexts(terms),
        intro,
        'Giftware service promise',
        'Shop counter',
        'main entrance',
        'Telephone',
      ];
      expect(english.length).toBeGreaterThan(10);
      for (const each of english) expect(text).not.toContain(each);
      for (const each of POINTS[reader]) expect(text).toContain(each);
      for (const piece of pieces(text).filter((each) => /\p{Script=Han}/u.test(each)))
        expect(speaks(piece, reader), piece).toBe(true);
    },
  );
});

describe('C5 the charter in the reader’s language', () => {
  it.each(packs)('of the pack $name, taken in $language', async ({ pack, language }) => {
    await server.db.orm.execute(sql`truncate entitlements, policy_versions, policies cascade`);
    const input = { pack: pack.name, language: language.replace('-', '_') };
    const { id } = await write('policyCreateFromPack', input);
    const { version } = await write('policyVersionSave', { id, version: 2, effectiveFrom: '2011-12-01' });
    await write('policyVersionPublish', { id, version });
    const { policies } = await manager.data<{ policies: { nodes: { slug: string }[] } }>(
      `{ policies(first: 1) { nodes { slug } } }`,
    );
    const { slug } = policies.nodes[0]!;
    for (const reader of LANGUAGES) {
      const text = await charter(slug, reader);
      const own = typedTexts(termsOfPack(pack, reader, 'GBP'));
      for (const each of own) expect(text).toContain(each);
      for (const foreign of LANGUAGES.filter((each) => each !== reader)) {
        const theirs = [
          pack.label[foreign],
          pack.description[foreign],
          ...typedTexts(termsOfPack(pack, foreign, 'GBP')),
        ];
        // a text that both Chinese scripts write alike is the reader's own
        for (const each of theirs.filter((words) => !speaks(words, reader))) expect(text).not.toContain(each);
      }
      for (const piece of pieces(text).filter((each) => /\p{Script=Han}/u.test(each)))
        expect(speaks(piece, reader), piece).toBe(true);
    }
  });
});

describe('C5 what the charter says first', () => {
  const returns = (days: number) => [
    { id: 'returns', kind: 'returns', params: { days, openedAllowed: true, countedFrom: 'PURCHASE' } },
  ];
  const publish = async ({ id, version }: { id: string; version: number }, change: object) =>
    write('policyVersionPublish', {
      id,
      version: (await write('policyVersionSave', { id, version, ...change })).version,
    });

  it('is said by the version in force, so that it cannot speak of what an earlier one promised', async () => {
    await server.db.orm.execute(sql`truncate entitlements, policy_versions, policies cascade`);
    const words = { 'zh-Hant': { name: '承諾', description: '三十天' } };
    const made = await write('policyCreate', { name: 'Back', description: 'Thirty days', slug: 'back', words });
    const first = await publish(made, { terms: returns(30), effectiveFrom: '2011-01-01' });
    expect(await charter('back', 'en')).toContain('Thirty days');
    const phrases = { 'Fourteen days': { 'zh-Hant': '十四天' } };
    const change = { terms: returns(45), intro: 'Fourteen days', phrases, effectiveFrom: '2011-12-01' };
    await publish(await write('policyVersionDraftFrom', { id: first.id }), change);
    for (const [reader, said, gone] of [
      ['en', 'Fourteen days', 'Thirty days'],
      ['zh-Hant', '十四天', '三十天'],
    ] as const) {
      // how it was said before stands with the version that said it
      const [page] = (await charter('back', reader)).split(charterWords[reader].history) as [string];
      const list = await (await fetch(`${server.url}/charter?lang=${reader}`)).text();
      for (const text of [page, list]) expect([text.includes(said), text.includes(gone)]).toEqual([true, false]);
    }
  });

  it('is the policy’s description where a version is from before it had words of its own', async () => {
    await server.db.orm.execute(sql`alter table policy_versions disable trigger user`);
    await server.db.orm.execute(sql`update policy_versions set intro = null, phrases = '{}'`);
    await server.db.orm.execute(sql`alter table policy_versions enable trigger user`);
    // pages that were made are made again
    await server.db.orm.execute(sql`update policies set updated_at = now()`);
    expect(await charter('back', 'zh-Hant')).toContain('三十天');
  });
});
