import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { healthRuns } from './table.ts';

/**
 * The day by which is judged what is still to be done (warnings, steps of plans, tasks), while somebody looks back too:
 * the latest one the business has been at. Where the queue has moved since on an earlier day, which it only does for a
 * past that was brought in afterwards (ADR 20), the work is that day's, and nothing of it can have been late for longer.
 */
export async function queueDay(
  orm: Orm,
  { asOf, latestDay }: Pick<BusinessFrame, 'asOf' | 'latestDay'>,
): Promise<string> {
  if (asOf >= latestDay) return asOf;
  const [row] = await rowsOf<{ day: string | null }>(
    orm,
    sql`
    select to_char(max(m.as_of), 'YYYY-MM-DD') as day from ${healthRuns} m
    where m.status = 'COMPLETE' and (m.raised > 0 or m.recovered > 0) and not exists (
      select 1 from ${healthRuns} l
      where l.as_of >= ${latestDay}::date and l.status = 'COMPLETE' and (l.started_at, l.id) >= (m.started_at, m.id))`,
  );
  const day = row?.day ?? latestDay;
  return day > asOf ? day : asOf;
}
