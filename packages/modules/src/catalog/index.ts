import { product } from '@perennial/domain/catalog/product';
import { model } from '@perennial/kernel/graphql/model';
import { defineModule } from '@perennial/kernel/registry/module';
import { mutations, queries } from './graphql.ts';
import { products } from './table.ts';

export { productExtras, type ProductExtras } from './extras.ts';
export {
  holdProducts,
  productKeys,
  productsById,
  productsOfBatch,
  removeProductsOfBatch,
  takeInProducts,
} from './service.ts';
export { productTraits } from './traits.ts';

/** What is sold: by us, and by partners. */
export const catalogModule = defineModule({
  name: 'catalog',
  models: [model(product, products, { root: true, search: ['code', 'name'], defaultOrder: 'CODE_ASC' })],
  mutations,
  queries,
});
