import { rowsOf } from '@perennial/kernel/db/database';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import type { TestServer } from '@perennial/testkit/server/test-server';
import { trial, type Trial } from '@perennial/testkit/whatif/trial';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let manager: GraphQLClient;
let policyId: string;
let start: Trial['start'];
let ended: Trial['ended'];

beforeAll(async () => {
  ({ server, manager, policyId, start, ended } = await trial());
}, 120_000);

describe('what-if replay of all that came back', () => {
  it('names who wins and who loses, and the figures are the sum of theirs', async () => {
    const run = await ended(await start({ policyId, terms: [returnsWithin(7)] }));
    const { effects } = (
      await manager.data<{
        whatIfRun: {
          effects: {
            totalCount: number;
            nodes: {
              lost: number;
              won: number;
              lostValue: { amount: number };
              purchasesLess: number;
              customer: { number: string };
            }[];
          };
        };
      }>(
        `query ($id: ID!) { whatIfRun(id: $id) { effects(first: 100, orderBy: LOST_VALUE_DESC) { totalCount
          nodes { won lost lostValue { amount } purchasesLess customer { number } } } } }`,
        { id: run.id },
      )
    ).whatIfRun;
    const { losers, winners, purchases, moves } = run.result!;
    expect(effects.nodes.filter(({ lost }) => lost > 0).length).toBe(losers.customers);
    expect(losers.customers).toBeGreaterThan(0);
    expect(winners.customers).toBe(0);
    expect(effects.nodes.reduce((sum, { lost }) => sum + lost, 0)).toBe(losers.claims);
    expect(effects.nodes.reduce((sum, { lostValue }) => sum + lostValue.amount, 0)).toBe(losers.value);
    expect(moves).toEqual([expect.objectContaining({ before: 'ALLOWED', after: 'REFUSED', claims: losers.claims })]);
    // a shorter window promises less to every purchase of the year
    expect([purchases.less, purchases.more]).toEqual([purchases.seen, 0]);
    expect(effects.nodes.reduce((sum, each) => sum + each.purchasesLess, 0)).toBe(purchases.less);
  });

  it('all of them can be had as a file, of the same figures', async () => {
    const run = await ended(await start({ policyId, terms: [returnsWithin(7)] }));
    const answer = await fetch(`${server.url}/api/download/what-if/${run.id}`, { headers: manager.headers });
    const [head, ...lines] = (await answer.text()).trim().split('\r\n');
    expect(head).toContain('customer,name,claims_won,value_won,claims_lost,value_lost');
    const lost = lines.map((line) => Number(line.split(',')[4]));
    expect(lost.reduce((sum, each) => sum + each, 0)).toBe(run.result!.losers.claims);
    const worth = lines.map((line) => Math.round(Number(line.split(',')[5]) * 100));
    expect(worth.reduce((sum, each) => sum + each, 0)).toBe(run.result!.losers.value);
    const stranger = await fetch(`${server.url}/api/download/what-if/${run.id}`);
    expect(stranger.status).toBe(401);
  });

  it('a longer window costs more: low is certain, high counts what cannot be judged too', async () => {
    const { result } = await ended(await start({ policyId, terms: [returnsWithin(365)] }));
    const { cost, outcomes, invoices } = result!;
    const value = (outcome: string) => outcomes.find((each) => each.outcome === outcome)!.after.value;
    expect(cost.after.low).toBe(value('ALLOWED'));
    expect(cost.after.high - cost.after.low).toBe(
      value('NO_PURCHASE') + value('UNDECIDABLE') + invoices.notJudged.reduce((sum, each) => sum + each.value, 0),
    );
    expect(cost.after.low).toBeGreaterThanOrEqual(cost.before.low);
    const [goods] = await rowsOf<{ value: string }>(
      server.db.orm,
      sql`select (-sum(amount))::text as value from invoice_lines where kind = 'RETURN'`,
    );
    expect(outcomes.reduce((sum, each) => sum + each.after.value, 0)).toBe(Number(goods!.value));
  });

  it('decides claims once more too: repairs under a shorter warranty', async () => {
    const warranty = (months: number) => ({
      id: 'warranty',
      kind: 'warranty',
      params: { months, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
    });
    const before = await ended(await start({ policyId, terms: [returnsWithin(30), warranty(600)] }));
    expect(before.result!.claims).toEqual([]);
    const { invoices } = await manager.data<{
      invoices: {
        nodes: { id: string; customer: { id: string }; invoiceLines: { nodes: { id: string }[] } }[];
      };
    }>(`{ invoices(first: 1, filter: { kind: { eq: SALE } }, orderBy: AT_ASC) { nodes { id customer { id }
      invoiceLines(first: 1, filter: { kind: { eq: SALE } }) { nodes { id } } } } }`);
    const [invoice] = invoices.nodes;
    const owner = await server.as('OWNER');
    const { claimOpen } = await owner.data<{ claimOpen: { claim: unknown; userErrors: unknown[] } }>(
      `mutation ($input: ClaimOpenInput!) { claimOpen(input: $input) { claim { id outcome } userErrors { code message path } } }`,
      {
        input: {
          customerId: invoice!.customer.id,
          invoiceId: invoice!.id,
          kind: 'REPAIR',
          lines: [{ lineId: invoice!.invoiceLines.nodes[0]!.id, quantity: 1 }],
        },
      },
    );
    expect(claimOpen.userErrors).toEqual([]);
    const judged = async (months: number) => {
      const { result } = await ended(await start({ policyId, terms: [returnsWithin(30), warranty(months)] }));
      const [repairs] = result!.claims;
      expect(repairs!.kind).toBe('REPAIR');
      const having = (side: 'before' | 'after') => repairs!.outcomes.find((each) => each[side].claims > 0)!.outcome;
      return { before: having('before'), after: having('after'), winners: result!.winners.claims };
    };
    expect(await judged(600)).toEqual({ before: 'NOT_COVERED', after: 'ALLOWED', winners: 1 });
    expect(await judged(1)).toEqual({ before: 'NOT_COVERED', after: 'REFUSED', winners: 0 });
    // and what no promise spoke of is a gap
    const { policyGaps } = await manager.data<{ policyGaps: { kind: string; claims: number }[] }>(
      '{ policyGaps { kind claims } }',
    );
    expect(policyGaps.filter(({ kind }) => kind === 'warranty')).toEqual([{ kind: 'warranty', claims: 1 }]);
    // what was asked for by a name that nobody promises is a gap that tells the name
    const named = await owner.data<{ claimOpen: { userErrors: unknown[] } }>(
      `mutation ($input: ClaimOpenInput!) { claimOpen(input: $input) { userErrors { code message path } } }`,
      {
        input: {
          customerId: invoice!.customer.id,
          invoiceId: invoice!.id,
          kind: 'SERVICE',
          lines: [
            {
              lineId: invoice!.invoiceLines.nodes[0]!.id,
              quantity: 1,
              details: { exclusions: { matter: ['Piano tuning'] } },
            },
          ],
        },
      },
    );
    expect(named.claimOpen.userErrors).toEqual([]);
    const told = await manager.data<{ policyGaps: { kind: string; asked: string[]; claims: number }[] }>(
      '{ policyGaps { kind asked claims } }',
    );
    expect(told.policyGaps.filter(({ asked }) => asked.length > 0)).toEqual([
      { kind: 'exclusions', asked: ['Piano tuning'], claims: 1 },
    ]);
  });
});
