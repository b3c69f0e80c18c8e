import { isoDate } from '@perennial/domain/shared/period';
import type { Database } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { Model } from '@perennial/kernel/graphql/model';
import type { Registry } from '@perennial/kernel/registry/module';
import { getTableColumns, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** A value that stands nowhere else in the database, as it looks in an answer. */
export interface Mark {
  /** `Entity.field`; of columns that are no fields `Entity.column`. */
  field: string;
  /** Whose row: `shared`, `hidden` (in the population, no consent), or `everybody` (set-up data). */
  whose: string;
  text: string;
}

export interface Planted {
  marks: Mark[];
  /** Ids of rows, by entity and owner: none may ever reach a partner. */
  ids: Map<string, string>;
}

/** Entities that a test makes in the usual way, because triggers or checks would refuse made-up rows. */
const MADE_ELSEWHERE = new Set(['Partner', 'PartnerProductRole', 'Agreement', 'ApiKey', 'AccessReceipt', 'AuditEvent']);

/** What the rules of a table demand of single columns; everything else gets a mark of its own. */
const DEMANDED: Record<string, Record<string, unknown>> = {
  Customer: { region: 'Markland', segment: 'KEY', batch_id: null },
  Policy: { probe_days: 30 },
  PolicyVersion: { status: 'PUBLISHED' },
  Quote: { status: 'ACCEPTED' },
  FulfilmentTask: { status: 'DONE' },
};

/**
 * Puts one row into every table, for a shared and for a hidden customer, every column holding a value that can be
 * recognised wherever it turns up. New entities are planted without anything being written here.
 */
export async function plant(db: Database, registry: Registry): Promise<Planted> {
  const models = [...registry.models.values()].filter((model) => !MADE_ELSEWHERE.has(model.entity.name));
  const owners = ['shared', 'hidden'];
  const customers = new Map(owners.map((owner) => [owner, newId()]));
  const ids = new Map<string, string>();
  for (const model of models) {
    for (const owner of model.key === 'reference' ? ['everybody'] : owners) {
      ids.set(`${model.entity.name} ${owner}`, model.key === 'customer' ? (customers.get(owner) ?? '') : newId());
    }
  }
  const marks: Mark[] = [];
  await db.transaction(async (tx) => {
    // rows point at one another in every direction; what they say is made up anyway
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const model of models) {
      for (const owner of model.key === 'reference' ? ['everybody'] : owners) {
        const row = rowOf(model, owner, { ids, customers, marks });
        await tx.execute(
          sql`insert into ${sql.identifier(model.tableName)}
              select * from json_populate_record(null::${sql.identifier(model.tableName)}, ${JSON.stringify(row)}::text::json)`,
        );
      }
    }
  });
  return { marks, ids };
}

function rowOf(
  model: Model,
  owner: string,
  world: { ids: Map<string, string>; customers: Map<string, string>; marks: Mark[] },
): Record<string, unknown> {
  const columns = getTableColumns(model.table) as Record<string, PgColumn>;
  const links = new Map([...model.relations.values()].filter((r) => r.kind === 'one').map((r) => [r.key, r.target]));
  const row: Record<string, unknown> = {};
  for (const [property, column] of Object.entries(columns)) {
    const name = model.entity.name;
    const meta = property in model.entity.fields ? model.entity.meta(property) : null;
    const target = links.get(property) ?? meta?.target;
    const demanded = DEMANDED[name];
    if (demanded && column.name in demanded) row[column.name] = demanded[column.name];
    else if (property === 'customerId') row[column.name] = world.customers.get(owner);
    else if (property === 'id') row[column.name] = world.ids.get(`${name} ${owner}`);
    else if (target) row[column.name] = idOf(world.ids, target, owner);
    else if (meta?.values) row[column.name] = meta.values[0];
    else {
      const made = valueFor(column, meta?.max ?? 200, world.marks.length);
      row[column.name] = made.value;
      if (made.text) world.marks.push({ field: `${name}.${property}`, whose: owner, text: made.text });
    }
  }
  return row;
}

function idOf(ids: Map<string, string>, target: string, owner: string): string {
  return ids.get(`${target} ${owner}`) ?? ids.get(`${target} everybody`) ?? newId();
}

/** Longer than a chance match, short enough for every column. */
function valueFor(column: PgColumn, max: number, index: number): { value: unknown; text: string | null } {
  const type = column.getSQLType();
  const word = `zq${String(index).padStart(4, '0')}x`;
  const number = 70_000_000 + index;
  if (type === 'text') return max < word.length ? { value: 'GBP', text: null } : { value: word, text: word };
  if (type === 'text[]') return { value: [word], text: word };
  if (type === 'json' || type === 'jsonb') return { value: { mark: word }, text: word };
  if (type === 'integer' || type === 'bigint') return { value: number, text: String(number) };
  // every date of its own, far away from real ones
  const date = isoDate(-40_000 + index);
  if (type === 'date') return { value: date, text: date };
  if (type.startsWith('timestamp')) return { value: `${date}T01:02:03Z`, text: date };
  if (type === 'uuid') return { value: newId(), text: null };
  if (type === 'uuid[]') return { value: [], text: null };
  if (type === 'boolean') return { value: true, text: null };
  if (type === 'smallint') return { value: 1, text: null };
  throw new TypeError(`the leak matrix does not know how to mark a column of type ${type}: teach it in plant.ts`);
}
