import { f } from '@perennial/domain/shared/fields';
import { printType, type GraphQLNamedType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { gid, named } from './operations.ts';
import { enumType, inputObject, inputType, outputType, type TypeStore } from './zod-types.ts';

const store = (): TypeStore => ({ enums: new Map(), inputs: new Map(), outputs: new Map() });
const printed = (type: unknown): string => printType(type as GraphQLNamedType);

describe('an input', () => {
  test('requires what is neither optional nor nullable, and is named after its operation', () => {
    const kept = store();
    const schema = z.object({
      must: z.string(),
      may: z.string().optional(),
      empty: z.string().nullable(),
      preset: z.int32().default(1),
      id: gid('Tree'),
      ids: z.array(gid('Tree')).optional(),
      at: z.date(),
      day: f.date({ nullable: true }),
      due: z.iso.date(),
      until: z.iso.datetime({ offset: true }).optional(),
      kind: z.enum(['A', 'B']),
      money: f.money({}),
      price: f.unitPrice({}).optional(),
      rows: z.array(z.object({ n: z.number() })),
      free: z.record(z.string(), z.unknown()),
      either: z.union([z.string(), z.number()]).optional(),
      whole: z.int(),
    });
    expect(printed(inputObject(kept, schema, 'TreePlantInput'))).toBe(
      `input TreePlantInput {
  must: String!
  may: String
  empty: String
  preset: Int
  id: ID!
  ids: [ID!]
  at: DateTime!
  day: Date
  due: Date!
  until: DateTime
  kind: TreePlantKind!
  money: MinorUnits!
  price: UnitPrice
  rows: [TreePlantRowsInput!]!
  free: JSON!
  either: JSON
  whole: MinorUnits!
}`,
    );
    expect(printed(kept.inputs.get('TreePlantRowsInput'))).toBe('input TreePlantRowsInput {\n  n: Float!\n}');
    expect(printed(kept.enums.get('TreePlantKind'))).toBe('enum TreePlantKind {\n  A\n  B\n}');
  });

  test('that several operations share is one type', () => {
    const kept = store();
    const shared = named('Period', z.object({ from: f.date({}) }));
    const [one, two] = ['A', 'B'].map((name) => inputType(kept, shared, name));
    expect([String(one), String(two)]).toEqual(['PeriodInput!', 'PeriodInput!']);
    expect(kept.inputs.size).toBe(1);
  });
});

describe('an output', () => {
  test('says what may be null, and names what stands inside it', () => {
    const kept = store();
    const figure = z.object({
      count: z.int().max(2_147_483_647),
      total: z.int(),
      share: z.number(),
      ok: z.boolean(),
      worst: z.object({ name: z.string() }).nullable(),
      days: z.array(z.object({ day: f.date({}) })),
      tags: f.textList({}),
      kind: f.enum('Kind', ['X'], {}),
      only: z.literal('FIXED'),
    });
    const type = outputType(kept, figure, 'Home');
    expect(String(type)).toBe('Home!');
    expect(printed(kept.outputs.get('Home'))).toBe(
      `type Home {
  count: Int!
  total: MinorUnits!
  share: Float!
  ok: Boolean!
  worst: HomeWorst
  days: [HomeDays!]!
  tags: [String!]!
  kind: Kind!
  only: HomeOnly!
}`,
    );
    expect([...kept.outputs.keys()].sort()).toEqual(['Home', 'HomeDays', 'HomeWorst']);
    expect(String(outputType(kept, z.array(z.string()).nullable(), 'List'))).toBe('[String!]');
  });

  test('as input and output under one name do not get in each other’s way', () => {
    const kept = store();
    const shared = named('Step', z.object({ n: z.int32() }));
    expect([String(inputType(kept, shared, 'x')), String(outputType(kept, shared, 'y'))]).toEqual([
      'StepInput!',
      'Step!',
    ]);
  });
});

test('two different enums of one name are a mistake', () => {
  const kept = store();
  enumType(kept, 'Kind', ['A', 'B']);
  expect(enumType(kept, 'Kind', ['A', 'B'])).toBe(kept.enums.get('Kind'));
  expect(() => enumType(kept, 'Kind', ['A'])).toThrow('two different enums are called Kind');
});
