import { customer } from '@perennial/domain/customers/customer';
import { consent, contact, touchpoint } from '@perennial/domain/customers/relationship';
import { hasMany, model } from '@perennial/kernel/graphql/model';
import { defineModule } from '@perennial/kernel/registry/module';
import { z } from 'zod';
import { reckonIn } from './everybody.ts';
import { customerMutations, customerQueries } from './graphql.ts';
import { consents, contacts, customers, touchpoints } from './table.ts';

export { becameBuyer, buyerOf, type Buyer } from './buyer.ts';
export { customerIdsAfter, segmentByValue, setHealth, setTotals, type CustomerHealth } from './everybody.ts';
export { customerCounts, knownAs, numbersOf, type CustomerCounts } from './figures.ts';
export {
  customerKeys,
  customersOfBatch,
  customersToChange,
  removeCustomersOfBatch,
  customersChangedSince,
  restoreCustomers,
  takeInCustomers,
} from './intake-service.ts';
export { addTouchpoint, recordConsent } from './relationship-service.ts';
export { customerNumber } from './service.ts';
export { customerCurrencies, customerNames, customerTraits } from './traits.ts';

const moving = z.object({ to: z.string() });

/** Customers and prospects, who they are and what passed between us (C35, C49). */
export const customersModule = defineModule({
  name: 'customers',
  models: [
    model(customer, customers, {
      root: true,
      search: ['number', 'name'],
      defaultOrder: 'VALUE_DESC',
      relations: {
        contacts: hasMany('Contact', { share: 'grantable' }),
        consents: hasMany('Consent'),
        touchpoints: hasMany('Touchpoint', { share: 'grantable' }),
      },
    }),
    model(contact, contacts, { defaultOrder: 'CREATED_AT_ASC' }),
    model(consent, consents, { defaultOrder: 'GIVEN_AT_DESC' }),
    model(touchpoint, touchpoints, { root: true, defaultOrder: 'AT_DESC' }),
  ],
  queries: customerQueries,
  mutations: customerMutations,
  inTransaction: {
    'business.currency': async (tx, payload) => reckonIn(tx, moving.parse(payload).to),
  },
});
