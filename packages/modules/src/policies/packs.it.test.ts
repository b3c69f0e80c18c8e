import { packOf, policyPacks } from '@perennial/domain/policies/packs/all';
import { termsOfPack, underNamesOf } from '@perennial/domain/policies/packs/pack';
import { LANGUAGES } from '@perennial/domain/shared/language';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarsModule } from '../calendars/index.ts';
import { catalogModule } from '../catalog/index.ts';
import { customersModule } from '../customers/index.ts';
import { pointsModule } from '../points/index.ts';
import { salesModule } from '../sales/index.ts';
import { policiesModule } from './index.ts';

let server: TestServer;
let manager: GraphQLClient;

beforeAll(async () => {
  server = await testServer({
    modules: [customersModule, catalogModule, salesModule, calendarsModule, pointsModule, policiesModule],
  });
  manager = await server.as('POLICY_MANAGER');
});

interface Answer {
  policyCreateFromPack: {
    policy: { id: string; name: string; words: Record<string, { name: string }> } | null;
    policyVersion: { id: string; status: string; number: number; terms: unknown; calendarId: string | null } | null;
    userErrors: { code: string; path: string[] }[];
  };
}

const start = (input: object, by = manager) =>
  by.data<Answer>(
    `mutation ($input: PolicyCreateFromPackInput!) {
      policyCreateFromPack(input: $input) {
        policy { id name words } policyVersion { id status number terms calendarId } userErrors { code path } } }`,
    { input },
  );

const policies = async () =>
  (await manager.data<{ policies: { totalCount: number } }>('{ policies { totalCount } }')).policies.totalCount;

describe('starting a policy from a pack', () => {
  it.each(policyPacks.flatMap((pack) => LANGUAGES.map((language) => ({ pack, language, name: pack.name }))))(
    '$name in $language becomes a draft with all its terms in the business’s currency',
    async ({ pack, language }) => {
      const name = `${pack.label[language]} (${language})`;
      const { policyCreateFromPack: made } = await start({
        pack: pack.name,
        language: language.replace('-', '_'),
        name,
      });
      expect(made.userErrors).toEqual([]);
      expect(made.policy).toMatchObject({ name, words: { en: { name }, 'zh-Hant': { name } } });
      expect(made.policyVersion).toMatchObject({ status: 'DRAFT', number: 1, calendarId: null });
      expect(made.policyVersion?.terms).toEqual(termsOfPack(pack, language, 'GBP'));
    },
  );

  it('C5 whoever changes its terms is told that its introduction was written for others', async () => {
    const { policyCreateFromPack: made } = await start({ pack: 'retailer', language: 'zh_Hant', name: 'Shorter' });
    const { id, terms } = made.policyVersion as { id: string; terms: { kind: string; params: object }[] };
    const hints = async () => {
      const { policyVersionCheck } = await manager.data<{ policyVersionCheck: { code: string; blocking: boolean }[] }>(
        'query ($id: ID!) { policyVersionCheck(id: $id) { code blocking } }',
        { id },
      );
      return policyVersionCheck.filter(({ code }) => code.startsWith('INTRO'));
    };
    const save = (input: object) =>
      manager.data(
        'mutation ($input: PolicyVersionSaveInput!) { policyVersionSave(input: $input) { userErrors { code } } }',
        { input: { id, ...input } },
      );
    expect(await hints()).toEqual([]);
    const shorter = terms.map((each) =>
      each.kind === 'returns' ? { ...each, params: { ...each.params, days: 14 } } : each,
    );
    await save({ version: 2, terms: shorter });
    expect(await hints()).toEqual([{ code: 'INTRO_OF_PACK', blocking: false }]);
    await save({ version: 3, intro: 'Bring it back within 14 days.' });
    expect(await hints()).toEqual([]);
  });

  it('is called and described in every language, as long as nobody names it otherwise', async () => {
    const { policyCreateFromPack: made } = await start({ pack: 'clinic' });
    expect(made.policy).toMatchObject({
      name: 'Promise to our patients',
      words: { en: { name: 'Promise to our patients' }, 'zh-Hant': { name: '診所服務承諾' } },
    });
  });

  it('counts by the working hours there are', async () => {
    const { calendarCreate } = await manager.data<{ calendarCreate: { calendar: { id: string } } }>(
      `mutation ($input: CalendarCreateInput!) { calendarCreate(input: $input) { calendar { id } } }`,
      { input: { name: 'Shop', timeZone: 'Europe/London', week: { '1': [{ from: 540, to: 1020 }] } } },
    );
    const { policyCreateFromPack: made } = await start({ pack: 'retailer' });
    expect(made.policyVersion?.calendarId).toBe(calendarCreate.calendar.id);
  });

  it('can be the next version of a policy there is, with its hours and points', async () => {
    const { policyCreateFromPack: made } = await start({ pack: 'repair-shop', name: 'Grows' });
    const answer = await manager.data<{
      policyVersionDraftFrom: {
        policyVersion: { number: number; terms: unknown; calendarId: string; policy: { name: string } };
        userErrors: { code: string }[];
      };
    }>(
      `mutation ($id: ID!, $pack: String) {
        policyVersionDraftFrom(input: { id: $id, pack: $pack, language: zh_Hant }) {
          policyVersion { number terms calendarId policy { name } } userErrors { code } } }`,
      { id: made.policyVersion!.id, pack: 'clinic' },
    );
    expect(answer.policyVersionDraftFrom).toMatchObject({
      policyVersion: { number: 2, calendarId: made.policyVersion!.calendarId, policy: { name: 'Grows' } },
      userErrors: [],
    });
    const terms = termsOfPack(packOf('clinic'), 'zh-Hant', 'GBP');
    expect(answer.policyVersionDraftFrom.policyVersion.terms).toEqual(
      underNamesOf(termsOfPack(packOf('repair-shop'), 'en', 'GBP'), terms),
    );
  });

  it('refuses a pack that is not there and a name that is taken, and writes nothing then', async () => {
    const before = await policies();
    const unknown = await start({ pack: 'bakery' });
    expect(unknown.policyCreateFromPack).toMatchObject({ policy: null, userErrors: [{ code: 'UNKNOWN_PACK' }] });
    const taken = await start({ pack: 'clinic', name: 'Promise to our patients' });
    expect(taken.policyCreateFromPack).toMatchObject({ policy: null, userErrors: [{ code: 'NAME_TAKEN' }] });
    expect(await policies()).toBe(before);
  });

  it('is not for those who only serve customers', async () => {
    const before = await policies();
    const agent = await server.as('AGENT');
    const answer = await agent.ask(
      `mutation { policyCreateFromPack(input: { pack: "clinic", name: "X" }) { policy { id } } }`,
    );
    expect(JSON.stringify(answer)).toContain('FORBIDDEN');
    expect(await policies()).toBe(before);
  });
});
