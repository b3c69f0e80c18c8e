import { desk } from '@perennial/testkit/sales/desk';
import { expect, test } from 'vitest';

test('C20 what a product brings along is kept once, however often it is typed', async () => {
  const shop = await desk();
  const id = await shop.product('LAMP', { extras: ['two wall hooks', 'a bulb', ' two wall hooks '] });
  const saved = async () =>
    (
      await shop.agent.data<{ product: { version: number; extras: string[] } }>(
        'query ($id: ID!) { product(id: $id) { version extras } }',
        { id },
      )
    ).product;
  expect(await saved()).toEqual({ version: 1, extras: ['two wall hooks', 'a bulb'] });
  const change = { id, version: 1, extras: ['a bulb', 'a bulb  ', 'a shade'] };
  await shop.done('productUpdate', change, 'product { id }', shop.manager);
  expect((await saved()).extras).toEqual(['a bulb', 'a shade']);
  // nothing said leaves them
  await shop.done('productUpdate', { id, version: 2, name: 'A lamp' }, 'product { id }', shop.manager);
  expect((await saved()).extras).toEqual(['a bulb', 'a shade']);
});
