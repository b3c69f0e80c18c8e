import { whatIfEffect, whatIfRun } from '@perennial/domain/whatif/run';
import { belongsTo, hasMany, model } from '@perennial/kernel/graphql/model';
import { whatIfEffects, whatIfRuns } from './table.ts';

export const models = [
  model(whatIfRun, whatIfRuns, {
    root: true,
    defaultOrder: 'STARTED_AT_DESC',
    relations: {
      policy: belongsTo('Policy', { key: 'policyId' }),
      effects: hasMany('WhatIfEffect', { key: 'runId' }),
    },
  }),
  model(whatIfEffect, whatIfEffects, {
    root: true,
    defaultOrder: 'LOST_VALUE_DESC',
    relations: {
      customer: belongsTo('Customer', { key: 'customerId' }),
      run: belongsTo('WhatIfRun', { key: 'runId' }),
    },
  }),
];
