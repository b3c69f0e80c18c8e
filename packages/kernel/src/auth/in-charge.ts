import { DomainError } from '@perennial/domain/shared/errors';
import { IN_CHARGE } from '@perennial/domain/shared/roles';
import { eq } from 'drizzle-orm';
import type { Orm } from '../db/database.ts';
import { staffMembers } from './table.ts';

/**
 * Whoever is put in charge of something must work here and be allowed to work on it; nobody (null) always may be.
 *
 * @throws DomainError STAFF_UNKNOWN (no active member of staff), STAFF_ROLE (reads only), both at `ownerId`
 */
export async function requireInCharge(tx: Orm, id: string | null | undefined): Promise<void> {
  if (!id) return;
  const [found] = await tx
    .select({ name: staffMembers.name, role: staffMembers.role, active: staffMembers.active })
    .from(staffMembers)
    .where(eq(staffMembers.id, id));
  const path = ['ownerId'];
  if (!found?.active) {
    throw new DomainError(
      'STAFF_UNKNOWN',
      'The field "ownerId" names nobody who works here; choose an active member of staff.',
      { path },
    );
  }
  if (IN_CHARGE.includes(found.role)) return;
  throw new DomainError(
    'STAFF_ROLE',
    `The field "ownerId" names ${found.name}, whose role ${found.role} may not work on this; choose an owner or an agent.`,
    { path, params: { name: found.name, role: found.role } },
  );
}
