import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq } from 'drizzle-orm';
import { customers } from './table.ts';

/** What an offer and a purchase need to know of the customer. */
export interface Buyer {
  customerId: string;
  number: string;
  country: string;
  region: string;
  segment: string;
  /** Day since when they are a customer. */
  since: string;
  /** Currency in which their purchases are counted. */
  currency: string;
}

/** @throws DomainError NOT_FOUND */
export async function buyerOf(orm: Orm, customerId: string): Promise<Buyer> {
  const { number, country, region, segment, since, currency } = customers;
  const [row] = await orm
    .select({ customerId: customers.customerId, number, country, region, segment, since, currency })
    .from(customers)
    .where(eq(customers.customerId, customerId));
  if (row) return row;
  throw new DomainError('NOT_FOUND', 'The field "customerId" names no customer; choose an existing one.', {
    path: ['customerId'],
    params: { what: 'customer' },
  });
}

/** A prospect who buys is a customer from that moment on (潛在客戶, C49); health says later how good a one. */
export async function becameBuyer(tx: Orm, customerId: string, now: Date): Promise<void> {
  await tx
    .update(customers)
    .set({ stage: 'ACTIVE', updatedAt: now })
    .where(and(eq(customers.customerId, customerId), eq(customers.stage, 'PROSPECT')));
}
