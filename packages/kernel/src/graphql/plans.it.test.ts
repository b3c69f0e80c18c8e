import { customerId, openOrchard, plantOrchard, treeId, type Orchard } from '@perennial/testkit/orchard/open-orchard';
import { parse } from 'graphql';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Plan } from './compile/plan.ts';
import { Planner, type ReadRequest } from './planner.ts';

let orchard: Orchard;

beforeAll(async () => {
  orchard = await openOrchard();
  await plantOrchard(orchard);
});

const request = (query: string, variables: Record<string, unknown> = {}): ReadRequest => ({
  document: parse(query),
  documentHash: query,
  operationName: null,
  variables,
});

function plannerOf(keep?: number) {
  const planner = new Planner(orchard.engine.staff.schema, orchard.registry, false, keep);
  return (query: string, variables: Record<string, unknown> = {}): Plan | null => {
    const asked = request(query, variables);
    return planner.split(asked, planner.variables(asked)).plan;
  };
}

describe('a plan', () => {
  const DOCUMENT = `query ($n: Int, $f: CustomerFilter, $by: CustomerOrder, $after: String, $id: ID!, $yes: Boolean = true) {
    customers(first: $n, filter: $f, orderBy: $by, after: $after) { nodes { number @include(if: $yes) } } node(id: $id) { id } }`;
  const usual = { n: 5, f: { number: { in: ['a'] }, or: [{ value: { gt: 1 } }] }, by: 'ID_ASC', id: customerId(1) };

  test.each([
    [
      'other texts, numbers and ids',
      { f: { number: { in: ['b', 'c', 'd'] }, or: [{ value: { gt: 999 } }] }, id: customerId(2) },
    ],
    ['variables that it does not declare', { stray: 1 }],
    ['a default written out', { yes: true }],
  ])('is used again for %s', (_, other) => {
    const plan = plannerOf();
    expect(plan(DOCUMENT, { ...usual, ...other })).toBe(plan(DOCUMENT, usual));
  });

  test.each([
    ['another page size', { n: 6 }],
    ['no page size', { n: undefined }],
    ['another order', { by: 'VALUE_ASC' }],
    ['another comparison', { f: { number: { eq: 'a' }, or: [{ value: { gt: 1 } }] } }],
    ['one condition more', { f: { ...usual.f, or: [{ value: { gt: 1 } }, { value: { lt: 1 } }] } }],
    ['a filter that is left out', { f: undefined }],
    ['a filter that is empty', { f: {} }],
    ['a cursor', { after: 'x' }],
    ['another flag', { yes: false }],
    ['an id of another type', { id: treeId(1, 1) }],
  ])('is another one for %s', (_, other) => {
    const plan = plannerOf();
    const given = Object.fromEntries(Object.entries({ ...usual, ...other }).filter(([, value]) => value !== undefined));
    const [one, two] = [plan(DOCUMENT, usual), plan(DOCUMENT, given)];
    expect(two).not.toBe(one);
    expect(two?.sql).not.toBe(one?.sql);
    expect(plan(DOCUMENT, usual)).toBe(one);
  });

  test('holds no value of a variable: whatever a caller sends goes as a parameter', () => {
    const plan = plannerOf();
    const nasty = `x'; drop table orchard_customers; --`;
    const document = `query ($t: String, $f: CustomerFilter, $o: Int) { customers(search: $t, offset: $o, filter: $f) { nodes { id } }
      written: customers(search: "${nasty}", filter: { number: { contains: "${nasty}", in: ["${nasty}"] } }) { nodes { id } } }`;
    const made = plan(document, { t: nasty, o: 7777, f: { number: { eq: nasty, startsWith: nasty } } });
    expect(made?.sql).not.toContain('drop');
    expect(made?.sql).not.toContain('7777');
    expect(made?.bindings).toHaveLength(7);
  });

  test('is forgotten when others were used since, and made anew', () => {
    const plan = plannerOf(2);
    const [a, b, c] = ['{ customers { totalCount } }', '{ trees { totalCount } }', '{ varieties { totalCount } }'];
    const [first, second] = [plan(a ?? ''), plan(b ?? '')];
    expect(plan(a ?? '')).toBe(first);
    plan(c ?? '');
    expect(plan(a ?? '')).toBe(first);
    expect(plan(b ?? '')).not.toBe(second);
  });

  test('is kept for so many shapes of one document and no more', () => {
    const plan = plannerOf();
    const document = 'query ($n: Int) { customers(first: $n) { totalCount } }';
    const first = plan(document, { n: 1 });
    for (let n = 2; n <= 50; n += 1) plan(document, { n });
    expect(plan(document, { n: 1 })).toBe(first);
    for (let n = 51; n <= 100; n += 1) plan(document, { n });
    expect(plan(document, { n: 1 })).not.toBe(first);
  });

  test('belongs to its operation, where a document has several', () => {
    const planner = new Planner(orchard.engine.staff.schema, orchard.registry, false);
    const document = 'query A { customers { totalCount } } query B { trees { totalCount } }';
    const [a, b] = ['A', 'B'].map((operationName) => planner.split({ ...request(document), operationName }, {}).plan);
    expect(a?.sql).toContain('orchard_customers');
    expect(b?.sql).toContain('orchard_trees');
  });
});

describe('the database', () => {
  test('is asked once, whatever the document asks', async () => {
    const document = `{ customers { totalCount nodes { label trees { nodes { variety { code trees { totalCount } } } } } } v: varieties { nodes { id } } node(id: "${customerId(1)}") { id } }`;
    const statements = await orchard.statements(document);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.pool).toBe('read');
    expect(await orchard.statements('{ __schema { queryType { name } } }')).toEqual([]);
  });

  test('prepares a statement when it comes back, not when it comes', async () => {
    const spy = vi.spyOn(orchard.db, 'readText');
    const prepared = async (query: string, variables = {}) => {
      spy.mockClear();
      await orchard.ask(query, variables);
      return spy.mock.calls.map(([, , options]) => options?.prepare);
    };
    const document = 'query ($id: ID!) { customer(id: $id) { orders } }';
    expect(await prepared(document, { id: customerId(1) })).toEqual([false]);
    expect(await prepared(document, { id: customerId(2) })).toEqual([true]);
    expect(await prepared(`${document} `, { id: customerId(1) })).toEqual([false]);
    spy.mockRestore();
  });
});
