import { rmSync } from 'node:fs';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { rowsOf } from '@perennial/kernel/db/database';
import { dayIn } from '@perennial/kernel/write/business';
import { jobContext } from '@perennial/kernel/write/jobs';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { smallSampleFile } from '@perennial/testkit/shop/small-file';
import { decideOneByOne, totalsOf } from '@perennial/testkit/whatif/one-by-one';
import { sql } from 'drizzle-orm';
import { appendFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../importing/index.ts';
import { giveUpRuns } from './run-service.ts';

let server: TestServer;
let manager: GraphQLClient;
let policyId: string;

const returns = (days: number, more: object = {}) => ({
  id: 'returns',
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  ...more,
});
interface Run {
  id: string;
  status: string;
  total: number;
  done: number;
  failure: string | null;
  result: WhatIfResult | null;
}
interface Answer {
  whatIfRun: Run | null;
  userErrors: { code: string; path: string[] }[];
}
const RUN = 'id status total done failure result';

const start = async (input: object, by = manager) =>
  (
    await by.data<{ whatIfStart: Answer }>(
      `mutation ($input: WhatIfStartInput!) { whatIfStart(input: $input) { whatIfRun { ${RUN} } userErrors { code path } } }`,
      { input },
    )
  ).whatIfStart;

const look = async (id: string) =>
  (await manager.data<{ whatIfRun: Run }>(`query ($id: ID!) { whatIfRun(id: $id) { ${RUN} } }`, { id })).whatIfRun;

/** Asks until it has ended, as the dashboard does. */
async function ended(answer: Answer): Promise<Run> {
  expect(answer.userErrors).toEqual([]);
  for (;;) {
    const run = await look(answer.whatIfRun!.id);
    if (run.status !== 'RUNNING') return run;
    await server.settle();
  }
}

beforeAll(async () => {
  server = await testServer();
  manager = await server.as('POLICY_MANAGER');
  const file = smallSampleFile(12);
  // a return that names nobody, twice on one invoice, and one whose price cannot be
  appendFileSync(
    file,
    [
      '\n"C900001","22423","A thing",-2,"2011-06-01 10:00:00",2.50,"","France"',
      '"C900001","22424","Another",-1,"2011-06-01 10:00:00",1.00,"","France"',
      '"C900002","22423","A thing",-1,"2011-06-01 10:00:00",-2.50,"17850","France"\n',
    ].join('\n'),
  );
  try {
    await importFile(await jobContext(server.env), file, { by: 'test', fileName: 'shop.csv' });
  } finally {
    rmSync(file, { force: true });
  }
  await server.settle();
  const made = await manager.data<{
    policyCreate: { policy: { id: string }; policyVersion: { id: string; version: number } };
  }>(
    `mutation { policyCreate(input: { name: "Promise to try" }) { policy { id } policyVersion { id version } userErrors { code } } }`,
  );
  policyId = made.policyCreate.policy.id;
  const { id } = made.policyCreate.policyVersion;
  await manager.data(
    `mutation ($terms: JSON!, $id: ID!) { policyVersionSave(input: { id: $id, version: 1, terms: $terms, effectiveFrom: "2010-12-01" }) { userErrors { code } } }`,
    { id, terms: [returns(30)] },
  );
  const published = await manager.data<{ policyVersionPublish: { userErrors: unknown[] } }>(
    `mutation ($id: ID!) { policyVersionPublish(input: { id: $id, version: 2 }) { userErrors { code message } } }`,
    { id },
  );
  expect(published.policyVersionPublish.userErrors).toEqual([]);
  await server.settle();
}, 120_000);

const day = (moment: string) => dayIn('Europe/London', new Date(moment));

describe('what-if replay of all that came back', () => {
  it.each([
    ['a shorter window', [returns(7)]],
    ['a longer one', [returns(365)]],
    [
      'another for some regions',
      [returns(7), returns(300, { id: 'france', appliesTo: { regions: ['France', 'Germany'] } })],
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
        returns(7, { id: 'a', appliesTo: { segments: ['KEY'] } }),
        returns(9, { id: 'b', appliesTo: { regions: ['United Kingdom'] } }),
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
    const { result } = await ended(await start({ policyId, terms: [returns(7)] }));
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
  });

  it('names who wins and who loses, and the figures are the sum of theirs', async () => {
    const run = await ended(await start({ policyId, terms: [returns(7)] }));
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
    const run = await ended(await start({ policyId, terms: [returns(7)] }));
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
    const { result } = await ended(await start({ policyId, terms: [returns(365)] }));
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
    const before = await ended(await start({ policyId, terms: [returns(30), warranty(600)] }));
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
      const { result } = await ended(await start({ policyId, terms: [returns(30), warranty(months)] }));
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
  });

  it('writes nothing but its own rows', async () => {
    const state = () =>
      rowsOf(
        server.db.orm,
        sql`select (select count(*)::int from returns) as returns, (select max(outcome) from returns) as outcome,
          (select count(*)::int from entitlements) as entitlements, (select count(*)::int from policy_versions) as versions`,
      );
    const before = await state();
    await ended(await start({ policyId, terms: [returns(7)] }));
    expect(await state()).toEqual(before);
  });

  it('tells by the hash of the words whether the draft is still what was replayed', async () => {
    const hash = async (terms: unknown) => {
      const { whatIfRun } = await start({ policyId, terms });
      const { whatIfRun: run } = await manager.data<{ whatIfRun: { termsHash: string } }>(
        `query ($id: ID!) { whatIfRun(id: $id) { termsHash } }`,
        { id: whatIfRun!.id },
      );
      return run.termsHash;
    };
    expect(await hash([returns(7)])).toBe(await hash([returns(7)]));
    expect(await hash([returns(7)])).not.toBe(await hash([returns(8)]));
    await server.settle();
  });

  it('can be stopped; and a newer one of the same policy stops the one that runs', async () => {
    const first = await start({ policyId, terms: [returns(7)] });
    const second = await start({ policyId, terms: [returns(9)] });
    expect((await look(first.whatIfRun!.id)).status).not.toBe('RUNNING');
    const stopped = await manager.data<{ whatIfStop: Answer }>(
      `mutation ($id: ID!) { whatIfStop(input: { id: $id }) { whatIfRun { ${RUN} } userErrors { code } } }`,
      { id: second.whatIfRun!.id },
    );
    expect(stopped.whatIfStop.whatIfRun!.status).not.toBe('RUNNING');
    await server.settle();
  });

  it('one that a dying process left is given up at the next start', async () => {
    const { whatIfRun } = await start({ policyId, terms: [returns(7)] });
    const id = whatIfRun!.id.replace('WhatIfRun_', '');
    await server.db.orm.execute(sql`update what_if_runs set status = 'RUNNING' where id = ${id}::uuid`);
    await giveUpRuns({ db: server.db, now: new Date() });
    expect(await look(whatIfRun!.id)).toMatchObject({ status: 'FAILED', failure: 'INTERRUPTED' });
    await server.settle();
  });

  it('refuses what cannot be tried with the field and a remedy', async () => {
    expect((await start({ policyId })).userErrors).toMatchObject([{ code: 'WHAT_IF_NOTHING' }]);
    expect((await start({ policyId, terms: [returns(0)] })).userErrors).toMatchObject([
      { code: 'TERM_OUT_OF_RANGE', path: ['terms', '0', 'params', 'days'] },
    ]);
  });

  it('is for those who keep policies; everybody may look', async () => {
    const agent = await server.as('AGENT');
    const refused = await agent.ask(
      `mutation { whatIfStart(input: { policyId: "${policyId}", terms: [] }) { userErrors { code } } }`,
    );
    expect(JSON.stringify(refused)).toContain('FORBIDDEN');
    await expect(agent.data('{ whatIfRuns(first: 1) { totalCount } }')).resolves.toBeDefined();
  });
});
