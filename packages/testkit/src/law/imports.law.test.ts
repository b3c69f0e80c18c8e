import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaMayImport } from './areas.ts';
import { cruiseImports } from './cruise-imports.ts';
import type { CruisedImports } from './cruise-imports.ts';
import { importRules } from './import-rules.ts';
import { plantedCopy, typeTwin } from './planted.ts';
import type { Plant } from './planted.ts';

const root = resolve(import.meta.dirname, '../../../..');
const areas = 'packages/modules/src';

/** At least one import for each rule that must never pass. */
const plants: readonly Plant[] = [
  { rule: 'domain-is-pure', file: 'packages/domain/src/customers/planted-drizzle.ts', specifier: 'drizzle-orm' },
  { rule: 'domain-is-pure', file: 'packages/domain/src/customers/planted-node.ts', specifier: 'node:fs' },
  {
    rule: 'domain-is-pure',
    file: 'packages/domain/src/shared/planted-kernel.ts',
    specifier: '@perennial/kernel/db/ids',
  },
  {
    rule: 'kernel-knows-no-business',
    file: 'packages/kernel/src/db/planted-customer.ts',
    specifier: '@perennial/domain/customers/customer',
  },
  {
    rule: 'kernel-knows-no-business',
    file: 'packages/kernel/src/db/planted-area.ts',
    specifier: '@perennial/modules/customers/index',
  },
  {
    rule: 'modules-stand-on-domain-and-kernel',
    file: `${areas}/customers/planted-testkit.ts`,
    specifier: '@perennial/testkit/law/areas',
  },
  {
    rule: 'modules-stand-on-domain-and-kernel',
    file: `${areas}/customers/planted-api.ts`,
    specifier: '../../../../apps/api/src/main.ts',
  },
  { rule: 'area-through-its-index', file: `${areas}/sales/planted-service.ts`, specifier: '../customers/service.ts' },
  {
    rule: 'area-through-its-index',
    file: `${areas}/sales/planted-other-service.ts`,
    specifier: '../customers/table.ts',
  },
  {
    rule: 'area-through-its-index',
    file: `${areas}/sales/planted-long-way.ts`,
    specifier: '@perennial/modules/customers/table',
  },
  {
    rule: 'table-is-storage-only',
    file: `${areas}/sales/planted-table.ts`,
    specifier: '@perennial/domain/customers/customer',
  },
  { rule: 'table-is-storage-only', file: `${areas}/sales/planted-zod-table.ts`, specifier: 'zod' },
  { rule: 'service-without-graphql', file: `${areas}/customers/planted-g-service.ts`, specifier: './graphql.ts' },
  { rule: 'service-without-graphql', file: `${areas}/customers/planted-lib-service.ts`, specifier: 'graphql' },
  { rule: 'graphql-without-sql', file: `${areas}/customers/planted-graphql.ts`, specifier: './table.ts' },
  { rule: 'graphql-without-sql', file: `${areas}/customers/planted-sql-graphql.ts`, specifier: 'drizzle-orm' },
  { rule: 'api-without-sql', file: 'apps/api/src/planted-drizzle.ts', specifier: 'drizzle-orm' },
  { rule: 'api-without-sql', file: 'apps/api/src/planted-postgres.ts', specifier: 'postgres' },
  { rule: 'api-without-sql', file: 'apps/api/src/planted-pglite.ts', specifier: '@electric-sql/pglite' },
  { rule: 'admin-behind-the-api', file: 'apps/admin/src/planted-kernel.ts', specifier: '@perennial/kernel/db/ids' },
  {
    rule: 'admin-behind-the-api',
    file: 'apps/admin/src/planted-modules.ts',
    specifier: '@perennial/modules/customers/index',
  },
  {
    rule: 'kind-stands-on-domain',
    file: 'packages/kind-trade-in/src/planted-modules.ts',
    specifier: '@perennial/modules/customers/index',
  },
  { rule: 'kind-stands-on-domain', file: 'packages/kind-trade-in/src/planted-library.ts', specifier: 'zod' },
  {
    rule: 'modules-stand-on-domain-and-kernel',
    file: `${areas}/customers/planted-kind.ts`,
    specifier: '@perennial/kind-trade-in',
  },
  {
    rule: 'client-stands-alone',
    file: 'packages/client/src/planted-domain.ts',
    specifier: '@perennial/domain/shared/errors',
  },
  { rule: 'declared', file: 'packages/kernel/src/planted-undeclared.ts', specifier: 'csv-parse' },
  { rule: 'resolvable', file: 'packages/kernel/src/planted-nowhere.ts', specifier: '@perennial/kernel/nowhere' },
  ...againstTheOrder(),
];

/** For each area that may not import every other one: an import, in domain and in modules, that goes the wrong way. */
function againstTheOrder(): Plant[] {
  return Object.entries(areaMayImport).flatMap(([area, allowed]) => {
    const wrong = Object.keys(areaMayImport).find((other) => other !== area && !allowed.includes(other));
    if (!wrong) return [];
    const rule = `area-order-${area}`;
    return [
      { rule, file: `${areas}/${area}/planted-order.ts`, specifier: `../${wrong}/index.ts` },
      { rule, file: `packages/domain/src/${area}/planted-order.ts`, specifier: `../${wrong}/target.ts` },
    ];
  });
}

describe('the import law', () => {
  test('is kept by every file of the repository', async () => {
    const found = await cruiseImports(root);
    expect(found.modules).toBeGreaterThan(40);
    expect(found.imports).toBeGreaterThan(found.modules);
    expect(found.violations).toEqual([]);
  });

  test('has a place for every business area', async () => {
    const there = (await readdir(join(root, areas), { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const missing = there.map(({ name }) => name).filter((name) => !(name in areaMayImport));
    expect(missing, 'enter these in packages/testkit/src/law/areas.ts').toEqual([]);
  });

  test('has a planted violation for each of its rules', () => {
    const planted = new Set(['no-cycles', ...plants.map(({ rule }) => rule)]);
    expect(importRules.map(({ name }) => name).filter((name) => !planted.has(name!))).toEqual([]);
  });
});

describe('a planted violation', () => {
  let copy: Awaited<ReturnType<typeof plantedCopy>>;
  let found: CruisedImports;
  beforeAll(async () => {
    copy = await plantedCopy(root, plants);
    found = await cruiseImports(copy.root);
  }, 60_000);
  afterAll(() => copy?.remove());

  const caught = (rule: string, file: string) =>
    found.violations.some((each) => each.rule === rule && each.from === file);

  test.each(['planted-cycle', 'planted-as-type-cycle'])('no-cycles: %s is caught', (name) => {
    const here = (end: string) => caught('no-cycles', `packages/domain/src/shared/${name}${end}.ts`);
    expect(here('') || here('-back')).toBe(true);
  });

  test.each(plants)('$rule: $file → $specifier is caught', ({ rule, file }) => {
    expect(caught(rule, file), 'as a value import').toBe(true);
    expect(caught(rule, typeTwin(file)), 'as a type import').toBe(true);
  });
});
