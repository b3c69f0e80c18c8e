import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** A person at a customer (聯絡人); contacts beyond the buyer matter for key accounts (C42–C43). */
export const contact = entity('Contact', {
  plural: 'contacts',
  owner: 'customer',
  fields: {
    role: f.enum('ContactRole', ['BUYER', 'USER', 'DECIDER', 'FINANCE', 'OTHER'], { share: 'grantable', filter: true }),
    name: f.text({ max: 200, share: 'grantable', pii: 'direct', nullable: true }),
    email: f.text({ max: 254, share: 'grantable', pii: 'direct', nullable: true }),
    phone: f.text({ max: 40, share: 'grantable', pii: 'direct', nullable: true }),
    createdAt: f.instant({ sort: true, write: 'never' }),
  },
});

/** What a data sharing agreement and a consent may be for. */
export const SHARING_PURPOSES = ['SERVICE', 'DELIVERY', 'SUPPORT', 'JOINT_OFFER', 'ANALYTICS'] as const;

/** A customer's agreement that a partner (or, without one, any partner) uses their data for a purpose (S10). */
export const consent = entity('Consent', {
  plural: 'consents',
  owner: 'customer',
  fields: {
    partnerId: f.ref('Partner', { nullable: true, write: 'create' }),
    purpose: f.enum('SharingPurpose', SHARING_PURPOSES, { filter: true, write: 'create' }),
    status: f.enum('ConsentStatus', ['GRANTED', 'WITHDRAWN'], { filter: true }),
    givenAt: f.instant({ sort: true, write: 'create' }),
    expiresAt: f.instant({ nullable: true }),
    withdrawnAt: f.instant({ nullable: true, write: 'never' }),
    source: f.text({ max: 200, write: 'create' }),
  },
});

export const TOUCH_CHANNELS = ['VISIT', 'LETTER', 'CALL', 'EMAIL', 'SMS', 'CHAT', 'REPAIR_VISIT', 'OTHER'] as const;

/** One contact with a customer (接觸點, C27): tagged so that care is never confused with selling (C33, S12). */
export const touchpoint = entity('Touchpoint', {
  plural: 'touchpoints',
  owner: 'customer',
  fields: {
    at: f.instant({ share: 'grantable', filter: true, sort: true }),
    channel: f.enum('TouchChannel', TOUCH_CHANNELS, { share: 'grantable', filter: true }),
    direction: f.enum('TouchDirection', ['IN', 'OUT'], { share: 'grantable', filter: true }),
    tag: f.enum('TouchTag', ['CARE', 'INFORM', 'SELL'], { share: 'grantable', filter: true }),
    subject: f.text({ max: 200, share: 'grantable', pii: 'indirect' }),
    note: f.longText({ share: 'never', pii: 'indirect', nullable: true }),
    createdAt: f.instant({ write: 'never' }),
  },
});

export type Contact = Infer<typeof contact>;
export type Consent = Infer<typeof consent>;
export type Touchpoint = Infer<typeof touchpoint>;
