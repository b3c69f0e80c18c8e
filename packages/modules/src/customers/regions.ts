import { rowsOf, type Database } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { customers } from './table.ts';

/** More regions than anybody would choose from. */
const MOST = 1_000;

/**
 * The regions that customers are in, each once, sorted; the first 1,000. Steps from one region to the next in the
 * index, so that it costs as many rows as there are regions, not as there are customers.
 */
export async function customerRegions(db: Database): Promise<string[]> {
  const rows = await rowsOf<{ region: string }>(
    db.orm,
    sql`with recursive r as (
        (select region, 1 as n from ${customers} order by region limit 1)
        union all
        select (select c.region from ${customers} c where c.region > r.region order by c.region limit 1), r.n + 1
        from r where r.region is not null and r.n < ${MOST}
      )
      select region from r where region is not null`,
  );
  return rows.map((row) => row.region).sort((a, b) => a.localeCompare(b, 'en'));
}

/**
 * The segments that customers are in, each once, sorted. Steps along the index from one region and segment to the next,
 * so that it costs as many rows as there are pairs of them; looks at the first 10,000 pairs.
 */
export async function customerSegments(db: Database): Promise<string[]> {
  const rows = await rowsOf<{ segment: string }>(
    db.orm,
    sql`with recursive r as (
        (select region, segment, 1 as n from ${customers} order by region, segment limit 1)
        union all
        select next.region, next.segment, r.n + 1
        from r cross join lateral (
          select c.region, c.segment from ${customers} c where (c.region, c.segment) > (r.region, r.segment)
          order by c.region, c.segment limit 1
        ) next
        where r.n < ${10 * MOST}
      )
      select distinct segment from r`,
  );
  return rows.map((row) => row.segment).sort((a, b) => a.localeCompare(b, 'en'));
}
