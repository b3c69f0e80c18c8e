import { z } from 'zod';
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
    /** The words and hours as they were at the sale; null only until the next start freezes an old row. */
    snapshotId: f.ref('PromiseSnapshot', { nullable: true, write: 'never' }),
    /** What was true of the customer and the goods at the sale; see `FrozenFacts`. */
    facts: f.json(z.record(z.string(), z.unknown()), { nullable: true, write: 'never' }),
    /** SHA-256 over all of it: whoever changes a frozen promise is found out. */
    hash: f.text({ max: 64, nullable: true, write: 'never' }),
  },
});

/** The words of a version, frozen with the hours they count by (S1); many purchases share one. */
export const promiseSnapshot = entity('PromiseSnapshot', {
  plural: 'promiseSnapshots',
  owner: 'reference',
  fields: {
    hash: f.text({ max: 64, write: 'never' }),
    policyId: f.ref('Policy', { write: 'never' }),
    policyVersionId: f.ref('PolicyVersion', { write: 'never' }),
    body: f.json(z.record(z.string(), z.unknown()), { write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
  },
});

/** A purchase moved to another version of its policy: no term got worse, or the customer consented (S1). */
export const promiseMove = entity('PromiseMove', {
  plural: 'promiseMoves',
  owner: 'customer',
  fields: {
    entitlementId: f.ref('Entitlement', { filter: true, write: 'never' }),
    fromSnapshotId: f.ref('PromiseSnapshot', { write: 'never' }),
    toSnapshotId: f.ref('PromiseSnapshot', { write: 'never' }),
    at: f.instant({ sort: true, write: 'never' }),
    by: f.text({ max: 200, pii: 'indirect', write: 'never' }),
    /** What got worse, as `Cut`s; empty where nothing did. */
    cuts: f.json(z.array(z.unknown()), { write: 'never' }),
    /** Who of the customer's side agreed. */
    consentBy: f.text({ max: 200, pii: 'direct', nullable: true, write: 'never' }),
    consentOn: f.date({ nullable: true, write: 'never' }),
    consentNote: f.text({ max: 2000, pii: 'indirect', nullable: true, write: 'never' }),
  },
});

export type Entitlement = Infer<typeof entitlement>;
