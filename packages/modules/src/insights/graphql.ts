import { ATTENTION_KINDS } from '@perennial/domain/insights/attention';
import { HEALTH_BUCKETS } from '@perennial/domain/insights/health-buckets';
import { targetSchema } from '@perennial/domain/insights/target';
import { f } from '@perennial/domain/shared/fields';
import { named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { readDealings } from './dealings-service.ts';
import { readHome } from './service.ts';

const target = named('FigureTarget', targetSchema);
const money = z.int();
const count = z.int32();

const attentionItem = named(
  'AttentionItem',
  z.object({
    kind: named('AttentionKind', z.enum(ATTENTION_KINDS)),
    code: z.string(),
    params: z.record(z.string(), z.unknown()),
    dueOn: z.string().nullable(),
    amount: money,
    target,
  }),
);

const curve = named(
  'RevenueCurve',
  z.object({
    customers: count,
    revenue: money,
    headPercent: count,
    head: count,
    headValue: money,
    /** Customers who are not in it, or not wholly, because they buy in other currencies. */
    elsewhere: count,
    points: z.array(named('CurvePoint', z.object({ customers: count, revenue: money }))),
    /** The customers of the head, and all who brought anything; null while more is on record than was known on the day. */
    target: target.nullable(),
    everybody: target.nullable(),
  }),
);

const month = named(
  'RevenueMonth',
  z.object({ month: z.string(), revenue: money, returns: money, revenueTarget: target, returnsTarget: target }),
);

const health = named(
  'HealthBucketCount',
  z.object({
    bucket: named('HealthBucket', z.enum(HEALTH_BUCKETS.map((each) => each.name))),
    from: count,
    to: count,
    customers: count,
    target,
  }),
);

const figure = named(
  'NamedCount',
  z.object({
    name: named('CountName', z.enum(['CUSTOMERS', 'PROSPECTS', 'COOLING', 'LOST', 'OPEN_WARNINGS', 'ACTIVE_PLANS'])),
    count,
    target,
  }),
);

export const queries = [
  query({
    name: 'home',
    description:
      'What needs attention today, the 80/20 curve, revenue and returns by month, health and counts, all as of the ' +
      'as-of date. Amounts are minor units of `currency`, of goods alone: fees count neither way, nor does what ' +
      'was sold in another currency (`elsewhere`). Every figure carries ' +
      'the list behind it.',
    roles: null,
    args: z.object({}),
    returns: named(
      'Home',
      z.object({
        asOf: z.string(),
        /** The day by which what needs attention is judged; after `asOf` while somebody looks back. */
        standsOn: z.string(),
        currency: z.string(),
        attention: z.array(attentionItem),
        curve,
        months: z.array(month),
        /** Invoices of these months in other currencies, which are not in them. */
        invoicesElsewhere: count,
        health: z.array(health),
        counts: z.array(figure),
      }),
    ),
    handle: (ctx) => readHome(ctx),
  }),
  query({
    name: 'dealings',
    description: 'What the business has had to do with customers so far, and what follows for its settings.',
    roles: null,
    args: z.object({}),
    returns: named(
      'Dealings',
      z.object({
        /** A policy was published, a quote sent or something sold: the currency stays (CURRENCY_FIXED). */
        currencyFixed: z.boolean(),
        /** Of the newest purchase or return on record, in the business's zone; null where there is none. */
        newestDay: f.date({ nullable: true }),
      }),
    ),
    handle: (ctx) => readDealings(ctx),
  }),
];
