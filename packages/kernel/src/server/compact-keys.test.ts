import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactKeys } from './apollo.ts';

/** JSON as PostgreSQL's `json_object` writes it. */
function asPostgres(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asPostgres).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)} : ${asPostgres(inner)}`)
    .join(', ')}}`;
}

const name = fc.stringMatching(/^[A-Za-z_]\w{0,8}$/);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a" : b', 'a\\" : b', '" : ', '\\', 'x"'));
const { answer } = fc.letrec((tie) => ({
  answer: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.constant(null), tie('list'), tie('row')),
  list: fc.array(tie('answer'), { maxLength: 4 }),
  row: fc.dictionary(name, tie('answer'), { maxKeys: 4 }),
}));

test('an answer is written without spaces around its keys', () => {
  expect(compactKeys('{"customers" : {"totalCount" : 537}}')).toBe('{"customers":{"totalCount":537}}');
});

test('no value changes, whatever it holds', () => {
  fc.assert(
    fc.property(answer, (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(compactKeys(asPostgres(value)))).toEqual(plain);
    }),
    { numRuns: 500 },
  );
});
