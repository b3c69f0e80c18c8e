import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruiseImports } from '../law/cruise-imports.ts';
import { plantedCopy } from '../law/planted.ts';
import { entityNames } from './names.ts';
import { scaffoldEntity } from './new-entity.ts';
import type { Scaffolded } from './new-entity.ts';

const root = resolve(import.meta.dirname, '../../../..');

describe('npm run new', () => {
  let copy: { root: string; remove: () => Promise<void> };
  let newArea: Scaffolded;
  let sameArea: Scaffolded;

  beforeAll(async () => {
    copy = await plantedCopy(root, []);
    newArea = await scaffoldEntity(copy.root, 'care', 'ServiceVisit');
    sameArea = await scaffoldEntity(copy.root, 'customers', 'Delivery');
  }, 60_000);
  afterAll(() => copy?.remove());

  const run = (tool: string, ...args: string[]) => {
    const bin = join(root, 'node_modules/.bin', tool);
    const { stdout, stderr, status } = spawnSync(bin, args, { cwd: copy.root, encoding: 'utf8' });
    return { said: `${stdout}${stderr}`, status };
  };
  const written = () => [...newArea.written, ...sameArea.written];

  test('writes the files of a new area, or five beside those that an area has', () => {
    expect(newArea.written).toHaveLength(6);
    expect(sameArea.written).toHaveLength(5);
  });

  test('what it writes compiles', () => {
    // one project is enough: its tests bring in the domain, and the api's list of areas through the testkit
    const { said } = run('tsc', '-p', 'packages/modules/tsconfig.json');
    const about = [...written(), ...newArea.changed];
    expect(said.split('\n').filter((line) => about.some((file) => line.startsWith(file)))).toEqual([]);
  });

  test('what it writes passes lint and format', () => {
    const files = [...written(), ...newArea.changed];
    expect(run('oxlint', '--deny-warnings', '-c', join(root, '.oxlintrc.json'), ...files)).toMatchObject({ status: 0 });
    expect(run('prettier', '--check', ...files)).toMatchObject({ status: 0 });
  });

  test('what it writes keeps the import law', async () => {
    const { violations } = await cruiseImports(copy.root);
    expect(violations.filter(({ from }) => written().includes(from) || newArea.changed.includes(from))).toEqual([]);
  });

  test('a new area is served, has its place in the law and its table a migration', async () => {
    expect(await readFile(join(copy.root, 'apps/api/src/extensions.ts'), 'utf8')).toContain('  careModule,\n];');
    expect(await readFile(join(copy.root, 'packages/testkit/src/law/areas.ts'), 'utf8')).toContain(
      "care: ['customers'],",
    );
    expect(run('node', 'packages/modules/migrations/generate.ts')).toMatchObject({ status: 0 });
    expect(run('node', 'apps/api/src/print-schemas.ts')).toEqual({ said: '', status: 0 });
    const schema = await readFile(join(copy.root, 'staff.graphql'), 'utf8');
    expect(schema).toContain('type ServiceVisit implements Node');
    expect(schema).toContain('serviceVisitCreate(');
  });

  test('overwrites nothing', async () => {
    await expect(scaffoldEntity(copy.root, 'customers', 'Delivery')).rejects.toThrow(/there already/);
  });
});

describe('names', () => {
  test('all follow from the area and the entity', () => {
    expect(entityNames('care', 'ServiceVisit')).toMatchObject({
      one: 'serviceVisit',
      many: 'serviceVisits',
      file: 'service-visit',
      table: 'service_visits',
      words: 'service visit',
    });
    expect(entityNames('customers', 'Delivery')).toMatchObject({ many: 'deliveries', table: 'deliveries' });
  });

  test.each([
    ['Care', 'ServiceVisit'],
    ['care', 'serviceVisit'],
    ['../care', 'Visit'],
    ['care', 'Service_Visit'],
  ])('%s %s is refused with a sentence that shows how', (area, type) => {
    expect(() => entityNames(area, type)).toThrow(/e\.g\./);
  });
});
