import { expect, test } from 'vitest';
import { customersModule } from '@perennial/modules/customers/index';
import { testServer } from './test-server.ts';

test('staff write and read over HTTP; whoever is not signed in is turned away', async () => {
  const server = await testServer({ modules: [customersModule] });
  const agent = await server.as('AGENT');
  const create = `mutation ($input: CustomerCreateInput!) {
    customerCreate(input: $input) { customer { number segment } userErrors { code } } }`;
  expect(await agent.data(create, { input: { number: 'A-1' } })).toEqual({
    customerCreate: { customer: { number: 'A-1', segment: 'PROSPECT' }, userErrors: [] },
  });
  const list = '{ customers(first: 5) { totalCount nodes { number } } }';
  const auditor = await server.as('AUDITOR');
  expect(await auditor.data(list)).toEqual({ customers: { totalCount: 1, nodes: [{ number: 'A-1' }] } });
  await server.settle();

  const turnedAway = await server.stranger.ask(list);
  expect(turnedAway.data ?? null).toBeNull();
  expect(turnedAway.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
