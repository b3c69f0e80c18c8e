import { customer } from '@perennial/domain/customers/customer';
import { consent, contact, touchpoint } from '@perennial/domain/customers/relationship';
import { inputOf } from '@perennial/domain/shared/entity';
import { gid, mutation, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import {
  addContact,
  addTouchpoint,
  recordConsent,
  removeContact,
  removeTouchpoint,
  withdrawConsent,
} from './relationship-service.ts';
import { customerRegions, customerSegments } from './regions.ts';
import { createCustomer, updateCustomer } from './service.ts';

const CARE = ['OWNER', 'POLICY_MANAGER', 'AGENT'] as const;
// what may be written is read off the declaration: a new field needs no line here
const creatable = inputOf(customer, 'create').partial().shape;
const { version: _kept, ...changeable } = inputOf(customer, 'update').shape;
const contactFields = inputOf(contact, 'create', ['role', 'name', 'email', 'phone']).partial().shape;
const touchFields = touchpoint.fields;

export const customerQueries = [
  query({
    name: 'customerRegions',
    description: 'The regions that customers are in, each once, sorted; at most 1,000.',
    roles: null,
    args: z.object({}),
    returns: z.array(z.string()),
    handle: async (ctx) => customerRegions(ctx.db),
  }),
  query({
    name: 'customerSegments',
    description: 'The segments that customers are in, each once, sorted.',
    roles: null,
    args: z.object({}),
    returns: z.array(z.string()),
    handle: async (ctx) => customerSegments(ctx.db),
  }),
];

export const customerMutations = [
  mutation({
    name: 'customerCreate',
    description: 'Opens a customer file, as a rule for a prospect. Only the number is needed.',
    roles: CARE,
    input: z.object({ ...creatable, number: customer.fields.number }),
    payload: { customer: 'Customer' },
    handle: async (ctx, input) => ({ customer: await createCustomer(ctx, input) }),
  }),
  mutation({
    name: 'customerUpdate',
    description: 'Changes a customer file; what is left out stays. Pass the version that you read.',
    roles: CARE,
    input: z.object({ id: gid('Customer'), version: z.int32(), ...changeable }),
    payload: { customer: 'Customer' },
    handle: async (ctx, { id, version, ...change }) => ({ customer: await updateCustomer(ctx, id, version, change) }),
  }),
  mutation({
    name: 'contactAdd',
    description: 'Adds a person at the customer.',
    roles: CARE,
    input: z.object({ customerId: gid('Customer'), ...contactFields }),
    payload: { contact: 'Contact' },
    handle: async (ctx, { customerId, ...input }) => ({ contact: await addContact(ctx, customerId, input) }),
  }),
  mutation({
    name: 'contactRemove',
    description: 'Removes a person at the customer.',
    roles: CARE,
    input: z.object({ id: gid('Contact') }),
    payload: { customer: 'Customer' },
    handle: async (ctx, { id }) => {
      await removeContact(ctx, id);
      return { customer: { customerId: id.customerId } };
    },
  }),
  mutation({
    name: 'touchpointAdd',
    description: 'Records a contact with the customer, tagged CARE, INFORM or SELL.',
    roles: CARE,
    input: z.object({
      customerId: gid('Customer'),
      at: touchFields.at,
      channel: touchFields.channel,
      direction: touchFields.direction,
      tag: touchFields.tag,
      subject: touchFields.subject,
      note: touchFields.note.optional(),
    }),
    payload: { touchpoint: 'Touchpoint', customer: 'Customer' },
    handle: async (ctx, { customerId, ...input }) => {
      const added = await addTouchpoint(ctx, customerId, input);
      return { touchpoint: added, customer: { customerId: added.customerId } };
    },
  }),
  mutation({
    name: 'touchpointRemove',
    description: 'Takes a touchpoint back.',
    roles: CARE,
    input: z.object({ id: gid('Touchpoint') }),
    payload: { customer: 'Customer' },
    handle: async (ctx, { id }) => ({ customer: await removeTouchpoint(ctx, id) }),
  }),
  mutation({
    name: 'consentRecord',
    description:
      'Records that the customer lets a partner (or, without one, any partner) use their data for a purpose.',
    roles: CARE,
    input: z.object({
      customerId: gid('Customer'),
      partnerId: gid('Partner').optional(),
      purpose: consent.fields.purpose,
      expiresAt: consent.fields.expiresAt.optional(),
      source: consent.fields.source,
    }),
    payload: { consent: 'Consent' },
    handle: async (ctx, { customerId, partnerId, ...input }) => ({
      consent: await recordConsent(ctx, customerId, { ...input, partnerId: partnerId?.id }),
    }),
  }),
  mutation({
    name: 'consentWithdraw',
    description: 'Ends a consent at once.',
    roles: CARE,
    input: z.object({ id: gid('Consent') }),
    payload: { consent: 'Consent' },
    handle: async (ctx, { id }) => ({ consent: await withdrawConsent(ctx, id) }),
  }),
];
