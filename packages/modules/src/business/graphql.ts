import { businessSettings } from '@perennial/domain/business/business';
import { f } from '@perennial/domain/shared/fields';
import { mutation, named, query } from '@perennial/kernel/graphql/operations';
import { frameOf } from '@perennial/kernel/write/business';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { z } from 'zod';
import { readBusiness, updateBusiness, type BusinessRow } from './service.ts';

const settings = named(
  'Business',
  z.object({
    ...businessSettings.shape,
    /** The day figures count from: `asOf`, or today where the business is. */
    effectiveAsOf: f.date({}),
    /** The latest day it has been at: offers, charges, service points and what ends count from here, not from an earlier `asOf`. */
    latestDay: f.date({}),
    version: z.int32(),
  }),
);

const told = (row: BusinessRow, { asOf, latestDay }: Pick<BusinessFrame, 'asOf' | 'latestDay'>) => ({
  name: row.name,
  asOf: row.asOf,
  effectiveAsOf: asOf,
  latestDay,
  currency: row.currency,
  timezone: row.timezone,
  version: row.version,
});

export const businessQueries = [
  query({
    name: 'business',
    description: "The business's own settings.",
    roles: null,
    args: z.object({}),
    returns: settings,
    handle: async (ctx) => told(await readBusiness(ctx.db.orm), ctx),
  }),
];

export const businessMutations = [
  mutation({
    name: 'businessUpdate',
    description: "Changes the business's settings; what is left out stays. asOf: null counts from today again.",
    roles: ['OWNER'],
    input: z.object({ version: z.int32(), ...businessSettings.partial().shape }),
    payload: { business: settings },
    handle: async (ctx, { version, ...change }) => {
      const row = await updateBusiness(ctx, version, change);
      return { business: told(row, frameOf(row, ctx.now)) };
    },
  }),
];
