import type { Actor, StaffActor } from '@perennial/kernel/auth/actor';
import type { Database, StatementEvent } from '@perennial/kernel/db/database';
import { createEngine, type Engine } from '@perennial/kernel/graphql/engine';
import { buildRegistry, defineModule, type Registry } from '@perennial/kernel/registry/module';
import { ensureBusiness } from '@perennial/kernel/write/business';
import { Outbox } from '@perennial/kernel/write/outbox';
import { runnerPorts } from '@perennial/kernel/write/ports';
import { sql } from 'drizzle-orm';
import { parse, validate, type GraphQLError } from 'graphql';
import { openTestDatabase } from '../databases/open-test-database.ts';
import { orchardCustomers, orchardModels, orchardTables, orchardTrees, orchardVarieties } from './declarations.ts';
import { orchardMutations, orchardQueries } from './operations.ts';

export const orchardModule = defineModule({
  name: 'orchard',
  models: orchardModels,
  queries: orchardQueries,
  mutations: orchardMutations,
});

export const ann: StaffActor = { kind: 'staff', id: 'ann', email: 'ann@example.test', name: 'Ann', role: 'OWNER' };

/** Ids that sort as they are numbered. */
export const idOf = (group: number, n: number): string =>
  `00000000-0000-7000-8000-${String(group).padStart(4, '0')}${String(n).padStart(8, '0')}`;

export interface OrchardAnswer {
  /** As it would go over the wire. */
  text: string;
  data: Record<string, unknown>;
  errors: readonly GraphQLError[];
}

export interface Orchard {
  db: Database;
  registry: Registry;
  engine: Engine;
  /** The whole answer; throws what the executor throws. */
  answer(query: string, variables?: Record<string, unknown>, actor?: Actor): Promise<OrchardAnswer>;
  /** The answer's data; an error fails the test. */
  ask(query: string, variables?: Record<string, unknown>, actor?: Actor): Promise<Record<string, unknown>>;
  /** The statements that asking takes. */
  statements(query: string, variables?: Record<string, unknown>): Promise<StatementEvent[]>;
}

export async function openOrchard(): Promise<Orchard> {
  const db = await openTestDatabase();
  for (const statement of orchardTables.split(';').filter((text) => text.trim()))
    await db.orm.execute(sql.raw(statement));
  const registry = buildRegistry([orchardModule]);
  const now = () => new Date('2026-03-01T10:00:00Z');
  await ensureBusiness(db.orm, { name: 'Orchard', asOf: null, currency: 'GBP', timezone: 'UTC', locale: 'en' }, now());
  const env = { db, registry, now, askAsPartner: () => Promise.reject(new Error('no partners here')) };
  const outbox = new Outbox({ db, now, deliver: async () => undefined, onFailure: () => undefined });
  const engine = createEngine(db, runnerPorts(env, outbox));

  const orchard: Orchard = {
    db,
    registry,
    engine,
    async answer(query, variables = {}, actor = ann) {
      const document = parse(query);
      const [invalid] = validate(engine.staff.schema, document);
      if (invalid) throw invalid;
      const request = { document, documentHash: query, operationName: null, variables };
      const { data, errors = [] } = await engine.staff.execute(request, actor);
      const text = data && 'text' in data && typeof data.text === 'string' ? data.text : JSON.stringify(data ?? null);
      return { text, data: JSON.parse(text) as Record<string, unknown>, errors };
    },
    async ask(query, variables, actor) {
      const { data, errors } = await orchard.answer(query, variables, actor);
      if (errors[0]) throw errors[0];
      return data;
    },
    async statements(query, variables) {
      const seen: StatementEvent[] = [];
      const stop = db.onStatement((event) => seen.push(event));
      await orchard.ask(query, variables).finally(stop);
      return seen;
    },
  };
  return orchard;
}

type CustomerRow = typeof orchardCustomers.$inferInsert;
type TreeRow = typeof orchardTrees.$inferInsert;

export const customerId = (n: number): string => `Customer_${idOf(1, n)}`;
export const treeId = (owner: number, n: number): string => `Tree_${idOf(1, owner)}_${idOf(2, n)}`;
export const varietyId = (n: number): string => `Variety_${idOf(3, n)}`;

export function customerRow(n: number, row: Partial<CustomerRow> = {}): CustomerRow {
  return {
    customerId: idOf(1, n),
    number: `C${n}`,
    kind: 'SMALL',
    since: '2020-01-01',
    at: new Date('2020-01-01T00:00:00Z'),
    currency: 'GBP',
    value: n,
    orders: n,
    tags: [],
    ...row,
  };
}

export function treeRow(owner: number, n: number, row: Partial<TreeRow> = {}): TreeRow {
  return {
    customerId: idOf(1, owner),
    id: idOf(2, n),
    name: `T${n}`,
    planted: '2020-01-01',
    at: new Date('2020-01-01T00:00:00Z'),
    ...row,
  };
}

/** Three customers, five trees (one of which grew from another) and two varieties. */
export async function plantOrchard({ db }: Orchard): Promise<void> {
  await db.orm.insert(orchardVarieties).values([
    { id: idOf(3, 1), code: 'BRAMLEY' },
    { id: idOf(3, 2), code: 'COX' },
  ]);
  await db.orm.insert(orchardCustomers).values([
    customerRow(1, {
      number: 'A-1',
      name: 'Ash',
      value: 300,
      active: true,
      tags: ['old', 'a "b" \\c'],
      price: 12_345,
    }),
    customerRow(2, { number: 'B-2', kind: 'LARGE', value: 200, orders: 7, active: false }),
    customerRow(3, { number: 'C-3', name: '100% _Real\\', value: 100, at: new Date('2021-06-01T12:00:00.123Z') }),
  ]);
  await db.orm
    .insert(orchardTrees)
    .values([
      treeRow(1, 1, { name: 'Old', planted: '1950-03-01', varietyId: idOf(3, 1) }),
      treeRow(1, 2, { name: 'Young', planted: '2010-03-01', varietyId: idOf(3, 2), parentId: idOf(2, 1) }),
      treeRow(1, 3, { name: 'Bare', planted: '2015-03-01', parentId: idOf(2, 1), measure: idOf(9, 1) }),
      treeRow(2, 4, { name: 'Tall', planted: '2000-03-01', varietyId: idOf(3, 1) }),
      treeRow(2, 5, { name: 'Wide', planted: '2001-03-01' }),
    ]);
}
