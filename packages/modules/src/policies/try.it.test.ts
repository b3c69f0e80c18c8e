import type { Term } from '@perennial/domain/policies/terms';
import { newId } from '@perennial/kernel/db/ids';
import { AS_OF, openPolicyDesk, returnsTerm, type PolicyDesk } from '@perennial/testkit/policies/policy-desk';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveDraft } from './draft-service.ts';
import { tryPolicy } from './try-service.ts';

let desk: PolicyDesk;

beforeAll(async () => {
  desk = await openPolicyDesk();
});
beforeEach(() => desk.clear());

describe('trying a policy on a real purchase', () => {
  const reading = () => ({ db: desk.shop.db, currency: 'GBP', timezone: 'Europe/London', asOf: AS_OF });

  test('by what was promised, by a draft, by terms nobody saved; nothing is written', async () => {
    const { versionId } = await desk.published('Promise', '2010-12-01', [returnsTerm(30)]);
    const draft = await desk.next(versionId, '2012-01-01');
    await desk.write((ctx) => saveDraft(ctx, draft, 2, { terms: [returnsTerm(365)] }));
    const customerId = await desk.shop.customer('c');
    const { lineId } = await desk.sold(customerId, '2011-01-01T10:00:00Z', 5);
    await desk.keep();
    const line = { customerId, id: lineId };
    const at = '2011-03-01';
    const trial = (more: object) =>
      tryPolicy(reading(), { line, kind: 'returns', at, ...more }).then((t) => t.decision);
    expect(await trial({})).toMatchObject({
      outcome: 'REFUSED',
      versionId,
      termId: 'returns-30',
      deadline: '2011-01-31',
    });
    expect(await trial({ versionId: draft })).toMatchObject({ outcome: 'ALLOWED', termId: 'returns-365' });
    const terms: Partial<Term>[] = [returnsTerm(59)] as Partial<Term>[];
    expect(await trial({ terms })).toMatchObject({ outcome: 'ALLOWED', deadline: at });
    expect(await trial({ kind: 'warranty' })).toMatchObject({ outcome: 'NOT_COVERED' });
    expect(await trial({ at: undefined })).toMatchObject({ outcome: 'REFUSED' });
    expect(await desk.read(sql`select 1 from returns`)).toEqual([]);
  });

  test('C45 a policy for some regions is tried on customers there, saved or not', async () => {
    const { versionId } = await desk.published('For Mars', '2010-12-01', [returnsTerm(30)]);
    const [row] = await desk.read(sql`select id from policies`);
    const policyId = (row as { id: string }).id;
    const customerId = await desk.shop.customer('c');
    const { lineId } = await desk.sold(customerId, '2011-01-01T10:00:00Z', 5);
    const outcome = async (more: object) =>
      (await tryPolicy(reading(), { line: { customerId, id: lineId }, kind: 'returns', at: '2011-01-02', ...more }))
        .decision.outcome;
    const unsaved = { policyId, terms: [returnsTerm(9)] };
    for (const [regions, expected] of [
      ['{}', 'ALLOWED'],
      ['{France}', 'ALLOWED'],
      ['{Mars}', 'NOT_COVERED'],
    ] as const) {
      await desk.shop.db.orm.execute(sql`update policies set regions = ${regions}::text[]`);
      expect([await outcome({ versionId }), await outcome(unsaved)]).toEqual([expected, expected]);
    }
  });

  test('what is no purchase, no line, no kind is named', async () => {
    const customerId = await desk.shop.customer('c');
    const { lineId } = await desk.sold(customerId, '2011-01-01T10:00:00Z', -5);
    const trial = (line: { customerId: string; id: string }) => tryPolicy(reading(), { line, kind: 'returns' });
    await expect(trial({ customerId, id: lineId })).rejects.toMatchObject({ code: 'NOT_A_PURCHASE', path: ['lineId'] });
    await expect(trial({ customerId, id: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND', path: ['lineId'] });
    // somebody else's line is no line of this customer
    await expect(trial({ customerId: await desk.shop.customer('d'), id: lineId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
