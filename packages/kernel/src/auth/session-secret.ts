import { hkdfSync } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { rowsOf, type Database } from '../db/database.ts';

/**
 * The key that signs session cookies, derived from the database's own secret: every process on one database has the
 * same, nobody has to configure it, and it is never stored itself.
 */
export async function sessionSecret(db: Database): Promise<string> {
  const [row] = await rowsOf<{ value: string }>(
    db.orm,
    sql`select value from instance_secrets where name = 'instance'`,
  );
  if (!row) throw new Error('the database has no instance secret: migrate it first');
  return Buffer.from(hkdfSync('sha256', row.value, 'perennial', 'staff session cookies', 32)).toString('base64url');
}
