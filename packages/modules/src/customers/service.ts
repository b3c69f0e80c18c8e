import { sameVersion } from '@perennial/kernel/write/version';
import type { Customer } from '@perennial/domain/customers/customer';
import { checkSegments } from '@perennial/domain/customers/segments';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { eq } from 'drizzle-orm';
import { lockCustomer, type Ref } from './rows.ts';
import { customerNumbers, customers } from './table.ts';

export type NewCustomer = Partial<Customer> & Pick<Customer, 'number'>;
export type CustomerChange = Partial<Customer>;

/** Opens a customer file by hand, as a rule for a prospect (潛在客戶, C49). Errors: `NUMBER_TAKEN`, `SEGMENT_BY_NAME`. */
export async function createCustomer(ctx: WriteContext, input: NewCustomer): Promise<Ref> {
  checkSegments(input.segment === undefined ? [] : [input.segment], ['segment']);
  const customerId = newId();
  await claimNumber(ctx.tx, input.number, customerId);
  await ctx.tx.insert(customers).values({
    ...input,
    customerId,
    kind: input.kind ?? 'UNKNOWN',
    country: input.country ?? 'Unspecified',
    region: input.region ?? input.country ?? 'Unspecified',
    segment: input.segment ?? 'PROSPECT',
    segmentSource: input.segment ? 'MANUAL' : 'AUTOMATIC',
    stage: input.stage ?? 'PROSPECT',
    since: input.since ?? ctx.asOf,
    currency: ctx.currency,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  ctx.audit({ subject: `Customer_${customerId}`, after: input });
  await ctx.hook('customers.changed', { customerIds: [customerId] });
  return { customerId };
}

async function claimNumber(tx: Orm, number: string, customerId: string): Promise<void> {
  const claimed = await tx.insert(customerNumbers).values({ number, customerId }).onConflictDoNothing().returning();
  if (claimed.length) return;
  throw new DomainError(
    'NUMBER_TAKEN',
    `There already is a customer with the number ${number}; open that one or choose another number.`,
    {
      path: ['number'],
      params: { number },
    },
  );
}

/**
 * Changes what people may change on a customer. A segment set by hand is never overwritten by the system again.
 * Errors: `NOT_FOUND`, `VERSION_CONFLICT`, `SEGMENT_BY_NAME`.
 */
export async function updateCustomer(
  ctx: WriteContext,
  ref: Ref,
  version: number,
  change: CustomerChange,
): Promise<Ref> {
  const before = await lockCustomer(ctx.tx, ref);
  sameVersion(before, version);
  checkSegments(change.segment === undefined ? [] : [change.segment], ['segment'], [before.segment]);
  const byHand =
    change.segment !== undefined && change.segment !== before.segment ? { segmentSource: 'MANUAL' as const } : {};
  await ctx.tx
    .update(customers)
    .set({ ...change, ...byHand, version: before.version + 1, updatedAt: ctx.now })
    .where(eq(customers.customerId, before.customerId));
  const changed = Object.keys(change) as (keyof CustomerChange)[];
  ctx.audit({
    subject: `Customer_${before.customerId}`,
    before: Object.fromEntries(changed.map((key) => [key, before[key]])),
    after: change,
  });
  await ctx.hook('customers.changed', { customerIds: [before.customerId] });
  return { customerId: before.customerId };
}

/** The number people know a customer by. Errors: `NOT_FOUND`. */
export async function customerNumber(tx: Orm, customerId: string): Promise<string> {
  const [row] = await tx
    .select({ number: customers.number })
    .from(customers)
    .where(eq(customers.customerId, customerId));
  if (!row)
    throw new DomainError('NOT_FOUND', 'There is no such customer.', { path: ['id'], params: { what: 'customer' } });
  return row.number;
}
