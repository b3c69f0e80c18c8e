import { rowsOf, type Database } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { REGIONS, SEGMENTS } from './questions.ts';

export interface Size {
  customers: number;
  touchpointsEach: number;
  returnsEach: number;
}

export const FULL: Size = { customers: 200_000, touchpointsEach: 10, returnsEach: 2 };

const id = (kind: number, n: string): string =>
  `('${String(kind).padStart(8, '0')}-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
const oneOf = (values: readonly string[], n: string): string =>
  `(array[${values.map((v) => `'${v}'`).join()}])[1 + (${n}) % ${values.length}]`;

/** Generated rows in the product's own tables, made by the database; the same on every run. */
export async function generate(db: Database, size: Size, say: (text: string) => void): Promise<void> {
  const run = (text: string): Promise<unknown> => db.orm.execute(sql.raw(text));
  say(`${size.customers} customers`);
  await run(`insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, value, orders, health, created_at, updated_at)
    select ${id(1, 'g')}, 'C' || lpad(g::text, 7, '0'), 'ORGANISATION', ${oneOf(REGIONS, 'g')}, ${oneOf(REGIONS, 'g')}, ${oneOf(SEGMENTS, 'g / 8')},
      'ACTIVE', date '2010-01-01' + g % 700, 'GBP', (hashint8(g)::bigint & 1048575) * 10, g % 40, g % 101, now(), now()
    from generate_series(1, ${size.customers}) g`);
  say(`${size.customers * size.touchpointsEach} touchpoints`);
  await run(`insert into touchpoints (customer_id, id, at, channel, direction, tag, subject, note, created_at)
    select ${id(1, 'c')}, ${id(2, `c::bigint * 100 + g`)}, timestamptz '2011-12-01' - ((hashint8(c * 100 + g) & 1048575) || ' minutes')::interval,
      ${oneOf(['CALL', 'EMAIL', 'VISIT', 'LETTER'], 'g')}, 'OUT', ${oneOf(['CARE', 'INFORM', 'SELL'], 'g')}, 'Asked how things are, no. ' || g, repeat('n', 80), now()
    from generate_series(1, ${size.customers}) c, generate_series(1, ${size.touchpointsEach}) g`);
  say(`${size.customers * size.returnsEach} returns`);
  await run(`insert into policies (id, name, description, stage, slug, created_at, updated_at)
    select ${id(3, 'g')}, 'Service promise ' || g, '', 'AFTER_SALE', 'service-promise-' || g, now(), now() from generate_series(1, 20) g`);
  await run(`insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
    select ${id(1, 'c')}, ${id(4, 'c')}, 'I' || c, timestamptz '2011-06-01', 'RETURN', 'X', 'GBP', -100, ${size.returnsEach} from generate_series(1, ${size.customers}) c`);
  await run(`insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
    select ${id(1, 'c')}, ${id(5, 'c::bigint * 100 + g')}, ${id(4, 'c')}, 'P' || g, 1, 'Thing', -1, 10000, -100, 'GBP', 'RETURN'
    from generate_series(1, ${size.customers}) c, generate_series(1, ${size.returnsEach}) g`);
  await run(`insert into returns (customer_id, id, return_line_id, invoice_id, code, quantity, at, outcome, status, policy_id, trace)
    select ${id(1, 'c')}, ${id(6, 'c::bigint * 100 + g')}, ${id(5, 'c::bigint * 100 + g')}, ${id(4, 'c')}, 'P' || g, 1 + g % 3,
      timestamptz '2011-11-01' - ((c + g) % 90 || ' days')::interval, 'ALLOWED', case when (c + g) % 3 = 0 then 'CLOSED' else 'OPEN' end, ${id(3, '1 + (c + g) % 20')}, '[]'
    from generate_series(1, ${size.customers}) c, generate_series(1, ${size.returnsEach}) g`);
  say('statistics');
  await db.orm.execute(sql.raw('vacuum analyze'));
}

/** Ids of some customers, spread over all of them. */
export async function someCustomers(db: Database, count: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db.orm,
    sql`select customer_id::text as id from customers order by hashtext(customer_id::text) limit ${count}`,
  );
  return rows.map((row) => row.id);
}
