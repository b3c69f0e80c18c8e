import { rowsOf, type Database } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';

const TABLES = [
  'customers',
  'customer_numbers',
  'products',
  'invoices',
  'invoice_lines',
  'return_matches',
  'import_rejects',
];

/**
 * Seconds that a superuser's COPY takes for the rows that an import wrote, into tables like the real ones: same columns,
 * keys and indexes, and with `foreignKeys` the same foreign keys. The rows come from files that the server wrote itself.
 */
export async function copyBaseline(db: Database, foreignKeys: boolean): Promise<number> {
  const run = (text: string) => db.orm.execute(sql.raw(text));
  // a folder that the server itself may write to; the embedded one keeps it in memory
  const [server] = await rowsOf<{ folder: string }>(db.orm, sql`select current_setting('data_directory') as folder`);
  const folder = db.dialect === 'postgres' ? server!.folder : '/tmp';
  await run('drop schema if exists baseline cascade');
  await run('create schema baseline');
  for (const table of TABLES) {
    await run(`copy public.${table} to '${folder}/${table}.csv' with (format csv)`);
    await run(`create table baseline.${table} (like public.${table} including all)`);
  }
  if (foreignKeys) {
    const keys = await rowsOf<{ child: string; name: string; definition: string }>(
      db.orm,
      sql`select c.relname as child, con.conname as name, pg_get_constraintdef(con.oid) as definition
        from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
        where con.contype = 'f' and n.nspname = 'public' and c.relname in ${TABLES}`,
    );
    for (const { child, name, definition } of keys) {
      await run(
        `alter table baseline.${child} add constraint ${name} ${definition.replace(/REFERENCES (public\.)?/, 'REFERENCES baseline.')}`,
      );
    }
  }
  const began = performance.now();
  for (const table of TABLES) await run(`copy baseline.${table} from '${folder}/${table}.csv' with (format csv)`);
  const seconds = (performance.now() - began) / 1000;
  await run('drop schema baseline cascade');
  return seconds;
}
