import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { aliasRule, depthRule, fieldRule, introspectionDepthRule, limitRules, rootFieldRule } from './limit-rules.ts';
import { LIMITS, type Limits } from './limits.ts';

const schema = buildSchema('type Query { a: Query b: Query n: Int }');
const codes = (
  rule: (limits: Limits) => ReturnType<typeof depthRule>,
  query: string,
  limits: Partial<Limits>,
): unknown[] =>
  validate(schema, parse(query), [rule({ ...LIMITS, ...limits })]).map((error) => error.extensions['code']);

describe('DEPTH_LIMIT', () => {
  it('lets the limit pass and refuses one more', () => {
    expect(codes(depthRule, '{a{a{n}}}', { depth: 3 })).toEqual([]);
    expect(codes(depthRule, '{a{a{a{n}}}}', { depth: 3 })).toEqual(['DEPTH_LIMIT']);
  });

  it('sees through fragments, inline and named', () => {
    const nested = '{ a { ... on Query { ...F } } } fragment F on Query { a { b { n } } }';
    expect(codes(depthRule, nested, { depth: 4 })).toEqual([]);
    expect(codes(depthRule, nested, { depth: 3 })).toEqual(['DEPTH_LIMIT']);
  });

  it('does not run forever on fragments that contain themselves', () => {
    expect(codes(depthRule, '{...F} fragment F on Query {a{...F}}', { depth: 5 })).toEqual([]);
  });

  it('leaves introspection to its own bound', () => {
    const introspection = '{__schema{types{fields{type{ofType{ofType{name}}}}}}}';
    expect(codes(depthRule, introspection, { depth: 2 })).toEqual([]);
    expect(codes(introspectionDepthRule, introspection, { introspectionDepth: 7 })).toEqual([]);
    expect(codes(introspectionDepthRule, introspection, { introspectionDepth: 6 })).toEqual(['DEPTH_LIMIT']);
  });
});

describe('ALIAS_LIMIT', () => {
  it('counts aliases everywhere, fragments as often as they are used', () => {
    const query = '{x: a{y: n} ...F a{...F}} fragment F on Query {z: n}';
    expect(codes(aliasRule, query, { aliases: 4 })).toEqual([]);
    expect(codes(aliasRule, query, { aliases: 3 })).toEqual(['ALIAS_LIMIT']);
  });
});

describe('ROOT_FIELD_LIMIT', () => {
  it('counts root fields through fragments', () => {
    const query = '{n ...F ... on Query{b{n}}} fragment F on Query {a{n} n}';
    expect(codes(rootFieldRule, query, { rootFields: 4 })).toEqual([]);
    expect(codes(rootFieldRule, query, { rootFields: 3 })).toEqual(['ROOT_FIELD_LIMIT']);
  });
});

describe('FIELD_LIMIT', () => {
  it('defuses fragments that double each other without spreading them out', () => {
    const levels = 60;
    const bomb =
      '{...F0}' +
      Array.from({ length: levels }, (_, i) => `fragment F${i} on Query {a{...F${i + 1}} b{...F${i + 1}}}`).join('') +
      `fragment F${levels} on Query {n}`;
    expect(codes(fieldRule, bomb, {})).toEqual(['FIELD_LIMIT']);
  });

  it('defuses a bomb at the root', () => {
    const levels = 40;
    const bomb =
      '{...F0}' +
      Array.from({ length: levels }, (_, i) => `fragment F${i} on Query {...F${i + 1} ...F${i + 1}}`).join('') +
      `fragment F${levels} on Query {n}`;
    expect(codes(fieldRule, bomb, {})).toEqual(['FIELD_LIMIT']);
  });
});

it('measures in linear time what holds no field at all', () => {
  const levels = 60;
  const spreads = Array.from({ length: levels }, (_, i) => `fragment F${i} on Query {...F${i + 1} ...F${i + 1}}`).join(
    '',
  );
  expect(
    validate(schema, parse(`{...F0} ${spreads} fragment F${levels} on Query {...Nowhere}`), limitRules(LIMITS)),
  ).toEqual([]);
});

it('lets the usual introspection query pass', () => {
  const query = parse(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, specifiedByUrl: true }));
  expect(validate(schema, query, limitRules(LIMITS))).toEqual([]);
});

it('judges every operation of a document', () => {
  const two = 'query A {n} query B {a{a{a{n}}}}';
  expect(codes(depthRule, two, { depth: 2 })).toEqual(['DEPTH_LIMIT']);
});
