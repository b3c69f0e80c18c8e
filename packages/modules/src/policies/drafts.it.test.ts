import { rowsOf } from '@perennial/kernel/db/database';
import { promises, returnsWithin, type Promises } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Drafts that several people work on (C1): what they say to each other, and what happens when they meet. */
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

const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);
const rows = (statement: ReturnType<typeof sql>) => rowsOf(shop.server.db.orm, statement);

describe('C12 a term for a segment', () => {
  it('takes the code and own words of the business, and refuses what a segment is called', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)]);
    const save = (segments: string[], version: number) =>
      shop.change(
        'policyVersionSave',
        { id: draft.id, version, terms: [{ ...returnsWithin(30), appliesTo: { segments } }] },
        'policyVersion { version terms }',
      );
    for (const word of ['關鍵客戶', 'Key customer', 'key']) {
      expect((await save([word], draft.version)).userErrors).toMatchObject([
        {
          code: 'SEGMENT_BY_NAME',
          path: ['terms', '0', 'appliesTo', 'segments'],
          params: { word, code: 'KEY' },
        },
      ]);
    }
    expect(codes(await save(['KEY', 'WHOLESALE'], draft.version))).toEqual([]);
  });

  it('stays readable and can be saved along where the name was stored before', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)]);
    await shop.server.db.orm.execute(
      sql`update policy_versions set terms = jsonb_set(terms, '{0,appliesTo,segments}', '["關鍵客戶"]')`,
    );
    const terms = [{ ...returnsWithin(45), appliesTo: { segments: ['關鍵客戶'] } }];
    const saved = await shop.change(
      'policyVersionSave',
      { id: draft.id, version: draft.version, terms },
      'policyVersion { terms }',
    );
    expect(saved).toMatchObject({
      userErrors: [],
      policyVersion: { terms: [{ appliesTo: { segments: ['關鍵客戶'] } }] },
    });
  });
});

describe('C12 the words of a condition', () => {
  it('are kept as those of customers and products are: without blanks, each once', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)]);
    const words = { segments: [' KEY'], regions: ['X ', 'X'] };
    const save = (appliesTo: object) =>
      shop.change(
        'policyVersionSave',
        { id: draft.id, version: draft.version, terms: [{ ...returnsWithin(30), appliesTo }] },
        'policyVersion { terms }',
      );
    // a blank alone is no word, and a condition that fell away in silence would leave the term for everybody
    expect(codes(await save({ regions: [' '] }))).toEqual(['TERM_OUT_OF_RANGE']);
    expect(await save({ ...words, productCodes: [' A '] })).toMatchObject({
      policyVersion: { terms: [{ appliesTo: { segments: ['KEY'], regions: ['X'], productCodes: ['A'] } }] },
    });
  });
});

describe('C1 comments on a draft', () => {
  const add = (input: object, by = shop.manager) =>
    shop.change('policyCommentAdd', input, 'policyComment { id termId text author resolvedAt }', by);

  it('stand at their term, are settled, and go with the draft', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)]);
    const said = await add({ versionId: draft.id, termId: 'returns', text: 'Why so few?' });
    expect(said.policyComment).toMatchObject({
      termId: 'returns',
      text: 'Why so few?',
      author: 'policy_manager@test.example',
      resolvedAt: null,
    });
    expect(codes(await add({ versionId: draft.id, text: 'Ready for Monday' }, shop.owner))).toEqual([]);
    expect((await add({ versionId: draft.id, termId: 'gone', text: 'x' })).userErrors).toMatchObject([
      { code: 'UNKNOWN_TERM', path: ['termId'], params: { termId: 'gone' } },
    ]);
    const { id } = said.policyComment as { id: string };
    const resolved = await shop.change('policyCommentResolve', { id }, 'policyComment { resolvedBy }', shop.owner);
    expect(resolved.policyComment).toEqual({ resolvedBy: 'owner@test.example' });
    const { policyVersion } = await shop.manager.data<{ policyVersion: object }>(
      `query ($id: ID!) { policyVersion(id: $id) { comments(first: 9) { nodes { termId text resolvedBy } } } }`,
      { id: draft.id },
    );
    expect(policyVersion).toEqual({
      comments: {
        nodes: [
          { termId: 'returns', text: 'Why so few?', resolvedBy: 'owner@test.example' },
          { termId: null, text: 'Ready for Monday', resolvedBy: null },
        ],
      },
    });
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyCommentAdd', { versionId: draft.id, text: 'x' });
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyCommentResolve', { id });
    expect(await rows(sql`select count(*)::int as n from policy_comments`)).toEqual([{ n: 2 }]);
    const gone = await shop.change('policyVersionDiscard', { id: draft.id, version: draft.version }, 'discarded');
    expect(gone).toMatchObject({ discarded: true });
    expect(await rows(sql`select * from policy_comments`)).toEqual([]);
  });

  it('are for drafts only', async () => {
    const id = await shop.published('Promise', '2012-01-01', [returnsWithin(30)]);
    expect(codes(await add({ versionId: id, text: 'Too late' }))).toEqual(['VERSION_NOT_DRAFT']);
  });
});

describe('C1 two admins at once', () => {
  it('the second is shown what the first saved, and nothing of either is lost', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)]);
    const first = await shop.save(draft, { effectiveFrom: '2012-02-01', terms: [returnsWithin(60)] }, shop.owner);
    expect(codes(first)).toEqual([]);
    const second = await shop.save(draft, { terms: [returnsWithin(90)] });
    expect(second.userErrors).toMatchObject([
      {
        code: 'VERSION_CONFLICT',
        path: ['version'],
        params: {
          yours: draft.version,
          current: draft.version + 1,
          theirs: {
            effectiveFrom: '2012-02-01',
            effectiveTo: null,
            calendarId: null,
            pointIds: [],
            terms: [{ id: 'returns', kind: 'returns', params: { days: 60 } }],
            by: 'owner@test.example',
            at: expect.stringMatching(/^\d{4}-.*Z$/),
          },
        },
      },
    ]);
    expect(await rows(sql`select terms -> 0 -> 'params' ->> 'days' as days from policy_versions`)).toEqual([
      { days: '60' },
    ]);
    const agreed = await shop.save({ ...draft, version: draft.version + 1 }, { terms: [returnsWithin(90)] });
    expect(codes(agreed)).toEqual([]);
  });

  it('published twice at once: exactly one is, the other is told', async () => {
    const draft = await shop.draft('Promise', '2012-01-01', [returnsWithin(30)]);
    const answers = await Promise.all([
      shop.publish(draft, undefined, shop.owner),
      shop.publish(draft),
      shop.publish(draft, undefined, shop.owner),
      shop.publish(draft),
    ]);
    const told = answers.flatMap(codes);
    expect(told).toHaveLength(3);
    expect(told.every((code) => code === 'VERSION_NOT_DRAFT' || code === 'VERSION_CONFLICT')).toBe(true);
    expect(await rows(sql`select status, version from policy_versions`)).toEqual([{ status: 'PUBLISHED', version: 3 }]);
  });

  it('saved and published at once: the one that comes second is told', async () => {
    for (const days of [31, 32, 33]) {
      const draft = await shop.draft(`Promise ${days}`, '2012-01-01', [
        returnsWithin(30, { appliesTo: { productCodes: [String(days)] } }),
      ]);
      const [published, saved] = await Promise.all([
        shop.publish(draft, undefined, shop.owner),
        shop.save(draft, { terms: [returnsWithin(days, { appliesTo: { productCodes: [String(days)] } })] }),
      ]);
      const told = [...codes(published!), ...codes(saved!)];
      expect(told).toHaveLength(1);
      expect(['VERSION_NOT_DRAFT', 'VERSION_CONFLICT']).toContain(told[0]);
    }
  });

  it('S14 published and its service point closed at once: exactly one is done', async () => {
    for (const days of [41, 42, 43, 44]) {
      const made = await shop.change(
        'servicePointCreate',
        { name: `P${days}`, phone: '0100' },
        'servicePoint { id version }',
      );
      const point = made.servicePoint as { id: string; version: number };
      const probe = { pointId: point.id, on: '2011-12-09', channel: 'PHONE', answered: true };
      await shop.change('servicePointProbe', probe, 'userErrors { code }');
      const terms = [returnsWithin(days, { appliesTo: { productCodes: [String(days)] } })];
      const draft = await shop.draft(`Promise ${days}`, '2012-01-01', terms, { pointIds: [point.id] });
      const [published, closed] = await Promise.all([
        shop.publish(draft, undefined, shop.owner),
        shop.change('servicePointUpdate', { ...point, active: false }, 'servicePoint { id }'),
      ]);
      const told = [...codes(published!), ...codes(closed!)];
      expect(told).toHaveLength(1);
      expect(['UNREACHABLE_POINT', 'POINT_PROMISED']).toContain(told[0]);
    }
  });

  it('C1 published and the currency changed at once: nobody’s sums become others', async () => {
    for (const [index, currency] of ['EUR', 'USD', 'CHF'].entries()) {
      await shop.server.db.orm.execute(sql`truncate policy_cuts, policy_versions, policies cascade`);
      const draft = await shop.draft(`In money ${index}`, '2012-01-01', [returnsWithin(30)]);
      const { business } = await shop.owner.data<{ business: { version: number } }>('{ business { version } }');
      const [published, changed] = await Promise.all([
        shop.publish(draft),
        shop.change('businessUpdate', { version: business.version, currency }, 'business { currency }', shop.owner),
      ]);
      const told = [...codes(published!), ...codes(changed!)];
      // none: the change was done before the publication had begun
      if (told.length > 0) expect(['CURRENCY_FIXED', 'VERSION_CONFLICT']).toEqual(expect.arrayContaining(told));
      expect(told.length).toBeLessThan(2);
    }
    await shop.server.db.orm.execute(sql`update business set currency = 'GBP'`);
  });
});

describe('C1 a policy whose only draft was thrown away', () => {
  it('is begun anew: with nothing promised, and its introduction from before', async () => {
    const made = await shop.change(
      'policyCreate',
      { name: 'Promise', description: 'We care.' },
      'policy { id } policyVersion { id version }',
    );
    const { id: policyId } = made.policy as { id: string };
    expect(codes(await shop.change('policyVersionDiscard', made.policyVersion as object, 'discarded'))).toEqual([]);
    const begun = await shop.change(
      'policyVersionBegin',
      { policyId },
      'policyVersion { status number terms intro effectiveFrom }',
    );
    expect(begun).toEqual({
      userErrors: [],
      policyVersion: { status: 'DRAFT', number: 1, terms: [], intro: 'We care.', effectiveFrom: '2011-12-10' },
    });
    expect(await rows(sql`select number, status from policy_versions`)).toEqual([{ number: 1, status: 'DRAFT' }]);
  });

  it('is begun by those who keep policies, and only where there is one', async () => {
    const made = await shop.change('policyCreate', { name: 'Promise' }, 'policy { id }');
    const { id: policyId } = made.policy as { id: string };
    await shop.forbidden(['AGENT', 'AUDITOR'], 'policyVersionBegin', { policyId });
    const nobodys = 'Policy_00000000-0000-7000-8000-000000000000';
    const refused = await shop.change('policyVersionBegin', { policyId: nobodys }, 'policyVersion { id }');
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['policyId'] }]);
    expect(await rows(sql`select number from policy_versions`)).toEqual([{ number: 1 }]);
  });
});
