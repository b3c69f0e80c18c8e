import { randomUUID } from 'node:crypto';
import { customersModule } from '@perennial/modules/customers/index';
import { auditModule } from '@perennial/modules/audit/index';
import type { GraphQLClient } from '@perennial/testkit/server/graphql-client';
import { testServer } from '@perennial/testkit/server/test-server';
import { beforeAll, describe, expect, it } from 'vitest';

let owner: GraphQLClient;
beforeAll(async () => {
  const server = await testServer({ modules: [customersModule, auditModule] });
  owner = await server.as('OWNER');
});

const trail = async () => {
  const { auditEvents } = await owner.data<{ auditEvents: { nodes: { operation: string; after: unknown }[] } }>(
    '{ auditEvents(first: 50, orderBy: SEQ_ASC) { nodes { operation subject actorName after } } }',
  );
  return auditEvents.nodes.filter(({ after }) => (after as { refused?: string } | null)?.refused);
};

describe('the trail shows the attempt at a write', () => {
  const update =
    'mutation Rename($input: CustomerUpdateInput!) { customerUpdate(input: $input) { userErrors { code } } }';
  it.each([
    ['with a value that is none', update, { input: { id: 'Customer_7', version: 30_000_000_000 } }, 'BAD_USER_INPUT'],
    ['with a field that does not exist', update, { input: { id: 'Customer_7', colour: 'red' } }, 'BAD_USER_INPUT'],
    [
      'that is spelled wrongly in the document itself',
      'mutation { customerUpdate(input: { id: "Customer_7", colour: 1 }) { userErrors { code } } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s, once, without what was sent', async (_what, document, variables, code) => {
    const before = await trail();
    const answer = await owner.ask(document, variables);
    expect([answer.data ?? null, answer.errors?.[0]?.extensions.code]).toEqual([null, code]);
    const left = (await trail()).slice(before.length);
    expect(left).toMatchObject([{ operation: 'customerUpdate', after: { refused: code, path: 'variables' } }]);
    expect(JSON.stringify(left)).not.toMatch(/red|30000000000/);
  });

  it('of a row, under its id', async () => {
    const id = `Customer_${randomUUID()}`;
    await owner.ask(update, { input: { id, version: 'no number' } });
    expect((await trail()).at(-1)).toMatchObject({ subject: id });
  });

  it('and nothing of a read, of a write that nobody knows, or of one that left its own trace', async () => {
    const before = await trail();
    await owner.ask('{ customers(first: "many") { totalCount } }');
    await owner.ask('mutation { customerVanish(input: {}) { userErrors { code } } }');
    expect(await trail()).toHaveLength(before.length);
    await owner.ask(update, { input: { id: 'Customer_999', version: 1 } });
    expect(await trail()).toHaveLength(before.length + 1);
  });
});
