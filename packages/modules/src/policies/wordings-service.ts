import type { Orm } from '@perennial/kernel/db/database';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { promisesOf, storedById, type Promised } from './snapshot-service.ts';
import { promiseMoves } from './table.ts';

/** What a promise of a purchase was for a time: its words, and the move by which it came to them; null since the sale. */
export interface Wording {
  promise: Promised;
  since: typeof promiseMoves.$inferSelect | null;
}

/**
 * Every wording that each promise of a purchase has had, the newest first. Each is checked against its hash; `hash` is the
 * one of what the purchase holds now. Errors: `SNAPSHOT_ALTERED`.
 *
 * @param by only those that it had by then, so that the first is the one it had.
 */
export async function wordingsOf(
  orm: Orm,
  purchase: { customerId: string; invoiceId: string },
  by?: Date,
): Promise<Wording[][]> {
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
  return promises.map((promise) => {
    const mine = moves.filter(({ entitlementId }) => entitlementId === promise.entitlementId);
    const earlier = mine.map(({ fromSnapshotId }): Promised => {
      const { hash, body } = before.get(fromSnapshotId)!;
      return { ...promise, policyVersionId: body.versionId, snapshot: body, snapshotHash: hash };
    });
    return [promise, ...earlier]
      .map((each, index): Wording => ({ promise: each, since: mine[index] ?? null }))
      .filter(({ since }) => since === null || by === undefined || since.at <= by);
  });
}

/**
 * What a purchase was promised at a moment: of each promise the words it had before it was moved the first time after that.
 * Hours are as they were frozen. Errors: `SNAPSHOT_ALTERED`.
 */
export async function promisesAt(
  orm: Orm,
  purchase: { customerId: string; invoiceId: string },
  moment: Date,
): Promise<Promised[]> {
  return (await wordingsOf(orm, purchase, moment)).map(([held]) => held!.promise);
}
