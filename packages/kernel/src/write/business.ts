import { eq } from 'drizzle-orm';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '../db/database.ts';
import { business } from './table.ts';
import type { BusinessFrame } from './context.ts';

/** Calendar day of a moment in a time zone, `YYYY-MM-DD`. */
export function dayIn(timezone: string, at: Date): string {
  // en-CA writes dates as ISO does
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

/**
 * As-of date, currency and zone of the business. Without an as-of date of its own it is today, where the business is.
 * Errors: `NOT_READY` before the first start has set the business up.
 */
export async function businessFrame(orm: Orm, now: Date): Promise<Omit<BusinessFrame, 'models'>> {
  const [row] = await orm.select().from(business).where(eq(business.id, 1));
  return frameOf(row, now);
}

/** The frame of a row that was read with something else. Errors: as {@link businessFrame}. */
export function frameOf(row: typeof business.$inferSelect | undefined, now: Date): Omit<BusinessFrame, 'models'> {
  if (!row) throw new DomainError('NOT_READY', 'The business has not been set up yet: start the program once.');
  const asOf = row.asOf ?? dayIn(row.timezone, now);
  const latestDay = row.latestDay !== null && row.latestDay > asOf ? row.latestDay : asOf;
  return { asOf, latestDay, currency: row.currency, timezone: row.timezone };
}

/** The business's day as SQL, for fields that the database computes: as {@link businessFrame} says it. */
export const BUSINESS_DAY = '(select coalesce(b.as_of, (now() at time zone b.timezone)::date) from business b)';

/** The latest day the business has been at as SQL: see `BusinessFrame.latestDay`. */
export const LATEST_DAY =
  '(select greatest(b.latest_day, coalesce(b.as_of, (now() at time zone b.timezone)::date)) from business b)';

export type BusinessStart = Pick<typeof business.$inferInsert, 'name' | 'asOf' | 'currency' | 'timezone' | 'locale'>;

/** Sets the business up when it is not there yet; an existing one stays as it is. */
export async function ensureBusiness(orm: Orm, start: BusinessStart, now: Date): Promise<void> {
  await orm
    .insert(business)
    .values({ ...start, id: 1, updatedAt: now })
    .onConflictDoNothing();
}
