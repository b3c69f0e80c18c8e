import type { Database } from '../db/database.ts';
import { lockFor } from '../db/database.ts';
import { createStaff, hasStaff } from './accounts.ts';
import { makeUpPassword } from './passwords.ts';

export interface FirstOwner {
  email: string;
  /** Null where the caller chose it: then nobody needs to be told. */
  madeUpPassword: string | null;
}

/**
 * Adds the owner if nobody has ever been added. Once there is somebody, e-mail and password given here mean nothing:
 * a forgotten environment variable must not reset a password.
 */
export async function ensureOwner(
  db: Database,
  given: { email?: string | undefined; password?: string | undefined },
  now: Date,
): Promise<FirstOwner | null> {
  const email = (given.email ?? 'owner@example.com').toLowerCase();
  const madeUpPassword = given.password === undefined ? makeUpPassword() : null;
  return db.transaction(async (tx) => {
    await lockFor(tx, 'perennial:first-owner');
    if (await hasStaff(tx)) return null;
    await createStaff(tx, { email, name: 'Owner', role: 'OWNER', password: given.password ?? madeUpPassword! }, now);
    return { email, madeUpPassword };
  });
}
