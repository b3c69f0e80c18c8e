import type { StatementEvent } from '@perennial/kernel/db/database';
import { beforeAll, describe, expect, it } from 'vitest';
import { Q1, Q2, Q3 } from '../bench/questions.ts';
import type { GraphQLClient } from '../server/graphql-client.ts';
import { testServer, type TestServer } from '../server/test-server.ts';
import { openSmallShop, type Shop } from '../shop/shop.ts';
import { askOwner, keyToEverything } from './questions.ts';

const place = { region: 'United Kingdom', segment: 'KEY' };

describe('one question, one statement', () => {
  let shop: Shop;
  let server: TestServer;
  let customerId: string;

  beforeAll(async () => {
    shop = await openSmallShop();
    server = await testServer({ db: shop.db });
    const { customers } = await askOwner<{ customers: { nodes: { id: string }[] } }>(
      shop,
      '{ customers(first: 1) { nodes { id } } }',
    );
    customerId = customers.nodes[0]?.id ?? '';
  });

  /** What the database was sent for one request; the second of two, so that signing in and planning are done. */
  async function sent(client: GraphQLClient, query: string, variables: Record<string, unknown>) {
    await client.data(query, variables);
    const statements: StatementEvent[] = [];
    const stop = shop.db.onStatement((event) => statements.push(event));
    const data = await client.data(query, variables);
    stop();
    return { data, statements };
  }

  it('Q1, one customer by id', async () => {
    const { data, statements } = await sent(await server.as('AGENT'), Q1, { id: customerId });
    expect(data).toMatchObject({ customer: { id: customerId } });
    expect(statements).toHaveLength(1);
  });

  it('Q2, a page of customers with what hangs on them', async () => {
    const { data, statements } = await sent(await server.as('AGENT'), Q2, place);
    const { nodes } = data['customers'] as { nodes: { returns: { nodes: unknown[] } }[] };
    expect(nodes.length).toBeGreaterThan(3);
    expect(statements).toHaveLength(1);
  });

  it('Q3, the same for a partner: one statement in the frame that checks the key and writes the receipt', async () => {
    const { data, statements } = await sent(server.partner(await keyToEverything(shop)), Q3, place);
    expect((data['customers'] as { nodes: unknown[] }).nodes.length).toBeGreaterThan(0);
    const [check, question, receipt, ...more] = statements.filter((event) => !event.frame);
    expect(check?.sql).toMatch(/api_keys/);
    expect(question?.sql).toMatch(/^with page0 /);
    expect(receipt?.sql).toMatch(/insert into access_receipts/);
    expect(more).toEqual([]);
  });
});
