import { sql, type SQL } from 'drizzle-orm';
import { returns } from './table.ts';

/** Scalar query for the number of returns about which a person still has something to do, to be put into a larger statement. */
export function openReturns(): SQL {
  return sql`(select count(*) from ${returns} where status = 'OPEN')`;
}
