import { entitlement } from '@perennial/domain/policies/entitlement';
import { policy } from '@perennial/domain/policies/policy';
import { returned } from '@perennial/domain/policies/return';
import { policyVersion } from '@perennial/domain/policies/version';
import { f } from '@perennial/domain/shared/fields';
import { belongsTo, extendModel, hasMany, model, sqlField } from '@perennial/kernel/graphql/model';
import { entitlements, policies, policyVersions, returns } from './table.ts';

const toCustomer = belongsTo('Customer', { key: 'customerId' });
const toPolicy = belongsTo('Policy', { key: 'policyId', share: 'grantable' });
const toVersion = belongsTo('PolicyVersion', { key: 'policyVersionId', share: 'grantable' });

const policyModel = model(policy, policies, {
  root: true,
  search: ['name'],
  defaultOrder: 'NAME_ASC',
  relations: { versions: hasMany('PolicyVersion', { key: 'policyId' }) },
});

const policyVersionModel = model(policyVersion, policyVersions, {
  root: true,
  defaultOrder: 'NUMBER_DESC',
  computed: {
    /** Purchases that carry this version. */
    purchases: sqlField(
      f.int({}),
      (v) => `(select count(*)::int from entitlements e where e.policy_version_id = ${v}.id)`,
    ),
  },
  relations: { policy: toPolicy },
});

const entitlementModel = model(entitlement, entitlements, {
  root: true,
  defaultOrder: 'GRANTED_ON_DESC',
  relations: {
    customer: toCustomer,
    invoice: belongsTo('Invoice', { key: 'invoiceId', share: 'grantable' }),
    policy: toPolicy,
    policyVersion: toVersion,
  },
});

const returnModel = model(returned, returns, {
  root: true,
  search: ['code'],
  defaultOrder: 'AT_DESC',
  relations: {
    customer: toCustomer,
    invoice: belongsTo('Invoice', { key: 'invoiceId', share: 'grantable' }),
    returnLine: belongsTo('InvoiceLine', { key: 'returnLineId', share: 'grantable' }),
    saleLine: belongsTo('InvoiceLine', { key: 'saleLineId', share: 'grantable' }),
    policy: toPolicy,
    policyVersion: toVersion,
  },
});

export const models = [policyModel, policyVersionModel, entitlementModel, returnModel];

/** What policies add to the types of other areas. */
export const extensions = [
  extendModel('Customer', {
    relations: {
      entitlements: hasMany('Entitlement', { share: 'grantable' }),
      returns: hasMany('Return', { share: 'grantable' }),
    },
  }),
  extendModel('Invoice', {
    relations: { entitlements: hasMany('Entitlement', { key: 'invoiceId', share: 'grantable' }) },
  }),
];
