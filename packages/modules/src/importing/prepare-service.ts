import { csvField, CsvReader } from '@perennial/domain/importing/csv';
import type { Importable } from '@perennial/domain/importing/line';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { rowsOf, type Database } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sql, type SQL } from 'drizzle-orm';
import { productKeys } from '../catalog/index.ts';
import { customerKeys } from '../customers/index.ts';
import { invoiceKeys, lineKeys } from '../sales/index.ts';
import { inMemory } from './bulk.ts';
import { openSource } from './source-file.ts';
import { stagedCustomers, stagedInvoices, stagedLines, stagedProducts } from './table.ts';
import { kindBy } from './unfitting.ts';

/**
 * Works out, beside the tables that people read, which customers, invoices and products the staged lines speak of: who
 * is known already, and which id the others will get. Short statements, each on its own.
 */
export async function prepare(db: Database, mapping: ImportMapping): Promise<void> {
  const run = (statement: SQL) => db.transaction((tx) => inMemory(tx).then(() => tx.execute(statement)));
  await run(sql`analyze ${stagedLines}`);
  await run(sql`
    insert into ${stagedCustomers} (number, owner_id, is_new, since, latest_at, country, countries)
    select g.customer, coalesce(k.customer_id, ${idBy(sql`row_number() over (order by g.customer)`)}), k.customer_id is null,
      (g.first_at at time zone ${mapping.timeZone}::text)::date, g.latest_at, g.country, g.countries
    from (
      select customer, min(at) as first_at, max(at) as latest_at,
        (array_agg(country order by at desc, line desc))[1] as country, count(distinct country)::smallint as countries
      from ${stagedLines} group by customer
    ) g
    left join (${customerKeys()}) k on k.number = g.customer`);
  await run(sql`analyze ${stagedCustomers}`);
  // an invoice that was recorded in another currency, or as something else, since the file was read is not known: the move stops at its number
  await run(sql`
    insert into ${stagedInvoices} (number, customer, owner_id, id, is_new, at, country, total, lines)
    select g.invoice, g.customer, c.owner_id, coalesce(k.id, ${idBy(sql`row_number() over (order by g.first_line)`)}), k.id is null,
      g.at, g.country, g.total, g.lines
    from (
      select invoice, customer, min(line) as first_line, min(at) as at, (array_agg(country order by line))[1] as country,
        sum(amount)::bigint as total, count(*)::int as lines
      from ${stagedLines} group by invoice, customer
    ) g
    join ${stagedCustomers} c on c.number = g.customer
    left join (${invoiceKeys()}) k on k.customer_id = c.owner_id and k.number = g.invoice and k.currency = ${mapping.currency}::text
      and k.kind = ${kindBy(mapping, sql`g.invoice`)}`);
  await run(sql`analyze ${stagedInvoices}`);
  await run(sql`
    insert into ${stagedProducts} (code, id, is_new, name, price)
    select g.code, coalesce(k.id, ${idBy(sql`row_number() over (order by g.code)`)}), k.id is null, coalesce(g.name, g.code), g.price
    from (
      select code, mode() within group (order by nullif(description, '')) as name,
        (array_agg(unit_price order by kind desc, at desc, line desc))[1] as price
      from ${stagedLines} where kind <> 'FEE' group by code
    ) g
    left join (${productKeys()}) k on k.code = g.code`);
  await run(sql`analyze ${stagedProducts}`);
}

/** A uuidv7 of this moment that sorts by a number below 2^32, made by the database. */
function idBy(n: SQL): SQL {
  const base = newId();
  const hex = sql`lpad(to_hex(${n}), 8, '0')`;
  return sql`(${base.slice(0, 15)}::text || overlay(overlay(${hex} placing '-8' from 4 for 0) placing '-' from 9 for 0) || ${base.slice(26)}::text)::uuid`;
}

/** Staged lines that are there already, with what is stored: match key plus stored values as `s`, staged line as `l`. */
function known(): SQL {
  return sql`
    from ${stagedLines} l
    join ${stagedInvoices} i on i.number = l.invoice and i.customer = l.customer and not i.is_new
    join (${lineKeys()}) s on s.customer_id = i.owner_id and s.invoice_id = i.id and s.code = l.code and s.ordinal = l.ordinal`;
}

/** Lines to be added, as `takeInLines` wants them. */
export function newLines(): SQL {
  return sql`
    select i.owner_id as customer_id, l.id, i.id as invoice_id, l.code, p.id as product_id, l.ordinal, l.description, l.quantity,
      l.unit_price, l.amount, l.kind, l.repeated
    from ${stagedLines} l
    join ${stagedInvoices} i on i.number = l.invoice and i.customer = l.customer
    left join ${stagedProducts} p on p.code = l.code and l.kind <> 'FEE'
    where i.is_new or not exists (
      select 1 from (${lineKeys()}) s
      where s.customer_id = i.owner_id and s.invoice_id = i.id and s.code = l.code and s.ordinal = l.ordinal)`;
}

export interface Standing {
  /** Lines that are there already: so many of each kind, and of these the numbers of those that say something else. */
  kinds: { kind: Importable; there: number; differing: number[] }[];
}

/** How the staged lines stand to what is there: a second run of the same file finds all of them. */
export async function standing(db: Database): Promise<Standing> {
  const statement = sql`
    select l.kind, count(*)::int as there,
      coalesce(json_agg(l.line order by l.line) filter (
        where (s.quantity, s.unit_price, s.description) <> (l.quantity, l.unit_price, l.description)), '[]') as differing
    ${known()} group by l.kind`;
  const kinds = await db.transaction(async (tx) => {
    await inMemory(tx);
    return rowsOf<Standing['kinds'][number]>(tx, statement);
  });
  return { kinds };
}

/** Puts lines that differ from what is stored beside the rejects, as they stand in the file, which is read once more. */
export async function keepDiffering(
  db: Database,
  batchId: string,
  path: string,
  mapping: ImportMapping,
  lines: readonly number[],
): Promise<void> {
  if (lines.length === 0) return;
  const wanted = new Set(lines);
  const rows: string[] = [];
  const csv = new CsvReader(mapping.delimiter, ({ line, raw }) => {
    if (wanted.has(line)) rows.push(`${batchId},${line},DIFFERS,,,${csvField(raw)}\n`);
  });
  const source = await openSource(path, mapping.encoding);
  for await (const text of source.text) csv.push(text);
  csv.finish();
  await db.copyIn(
    null,
    'import_rejects',
    ['batch_id', 'line', 'reason', 'fault', 'field', 'raw'],
    (async function* () {
      yield* rows;
    })(),
  );
}
