import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { hash } from 'node:crypto';
import { AcceptedDocuments, documentGate } from './documents.ts';
import { LIMITS } from './limits.ts';

const key = (query: string) => `prefix:${hash('sha256', query, 'hex')}`;

it('drops what was not asked for longest, by length of text', async () => {
  const store = new AcceptedDocuments(30);
  const [a, b, c] = ['{a aaaaaaa}', '{b bbbbbbb}', '{c ccccccc}'] as const;
  await store.set(key(a), parse(a));
  await store.set(key(b), parse(b));
  await store.get(key(a));
  await store.set(key(c), parse(c));
  expect([await store.get(key(a)), await store.get(key(b)), await store.get(key(c))].map(Boolean)).toEqual([
    true,
    false,
    true,
  ]);
  await store.set(key(c), parse(c));
  expect(await store.get(key(a))).toBeDefined();
});

it('looks at a text only until it was accepted', async () => {
  const schema = buildSchema('type Query { a: Query n: Int }');
  const store = new AcceptedDocuments(1_000);
  const gate = documentGate(schema, store, { ...LIMITS, depth: 2 });
  expect(() => gate('{a{a{n}}}')).toThrow(/nests too deeply/);
  await store.set(key('{a{a{n}}}'), parse('{a{a{n}}}'));
  gate('{a{a{n}}}');
  gate('{a{n}}');
  gate(42);
  gate('{ this is no document');
});
