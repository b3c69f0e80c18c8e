import type { Target } from '@perennial/domain/insights/target';
import { openShop } from '@perennial/testkit/retention/shop';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';

let server: TestServer;
let auditor: GraphQLClient;

interface Home {
  attention: { code: string; params: { count?: number }; target: Target }[];
  curve: { customers: number; head: number; target: Target | null; everybody: Target | null };
  months: { month: string; revenue: number; returns: number; revenueTarget: Target; returnsTarget: Target }[];
  health: { bucket: string; customers: number; target: Target }[];
  counts: { name: string; count: number; target: Target }[];
}

const TARGET = 'target { resource id filter }';
const HOME = `{ home { asOf currency
  attention { kind code params dueOn amount ${TARGET} }
  curve { customers revenue headPercent head headValue points { customers revenue } ${TARGET} everybody { resource id filter } }
  months { month revenue returns revenueTarget { resource id filter } returnsTarget { resource id filter } }
  health { bucket from to customers ${TARGET} }
  counts { name count ${TARGET} } } }`;

const FILTERS: Record<string, string> = {
  customers: 'CustomerFilter',
  invoices: 'InvoiceFilter',
  warnings: 'WarningFilter',
  retentionPlans: 'RetentionPlanFilter',
  returns: 'ReturnFilter',
};

/** How many rows the list behind a figure has. */
async function behind({ resource, filter }: Target): Promise<number> {
  const answer = await auditor.data<Record<string, { totalCount: number }>>(
    `query ($filter: ${FILTERS[resource]}) { ${resource}(first: 1, filter: $filter) { totalCount } }`,
    { filter },
  );
  return answer[resource]!.totalCount;
}

beforeAll(async () => {
  server = await testServer({ asOf: '2011-12-10' });
  auditor = await server.as('AUDITOR');
  const shop = await openShop(server.db);
  for (let n = 1; n <= 8; n++) {
    const id = await shop.customer(`C-${n}`);
    for (const day of ['2011-01-08', '2011-02-08', '2011-03-08']) {
      await shop.invoice(id, `${day}T10:00:00Z`, [['SALE', n * n * 1_000]]);
    }
    if (n % 2 === 0) await shop.invoice(id, '2011-04-01T10:00:00Z', [['RETURN', 500]]);
  }
  await shop.customer('prospect');
  // as an import leaves it
  await server.db.orm.execute(sql`
    update customers c set value = r.value from (
      select customer_id, sum(amount) as value from invoice_lines group by 1) r where r.customer_id = c.customer_id`);
  await (await server.as('AGENT')).data('mutation { healthRecompute(input: {}) { asOf userErrors { code } } }');
  await server.settle();
});

test('every figure leads to a list that has what the figure counts', async () => {
  const { home } = await auditor.data<{ home: Home }>(HOME);
  expect(await behind(home.curve.target!)).toBe(home.curve.head);
  expect(await behind(home.curve.everybody!)).toBe(home.curve.customers);
  for (const { customers, target } of home.health) expect(await behind(target)).toBe(customers);
  for (const { count, target } of home.counts) expect(await behind(target)).toBe(count);
  expect(home.health.find((each) => each.bucket === 'UNKNOWN')?.customers).toBe(1);
  for (const { month, revenue, returns, revenueTarget, returnsTarget } of home.months) {
    expect([month, (await behind(revenueTarget)) > 0]).toEqual([month, revenue > 0]);
    expect([month, (await behind(returnsTarget)) > 0]).toEqual([month, returns > 0]);
  }
  expect(home.attention.length).toBe(5);
  for (const { target } of home.attention) {
    const { node } = await auditor.data<{ node: { id: string } | null }>('query ($id: ID!) { node(id: $id) { id } }', {
      id: target.id,
    });
    expect(node?.id).toBe(target.id);
  }
});

test('looking back, too: what no list can be narrowed to leads nowhere', async () => {
  const { db } = server;
  // two open returns, one on each side of the day that is looked back at
  await db.orm.execute(sql`
    insert into returns (customer_id, id, invoice_id, return_line_id, code, quantity, at, outcome, status, trace)
    select l.customer_id, gen_random_uuid(), l.invoice_id, l.id, l.code, 1, i.at, 'NO_PURCHASE', 'OPEN', '[]'
    from invoice_lines l join invoices i on i.customer_id = l.customer_id and i.id = l.invoice_id
    where l.kind = 'RETURN' or i.at::date = '2011-02-08'`);
  const at = async (asOf: string) => {
    await db.orm.execute(sql`update business set as_of = ${asOf}, latest_day = '2011-12-10'`);
    return (await auditor.data<{ home: Home }>(HOME)).home;
  };
  const back = await at('2011-02-20');
  // what is still to be done is judged by the latest day all the same
  expect(await auditor.data('{ queueDay { day } }')).toEqual({ queueDay: { day: '2011-12-10' } });
  expect(back.curve).toMatchObject({ customers: 8, target: null, everybody: null });
  expect(back.attention.find(({ code }) => code === 'RETURNS_OPEN')).toMatchObject({ params: { count: 8 } });
  for (const { params, target } of back.attention.filter(({ code }) => code === 'RETURNS_OPEN')) {
    expect(await behind(target)).toBe(params.count);
  }
  for (const { customers, target } of back.health) expect(await behind(target)).toBe(customers);
  for (const { count, target } of back.counts) expect(await behind(target)).toBe(count);
  // in the middle of a month the invoices of its rest are not behind the figure
  const running = (await at('2011-02-07')).months.at(-1)!;
  expect(running).toMatchObject({ month: '2011-02', revenue: 0 });
  expect(await behind(running.revenueTarget)).toBe(0);
  const now = (await at('2011-12-10')).attention.find(({ code }) => code === 'RETURNS_OPEN')!;
  expect([now.params.count, now.target.filter]).toEqual([12, { status: { eq: 'OPEN' } }]);
});

test('whoever is not signed in sees no figure', async () => {
  const { data, errors } = await server.stranger.ask('{ home { asOf } }');
  expect(data ?? null).toBeNull();
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
