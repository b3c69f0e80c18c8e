import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { productsOfBatch } from '../catalog/index.ts';
import { customersOfBatch } from '../customers/index.ts';
import { invoicesOfBatch, linesOfBatch } from '../sales/index.ts';

/** Rows that keep an import from being undone. */
export interface Holding {
  /** Table of the rows. */
  what: string;
  /** CHANGED: rows of the import that somebody changed. REFERS: rows of others that point to the import's rows. */
  why: 'CHANGED' | 'REFERS';
  count: number;
  /** At most 20: the rows' own numbers where they have one, else those of their purchases or customers, or product codes. */
  examples: string[];
}

/** Rows that an import brings with itself; they go when it goes. */
const OWN = ['customer_numbers', 'return_matches'];

/**
 * Promises: their area takes them back with the purchases they belong to, except those that somebody moved to another
 * version. So what refers to them holds too, and it is named rather than the promise.
 */
const PROMISES = 'entitlements';
const PARENTS = ['customers', 'products', 'invoices', 'invoice_lines', PROMISES];

type Reference = {
  child: string;
  parent: string;
  columns: string[];
  has_batch: boolean;
  has_number: boolean;
  goes_along: boolean;
  /** Tables whose rows these are parts of: a claim is named, not each of its lines and receipts. */
  part_of: PartOf[];
};

/** How rows say whose parts they are: `columns` of theirs hold the `keys` of the whole. */
type PartOf = { whole: string; columns: string[]; keys: string[] };

/**
 * Everything that somebody did to or with the rows of an import since. References are found in the database's own
 * catalogue of foreign keys, so an area that comes later is seen without being registered. Rows whose foreign key says
 * that they go along (on delete cascade) hold nothing: they are removed here, because the undo leaves out the triggers
 * that would do it.
 */
export async function whatHolds(tx: Orm, batchId: string): Promise<Holding[]> {
  await tx.execute(sql`create temp table held_customers on commit drop as ${customersOfBatch(batchId)}`);
  await tx.execute(sql`create temp table held_products on commit drop as ${productsOfBatch(batchId)}`);
  await tx.execute(sql`create temp table held_invoices on commit drop as ${invoicesOfBatch(batchId)}`);
  await tx.execute(sql`create temp table held_invoice_lines on commit drop as ${linesOfBatch(batchId)}`);
  await tx.execute(
    sql.raw(`create temp table held_${PROMISES} on commit drop as
      select customer_id, id from ${PROMISES} where (customer_id, invoice_id) in (select customer_id, id from held_invoices)`),
  );
  const held = PARENTS.map((table) => `held_${table}`);
  for (const table of held) await tx.execute(sql.raw(`analyze ${table}`));
  const found = [
    await changed(tx, 'customers', 'number'),
    await changed(tx, 'products', 'code'),
    ...(await referring(tx, batchId)),
  ];
  await tx.execute(sql.raw(`drop table ${held.join(', ')}`));
  return found.filter((holding) => holding.count > 0);
}

async function changed(tx: Orm, what: 'customers' | 'products', label: 'number' | 'code'): Promise<Holding> {
  const [row] = await rowsOf<{ count: number; examples: string[] | null }>(
    tx,
    sql.raw(
      `select count(*)::int as count, (array_agg(${label} order by ${label}))[1:20] as examples from held_${what} where version > 1`,
    ),
  );
  return { what, why: 'CHANGED', count: row!.count, examples: row!.examples ?? [] };
}

async function referring(tx: Orm, batchId: string): Promise<Holding[]> {
  const references = await rowsOf<Reference>(
    tx,
    sql`
    select child.relname as child, parent.relname as parent,
      (select json_agg(a.attname order by k.n) from unnest(con.conkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum) as columns,
      exists (select 1 from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'batch_id' and not a.attisdropped) as has_batch,
      exists (select 1 from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'number' and not a.attisdropped) as has_number,
      coalesce((select json_agg(json_build_object('whole', whole.relname,
          'columns', (select json_agg(a.attname order by k.n) from unnest(up.conkey) with ordinality k (attnum, n)
            join pg_attribute a on a.attrelid = up.conrelid and a.attnum = k.attnum),
          'keys', (select json_agg(a.attname order by k.n) from unnest(up.confkey) with ordinality k (attnum, n)
            join pg_attribute a on a.attrelid = up.confrelid and a.attnum = k.attnum)) order by up.conname)
        from pg_constraint up join pg_class whole on whole.oid = up.confrelid
        where up.contype = 'f' and up.conrelid = con.conrelid and up.confrelid <> con.conrelid
          and whole.relname not in ${PARENTS}), '[]') as part_of,
      con.confdeltype = 'c' as goes_along
    from pg_constraint con
    join pg_class child on child.oid = con.conrelid
    join pg_class parent on parent.oid = con.confrelid
    where con.contype = 'f' and parent.oid = any (${`{${PARENTS.join(',')}}`}::regclass[])
    order by child.relname, parent.relname, con.conname`,
  );
  const byTable = new Map<string, Reference[]>();
  for (const r of references) if (!OWN.includes(r.child)) byTable.set(r.child, [...(byTable.get(r.child) ?? []), r]);
  const wholesOf = (table: string) =>
    table === PROMISES
      ? references.filter(({ parent }) => parent === PROMISES).map(({ child }) => child)
      : (byTable.get(table)?.flatMap(({ part_of: wholes }) => wholes.map(({ whole }) => whole)) ?? []);
  // a whole with a number of its own is named by it, also where none but its parts refer to the import
  const calledBy = (table: string) =>
    byTable
      .get(table)![0]!
      .part_of.filter(({ whole }) => byTable.get(whole)?.[0]!.has_number && !wholesOf(whole).includes(table));
  for (const [child, list] of byTable) {
    for (const reference of list.filter((r) => r.goes_along)) {
      await tx.execute(sql.raw(`delete from "${child}" r where ${pointsToImport(reference)}`));
    }
  }
  const found: Holding[] = [];
  for (const [child, list] of byTable) {
    const holds = list.filter((r) => !r.goes_along);
    const parts = [...byTable].flatMap(([table, theirs]) =>
      calledBy(table)
        .filter(({ whole }) => whole === child)
        .map((link): Part => ({ table, link, references: theirs.filter((r) => !r.goes_along) })),
    );
    if (holds.length > 0) found.push(await refersTo(tx, child, { holds, parts, calledBy: calledBy(child) }, batchId));
  }
  const holding = found.filter(({ count }) => count > 0);
  const isPart = ({ what }: Holding) =>
    wholesOf(what).some((whole) => holding.some((each) => each.what === whole) && !wholesOf(whole).includes(what));
  const named = holding.filter((each) => !isPart(each));
  // whatever the parts, what holds is never passed over
  return named.length > 0 ? named : holding;
}

/** Names come from the catalogue, so they may stand in the statement as they are. */
function pointsToImport({ parent, columns }: Reference, row = 'r'): string {
  const [first, second] = columns.map((column) => `${row}."${column}"`);
  if (parent === 'customers') return `exists (select 1 from held_customers h where h.customer_id = ${first})`;
  if (parent === 'products') return `exists (select 1 from held_products h where h.id = ${first})`;
  return `exists (select 1 from held_${parent} h where h.customer_id = ${first} and h.id = ${second})`;
}

/** Rows of a table that are parts, how they say of what, and their references to the import. */
interface Part {
  table: string;
  link: PartOf;
  references: readonly Reference[];
}

/** Whether some part of a row points to the import. */
function hasPart({ table, link, references }: Part): string[] {
  if (references.length === 0) return [];
  const mine = link.columns.map((column, at) => `p."${column}" = r."${link.keys[at]}"`);
  const points = references.map((each) => pointsToImport(each, 'p'));
  return [`exists (select 1 from "${table}" p where ${mine.join(' and ')} and (${points.join(' or ')}))`];
}

interface Refers {
  holds: readonly Reference[];
  /** Their rows are named by the row of this table that they belong to. */
  parts: readonly Part[];
  /** Rows that belong to one of these are named by it. */
  calledBy: readonly PartOf[];
}

async function refersTo(tx: Orm, child: string, { holds, parts, calledBy }: Refers, batchId: string): Promise<Holding> {
  const conditions = [...holds.map((each) => pointsToImport(each)), ...parts.flatMap(hasPart)];
  const alone = calledBy.map(({ columns }) => `(${columns.map((column) => `r."${column}" is null`).join(' or ')}) and`);
  const others = [holds[0]!.has_batch ? `r.batch_id is distinct from '${batchId}'::uuid and` : '', ...alone].join(' ');
  const label = labelOf(holds);
  const [row] = await rowsOf<{ count: number; examples: string[] | null }>(
    tx,
    sql.raw(
      `select count(*)::int as count, (array_agg(distinct label))[1:20] as examples
       from (select ${label} as label from "${child}" r where ${others} (${conditions.join(' or ')})) s`,
    ),
  );
  return { what: child, why: 'REFERS', count: row!.count, examples: (row!.examples ?? []).filter((e) => e !== null) };
}

/** What a row is called by: its own number, that of the purchase that it or its promise is of, its customer, its product. */
function labelOf(references: readonly Reference[]): string {
  const [first] = references;
  if (first!.has_number) return 'r.number::text';
  const promise = references.find((r) => r.parent === PROMISES);
  if (promise)
    return `(select i.number from ${PROMISES} e join invoices i on i.customer_id = e.customer_id and i.id = e.invoice_id
      where e.customer_id = r."${promise.columns[0]}" and e.id = r."${promise.columns[1]}")`;
  const purchase = references.find((r) => r.parent === 'invoices');
  if (purchase)
    return `(select i.number from invoices i
      where i.customer_id = r."${purchase.columns[0]}" and i.id = r."${purchase.columns[1]}")`;
  const ofCustomer = references.find((r) => r.parent !== 'products');
  return ofCustomer
    ? `(select number from customer_numbers n where n.customer_id = r."${ofCustomer.columns[0]}")`
    : `(select code from held_products h where h.id = r."${first!.columns[0]}")`;
}
