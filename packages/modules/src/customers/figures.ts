import type { Customer } from '@perennial/domain/customers/customer';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';
import { customers } from './table.ts';

/** How many customers there are, by health and by stage. */
export interface CustomerCounts {
  /** By score, `-1` unknown; scores nobody has are absent. */
  health: Record<string, number>;
  stage: Record<string, number>;
}

/** Scalar query for {@link CustomerCounts} as json, to be put into a larger statement. */
export function customerCounts(): SQL {
  return sql`(select json_build_object(
    'health', coalesce((select json_object_agg(health, n) from (select health, count(*) as n from ${customers} group by health) h), '{}'),
    'stage', coalesce((select json_object_agg(stage, n) from (select stage, count(*) as n from ${customers} group by stage) s), '{}')))`;
}

/** The numbers by which people know these customers. */
export async function numbersOf(orm: Orm, customerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ customer_id: string; number: string }>(
    orm,
    sql`select customer_id, number from ${customers} where customer_id = any (${`{${customerIds.join(',')}}`}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.customer_id, row.number]));
}

/** By which number people know these customers, and at which stage they stand. */
export async function knownAs(
  orm: Orm,
  customerIds: readonly string[],
): Promise<Map<string, Pick<Customer, 'number' | 'stage'>>> {
  const rows = await rowsOf<{ customer_id: string } & Pick<Customer, 'number' | 'stage'>>(
    orm,
    sql`select customer_id, number, stage from ${customers} where customer_id = any (${`{${customerIds.join(',')}}`}::uuid[])`,
  );
  return new Map(rows.map(({ customer_id, ...known }) => [customer_id, known]));
}
