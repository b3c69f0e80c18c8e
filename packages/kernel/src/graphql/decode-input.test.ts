import { f } from '@perennial/domain/shared/fields';
import { customerId, orchardModule, treeId, varietyId, idOf } from '@perennial/testkit/orchard/open-orchard';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildRegistry } from '../registry/module.ts';
import { decodeInput } from './decode-input.ts';
import { gid, named } from './operations.ts';

const registry = buildRegistry([orchardModule]);
const decode = (shape: z.ZodRawShape, input: Record<string, unknown>) => decodeInput(registry, z.object(shape), input);

describe('what an input says becomes what its declaration describes', () => {
  test('global ids become references, each kind with the keys it has', () => {
    const shape = {
      c: gid('Customer'),
      t: gid('Tree'),
      v: gid('Variety'),
      o: gid('Tree').optional(),
      n: gid('Tree').nullable(),
    };
    expect(decode(shape, { c: customerId(1), t: treeId(1, 2), v: varietyId(3), o: treeId(4, 5), n: null })).toEqual({
      c: { customerId: idOf(1, 1) },
      t: { customerId: idOf(1, 1), id: idOf(2, 2) },
      v: { id: idOf(3, 3) },
      o: { customerId: idOf(1, 4), id: idOf(2, 5) },
      n: null,
    });
  });

  test('references become the row’s own id, moments become dates, at any depth', () => {
    const leaf = z.object({
      at: z.date(),
      when: f.instant({}),
      variety: f.ref('Variety', {}),
      tree: f.ref('Tree', { nullable: true }).optional(),
    });
    const shape = {
      deep: z.array(z.object({ leaves: named('Leaves', z.array(leaf)).optional() })),
      ids: z.array(z.array(gid('Variety'))),
    };
    const leaves = [
      { at: '2026-01-01T00:00:00+01:00', when: '2026-01-01T00:00:00.5Z', variety: varietyId(1), tree: treeId(1, 9) },
    ];
    expect(decode(shape, { deep: [{ leaves }, {}, { leaves: [] }], ids: [[varietyId(1)], []] })).toEqual({
      deep: [
        {
          leaves: [
            {
              at: new Date('2025-12-31T23:00:00Z'),
              when: new Date('2026-01-01T00:00:00.500Z'),
              variety: idOf(3, 1),
              tree: idOf(2, 9),
            },
          ],
        },
        {},
        { leaves: [] },
      ],
      ids: [[{ id: idOf(3, 1) }], []],
    });
  });

  test('null means "not given" where only that can be meant, and null where the field knows it', () => {
    const shape = {
      plain: z.string().optional(),
      known: f.text({ max: 9, nullable: true }).optional(),
      preset: z.int().default(5),
      ref: f.ref('Variety', { nullable: true }).optional(),
      list: z.array(z.string()).optional(),
    };
    expect(decode(shape, { plain: null, known: null, preset: null, ref: null, list: null })).toEqual({
      known: null,
      preset: 5,
      ref: null,
    });
    expect(decode(shape, {})).toEqual({ preset: 5 });
  });

  test('texts are trimmed as declared', () => {
    expect(decode({ name: f.text({ max: 5 }) }, { name: '  five5 ' })).toEqual({ name: 'five5' });
  });
});

describe('a fault is told with its place', () => {
  const trees = {
    list: z.array(
      z.object({ tree: gid('Tree'), n: z.int().max(3), v: f.ref('Variety', {}), t: z.string().trim().min(1) }),
    ),
  };
  const good = { tree: treeId(1, 1), n: 1, v: varietyId(1), t: 'a' };

  test.each([
    ['an id of another type', { ...good, tree: varietyId(1) }, 'BAD_ID', 'tree', { type: 'Tree' }],
    ['half an id', { ...good, tree: customerId(1).replace('Customer', 'Tree') }, 'BAD_ID', 'tree', { type: 'Tree' }],
    ['a reference elsewhere', { ...good, v: treeId(1, 1) }, 'BAD_ID', 'v', { type: 'Variety' }],
    ['a reference that is none', { ...good, v: idOf(3, 1) }, 'BAD_ID', 'v', { type: 'Variety' }],
    ['too much', { ...good, n: 4 }, 'INVALID_FIELD', 'n', { field: 'n', problem: 'too_big', maximum: 3 }],
    ['a text of blanks', { ...good, t: ' ' }, 'INVALID_FIELD', 't', { minimum: 1, of: 'string' }],
    ['a wrong type', { ...good, n: 'x' }, 'INVALID_FIELD', 'n', { field: 'n', problem: 'invalid_type' }],
  ])('%s', (_, item, code, field, params) => {
    let thrown: unknown;
    try {
      decode(trees, { list: [good, item] });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code, path: ['list', '1', field], params });
  });

  test('a type that is no entity is a mistake in the declaration', () => {
    expect(() => decode({ id: gid('Unicorn') }, { id: varietyId(1) })).toThrow(TypeError);
    expect(() => decode({ id: f.ref('Unicorn', {}) }, { id: varietyId(1) })).toThrow(TypeError);
  });
});
