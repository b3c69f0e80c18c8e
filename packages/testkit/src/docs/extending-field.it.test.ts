import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Entity } from '@perennial/domain/shared/entity';
import { createEngine } from '@perennial/kernel/graphql/engine';
import { model } from '@perennial/kernel/graphql/model';
import type { MutationDefinition } from '@perennial/kernel/graphql/operations';
import { buildRegistry, type Module } from '@perennial/kernel/registry/module';
import { runnerPorts } from '@perennial/kernel/write/ports';
import { customersModule } from '@perennial/modules/customers/index';
import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { parse, printSchema } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { owner } from '../oracle/questions.ts';
import { openShop } from '../shop/shop.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
// below the repository, so that the copies find the packages they import
const folder = mkdtempSync(join(root, 'node_modules', '.extending-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The nth code block of the guide's section. */
function fromGuide(n: number): string {
  const guide = readFileSync(join(root, 'docs/extending.md'), 'utf8');
  const section = guide.split('## Add a field to customer')[1]?.split('\n## ')[0] ?? '';
  const code = [...section.matchAll(/```ts\n([\s\S]+?)```/g)][n]?.[1];
  if (!code) throw new Error('docs/extending.md no longer shows how to add a field');
  return code.trim();
}

/** Where the changed copy of a source file lies. */
const copyOf = (source: string): string => join(folder, source.replaceAll('/', '-'));

/** A copy of a source file, changed, and importing what its original imports. */
async function changed<T>(source: string, change: (text: string) => string): Promise<T> {
  const text = readFileSync(join(root, source), 'utf8');
  const now = change(text);
  if (now === text) throw new Error(`${source} has changed: nowhere to put the guide's line`);
  const here = pathToFileURL(join(root, source)).href;
  const settled = now.replaceAll(/'(\.\.?\/[^']+)'/g, (_all, path: string) => `'${new URL(path, here).href}'`);
  writeFileSync(copyOf(source), settled);
  return (await import(/* @vite-ignore */ pathToFileURL(copyOf(source)).href)) as T;
}

const CUSTOMER = 'packages/domain/src/customers/customer.ts';

/** The area as it is once the guide's two lines are in. */
async function customersModuleWithTheField(): Promise<Module> {
  const { customer } = await changed<{ customer: Entity }>(CUSTOMER, (text) =>
    text.replace('fields: {', `fields: {\n${fromGuide(0)}`),
  );
  const column = `number: text('number').notNull(),`;
  const { customers } = await changed<{ customers: PgTable }>('packages/modules/src/customers/table.ts', (text) =>
    text.replace(column, `${column}\n${fromGuide(1)}`),
  );
  const { customerMutations } = await changed<{ customerMutations: MutationDefinition[] }>(
    'packages/modules/src/customers/graphql.ts',
    (text) => text.replace('@perennial/domain/customers/customer', pathToFileURL(copyOf(CUSTOMER)).href),
  );
  const models = (customersModule.models ?? []).map((m) =>
    m.entity.name === 'Customer' ? { ...model(customer, customers, { root: true }), relations: m.relations } : m,
  );
  return { ...customersModule, models, mutations: customerMutations };
}

describe('the guide: add a field to customer', () => {
  it('works with its two lines: written, filtered, granted, and unknown to whom it was not granted', async () => {
    const shop = await openShop();
    await shop.db.orm.execute(sql`alter table customers add column vat_number text`);
    const changedModule = await customersModuleWithTheField();
    const modules = shop.registry.modules.map((each) => (each.name === 'customers' ? changedModule : each));
    const registry = buildRegistry(modules);
    const engine = createEngine(shop.db, runnerPorts({ ...shop.env, registry }, shop.outbox));

    expect(printSchema(engine.staff.schema)).toMatch(/type Customer implements Node \{[^}]*vatNumber: String\n/);
    expect(printSchema(engine.staff.schema)).toMatch(/input CustomerFilter \{[^}]*vatNumber: TextFilter/);
    expect(printSchema(engine.staff.schema)).toMatch(/input CustomerUpdateInput \{[^}]*vatNumber: String/);
    expect(printSchema(engine.partner(['Customer.number', 'Customer.vatNumber']).schema)).toContain(
      'vatNumber: String',
    );
    expect(printSchema(engine.partner(['Customer.number']).schema)).not.toContain('vatNumber');

    await shop.db.orm
      .execute(sql`insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, vat_number, created_at, updated_at)
      values ('00000000-0000-7000-8000-000000000001', '1', 'UNKNOWN', 'GB', 'GB', 'KEY', 'ACTIVE', '2011-01-01', 'GBP', 'GB123', now(), now())`);
    const query = '{ customers(filter: { vatNumber: { startsWith: "GB" } }) { nodes { number vatNumber } } }';
    const { data } = await engine.staff.execute(
      { document: parse(query), documentHash: query, operationName: null, variables: {} },
      owner,
    );
    expect(JSON.parse(JSON.stringify(data))).toEqual({ customers: { nodes: [{ number: '1', vatNumber: 'GB123' }] } });
  });
});
