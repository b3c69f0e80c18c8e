import { sql, type SQL } from 'drizzle-orm';
import { fulfilmentTasks } from './table.ts';

/** Open tasks whose last day is over, and those whose last day it is. */
export interface DueTasks {
  overdue: number;
  /** The earliest of the days that are over; null where none is. */
  since: string | null;
  today: number;
}

/** Scalar query for {@link DueTasks} as of a day as json, to be put into a larger statement. */
export function dueTasks(asOf: string): SQL {
  return sql`(
    select json_build_object('overdue', count(*) filter (where due_on < ${asOf}::date),
      'since', min(due_on) filter (where due_on < ${asOf}::date),
      'today', count(*) filter (where due_on = ${asOf}::date))
    from ${fulfilmentTasks} where status in ('OPEN', 'SCHEDULED') and due_on <= ${asOf}::date)`;
}
