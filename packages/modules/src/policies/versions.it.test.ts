import { AS_OF, openPolicyDesk, returnsTerm, type PolicyDesk } from '@perennial/testkit/policies/policy-desk';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decideCut, proposeCut } from './cut-service.ts';
import { discardDraft, saveDraft } from './draft-service.ts';
import { createPolicy } from './policy-service.ts';
import { publishVersion, retireVersion } from './publish-service.ts';

let desk: PolicyDesk;

beforeAll(async () => {
  desk = await openPolicyDesk();
});
beforeEach(() => desk.clear());

describe('the life of a version', () => {
  test('draft, saved, published, and from then on it stands', async () => {
    const { versionId } = await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    const [row] = await desk.read(
      sql`select status, published_by, effective_to from policy_versions where id = ${versionId}::uuid`,
    );
    expect(row).toEqual({ status: 'PUBLISHED', published_by: 'a@example.com', effective_to: null });
    expect(desk.shop.events).toContain('policies.published');
    for (const attempt of [
      () => desk.write((ctx) => saveDraft(ctx, versionId, 3, { terms: [] })),
      () => desk.write((ctx) => publishVersion(ctx, versionId, 3)),
      () => desk.write((ctx) => discardDraft(ctx, versionId, 3)),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'VERSION_NOT_DRAFT' });
    }
  });

  test('the database itself defends what was promised', async () => {
    const { versionId } = await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    for (const statement of [
      sql`update policy_versions set terms = '[]' where id = ${versionId}::uuid`,
      sql`update policy_versions set effective_from = '2011-01-01' where id = ${versionId}::uuid`,
      sql`delete from policy_versions where id = ${versionId}::uuid`,
    ]) {
      await expect(desk.shop.db.orm.execute(statement)).rejects.toThrow();
    }
    expect(
      await desk.read(sql`select terms -> 0 ->> 'id' as term, effective_from::text as day from policy_versions`),
    ).toEqual([{ term: 'returns-30', day: '2010-12-01' }]);
  });

  test('two people edit one draft: the second is told, nothing is lost', async () => {
    const { versionId } = await desk.drafted('Promise', '2012-01-01', [returnsTerm(30)]);
    await desk.write((ctx) => saveDraft(ctx, versionId, 2, { terms: [returnsTerm(60)] }));
    await expect(desk.write((ctx) => saveDraft(ctx, versionId, 2, { terms: [returnsTerm(90)] }))).rejects.toMatchObject(
      {
        code: 'VERSION_CONFLICT',
        path: ['version'],
      },
    );
    expect(await desk.read(sql`select terms -> 0 ->> 'id' as term from policy_versions`)).toEqual([
      { term: 'returns-60' },
    ]);
  });

  test('C1 nobody publishes words, or ends a version, that somebody else changed since they looked', async () => {
    const { versionId } = await desk.drafted('Promise', '2012-01-01', [returnsTerm(30)]);
    await desk.write((ctx) => saveDraft(ctx, versionId, 2, { terms: [returnsTerm(3)] }));
    const stale = { code: 'VERSION_CONFLICT', path: ['version'] };
    await expect(desk.write((ctx) => publishVersion(ctx, versionId, 2))).rejects.toMatchObject(stale);
    expect(await desk.read(sql`select status from policy_versions`)).toEqual([{ status: 'DRAFT' }]);
    await desk.write((ctx) => publishVersion(ctx, versionId, 3));
    await expect(desk.write((ctx) => retireVersion(ctx, versionId, 3, '2012-02-01'))).rejects.toMatchObject(stale);
    expect(await desk.read(sql`select status from policy_versions`)).toEqual([{ status: 'PUBLISHED' }]);
  });

  test('C1 nobody publishes sums in a currency that the business counts in no more', async () => {
    const { versionId } = await desk.drafted('Promise', '2012-01-01', [returnsTerm(30)]);
    await expect(desk.write((ctx) => publishVersion({ ...ctx, currency: 'USD' }, versionId, 2))).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      params: { yours: 'USD', current: 'GBP' },
    });
    expect(await desk.read(sql`select status from policy_versions`)).toEqual([{ status: 'DRAFT' }]);
  });

  test('a draft with a term out of range is refused by field and leaves the draft as it was', async () => {
    const { versionId } = await desk.drafted('Promise', '2012-01-01', [returnsTerm(30)]);
    await expect(desk.write((ctx) => saveDraft(ctx, versionId, 2, { terms: [returnsTerm(0)] }))).rejects.toMatchObject({
      code: 'TERM_OUT_OF_RANGE',
      path: ['terms', '0', 'params', 'days'],
    });
    expect(await desk.read(sql`select version from policy_versions`)).toEqual([{ version: 2 }]);
  });

  test('an empty draft cannot be published, and a name is used once', async () => {
    const { versionId } = await desk.drafted('Promise', '2012-01-01', []);
    await expect(desk.write((ctx) => publishVersion(ctx, versionId, 2))).rejects.toMatchObject({ code: 'NO_TERMS' });
    await expect(
      desk.write((ctx) => createPolicy(ctx, { name: 'Promise', description: '', stage: 'SALE' })),
    ).rejects.toMatchObject({ code: 'NAME_TAKEN', path: ['name'] });
  });

  test('publishing closes the version before on that day; an overlap is refused, naming both', async () => {
    const { versionId } = await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    const second = await desk.next(versionId, '2012-01-01');
    await desk.write((ctx) => publishVersion(ctx, second, 2));
    expect(
      await desk.read(sql`select number, status, effective_to::text as until from policy_versions order by number`),
    ).toEqual([
      { number: 1, status: 'PUBLISHED', until: '2012-01-01' },
      { number: 2, status: 'PUBLISHED', until: null },
    ]);
    const between = await desk.next(versionId, '2011-12-20');
    await expect(desk.write((ctx) => publishVersion(ctx, between, 2))).rejects.toMatchObject({
      code: 'OVERLAPPING_VERSION',
      params: { number: 3, otherNumber: 2, otherFrom: '2012-01-01' },
    });
    expect(await desk.read(sql`select effective_to::text as until from policy_versions where number = 1`)).toEqual([
      { until: '2012-01-01' },
    ]);
  });

  test('retiring ends it, but not for who buys today', async () => {
    const { versionId } = await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    await expect(desk.write((ctx) => retireVersion(ctx, versionId, 3, AS_OF))).rejects.toMatchObject({
      code: 'RETIRED_IN_THE_PAST',
      params: { earliest: '2011-12-11' },
    });
    // that nothing follows it needs a second person (S11, see service-cut.it.test.ts)
    await expect(desk.write((ctx) => retireVersion(ctx, versionId, 3))).rejects.toMatchObject({ code: 'SERVICE_CUT' });
    const asked = await desk.write((ctx) =>
      proposeCut(ctx, { versionId, seen: 3, retiring: true, reason: 'We close' }),
    );
    await desk.write((ctx) => decideCut(ctx, asked, true, null));
    await desk.write((ctx) => retireVersion(ctx, versionId, 3));
    expect(await desk.read(sql`select status, effective_to::text as until from policy_versions`)).toEqual([
      { status: 'RETIRED', until: '2011-12-11' },
    ]);
  });
});

describe('published at once', () => {
  const outcomes = (attempts: Promise<unknown>[]) =>
    Promise.allSettled(attempts).then((all) =>
      all.map((each) => (each.status === 'fulfilled' ? 'OK' : (each.reason as { code: string }).code)).sort(),
    );

  test('the same draft by several people: once', async () => {
    const { versionId } = await desk.drafted('Promise', '2010-12-01', [returnsTerm(30)]);
    const answers = await outcomes(
      Array.from({ length: 5 }, () => desk.write((ctx) => publishVersion(ctx, versionId, 2))),
    );
    expect(answers.filter((each) => each === 'OK')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['OK', 'VERSION_NOT_DRAFT']));
  });

  test('several drafts for the same days: one of them, the others overlap', async () => {
    const { versionId } = await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    const drafts = [
      await desk.next(versionId, '2012-01-01'),
      await desk.next(versionId, '2012-01-01'),
      await desk.next(versionId, '2012-01-01'),
    ];
    const answers = await outcomes(drafts.map((id) => desk.write((ctx) => publishVersion(ctx, id, 2))));
    expect(answers).toEqual(['OK', 'OVERLAPPING_VERSION', 'OVERLAPPING_VERSION']);
    const overlaps = await desk.read(sql`
      select 1 from policy_versions a join policy_versions b on a.policy_id = b.policy_id and a.id < b.id
      where a.status <> 'DRAFT' and b.status <> 'DRAFT' and a.effective_from < coalesce(b.effective_to, 'infinity')
        and b.effective_from < coalesce(a.effective_to, 'infinity')`);
    expect(overlaps).toEqual([]);
  });

  test('two policies that would contradict each other: one of them', async () => {
    const a = await desk.drafted('A', '2010-12-01', [returnsTerm(30)]);
    const b = await desk.drafted('B', '2010-12-01', [returnsTerm(60)]);
    const answers = await outcomes(
      [a, b].map(({ versionId }) => desk.write((ctx) => publishVersion(ctx, versionId, 2))),
    );
    expect(answers).toEqual(['AMBIGUOUS_TERMS', 'OK']);
  });
});
