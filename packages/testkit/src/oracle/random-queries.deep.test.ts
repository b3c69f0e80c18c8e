import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '../databases/open-test-database.ts';
import { fillSmallShop, openShop } from '../shop/shop.ts';
import { differenceOn, partnerWithEverything } from './questions.ts';

describe.each(['pglite', 'postgres'] as const)('2,000 random documents on %s', (dialect) => {
  it('are answered as the naive interpreter answers them', async () => {
    const shop = await openShop(await openTestDatabase(dialect));
    await fillSmallShop(shop);
    const partner = await partnerWithEverything(shop);
    expect(await differenceOn(shop, partner, { staff: 1_300, partner: 700 }, 7)).toBeNull();
  });
});
