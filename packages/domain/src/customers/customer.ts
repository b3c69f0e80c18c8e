import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

export const CUSTOMER_STAGES = ['PROSPECT', 'NEW', 'ACTIVE', 'COOLING', 'LOST'] as const;

/** Segments that the system assigns by itself; a business may write its own besides. */
export const AUTOMATIC_SEGMENTS = ['KEY', 'STANDARD', 'PROSPECT'] as const;

/** The customer file (客戶檔案, C35); prospects (潛在客戶, C49) are customers at stage PROSPECT. */
export const customer = entity('Customer', {
  plural: 'customers',
  owner: 'customer',
  fields: {
    number: f.text({ max: 60, share: 'grantable', pii: 'indirect', filter: true, sort: true, write: 'create' }),
    kind: f.enum('CustomerKind', ['PERSON', 'ORGANISATION', 'UNKNOWN'], { share: 'grantable', filter: true }),
    name: f.text({ max: 200, share: 'grantable', pii: 'direct', filter: true, nullable: true }),
    country: f.text({ max: 80, share: 'grantable', filter: true }),
    region: f.text({ max: 80, share: 'grantable', filter: true, sort: true }),
    segment: f.text({ max: 60, share: 'grantable', filter: true, sort: true }),
    segmentSource: f.enum('SegmentSource', ['AUTOMATIC', 'MANUAL'], { filter: true, write: 'never' }),
    stage: f.enum('CustomerStage', CUSTOMER_STAGES, { share: 'grantable', filter: true }),
    internalNote: f.longText({ share: 'never', pii: 'indirect', nullable: true }),
    since: f.date({ share: 'grantable', filter: true, sort: true, write: 'create' }),
    /** In which `value` is: what is sold to them in another one is not in it. */
    currency: f.text({ max: 3, share: 'always', filter: true, write: 'never' }),
    value: f.money({ share: 'grantable', filter: true, sort: true, write: 'never' }),
    /** In whatever currency, as `lastPurchaseAt`. */
    orders: f.int({ share: 'grantable', filter: true, sort: true, write: 'never' }),
    lastPurchaseAt: f.instant({ share: 'grantable', filter: true, nullable: true, write: 'never' }),
    lastTouchAt: f.instant({ share: 'grantable', filter: true, nullable: true, write: 'never' }),
    /** 0–100; -1 while there is too little history to say. */
    health: f.int({ min: -1, max: 100, share: 'grantable', filter: true, sort: true, write: 'never' }),
    healthChange: f.int({ filter: true, sort: true, write: 'never' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ sort: true, write: 'never' }),
  },
});

export type Customer = Infer<typeof customer>;
