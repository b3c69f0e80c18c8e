import { fulfilmentTask } from '@perennial/domain/fulfilment/task';
import { belongsTo, extendModel, hasMany, model } from '@perennial/kernel/graphql/model';
import { fulfilmentTasks } from './table.ts';

export const models = [
  model(fulfilmentTask, fulfilmentTasks, {
    root: true,
    defaultOrder: 'DUE_ON_ASC',
    relations: {
      owner: belongsTo('StaffMember', { key: 'ownerId' }),
      invoice: belongsTo('Invoice', { key: 'invoiceId' }),
      policyVersion: belongsTo('PolicyVersion', { key: 'policyVersionId' }),
    },
  }),
];

/** What fulfilment adds to the types of other areas. */
export const extensions = [
  extendModel('Customer', { relations: { fulfilmentTasks: hasMany('FulfilmentTask') } }),
  extendModel('Invoice', { relations: { fulfilmentTasks: hasMany('FulfilmentTask', { key: 'invoiceId' }) } }),
];
