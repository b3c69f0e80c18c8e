import type { PartnerActor } from '@perennial/kernel/auth/actor';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSmallShop, type Shop } from '../shop/shop.ts';
import { differenceOn, partnerWithEverything } from './questions.ts';
import { loadWorld } from './world.ts';

describe('the read compiler against a naive interpreter of the same declarations', () => {
  let shop: Shop;
  let partner: PartnerActor;

  beforeAll(async () => {
    shop = await openSmallShop();
    partner = await partnerWithEverything(shop);
  });

  it('has something to be asked about', async () => {
    const world = await loadWorld(shop.db, shop.registry);
    for (const name of [
      'Customer',
      'Invoice',
      'InvoiceLine',
      'Return',
      'Entitlement',
      'PolicyVersion',
      'Warning',
      'HealthScore',
      'Consent',
    ]) {
      expect(world.get(name)?.length, name).toBeGreaterThan(0);
    }
  });

  it('answers 200 random documents of staff and 100 of a partner alike', async () => {
    expect(await differenceOn(shop, partner, { staff: 200, partner: 100 }, 1)).toBeNull();
  });
});
