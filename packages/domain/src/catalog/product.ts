import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

export const COMPLEXITIES = ['LOW', 'MEDIUM', 'HIGH'] as const;

/**
 * Something sold: ours, or a partner's when `partnerId` is set. How complex it is decides how far the service reaches
 * (服務的範圍、程度, C12).
 */
export const product = entity('Product', {
  plural: 'products',
  owner: 'reference',
  fields: {
    code: f.text({ max: 60, share: 'grantable', filter: true, sort: true, write: 'create' }),
    name: f.text({ max: 500, share: 'grantable', filter: true, sort: true }),
    category: f.text({ max: 80, share: 'grantable', filter: true, nullable: true }),
    complexity: f.enum('ProductComplexity', COMPLEXITIES, { share: 'grantable', filter: true }),
    /** Latest price asked; null where nobody has said one. */
    price: f.unitPrice({ filter: true, nullable: true }),
    currency: f.text({ max: 3, share: 'always', write: 'create' }),
    partnerId: f.ref('Partner', { filter: true, nullable: true }),
    /** What comes with it at no extra price: service built into the product (多訂幾個扣子, C20). */
    extras: f.textList({ max: 20, share: 'grantable' }),
    /** A spare part (零部件, C18): used in maintenance and repair, at the price it has here. */
    isPart: f.bool({ filter: true }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ sort: true, write: 'never' }),
  },
});

export type Product = Infer<typeof product>;
