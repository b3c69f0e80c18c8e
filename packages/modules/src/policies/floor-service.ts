import { checkFloor, type Floor } from '@perennial/domain/policies/floor';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { and, eq, sql } from 'drizzle-orm';
import { notFound } from './rows.ts';
import { policyFloors } from './table.ts';

type Setting = Pick<WriteContext, 'tx' | 'now' | 'audit' | 'actor'>;

/**
 * Sets what no version may go below (S11); one floor per field, row and cell, a new one takes the old one's place. What
 * is published already stays as it is. Errors: those of `checkFloor`.
 */
export async function setFloor(ctx: Setting, floor: Floor): Promise<string> {
  checkFloor(floor);
  const before = await ctx.tx
    .delete(policyFloors)
    .where(
      and(
        eq(policyFloors.kind, floor.kind),
        eq(policyFloors.field, floor.field),
        sql`coalesce(${policyFloors.row}, '') = ${floor.row ?? ''}`,
        sql`coalesce(${policyFloors.cell}, '') = ${floor.cell ?? ''}`,
      ),
    )
    .returning();
  const id = newId();
  await ctx.tx.insert(policyFloors).values({ ...floor, id, setBy: ctx.actor.email, createdAt: ctx.now });
  ctx.audit({ subject: `PolicyFloor_${id}`, before: before[0] ?? null, after: floor });
  return id;
}

/** Errors: `NOT_FOUND`. */
export async function removeFloor(ctx: Setting, id: string): Promise<void> {
  const [before] = await ctx.tx.delete(policyFloors).where(eq(policyFloors.id, id)).returning();
  if (!before) throw notFound('PolicyFloor');
  ctx.audit({ subject: `PolicyFloor_${id}`, before });
}
