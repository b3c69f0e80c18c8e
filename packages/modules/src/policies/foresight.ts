import type { Database, Orm } from '@perennial/kernel/db/database';
import { grantTo, isToBeGranted } from './promise-service.ts';

type Frame = Parameters<typeof grantTo>[2];

/** Thrown to leave nothing behind of what was granted to look at it. */
const LOOKED = new Error('looked at only');

/**
 * Reads as it will be once everything that is still being granted to a customer is, as whoever enters a claim finds it
 * (see `grantTo`), and writes nothing: what is granted for it is taken back at the end. Where nothing is to be granted,
 * which is nearly always, it is a plain read and holds nobody up.
 */
export async function asGranted<T>(
  db: Database,
  customerId: string,
  frame: Frame,
  read: (orm: Orm) => Promise<T>,
): Promise<T> {
  if (!(await isToBeGranted(db.orm, customerId, frame))) return read(db.orm);
  const seen: T[] = [];
  try {
    await db.transaction(async (tx) => {
      await grantTo(tx, customerId, frame);
      seen.push(await read(tx));
      throw LOOKED;
    });
  } catch (error) {
    if (error !== LOOKED) throw error;
  }
  return seen[0]!;
}
