import { DomainError } from '@perennial/domain/shared/errors';
import type { Role } from '@perennial/domain/shared/roles';
import { and, eq, ne, sql } from 'drizzle-orm';
import { newId } from '../db/ids.ts';
import type { Orm } from '../db/database.ts';
import { hashPassword } from './passwords.ts';
import { holdStaff } from './session-cache.ts';
import { staffAccounts, staffMembers, staffSessions } from './table.ts';

export interface NewStaff {
  email: string;
  name: string;
  role: Role;
  password: string;
  /** Whether somebody else chose the password for them; left out: no. */
  given?: boolean;
}

export type StaffRow = typeof staffMembers.$inferSelect;

/**
 * Adds a member of staff who signs in with a password. The e-mail is kept in lower case: it is the sign-in name.
 * @throws DomainError EMAIL_TAKEN
 */
export async function createStaff(tx: Orm, staff: NewStaff, now: Date): Promise<StaffRow> {
  const email = staff.email.trim().toLowerCase();
  const password = await hashPassword(staff.password);
  const [row] = await tx
    .insert(staffMembers)
    .values({
      id: newId(),
      name: staff.name,
      email,
      role: staff.role,
      active: true,
      passwordOwn: !staff.given,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: staffMembers.email })
    .returning();
  if (!row) {
    throw new DomainError('EMAIL_TAKEN', 'Somebody already signs in with this e-mail; use another one.', {
      path: ['email'],
      params: { email },
    });
  }
  await tx.insert(staffAccounts).values({
    id: newId(),
    userId: row.id,
    accountId: row.id,
    providerId: 'credential',
    password,
    createdAt: now,
    updatedAt: now,
  });
  return row;
}

/** The member of staff, locked until the transaction ends; null when there is none. */
export async function staffForUpdate(tx: Orm, id: string): Promise<StaffRow | null> {
  const [row] = await tx.select().from(staffMembers).where(eq(staffMembers.id, id)).for('update');
  return row ?? null;
}

/**
 * How many owners can still sign in. Takes a lock on them, so that two owners who deactivate each other at the same
 * moment cannot both succeed.
 */
export async function countActiveOwners(tx: Orm): Promise<number> {
  const rows = await tx
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .where(and(eq(staffMembers.role, 'OWNER'), eq(staffMembers.active, true)))
    .orderBy(staffMembers.id)
    .for('update');
  return rows.length;
}

/**
 * Changes name, role or active; whoever is no longer active loses every session at once. Who is let in again is to be
 * trusted like somebody with a new password: their account may have got into other hands. So is who gets another role
 * before they ever chose a password: whoever gave them the first one would act under the new role.
 */
export async function updateStaff(
  tx: Orm,
  id: string,
  change: Partial<Pick<StaffRow, 'name' | 'role' | 'active'>>,
  now: Date,
): Promise<StaffRow> {
  holdStaff(id, now);
  const reopened = and(eq(staffMembers.id, id), eq(staffMembers.active, false));
  if (change.active) {
    await tx.update(staffMembers).set({ passwordOwn: false, passwordResetAt: now }).where(reopened);
  }
  if (change.role) {
    const unused = and(
      eq(staffMembers.id, id),
      ne(staffMembers.role, change.role),
      eq(staffMembers.passwordOwn, false),
    );
    await tx.update(staffMembers).set({ passwordResetAt: now }).where(unused);
  }
  const [row] = await tx
    .update(staffMembers)
    .set({ ...change, updatedAt: now })
    .where(eq(staffMembers.id, id))
    .returning();
  if (!row) throw new Error('updateStaff: the row was not locked before');
  if (!row.active) await tx.delete(staffSessions).where(eq(staffSessions.userId, id));
  return row;
}

/**
 * Sets a new password and ends every session of that member of staff: whoever knew the old one is out.
 *
 * @param byHolder whether they chose it themselves.
 */
export async function setStaffPassword(
  tx: Orm,
  id: string,
  password: string,
  now: Date,
  byHolder = false,
): Promise<void> {
  holdStaff(id, now);
  const hash = await hashPassword(password);
  await tx
    .update(staffAccounts)
    .set({ password: hash, updatedAt: now })
    .where(and(eq(staffAccounts.userId, id), eq(staffAccounts.providerId, 'credential')));
  await tx
    .update(staffMembers)
    .set(byHolder ? { passwordOwn: true } : { passwordOwn: false, passwordResetAt: now })
    .where(eq(staffMembers.id, id));
  await tx.delete(staffSessions).where(eq(staffSessions.userId, id));
}

/** Whose choice somebody's password is; null when there is nobody of that id. */
export async function passwordOf(
  orm: Orm,
  id: string,
): Promise<Pick<StaffRow, 'passwordOwn' | 'passwordResetAt'> | null> {
  const [row] = await orm
    .select({ passwordOwn: staffMembers.passwordOwn, passwordResetAt: staffMembers.passwordResetAt })
    .from(staffMembers)
    .where(eq(staffMembers.id, id));
  return row ?? null;
}

/** Whether anybody has ever been added. */
export async function hasStaff(orm: Orm): Promise<boolean> {
  const rows = await orm
    .select({ one: sql<number>`1` })
    .from(staffMembers)
    .limit(1);
  return rows.length > 0;
}
