import { parseValue } from 'graphql';
import { expect, test } from 'vitest';
import { GraphQLDate, GraphQLDateTime, GraphQLJSON, GraphQLMinorUnits } from './scalars.ts';

test.each([
  [GraphQLDate, '2024-02-29', true],
  [GraphQLDate, '0001-01-01', true],
  [GraphQLDate, '9999-12-31', true],
  [GraphQLDate, '2023-02-29', false],
  [GraphQLDate, '0000-01-01', false],
  [GraphQLDate, '2023-13-01', false],
  [GraphQLDate, '2023-1-1', false],
  [GraphQLDate, '2023-01-01T00:00:00Z', false],
  [GraphQLDate, 20230101, false],
  [GraphQLDateTime, '2023-01-01T00:00Z', true],
  [GraphQLDateTime, '2023-01-01T00:00:00.123456789-14:00', true],
  [GraphQLDateTime, '2023-01-01T23:59:59+05:45', true],
  [GraphQLDateTime, '2023-02-29T00:00:00Z', false],
  [GraphQLDateTime, '2023-01-01T25:00:00Z', false],
  [GraphQLDateTime, '2023-01-01T00:00:00+15:00', false],
  [GraphQLDateTime, '2023-01-01T00:00:00+01:60', false],
  [GraphQLDateTime, '2023-01-01T00:00:00', false],
  [GraphQLDateTime, '2023-01-01', false],
  [GraphQLDateTime, '0000-01-01T00:00:00Z', false],
  [GraphQLDateTime, null, false],
  [GraphQLMinorUnits, Number.MAX_SAFE_INTEGER, true],
  [GraphQLMinorUnits, -1, true],
  [GraphQLMinorUnits, 2 ** 53, false],
  [GraphQLMinorUnits, 1.5, false],
  [GraphQLMinorUnits, '1', false],
  [GraphQLMinorUnits, Number.NaN, false],
])('%s %j: %s', (scalar, value, accepted) => {
  if (accepted) expect(scalar.parseValue(value)).toBe(value);
  else expect(() => scalar.parseValue(value)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }) as Error);
});

test('moments and days are written alike in a document; numbers only as whole numbers', () => {
  expect(GraphQLDate.parseLiteral(parseValue('"2024-02-29"'))).toBe('2024-02-29');
  expect(() => GraphQLDate.parseLiteral(parseValue('20240229'))).toThrow('Date is written like');
  expect(GraphQLMinorUnits.parseLiteral(parseValue('-12'))).toBe(-12);
  for (const wrong of ['1.0', '"1"', '9007199254740993', 'true'])
    expect(() => GraphQLMinorUnits.parseLiteral(parseValue(wrong)), wrong).toThrow('whole number');
});

test('a free document holds every sort of value, and variables', () => {
  const literal = '{ a: [1, 2.5, null, true, "x", E, $v], b: { c: {} } }';
  expect(GraphQLJSON.parseLiteral(parseValue(literal), { v: { deep: 1 } })).toEqual({
    a: [1, 2.5, null, true, 'x', 'E', { deep: 1 }],
    b: { c: {} },
  });
});
