import { money } from './entry.ts';

/** How a partner's type is reached from its customer, and what its fields answer there; relations come with what is asked of them. */
export interface PartnerEntry {
  through: readonly string[];
  fields: Readonly<Record<string, unknown>>;
  relations: Readonly<Record<string, { ask: string; is: unknown }>>;
}

const ONE_INVOICE = { ask: '{ number }', is: { number: '536365' } };
const RETURN_INVOICE = { ask: '{ number }', is: { number: 'C536379' } };
const POLICY = { ask: '{ name }', is: { name: 'Thirty days' } };
const VERSION = { ask: '{ number }', is: { number: 1 } };

/** Everything that can be granted, granted. `reference` is the agreement's name for customer 1. */
export const asPartner = (reference: string): Readonly<Record<string, PartnerEntry>> => ({
  Customer: {
    through: [],
    fields: {
      id: `Customer_${reference}`,
      number: '17850',
      kind: 'PERSON',
      name: 'Ada "Countess" L.',
      country: 'United Kingdom',
      region: 'Scotland',
      segment: 'KEY',
      stage: 'COOLING',
      since: '2010-12-01',
      currency: 'GBP',
      value: money(538_812),
      orders: 34,
      lastPurchaseAt: '2011-12-09T12:50:00.123+00:00',
      lastTouchAt: '2011-12-10T09:00:00+00:00',
      health: 41,
    },
    relations: {
      contacts: {
        ask: '{ totalCount nodes { role } }',
        is: { totalCount: 2, nodes: [{ role: 'BUYER' }, { role: 'OTHER' }] },
      },
      touchpoints: { ask: '{ nodes { channel } }', is: { nodes: [{ channel: 'REPAIR_VISIT' }, { channel: 'CALL' }] } },
      invoices: { ask: '{ nodes { number } }', is: { nodes: [{ number: 'C536379' }, { number: '536365' }] } },
      entitlements: {
        ask: '{ nodes { grantedOn } }',
        is: { nodes: [{ grantedOn: '2010-12-01' }, { grantedOn: '2010-11-30' }] },
      },
      returns: { ask: '{ nodes { outcome } }', is: { nodes: [{ outcome: 'REFUSED' }, { outcome: 'NO_PURCHASE' }] } },
    },
  },
  Contact: {
    through: ['contacts'],
    fields: { role: 'BUYER', name: 'Bo', email: 'bo@ada.example', phone: '+44 1' },
    relations: {},
  },
  Touchpoint: {
    through: ['touchpoints'],
    fields: {
      at: '2011-12-10T09:00:00+00:00',
      channel: 'REPAIR_VISIT',
      direction: 'OUT',
      tag: 'CARE',
      subject: 'Lamp repaired',
    },
    relations: {},
  },
  Invoice: {
    through: ['entitlements', 'invoice'],
    fields: {
      number: '536365',
      at: '2010-12-01T08:26:00+00:00',
      kind: 'SALE',
      country: 'United Kingdom',
      currency: 'GBP',
      total: money(15_300),
      lines: 2,
    },
    relations: {
      invoiceLines: { ask: '{ nodes { code } }', is: { nodes: [{ code: '85123A' }, { code: 'POST' }] } },
      entitlements: { ask: '{ totalCount }', is: { totalCount: 1 } },
    },
  },
  InvoiceLine: {
    through: ['returns', 'saleLine'],
    fields: {
      code: '85123A',
      description: 'WHITE HANGING HEART',
      quantity: 6,
      unitPrice: 25_500,
      amount: money(15_300),
      currency: 'GBP',
      kind: 'SALE',
    },
    relations: { invoice: ONE_INVOICE, product: { ask: '{ code }', is: { code: '85123A' } } },
  },
  Product: {
    through: ['returns', 'saleLine', 'product'],
    fields: {
      code: '85123A',
      name: 'WHITE HANGING HEART',
      category: 'Decoration',
      complexity: 'HIGH',
      currency: 'GBP',
      extras: ['A ribbon', 'A hook'],
    },
    relations: {},
  },
  Entitlement: {
    through: ['entitlements'],
    fields: { grantedOn: '2010-12-01' },
    relations: { invoice: ONE_INVOICE, policy: POLICY, policyVersion: VERSION },
  },
  Return: {
    through: ['returns'],
    fields: {
      code: '85123A',
      quantity: 2,
      at: '2011-12-09T12:50:00.123+00:00',
      outcome: 'REFUSED',
      status: 'CLOSED',
      closedAt: '2011-12-10T10:00:00+00:00',
      termId: 't1',
      countedFrom: '2010-12-01',
      deadline: '2010-12-31',
    },
    relations: {
      invoice: RETURN_INVOICE,
      returnLine: { ask: '{ quantity }', is: { quantity: -2 } },
      saleLine: { ask: '{ quantity }', is: { quantity: 6 } },
      policy: POLICY,
      policyVersion: VERSION,
    },
  },
  Policy: {
    through: ['entitlements', 'policy'],
    fields: { name: 'Thirty days', description: 'Bring it back.', stage: 'AFTER_SALE' },
    relations: {},
  },
  PolicyVersion: {
    through: ['entitlements', 'policyVersion'],
    fields: { number: 1, status: 'PUBLISHED', effectiveFrom: '2010-12-01', effectiveTo: '2012-12-01' },
    relations: { policy: POLICY },
  },
});
