import { rowsOf, type Database } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';

/**
 * Tables that are allowed to remember what happened: the records of imports and of health runs, the trail, deliveries, the
 * kernel's own facts. Staging is nobody's to read.
 */
const MEMORY =
  /^(import_batches|audit_events|outbox_events|idempotency_keys|kernel_facts|health_runs|instance_secrets|schema_migrations|staging_.*|business|user|session|account|verification|rate_limit.*)$/;

/** When upkeep last touched a row, which is no part of what it says; and when somebody looked, not what they saw. */
const UPKEEP = ['updated_at'];

export interface TableState {
  rows: number;
  checksum: string;
}

/** Rows and checksum of every table that holds what people read. */
export async function stateOf(db: Database): Promise<Map<string, TableState>> {
  const tables = await rowsOf<{ name: string }>(
    db.orm,
    sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' order by c.relname`,
  );
  const state = new Map<string, TableState>();
  for (const { name } of tables.filter((t) => !MEMORY.test(t.name))) {
    const without = UPKEEP.map((column) => ` - '${column}'`).join('');
    const [row] = await rowsOf<{ rows: number; checksum: string }>(
      db.orm,
      // a sum of hashes does not depend on the order of rows and needs no sorting
      sql.raw(
        `select count(*)::int as rows, coalesce(sum(hashtextextended((to_jsonb(t)${without})::text, 0)::numeric), 0)::text as checksum from "${name}" t`,
      ),
    );
    state.set(name, row!);
  }
  return state;
}

/** Names of the tables in which two states differ, with their numbers of rows. */
export function differences(before: Map<string, TableState>, after: Map<string, TableState>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(
      (name) =>
        before.get(name)?.checksum !== after.get(name)?.checksum || before.get(name)?.rows !== after.get(name)?.rows,
    )
    .map((name) => `${name} (${before.get(name)?.rows} → ${after.get(name)?.rows} rows)`);
}
