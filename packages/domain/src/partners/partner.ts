import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';

/** A company that serves some of the same customers (互補者): reference data, never a customer's own row. */
export const partner = entity('Partner', {
  plural: 'partners',
  owner: 'reference',
  fields: {
    name: f.text({ max: 200, filter: true, sort: true }),
    website: f.text({ max: 300, nullable: true }),
    contactEmail: f.text({ max: 254, pii: 'direct', nullable: true }),
    note: f.longText({ nullable: true }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

/** Complementor, competitor, or both at once: the value net (價值網, C59) allows one company to be either per product. */
export const PARTNER_ROLES = ['COMPLEMENTOR', 'COMPETITOR', 'BOTH'] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];

export const partnerProductRole = entity('PartnerProductRole', {
  plural: 'partnerProductRoles',
  owner: 'reference',
  fields: {
    partnerId: f.ref('Partner', { filter: true, write: 'create' }),
    productId: f.ref('Product', { filter: true, nullable: true, write: 'create' }),
    category: f.text({ max: 120, filter: true, nullable: true, write: 'create' }),
    role: f.enum('PartnerRole', PARTNER_ROLES, { filter: true }),
    reason: f.text({ max: 300, nullable: true }),
    createdAt: f.instant({ sort: true, write: 'never' }),
  },
});

export type Partner = Infer<typeof partner>;

export interface RoleScope {
  productId: string | null;
  category: string | null;
}

/** A role is about one product or one category, never both and never neither; else `ROLE_SCOPE`. */
export function checkRoleScope(scope: RoleScope): void {
  if ((scope.productId === null) === (scope.category === null)) {
    throw new DomainError('ROLE_SCOPE', 'Say what the role is about: choose either one product or one category.', {
      path: [scope.productId === null ? 'category' : 'productId'],
    });
  }
}

/** What a partner is for a product: a role set for the product itself goes before one set for its category. */
export function roleForProduct(
  product: { id: string; category: string | null },
  roles: readonly (RoleScope & { role: PartnerRole })[],
): PartnerRole | null {
  const own = roles.find((r) => r.productId === product.id);
  const general = roles.find((r) => r.productId === null && r.category !== null && r.category === product.category);
  return (own ?? general)?.role ?? null;
}
