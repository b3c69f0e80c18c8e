import { checkAsOf, checkBusiness, type BusinessSettings } from '@perennial/domain/business/business';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import type { WriteContext } from '@perennial/kernel/write/context';
import { dayIn, frameOf } from '@perennial/kernel/write/business';
import { business } from '@perennial/kernel/write/table';
import { eq } from 'drizzle-orm';

export type BusinessRow = typeof business.$inferSelect;

/** The business's own settings. */
export async function readBusiness(orm: Orm): Promise<BusinessRow> {
  const [row] = await orm.select().from(business).where(eq(business.id, 1));
  if (!row) throw new DomainError('NOT_READY', 'The business has not been set up yet: start the program once.');
  return row;
}

/**
 * Changes the business's settings; what is left out stays. Emits `business.changed`, so that areas can renew what
 * counts from the as-of date. The hooks `business.currency` and `business.timezone` let
 * areas that have told customers sums or days keep both, and what hangs on them follow otherwise.
 * An as-of date may be set back, the latest day stays noted (`BusinessFrame.latestDay`).
 * Errors: `VERSION_CONFLICT`, `TIMEZONE_UNKNOWN`, `CURRENCY_UNKNOWN`, `CURRENCY_FIXED`, `TIMEZONE_FIXED`, `AS_OF_IN_FUTURE`.
 */
export async function updateBusiness(
  ctx: WriteContext,
  version: number,
  change: Partial<BusinessSettings>,
): Promise<BusinessRow> {
  checkBusiness(change);
  const [before] = await ctx.tx.select().from(business).where(eq(business.id, 1)).for('update');
  if (before?.version !== version) {
    throw new DomainError('VERSION_CONFLICT', 'Somebody changed this meanwhile; reload it and try again.', {
      path: ['version'],
      params: { yours: version, current: before?.version },
    });
  }
  const { currency, timezone } = before;
  if (change.currency !== undefined && change.currency !== currency)
    await ctx.hook('business.currency', { currency, to: change.currency });
  if (change.timezone !== undefined && change.timezone !== timezone) await ctx.hook('business.timezone', { timezone });
  const changes = { ...before, ...change };
  if (change.asOf !== undefined) checkAsOf(changes.asOf, dayIn(changes.timezone, ctx.now));
  const latestDay = frameOf({ ...changes, latestDay: frameOf(before, ctx.now).latestDay }, ctx.now).latestDay;
  const [after] = await ctx.tx
    .update(business)
    .set({ ...change, latestDay, version: before.version + 1, updatedAt: ctx.now })
    .where(eq(business.id, 1))
    .returning();
  const changed = Object.keys(change) as (keyof BusinessSettings)[];
  ctx.audit({
    subject: 'Business',
    before: Object.fromEntries(changed.map((key) => [key, before[key]])),
    after: change,
  });
  ctx.emit('business.changed', { changed });
  return after!;
}
