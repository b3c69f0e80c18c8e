import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeParam, parseArray, parseInt8 } from './params.ts';

test('a list written as an array literal is read back, whatever is in it', () => {
  const item = fc.oneof(fc.string(), fc.constantFrom('NULL', '', '{', '}', ',', '"', '\\', 'a\\"b', '\n', ' '));
  fc.assert(
    fc.property(fc.array(fc.option(item)), (list) => {
      expect(parseArray(encodeParam(list)!)).toEqual(list);
    }),
  );
});

test.each([
  ['{a,"b c",NULL,"NULL"}', ['a', 'b c', null, 'NULL']],
  ['{}', []],
  ['{01a1-b,c}', ['01a1-b', 'c']],
])('%s is read as the server means it', (literal, list) => expect(parseArray(literal)).toEqual(list));

test('a whole number is a number while that is exact', () => {
  expect(parseInt8('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
  expect(parseInt8('9007199254740993')).toBe(9007199254740993n);
});
