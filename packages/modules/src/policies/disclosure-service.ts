import { beginningOf, businessNow, latestMoment } from '@perennial/domain/shared/business-clock';
import { fees } from '@perennial/domain/policies/kinds/fees';
import type { PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import { addDays } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import type { WriteContext } from '@perennial/kernel/write/context';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { lastSoldBy } from '../sales/index.ts';
import { promisesOf, storedById, type Promised } from './snapshot-service.ts';
import { policyVersions, promiseMoves } from './table.ts';

type Move = typeof promiseMoves.$inferSelect;

/**
 * What of its promises the customer of a purchase could know before they bought, which alone may lay a charge on them
 * (S2, 收費標準事先公開). A version is known if it was published by the moment of the purchase, both on the business's own
 * clock: whatever day it is dated back to, nobody could know of it before. A purchase that was moved to another version
 * knows that one if the customer consented to what it charges, else what it held before if it knew that. The rest is left
 * out, so that nothing undisclosed is taken for disclosed. Errors: `SNAPSHOT_ALTERED`.
 *
 * @param purchase with `at`, the moment (ISO) of the purchase.
 * @param asked when the customer made the claim that is charged: nothing they consented to afterwards counts for it.
 */
export async function promisesKnown(
  orm: Orm,
  purchase: { customerId: string; invoiceId: string; at: string },
  asked?: Date,
): Promise<Promised[]> {
  const promises = await promisesOf(orm, purchase);
  if (promises.length === 0) return [];
  const moved = and(
    eq(promiseMoves.customerId, purchase.customerId),
    inArray(
      promiseMoves.entitlementId,
      promises.map(({ entitlementId }) => entitlementId),
    ),
  );
  const moves = await orm
    .select()
    .from(promiseMoves)
    .where(moved)
    .orderBy(desc(promiseMoves.at), desc(promiseMoves.id));
  const before = await storedById(
    orm,
    moves.map(({ fromSnapshotId }) => fromSnapshotId),
  );
  /** Every wording the purchase has held, the newest first, and whether the customer consented to its charges. */
  const wordings = promises.map((promise) => {
    const mine = moves.filter(({ entitlementId }) => entitlementId === promise.entitlementId);
    const earlier = mine.map(({ fromSnapshotId }): Promised => {
      const { hash, body } = before.get(fromSnapshotId)!;
      return { ...promise, policyVersionId: body.versionId, snapshot: body, snapshotHash: hash };
    });
    const held = [promise, ...earlier];
    return held.map((known, index) => {
      const move = mine[index];
      const inTime = move !== undefined && (asked === undefined || move.at <= asked);
      return { known, consented: inTime && toCharges(move, held[index + 1]!.snapshot, known.snapshot) };
    });
  });
  const published = await publishedBy(
    orm,
    wordings.flat().map(({ known }) => known.policyVersionId),
    new Date(purchase.at),
  );
  return wordings.flatMap(
    (each) => each.find(({ known, consented }) => consented || published.has(known.policyVersionId))?.known ?? [],
  );
}

/**
 * Whether the customer consented to what the version charges: that it charges more than could be charged before was told
 * when the move was weighed, and is recorded with it, or its amounts were told to be in another currency. A consent to
 * anything else discloses no fee.
 */
const toCharges = ({ consentOn, cuts }: Move, before: PromiseSnapshot, after: PromiseSnapshot): boolean =>
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
