import { beforeAll, describe, expect, it } from 'vitest';
import { openSmallShop, type Shop } from '../shop/shop.ts';
import { firstDifference } from './compare.ts';
import { staffView } from './interpret.ts';
import { loadWorld, type World } from './world.ts';

const owner = { kind: 'staff', id: 'test', email: 'owner@example.com', name: 'Owner', role: 'OWNER' } as const;

describe('the read compiler against a naive interpreter of the same declarations', () => {
  let shop: Shop;
  let world: World;

  beforeAll(async () => {
    shop = await openSmallShop();
    world = await loadWorld(shop.db, shop.registry);
  });

  it('has something to be asked about', () => {
    for (const name of [
      'Customer',
      'Invoice',
      'InvoiceLine',
      'Return',
      'Entitlement',
      'PolicyVersion',
      'Warning',
      'HealthScore',
    ]) {
      expect(world.get(name)?.length, name).toBeGreaterThan(0);
    }
  });

  it('answers 300 random staff documents alike', async () => {
    const on = { registry: shop.registry, world, view: staffView, executable: shop.engine.staff, actor: owner };
    expect(await firstDifference(on, 300, 1)).toBeNull();
  });
});
