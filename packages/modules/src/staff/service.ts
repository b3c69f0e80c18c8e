import { DomainError } from '@perennial/domain/shared/errors';
import { checkStaffChange, type StaffChange } from '@perennial/domain/staff/staff';
import {
  countActiveOwners,
  createStaff,
  setStaffPassword,
  staffForUpdate,
  updateStaff,
  type NewStaff,
  type StaffRow,
} from '@perennial/kernel/auth/accounts';
import type { Orm } from '@perennial/kernel/db/database';
import type { WriteContext } from '@perennial/kernel/write/context';

interface Ref {
  id?: string | undefined;
}

/** Adds a member of staff. Errors: `EMAIL_TAKEN`. */
export async function addStaff(ctx: WriteContext, staff: NewStaff): Promise<{ id: string }> {
  const row = await createStaff(ctx.tx, { ...staff, given: true }, ctx.now);
  ctx.audit({ subject: `StaffMember_${row.id}`, after: told(row) });
  return { id: row.id };
}

/**
 * Changes name or role, deactivates or takes back. Whoever is deactivated is signed out everywhere at once.
 * Errors: `NOT_FOUND`, `LAST_OWNER`, `OWN_ACCOUNT`.
 */
export async function changeStaff(ctx: WriteContext, ref: Ref, change: StaffChange): Promise<{ id: string }> {
  const activeOwners = await countActiveOwners(ctx.tx);
  const before = await lock(ctx.tx, ref);
  checkStaffChange({ self: before.id === ctx.actor.id, before, change, activeOwners });
  const after = await updateStaff(ctx.tx, before.id, change, ctx.now);
  ctx.audit({ subject: `StaffMember_${before.id}`, before: told(before), after: told(after) });
  return { id: before.id };
}

/**
 * Gives a member of staff a new password and signs them out everywhere. Until they chose one of their own, and some days
 * have passed, they are no second person (S11). Errors: `NOT_FOUND`.
 */
export async function resetPassword(ctx: WriteContext, ref: Ref, password: string): Promise<{ id: string }> {
  const { id } = await lock(ctx.tx, ref);
  await setStaffPassword(ctx.tx, id, password, ctx.now, id === ctx.actor.id);
  ctx.audit({ subject: `StaffMember_${id}`, after: { password: 'changed' } });
  return { id };
}

async function lock(tx: Orm, ref: Ref): Promise<StaffRow> {
  const row = ref.id === undefined ? null : await staffForUpdate(tx, ref.id);
  if (row) return row;
  throw new DomainError('NOT_FOUND', 'There is no such member of staff.', {
    path: ['id'],
    params: { what: 'staffMember' },
  });
}

/** What the audit trail keeps of somebody: never a hash. */
function told({ name, email, role, active }: StaffRow): Record<string, unknown> {
  return { name, email, role, active };
}
