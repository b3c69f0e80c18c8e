import { accessReceipt } from '@perennial/domain/partners/access-receipt';
import { agreement } from '@perennial/domain/partners/agreement';
import { apiKey } from '@perennial/domain/partners/api-key';
import { partner, partnerProductRole } from '@perennial/domain/partners/partner';
import { f } from '@perennial/domain/shared/fields';
import { belongsTo, extendModel, hasMany, model, sqlField } from '@perennial/kernel/graphql/model';
import { z } from 'zod';
import { accessReceipts, agreements, apiKeys, partnerProductRoles, partners } from './table.ts';

const IN_FORCE = (a: string) =>
  `(${a}.status = 'ACTIVE' and ${a}.starts_at <= now() and (${a}.ends_at is null or ${a}.ends_at > now()))`;
const ALIVE = (s: string) => `(${s}.expires_at is null or ${s}.expires_at > now())`;

const partnerModel = model(partner, partners, {
  root: true,
  search: ['name'],
  defaultOrder: 'NAME_ASC',
  relations: {
    agreements: hasMany('Agreement', { key: 'partnerId' }),
    productRoles: hasMany('PartnerProductRole', { key: 'partnerId' }),
  },
});

const partnerProductRoleModel = model(partnerProductRole, partnerProductRoles, {
  root: true,
  relations: {
    partner: belongsTo('Partner', { key: 'partnerId' }),
    product: belongsTo('Product', { key: 'productId' }),
  },
});

const agreementModel = model(agreement, agreements, {
  root: true,
  defaultOrder: 'CREATED_AT_DESC',
  computed: {
    inForce: sqlField(f.bool({}), (a) => IN_FORCE(a)),
    /** Customers the partner can see now. */
    visibleCustomers: sqlField(
      f.int({}),
      (a) => `(case when ${IN_FORCE(a)} then
        (select count(*)::int from shared_customers s where s.agreement_id = ${a}.id and ${ALIVE('s')}) else 0 end)`,
    ),
    lastReadAt: sqlField(
      f.instant({ nullable: true }),
      (a) =>
        `(select max(r.at) from access_receipts r where r.agreement_id = ${a}.id and not r.preview and r.outcome = 'OK')`,
    ),
  },
  relations: {
    partner: belongsTo('Partner', { key: 'partnerId' }),
    keys: hasMany('ApiKey', { key: 'agreementId' }),
    receipts: hasMany('AccessReceipt', { key: 'agreementId' }),
  },
});

const apiKeyModel = model(apiKey, apiKeys, {
  root: true,
  defaultOrder: 'CREATED_AT_DESC',
  read: ['OWNER', 'POLICY_MANAGER', 'AUDITOR'],
  computed: {
    state: sqlField(
      f.enum('ApiKeyState', ['USABLE', 'REVOKED', 'EXPIRED'], {}),
      (k) =>
        `(case when ${k}.revoked_at is not null then 'REVOKED' when ${k}.expires_at <= now() then 'EXPIRED' else 'USABLE' end)`,
    ),
    // read off the receipts: a column would have every read of a partner wait for the same row
    lastUsedAt: sqlField(
      f.instant({ nullable: true }),
      (k) => `(select max(r.at) from access_receipts r where r.key_id = ${k}.id)`,
    ),
  },
  relations: { agreement: belongsTo('Agreement', { key: 'agreementId' }) },
});

const accessReceiptModel = model(accessReceipt, accessReceipts, {
  root: true,
  defaultOrder: 'AT_DESC',
  relations: {
    agreement: belongsTo('Agreement', { key: 'agreementId' }),
    key: belongsTo('ApiKey', { key: 'keyId' }),
  },
});

export const models = [partnerModel, partnerProductRoleModel, agreementModel, apiKeyModel, accessReceiptModel];

const shareSchema = z.array(
  z.object({
    agreementId: z.string(),
    partnerId: z.string(),
    partner: z.string(),
    purpose: z.string(),
    until: z.string().nullable(),
    lastReadAt: z.string().nullable(),
  }),
);

/** Looking further back for the last read of one customer would read a busy agreement's whole history. */
const LATEST_READS = 2_000;

/**
 * Who sees a customer now (C35): agreement, partner, purpose, until when, and when the partner last received the
 * customer among the latest 2,000 reads.
 */
export const customerExtension = extendModel('Customer', {
  computed: {
    sharedWith: sqlField(
      f.json(shareSchema, {}),
      (c) => `(
        select coalesce(json_agg(json_build_object(
          'agreementId', 'Agreement_' || a.id, 'partnerId', 'Partner_' || p.id, 'partner', p.name, 'purpose', a.purpose,
          'until', s.expires_at,
          'lastReadAt', (
            select max(r.at)
            from (select at, customer_ids from access_receipts
              where agreement_id = a.id and not preview and outcome = 'OK' order by at desc, id desc limit ${LATEST_READS}) r
            where s.customer_id = any (r.customer_ids))
          ) order by p.name, a.id), '[]'::json)
        from shared_customers s
        join agreements a on a.id = s.agreement_id
        join partners p on p.id = a.partner_id
        where s.customer_id = ${c}.customer_id and ${ALIVE('s')} and ${IN_FORCE('a')})`,
    ),
  },
});
