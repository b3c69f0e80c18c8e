import { policyComment } from '@perennial/domain/policies/comment';
import { policyCut } from '@perennial/domain/policies/cut';
import { entitlement, promiseMove, promiseSnapshot } from '@perennial/domain/policies/entitlement';
import { policyFloor } from '@perennial/domain/policies/floor';
import { policy } from '@perennial/domain/policies/policy';
import { returned } from '@perennial/domain/policies/return';
import { policyVersion } from '@perennial/domain/policies/version';
import { f } from '@perennial/domain/shared/fields';
import { belongsTo, extendModel, hasMany, model, sqlField } from '@perennial/kernel/graphql/model';
import { z } from 'zod';
import {
  entitlements,
  policies,
  policyComments,
  policyCuts,
  policyFloors,
  policyVersions,
  promiseMoves,
  promiseSnapshots,
  returns,
} from './table.ts';

const toCustomer = belongsTo('Customer', { key: 'customerId' });
const toPolicy = belongsTo('Policy', { key: 'policyId', share: 'grantable' });
const toVersion = belongsTo('PolicyVersion', { key: 'policyVersionId', share: 'grantable' });

const policyModel = model(policy, policies, {
  root: true,
  search: ['name'],
  defaultOrder: 'NAME_ASC',
  relations: {
    versions: hasMany('PolicyVersion', { key: 'policyId' }),
    base: belongsTo('Policy', { key: 'baseId' }),
    variants: hasMany('Policy', { key: 'baseId' }),
  },
});

const policyVersionModel = model(policyVersion, policyVersions, {
  root: true,
  defaultOrder: 'NUMBER_DESC',
  computed: {
    /** Service points it lists, in the order in which the charter shows them. */
    pointIds: sqlField(
      f.json(z.array(z.string()), {}),
      (v) =>
        `(select coalesce(jsonb_agg('ServicePoint_' || p.id order by p.nth), '[]') from unnest(${v}.point_ids) with ordinality p (id, nth))`,
    ),
    /** Purchases that carry this version. */
    purchases: sqlField(
      f.int({}),
      (v) => `(select count(*)::int from entitlements e where e.policy_version_id = ${v}.id)`,
    ),
  },
  relations: {
    policy: toPolicy,
    cuts: hasMany('PolicyCut', { key: 'policyVersionId' }),
    comments: hasMany('PolicyComment', { key: 'policyVersionId' }),
  },
});

const ofVersion = belongsTo('PolicyVersion', { key: 'policyVersionId' });

const cutModel = model(policyCut, policyCuts, {
  root: true,
  defaultOrder: 'PROPOSED_AT_DESC',
  relations: { policyVersion: ofVersion },
});

const floorModel = model(policyFloor, policyFloors, { root: true, defaultOrder: 'CREATED_AT_ASC' });

const commentModel = model(policyComment, policyComments, {
  root: true,
  defaultOrder: 'AT_ASC',
  relations: { policyVersion: ofVersion },
});

const entitlementModel = model(entitlement, entitlements, {
  root: true,
  defaultOrder: 'GRANTED_ON_DESC',
  relations: {
    customer: toCustomer,
    invoice: belongsTo('Invoice', { key: 'invoiceId', share: 'grantable' }),
    policy: toPolicy,
    policyVersion: toVersion,
    snapshot: belongsTo('PromiseSnapshot', { key: 'snapshotId' }),
    moves: hasMany('PromiseMove', { key: 'entitlementId' }),
  },
});

const snapshotModel = model(promiseSnapshot, promiseSnapshots, {
  root: true,
  defaultOrder: 'CREATED_AT_DESC',
  relations: {
    policy: belongsTo('Policy', { key: 'policyId' }),
    policyVersion: belongsTo('PolicyVersion', { key: 'policyVersionId' }),
  },
});

const moveModel = model(promiseMove, promiseMoves, {
  defaultOrder: 'AT_DESC',
  relations: {
    from: belongsTo('PromiseSnapshot', { key: 'fromSnapshotId' }),
    to: belongsTo('PromiseSnapshot', { key: 'toSnapshotId' }),
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

export const models = [
  policyModel,
  policyVersionModel,
  cutModel,
  floorModel,
  commentModel,
  entitlementModel,
  snapshotModel,
  moveModel,
  returnModel,
];

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
