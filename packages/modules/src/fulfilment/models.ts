import { fulfilmentTask } from '@perennial/domain/fulfilment/task';
import { f } from '@perennial/domain/shared/fields';
import { belongsTo, extendModel, hasMany, model, sqlField } from '@perennial/kernel/graphql/model';
import { BUSINESS_DAY } from '@perennial/kernel/write/business';
import { fulfilmentTasks } from './table.ts';

export const models = [
  model(fulfilmentTask, fulfilmentTasks, {
    root: true,
    defaultOrder: 'DUE_ON_ASC',
    computed: {
      /** As `isLate` of the domain says it for the business's day: done after its last day, or not done by then. */
      late: sqlField(
        f.bool({}),
        (t) => `(${t}.status <> 'CANCELLED' and coalesce(${t}.completed_on, ${BUSINESS_DAY}) > ${t}.due_on)`,
      ),
    },
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
