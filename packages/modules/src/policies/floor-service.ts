import { checkFloor, type Floor } from '@perennial/domain/policies/floor';
import { DomainError } from '@perennial/domain/shared/errors';
import { lockFor } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { and, eq, sql } from 'drizzle-orm';
import { notFound } from './rows.ts';
import { policyFloors } from './table.ts';

type Setting = Pick<WriteContext, 'tx' | 'now' | 'audit' | 'actor'>;

/**
 * Sets what no version may go below (S11); one floor per field, row and cell. What is published already stays as it is.
 * Errors: those of `checkFloor`, and `FLOOR_STANDS` where a floor stands there that whoever sets this one did not name.
 *
 * @param replaces the floor in whose place it is set: what a colleague set is not lowered by who never saw it.
 */
export async function setFloor(ctx: Setting, floor: Floor, replaces: string | null): Promise<string> {
  checkFloor(floor);
  await lockFor(ctx.tx, 'policies.floors');
  const [before] = await ctx.tx.select().from(policyFloors).where(isThere(floor));
  if (before && before.id !== replaces) throw standing(before);
  if (before) await ctx.tx.delete(policyFloors).where(eq(policyFloors.id, before.id));
  const id = newId();
  await ctx.tx.insert(policyFloors).values({ ...floor, id, setBy: ctx.actor.email, createdAt: ctx.now });
  ctx.audit({ subject: `PolicyFloor_${id}`, before: before ?? null, after: floor });
  return id;
}

const isThere = (floor: Floor) =>
  and(
    eq(policyFloors.kind, floor.kind),
    eq(policyFloors.field, floor.field),
    sql`coalesce(${policyFloors.row}, '') = ${floor.row ?? ''}`,
    sql`coalesce(${policyFloors.cell}, '') = ${floor.cell ?? ''}`,
  );

const standing = ({ id, setBy, reason }: typeof policyFloors.$inferSelect): DomainError =>
  new DomainError(
    'FLOOR_STANDS',
    `A floor stands there already, set by ${setBy} ("${reason}"); name it in "replaces" to set another in its place.`,
    { path: ['replaces'], params: { floorId: `PolicyFloor_${id}`, by: setBy, reason } },
  );

/** Errors: `NOT_FOUND`. */
export async function removeFloor(ctx: Setting, id: string): Promise<void> {
  const [before] = await ctx.tx.delete(policyFloors).where(eq(policyFloors.id, id)).returning();
  if (!before) throw notFound('PolicyFloor');
  ctx.audit({ subject: `PolicyFloor_${id}`, before });
}
