import type { PromisedPurchase } from '@perennial/domain/fulfilment/plan';
import { extrasSold } from '@perennial/domain/policies/snapshot';
import type { Orm } from '@perennial/kernel/db/database';
import { noSuch } from '@perennial/kernel/db/owned';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { productsById } from '../catalog/index.ts';
import { promisesOf } from '../policies/index.ts';
import { purchaseOf, type PurchaseRef } from '../sales/index.ts';

export type Purchase = PurchaseRef;

/**
 * The purchase with what it was promised, as the planner reads it, whether tasks were opened for it or not: the maintenance
 * schedule of an entitlement (C18) is there for every purchase ever imported. What the products bring along is frozen with
 * the promises. Errors: `NOT_FOUND` where it is no purchase.
 */
export async function promisedPurchase(
  orm: Orm,
  purchase: Purchase,
  frame: Pick<BusinessFrame, 'timezone'>,
): Promise<PromisedPurchase & { imported: boolean }> {
  const sale = await purchaseOf(orm, purchase);
  if (!sale) throw noSuch('purchase', 'invoiceId');
  const promises = await promisesOf(orm, purchase);
  const products = await productsById(
    orm,
    sale.goods.flatMap((each) => each.productId ?? []),
  );
  return {
    timeZone: frame.timezone,
    at: sale.at,
    imported: sale.imported,
    goods: sale.goods.map(({ code, description, productId, quantity, deliveredOn }) => ({
      code,
      name: description,
      quantity,
      deliveredOn,
      extras: extrasSold(promises, code, (productId === null ? undefined : products.get(productId)?.extras) ?? []),
    })),
    promises,
  };
}
