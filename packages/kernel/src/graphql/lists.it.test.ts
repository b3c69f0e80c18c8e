import { orchardCustomers, orchardTrees } from '@perennial/testkit/orchard/declarations';
import {
  customerId,
  customerRow,
  idOf,
  openOrchard,
  plantOrchard,
  treeId,
  treeRow,
  varietyId,
  type Orchard,
} from '@perennial/testkit/orchard/open-orchard';
import { beforeAll, describe, expect, test } from 'vitest';

let orchard: Orchard;

beforeAll(async () => {
  orchard = await openOrchard();
  await plantOrchard(orchard);
  await orchard.db.orm
    .insert(orchardCustomers)
    .values([
      customerRow(4, { number: 'a-4', name: 'back\\slash', kind: 'LARGE', value: 50 }),
      customerRow(5, { number: 'E%5', name: 'under_score', value: 40, orders: -1, since: '2019-02-28' }),
    ]);
  await orchard.db.orm.insert(orchardTrees).values(treeRow(3, 6, { measure: idOf(9, 2) }));
});

const numbers = async (filter: string, variables = {}, declared = ''): Promise<string[]> => {
  const list = `customers(orderBy: NUMBER_ASC, filter: ${filter}) { totalCount nodes { number } }`;
  const { customers } = await orchard.ask(`query ${declared ? `(${declared})` : ''} { ${list} }`, variables);
  const { totalCount, nodes } = customers as { totalCount: number; nodes: { number: string }[] };
  expect(totalCount).toBe(nodes.length);
  return nodes.map((node) => node.number).sort();
};
const everybody = ['A-1', 'B-2', 'C-3', 'E%5', 'a-4'];

describe('a filter', () => {
  test.each([
    ['{}', everybody],
    ['{ number: {} }', everybody],
    ['{ number: { eq: "A-1" } }', ['A-1']],
    ['{ number: { in: ["A-1", "C-3", "nobody"] } }', ['A-1', 'C-3']],
    ['{ number: { in: "A-1" } }', ['A-1']],
    ['{ number: { in: [] } }', []],
    ['{ kind: { in: [] } }', []],
    ['{ id: { in: [] } }', []],
    ['{ orders: { in: [] } }', []],
    ['{ not: { number: { in: [] } } }', everybody],
    ['{ and: [] }', everybody],
    ['{ or: [] }', []],
    ['{ not: {} }', []],
    ['{ not: { and: [] } }', []],
    ['{ not: { or: [] } }', everybody],
    ['{ or: [{}] }', everybody],
    ['{ or: [{ number: { eq: "A-1" } }, { and: [{ kind: { eq: LARGE } }, { value: { lt: 100 } }] }] }', ['A-1', 'a-4']],
    ['{ or: { number: { eq: "A-1" } } }', ['A-1']],
    ['{ and: { number: { eq: "A-1" } } }', ['A-1']],
    ['{ number: { startsWith: "A" }, kind: { eq: SMALL } }', ['A-1']],
    ['{ name: { isNull: true } }', ['B-2']],
    ['{ name: { isNull: false }, not: { name: { contains: "a" } } }', ['E%5']],
    ['{ active: { eq: false } }', ['B-2']],
    ['{ active: { isNull: true } }', ['C-3', 'E%5', 'a-4']],
    ['{ value: { gte: 50, lt: 200 } }', ['C-3', 'a-4']],
    ['{ orders: { lt: 0 } }', ['E%5']],
    ['{ price: { eq: 12345 } }', ['A-1']],
    ['{ since: { lte: "2019-02-28" } }', ['E%5']],
    ['{ at: { gt: "2021-06-01T12:00:00.122Z" } }', ['C-3']],
    ['{ at: { eq: "2021-06-01T14:00:00.123+02:00" } }', ['C-3']],
    ['{ at: { in: ["2021-06-01T12:00:00.123Z"] } }', ['C-3']],
    [`{ id: { eq: "${customerId(2)}" } }`, ['B-2']],
    [`{ id: { in: ["${customerId(2)}", "${customerId(3)}", "${customerId(77)}"] } }`, ['B-2', 'C-3']],
  ])('%s keeps %j', async (filter, expected) => expect(await numbers(filter)).toEqual(expected));

  test.each([
    ['contains', '%', ['C-3']],
    ['contains', '_', ['C-3', 'E%5']],
    ['contains', '\\', ['C-3', 'a-4']],
    ['contains', '0% _r', ['C-3']],
    ['contains', 'AS', ['A-1', 'a-4']],
    ['contains', '', ['A-1', 'C-3', 'E%5', 'a-4']],
    ['contains', '"', []],
    ['contains', "'", []],
    ['startsWith', '100%', ['C-3']],
    ['startsWith', '1_', []],
    ['startsWith', '%', []],
    ['startsWith', 'back\\s', ['a-4']],
    ['startsWith', 'ash', []],
    ['eq', '100% _Real\\', ['C-3']],
    ['eq', '100%', []],
  ])('takes every character as itself: name %s %j', async (op, text, expected) => {
    expect(await numbers(`{ name: { ${op}: ${JSON.stringify(text)} } }`)).toEqual(expected);
    expect(await numbers(`{ name: { ${op}: $text } }`, { text }, '$text: String')).toEqual(expected);
  });

  test('of a list of texts keeps quotes, commas, braces and backslashes', async () => {
    for (const odd of ['a,b', '{x}', '"', '\\', 'NULL', '', '長青', "'"]) {
      const names = await numbers('{ name: { in: $in } }', { in: [odd, '100% _Real\\'] }, '$in: [String!]');
      expect(names).toEqual(['C-3']);
    }
  });

  test('takes variables anywhere: a value, an element, an object, a list, the whole', async () => {
    const declared =
      '$n: String, $m: String!, $k: OrchardKind, $f: CustomerFilter!, $t: TextFilter, $l: [CustomerFilter!]';
    const f = { or: [{ number: { eq: 'C-3' } }, { kind: { eq: 'LARGE' }, not: { value: { gt: 60 } } }] };
    const filter =
      '{ or: [{ number: { eq: $n } }, { number: { in: [$m, "E%5"] } }, $f, { name: $t }, { and: $l, kind: { eq: $k } }] }';
    const given = { n: 'A-1', m: 'x', k: 'LARGE', f, t: { startsWith: 'none' }, l: [{ orders: { eq: 7 } }] };
    expect(await numbers(filter, given, declared)).toEqual(everybody);
    expect(await numbers(filter, { ...given, n: 'x', k: 'SMALL' }, declared)).toEqual(['C-3', 'E%5', 'a-4']);
    expect(await numbers('$f', { f }, '$f: CustomerFilter')).toEqual(['C-3', 'a-4']);
    expect(await numbers('{ or: $l }', { l: [] }, '$l: [CustomerFilter!]')).toEqual([]);
    expect(await numbers('{ and: { number: { eq: $n } } }', { n: 'A-1' }, '$n: String')).toEqual(['A-1']);
    expect(await numbers('{ or: { number: { in: [$n] } } }', { n: 'B-2' }, '$n: String!')).toEqual(['B-2']);
  });

  test('without its variable is as if it were not written; defaults stand in', async () => {
    expect(await numbers('{ number: { eq: $n } }', {}, '$n: String')).toEqual(everybody);
    expect(await numbers('$f', {}, '$f: CustomerFilter')).toEqual(everybody);
    expect(await numbers('{ number: { eq: $n } }', {}, '$n: String = "B-2"')).toEqual(['B-2']);
    expect(await numbers('$f', {}, '$f: CustomerFilter = { kind: { eq: LARGE } }')).toEqual(['B-2', 'a-4']);
  });

  test.each([
    ['{ number: { eq: null } }', ['filter', 'number', 'eq']],
    ['{ number: null }', ['filter', 'number']],
    ['{ and: null }', ['filter', 'and']],
    ['{ or: [{ not: { orders: { in: null } } }] }', ['filter', 'or', '0', 'not', 'orders', 'in']],
    ['{ or: { name: { isNull: null } } }', ['filter', 'or', '0', 'name', 'isNull']],
    ['{ id: { eq: null } }', ['filter', 'id', 'eq']],
  ])('that holds a null, %s, is refused and says where', async (filter, path) => {
    await expect(numbers(filter)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', path });
    await expect(numbers('$f', { f: asJson(filter) }, '$f: CustomerFilter')).rejects.toMatchObject({ path });
  });

  test('whose variable is null is refused, also after it was answered with a value', async () => {
    const filter = '{ and: [{ number: { eq: $n } }] }';
    expect(await numbers(filter, { n: 'A-1' }, '$n: String')).toEqual(['A-1']);
    const refused = { code: 'BAD_USER_INPUT', path: ['filter', 'and', '0', 'number', 'eq'] };
    await expect(numbers(filter, { n: null }, '$n: String')).rejects.toMatchObject(refused);
    expect(await numbers(filter, {}, '$n: String')).toEqual(everybody);
  });

  test.each([
    ['{ id: { eq: "A-1" } }', 'BAD_ID', ['filter', 'id']],
    [`{ id: { in: ["${customerId(1)}", "${varietyId(1)}"] } }`, 'BAD_ID', ['filter', 'id']],
  ])('%s is refused: %s', async (filter, code, path) => expect(numbers(filter)).rejects.toMatchObject({ code, path }));

  test('on references, owners and bare ids', async () => {
    const names = async (filter: string) => {
      const { trees } = await orchard.ask(`{ trees(orderBy: NAME_ASC, filter: ${filter}) { nodes { name } } }`);
      return (trees as { nodes: { name: string }[] }).nodes.map((node) => node.name);
    };
    expect(await names(`{ varietyId: { eq: "${varietyId(1)}" } }`)).toEqual(['Old', 'Tall']);
    expect(
      await names(`{ varietyId: { in: ["${varietyId(1)}", "${varietyId(2)}"] }, parentId: { isNull: false } }`),
    ).toEqual(['Young']);
    expect(await names(`{ parentId: { eq: "${treeId(1, 1)}" } }`)).toEqual(['Bare', 'Young']);
    expect(await names(`{ customerId: { eq: "${customerId(2)}" } }`)).toEqual(['Tall', 'Wide']);
    expect(await names(`{ customerId: { in: ["${customerId(2)}", "${customerId(3)}"] } }`)).toEqual([
      'T6',
      'Tall',
      'Wide',
    ]);
    expect(await names(`{ id: { in: ["${treeId(1, 1)}", "${treeId(2, 4)}"] } }`)).toEqual(['Old', 'Tall']);
    expect(await names(`{ id: { in: ["${treeId(2, 1)}"] } }`)).toEqual([]);
    expect(await names(`{ measure: { in: ["${idOf(9, 1)}", "${idOf(9, 2)}"] } }`)).toEqual(['Bare', 'T6']);
    const wrong = (filter: string, path: string[]) =>
      expect(names(filter)).rejects.toMatchObject({ code: 'BAD_ID', path });
    await wrong(`{ varietyId: { eq: "${treeId(1, 1)}" } }`, ['filter', 'varietyId']);
    await wrong(`{ or: [{ measure: { eq: "x" } }] }`, ['filter', 'or', '0', 'measure']);
    await wrong(`{ customerId: { eq: "${varietyId(1)}" } }`, ['filter', 'customerId']);
  });

  test('narrows a list on a row by itself and no other list', async () => {
    const answer = await orchard.ask(
      `{ customers(first: 2) { nodes { all: trees { totalCount } some: trees(filter: { name: { contains: "l" } }) { totalCount nodes { name } } } } }`,
    );
    expect(answer).toEqual({
      customers: {
        nodes: [
          { all: { totalCount: 3 }, some: { totalCount: 1, nodes: [{ name: 'Old' }] } },
          { all: { totalCount: 2 }, some: { totalCount: 1, nodes: [{ name: 'Tall' }] } },
        ],
      },
    });
  });
});

/** A GraphQL literal without enums as JSON. */
function asJson(literal: string): unknown {
  return JSON.parse(literal.replace(/(\w+):/g, '"$1":'));
}

describe('a search', () => {
  test.each([
    ['a-', ['A-1', 'a-4']],
    ['aSH', ['A-1', 'a-4']],
    ['%', ['C-3', 'E%5']],
    ['_', ['C-3', 'E%5']],
    ['\\', ['C-3', 'a-4']],
    ['', everybody],
    ["' or true --", []],
  ])('for %j finds %j in number and name', async (search, expected) => {
    const { customers } = await orchard.ask(
      'query ($search: String) { customers(orderBy: NUMBER_ASC, search: $search) { nodes { number } } }',
      { search },
    );
    expect((customers as { nodes: { number: string }[] }).nodes.map((node) => node.number).sort()).toEqual(expected);
  });
});

describe('an order', () => {
  const order = async (argument: string, variables = {}, declared = '') => {
    const { customers } = await orchard.ask(
      `query ${declared} { customers${argument} { nodes { number } } }`,
      variables,
    );
    return (customers as { nodes: { number: string }[] }).nodes.map((node) => node.number);
  };

  test('is the declared one, the one asked for, or one in a variable', async () => {
    const byValue = ['A-1', 'B-2', 'C-3', 'a-4', 'E%5'];
    expect(await order('')).toEqual(byValue);
    expect(await order('(orderBy: null)')).toEqual(byValue);
    expect(await order('(orderBy: VALUE_ASC)')).toEqual(byValue.toReversed());
    const asked = '($by: CustomerOrder = SINCE_ASC)';
    expect((await order('(orderBy: $by)', {}, asked))[0]).toBe('E%5');
    expect(await order('(orderBy: $by)', { by: null }, asked)).toEqual(byValue);
    expect(await order('(orderBy: $by)', { by: 'ID_DESC' }, asked)).toEqual(['E%5', 'a-4', 'C-3', 'B-2', 'A-1']);
    expect((await order('(orderBy: $by)', { by: 'ORDERS_DESC' }, asked))[0]).toBe('B-2');
  });

  test('that does not exist is refused', async () => {
    const wrong = order('(orderBy: $by)', { by: 'NAME_ASC' }, '($by: CustomerOrder)');
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
