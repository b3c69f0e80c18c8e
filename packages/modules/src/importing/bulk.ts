import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';

/** Lets this transaction sort and join half a million lines in memory instead of on disk. */
export async function inMemory(tx: Orm): Promise<void> {
  await tx.execute(sql`set local work_mem = '64MB'`);
}

/**
 * Leaves out the foreign keys' row-by-row checks for the rest of this transaction, where the database allows it: they
 * take two thirds of the time. Only for rows that are joined to their parents in the very statement that writes them,
 * with the parents held (`… for key share`), or for removing rows after one set-based look that nothing refers to them.
 * Where it is not allowed the checks are made, which is slower and no different.
 */
export async function checkedBySet(tx: Orm): Promise<void> {
  const [row] = await rowsOf<{ may: boolean }>(
    tx,
    sql`select has_parameter_privilege(current_user, 'session_replication_role', 'set') as may`,
  );
  if (row!.may) await tx.execute(sql`set local session_replication_role = 'replica'`);
}
