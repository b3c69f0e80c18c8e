import { beginningOf, businessNow, latestMoment } from '@perennial/domain/shared/business-clock';
import { fees } from '@perennial/domain/policies/kinds/fees';
import type { PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import { addDays } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import type { WriteContext } from '@perennial/kernel/write/context';
import { inArray } from 'drizzle-orm';
import { lastSoldBy } from '../sales/index.ts';
import type { Promised } from './snapshot-service.ts';
import { policyVersions } from './table.ts';
import { wordingsOf, type Wording } from './wordings-service.ts';

type Since = NonNullable<Wording['since']>;

/**
 * What of its promises the customer of a purchase could know before they bought, which alone may lay a charge on them
 * (S2, 收費標準事先公開). A version is known if it was published by the moment of the purchase, both on the business's own
 * clock: whatever day it is dated back to, nobody could know of it before. A purchase that was moved to another version
 * knows that one if the customer consented to what it charges, else what it held before if it knew that. The rest is left
 * out, so that nothing undisclosed is taken for disclosed. Errors: `SNAPSHOT_ALTERED`.
 *
 * @param purchase with `at`, the moment (ISO) of the purchase.
 * @param asked when the customer made the claim that is charged: what the purchase was moved to afterwards was no part of
 *   its promises, not even where it had been public for long.
 */
export async function promisesKnown(
  orm: Orm,
  purchase: { customerId: string; invoiceId: string; at: string },
  asked?: Date,
): Promise<Promised[]> {
  const wordings = (await wordingsOf(orm, purchase, asked)).map((held) =>
    held.map(({ promise, since }, index) => ({
      promise,
      consented: since !== null && toCharges(since, held[index + 1]!.promise.snapshot, promise.snapshot),
    })),
  );
  if (wordings.length === 0) return [];
  const published = await publishedBy(
    orm,
    wordings.flat().map(({ promise }) => promise.policyVersionId),
    new Date(purchase.at),
  );
  return wordings.flatMap(
    (each) => each.find(({ promise, consented }) => consented || published.has(promise.policyVersionId))?.promise ?? [],
  );
}

/**
 * Whether the customer consented to what the version charges: that it charges more than could be charged before was told
 * when the move was weighed, and is recorded with it, or its amounts were told to be in another currency. A consent to
 * anything else discloses no fee.
 */
const toCharges = ({ consentOn, cuts }: Since, before: PromiseSnapshot, after: PromiseSnapshot): boolean =>
  consentOn !== null && (cuts.some(({ kind }) => kind === fees.kind) || before.currency !== after.currency);

/**
 * From when on customers can know of what is published now (S2): the business's moment, but after everything that was
 * sold by then. Neither an as-of date that was set back nor a day that stands still while the clock goes on lets a fee
 * seem to have been disclosed to somebody who had bought already.
 */
export async function disclosureMoment(
  ctx: Pick<WriteContext, 'tx' | 'now' | 'asOf' | 'latestDay' | 'timezone'>,
): Promise<Date> {
  if (ctx.asOf < ctx.latestDay) return beginningOf(addDays(ctx.latestDay, 1), ctx.timezone);
  const moment = businessNow(ctx);
  const sold = await lastSoldBy(ctx.tx, latestMoment(ctx));
  return sold !== null && sold >= moment ? new Date(sold.getTime() + 1) : moment;
}

/** Which of the versions customers could know of at a moment of the business. */
async function publishedBy(orm: Orm, ids: readonly string[], moment: Date): Promise<Set<string>> {
  const rows = await orm
    .select({ id: policyVersions.id, disclosedAt: policyVersions.disclosedAt })
    .from(policyVersions)
    .where(inArray(policyVersions.id, [...new Set(ids)]));
  return new Set(rows.flatMap(({ id, disclosedAt }) => (disclosedAt !== null && disclosedAt <= moment ? id : [])));
}
