import { rowsOf } from '@perennial/kernel/db/database';
import { dayIn } from '@perennial/kernel/write/business';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import type { TestServer } from '@perennial/testkit/server/test-server';
import { decideOneByOne, totalsOf } from '@perennial/testkit/whatif/one-by-one';
import { trial, type Trial } from '@perennial/testkit/whatif/trial';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { setAsideReturns } from '../importing/index.ts';

let server: TestServer;
let manager: GraphQLClient;
let policyId: string;
let start: Trial['start'];
let ended: Trial['ended'];

beforeAll(async () => {
  ({ server, manager, policyId, start, ended } = await trial());
}, 120_000);

const day = (moment: string) => dayIn('Europe/London', new Date(moment));

describe('what-if replay of all that came back', () => {
  it.each([
    ['a shorter window', [returnsWithin(7)]],
    ['a longer one', [returnsWithin(365)]],
    [
      'another for some regions',
      [returnsWithin(7), returnsWithin(300, { id: 'france', appliesTo: { regions: ['France', 'Germany'] } })],
    ],
    [
      'nothing about returns',
      [
        {
          id: 'w',
          kind: 'warranty',
          params: { months: 1, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
        },
      ],
    ],
    [
      'words that tie',
      [
        returnsWithin(7, { id: 'a', appliesTo: { segments: ['KEY'] } }),
        returnsWithin(9, { id: 'b', appliesTo: { regions: ['United Kingdom'] } }),
      ],
    ],
  ])(
    '%s: totals are those of deciding one by one through the API',
    async (_name, terms) => {
      const run = await ended(await start({ policyId, terms }));
      expect([run.status, run.failure, run.done]).toEqual(['DONE', null, run.total]);
      const replayed = totalsOf(run.result!);
      if (terms.length === 2 && terms[0]!.id === 'a') {
        // the API refuses to decide by words that tie; the replay counts such claims apart
        expect(replayed.after.UNDECIDABLE.claims).toBeGreaterThan(0);
        return;
      }
      const oneByOne = await decideOneByOne(manager, { policyId, terms }, day);
      expect(replayed).toEqual(oneByOne);
      expect(replayed.before.ALLOWED.claims).toBeGreaterThan(0);
      expect(replayed.before.REFUSED.claims).toBeGreaterThan(0);
    },
    120_000,
  );

  it('every return invoice is accounted for, those of nobody and those with fees only among them', async () => {
    const { result } = await ended(await start({ policyId, terms: [returnsWithin(7)] }));
    const { invoices } = result!;
    const [stored] = await rowsOf<{ n: number; fees: number }>(
      server.db.orm,
      sql`select count(*)::int as n, (count(*) filter (where not exists (
        select 1 from invoice_lines l where l.customer_id = i.customer_id and l.invoice_id = i.id and l.kind = 'RETURN')))::int as fees
        from invoices i where kind = 'RETURN'`,
    );
    const reason = (name: string) => invoices.notJudged.find((each) => each.reason === name);
    expect(invoices.all).toBe(stored!.n + 2);
    expect(invoices.judged + invoices.partly + invoices.notJudged.reduce((sum, each) => sum + each.invoices, 0)).toBe(
      invoices.all,
    );
    expect(reason('NO_CUSTOMER')).toEqual({ reason: 'NO_CUSTOMER', invoices: 1, value: 600 });
    expect(reason('SET_ASIDE')).toEqual({ reason: 'SET_ASIDE', invoices: 1, value: 0 });
    expect(reason('ONLY_FEES')?.invoices ?? 0).toBe(stored!.fees);
    // what was set aside of a file in another currency is worth nothing that could be added up
    const elsewhere = await setAsideReturns(server.db.orm, 'EUR');
    expect(elsewhere.map(({ value }) => value)).toEqual([0, 0]);
  });

  it('writes nothing but its own rows', async () => {
    const state = () =>
      rowsOf(
        server.db.orm,
        sql`select (select count(*)::int from returns) as returns, (select max(outcome) from returns) as outcome,
          (select count(*)::int from entitlements) as entitlements, (select count(*)::int from policy_versions) as versions`,
      );
    const before = await state();
    await ended(await start({ policyId, terms: [returnsWithin(7)] }));
    expect(await state()).toEqual(before);
  });
});
