import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/**
 * The promise a purchase carries (服務是產品價格的一部分, C13): service is already paid for in the price, so every
 * purchase holds the version of each policy that was in force on its day, in the business's time zone.
 */
export const entitlement = entity('Entitlement', {
  plural: 'entitlements',
  owner: 'customer',
  fields: {
    invoiceId: f.ref('Invoice', { filter: true, write: 'never' }),
    policyId: f.ref('Policy', { filter: true, write: 'never' }),
    policyVersionId: f.ref('PolicyVersion', { filter: true, write: 'never' }),
    /** The day of the purchase, not the day on which the row was written. */
    grantedOn: f.date({ share: 'grantable', filter: true, sort: true, write: 'never' }),
  },
});

export type Entitlement = Infer<typeof entitlement>;
