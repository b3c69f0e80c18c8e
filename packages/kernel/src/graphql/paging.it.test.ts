import { orchardCustomers, orchardTrees } from '@perennial/testkit/orchard/declarations';
import { customerId, customerRow, openOrchard, treeRow, type Orchard } from '@perennial/testkit/orchard/open-orchard';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

/** Hundreds of rows that share one moment to the millisecond and one value, and some that do not. */
const ROWS = 240;
const MOMENT = new Date('2011-12-09T12:50:00.123Z');

let orchard: Orchard;

beforeAll(async () => {
  orchard = await openOrchard();
  const customers = Array.from({ length: ROWS }, (_, i) =>
    customerRow(i, {
      number: `${i % 3 ? 'same' : 'Ähnlich'}`,
      value: i % 10 === 0 ? i : -5,
      at: i % 20 === 0 ? new Date(MOMENT.getTime() + (i % 40 ? 1 : -1)) : MOMENT,
      since: i % 30 === 0 ? '2024-02-29' : '2020-01-01',
    }),
  );
  await orchard.db.orm.insert(orchardCustomers).values(customers);
  const trees = Array.from({ length: ROWS }, (_, i) => treeRow(1, i, { at: MOMENT, name: `T${i % 7}` }));
  await orchard.db.orm.insert(orchardTrees).values([...trees, treeRow(2, 1, { at: MOMENT })]);
});

interface Connection {
  totalCount: number;
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const FIELDS =
  'totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const DECLARED = '$first: Int, $last: Int, $after: String, $before: String';
const ARGUMENTS = 'first: $first, last: $last, after: $after, before: $before';

const roots = (order: string): string =>
  `query (${DECLARED}) { list: customers(${ARGUMENTS}, orderBy: ${order}) { ${FIELDS} } }`;
const below = (order: string): string =>
  `query (${DECLARED}) { customer(id: "${customerId(1)}") { list: trees(${ARGUMENTS}, orderBy: ${order}) { ${FIELDS} } } }`;

async function page(document: string, variables: Record<string, unknown>): Promise<Connection> {
  const data = await orchard.ask(document, variables);
  const list = (data['list'] ?? (data['customer'] as Record<string, unknown>)['list']) as Connection;
  expect(list.edges.map((edge) => edge.node.id)).toEqual(list.nodes.map((node) => node.id));
  expect(list.pageInfo.startCursor).toBe(list.edges[0]?.cursor ?? null);
  expect(list.pageInfo.endCursor).toBe(list.edges.at(-1)?.cursor ?? null);
  return list;
}

/** Walks to one end in pages of the given sizes, again and again. */
async function walk(document: string, sizes: readonly number[], backward: boolean): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let i = 0; ; i += 1) {
    const size = sizes[i % sizes.length];
    const list: Connection = await page(
      document,
      backward ? { last: size, before: cursor } : { first: size, after: cursor },
    );
    const ids = list.nodes.map((node) => node.id);
    if (backward) seen.unshift(...ids);
    else seen.push(...ids);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = list.pageInfo;
    expect(backward ? hasNextPage : hasPreviousPage).toBe(cursor !== null);
    if (!(backward ? hasPreviousPage : hasNextPage)) return seen;
    expect(ids).toHaveLength(size ?? 0);
    cursor = backward ? startCursor : endCursor;
  }
}

describe('cursors', () => {
  const sizes = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 1, maxLength: 4 });
  const orders = ['ID', 'VALUE', 'AT', 'NUMBER', 'SINCE', 'ORDERS'].flatMap((name) => [`${name}_ASC`, `${name}_DESC`]);

  test.each(orders)('lead to the end and back over every row once, whatever the page sizes: %s', async (order) => {
    const whole = await walk(roots(order), [100], false);
    expect(new Set(whole).size).toBe(ROWS);
    await fc.assert(
      fc.asyncProperty(sizes, fc.boolean(), async (of, backward) => {
        expect(await walk(roots(order), of, backward)).toEqual(whole);
      }),
      { numRuns: 2 },
    );
  });

  test.each(['AT_ASC', 'NAME_DESC', 'PLANTED_ASC'])('do so on a list of a row as well: %s', async (order) => {
    const whole = await walk(below(order), [100], false);
    expect(new Set(whole).size).toBe(ROWS);
    expect(await walk(below(order), [37, 61], true)).toEqual(whole);
  });

  test('of any row lead on from there, both ways', async () => {
    const { edges } = await page(roots('AT_DESC'), { first: 100 });
    const ids = edges.map((edge) => edge.node.id);
    for (const i of [0, 1, 49, 98]) {
      const forward = await page(roots('AT_DESC'), { first: 1, after: edges[i]?.cursor });
      expect(forward.nodes.map((node) => node.id)).toEqual([ids[i + 1]]);
      const back = await page(roots('AT_DESC'), { last: 100, before: edges[i]?.cursor });
      expect(back.nodes.map((node) => node.id)).toEqual(ids.slice(0, i));
    }
  });

  test('past the last row give an empty page that knows where it stands', async () => {
    const { pageInfo } = await page(roots('ID_ASC'), { last: 1 });
    const empty = await page(roots('ID_ASC'), { first: 5, after: pageInfo.endCursor });
    expect(empty).toEqual({
      totalCount: ROWS,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test('survive the row they were made from', async () => {
    const { edges } = await page(roots('VALUE_ASC'), { first: 2 });
    const [cursor] = edges;
    await orchard.db.orm.transaction(async () => undefined);
    const ghost = decoded(cursor?.cursor ?? '');
    const between = encoded([ghost[0], ghost[1], String(ghost[2]).replace(/..$/, '00')]);
    expect((await page(roots('VALUE_ASC'), { first: 1, after: between })).nodes).toHaveLength(1);
  });

  const bad = { code: 'BAD_CURSOR' };
  test('of another order, another list or another direction’s name are refused', async () => {
    const { endCursor } = (await page(roots('VALUE_ASC'), { first: 1 })).pageInfo;
    await expect(page(roots('VALUE_DESC'), { first: 1, after: endCursor })).rejects.toMatchObject(bad);
    await expect(page(roots('ID_ASC'), { first: 1, after: endCursor })).rejects.toMatchObject(bad);
    const ofAt = (await page(roots('AT_ASC'), { first: 1 })).pageInfo.endCursor;
    await expect(page(below('AT_ASC'), { first: 1, after: ofAt })).rejects.toMatchObject(bad);
    const ofId = (await page(roots('ID_ASC'), { first: 1 })).pageInfo.endCursor;
    await expect(page(below('ID_ASC'), { first: 1, after: ofId })).rejects.toMatchObject(bad);
  });

  test('that are no cursors are refused, naming the argument', async () => {
    const [order, key, id] = decoded((await page(roots('AT_ASC'), { first: 1 })).pageInfo.endCursor ?? '');
    const broken = [
      '',
      'x',
      'null',
      '長青',
      encoded(null),
      encoded([]),
      encoded({}),
      encoded([order, key]),
      encoded([order, key, id, 1]),
    ];
    const forged = [
      null,
      1,
      'yesterday',
      '1',
      '2011-12-09T12:50:00.123456789012345Z; drop',
      '',
      {},
      '0000-13-01T00:00:00Z',
      '2011-12-09',
    ].map((wrong) => encoded([order, wrong, id]));
    const strange = [encoded([order, key, 'x']), encoded([order, key, null]), encoded([order, key, `${String(id)}'`])];
    for (const cursor of [...broken, ...forged, ...strange]) {
      await expect(page(roots('AT_ASC'), { first: 1, after: cursor }), cursor).rejects.toMatchObject({
        ...bad,
        path: ['after'],
      });
      await expect(page(roots('AT_ASC'), { last: 1, before: cursor }), cursor).rejects.toMatchObject({
        ...bad,
        path: ['before'],
      });
    }
  });

  test.each([
    ['ORDERS_ASC', [null, '1', 1.5, 2 ** 31, -(2 ** 31) - 1, 1e300, true]],
    ['VALUE_ASC', [null, '1', 0.5, 2 ** 53, 'x']],
    ['SINCE_ASC', [null, 5, '5', '2024-02-30', '2024-02-29T00:00:00Z', 'infinity', '0000-01-01']],
    ['NUMBER_ASC', [null, 5, [], 'a\u0000b']],
    ['ID_ASC', ['x', 0, false]],
  ])('with a forged sort key are refused: %s %j', async (order, keys) => {
    const [name, , id] = decoded((await page(roots(order), { first: 1 })).pageInfo.endCursor ?? '');
    for (const key of keys) {
      const cursor = encoded([name, key, id]);
      await expect(page(roots(order), { first: 1, after: cursor }), String(key)).rejects.toMatchObject(bad);
    }
  });
});

const decoded = (cursor: string): unknown[] => JSON.parse(Buffer.from(cursor, 'base64').toString()) as unknown[];
const encoded = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64');

describe('a page', () => {
  const list = (args: string): string => `{ customers(${args}) { nodes { id } } }`;

  test.each(['first', 'last'])('of %s 0, −1 or 101 is refused, written out and as a variable', async (name) => {
    for (const value of [0, -1, 101]) {
      const refused = { code: 'PAGE_TOO_LARGE', path: [name], params: { value, max: 100 } };
      await expect(orchard.ask(list(`${name}: ${value}`))).rejects.toMatchObject(refused);
      const document = `query ($n: Int) ${list(`${name}: $n`)}`;
      await expect(orchard.ask(document, { n: value })).rejects.toMatchObject(refused);
      await expect(orchard.ask(document.replace('$n: Int', `$n: Int = ${value}`))).rejects.toMatchObject(refused);
      const nested = `{ customers(first: 1) { nodes { trees(${name}: ${value}) { nodes { name } } } } }`;
      await expect(orchard.ask(nested)).rejects.toMatchObject(refused);
    }
  });

  test('has 25 rows unless told, also where null is told, and as many as a variable says', async () => {
    const sizeOf = async (document: string, variables = {}) =>
      ((await orchard.ask(document, variables))['customers'] as Connection).nodes.length;
    expect(await sizeOf('{ customers { nodes { id } } }')).toBe(25);
    expect(await sizeOf(list('first: null'))).toBe(25);
    const document = `query ($n: Int) ${list('first: $n')}`;
    expect(await sizeOf(document)).toBe(25);
    expect(await sizeOf(document, { n: null })).toBe(25);
    expect(await sizeOf(document, { n: 7 })).toBe(7);
    expect(await sizeOf(document, { n: 100 })).toBe(100);
    expect(await sizeOf(list('last: 3'))).toBe(3);
  });

  test('begins at an offset, which is bounded', async () => {
    const all = (await page(roots('ID_ASC'), { first: 100 })).nodes;
    const from = async (offset: unknown) => {
      const document = `query ($o: Int) { customers(first: 10, offset: $o, orderBy: ID_ASC) { ${FIELDS} } }`;
      return (await orchard.ask(document, { o: offset }))['customers'] as Connection;
    };
    expect((await from(90)).nodes).toEqual(all.slice(90));
    expect((await from(0)).pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
    expect((await from(null)).pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
    expect((await from(10)).pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
    expect((await from(235)).pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    expect((await from(235)).nodes).toHaveLength(5);
    expect((await from(10_000)).nodes).toEqual([]);
    for (const value of [10_001, -1, 2_147_483_647]) {
      const refused = { code: 'PAGE_TOO_LARGE', path: ['offset'], params: { value, max: 10_000 } };
      await expect(from(value)).rejects.toMatchObject(refused);
      await expect(orchard.ask(list(`offset: ${value}`))).rejects.toMatchObject(refused);
    }
  });

  test.each([
    ['first: 1, last: 1', 'first'],
    ['after: "x", before: "y"', 'first'],
    ['first: 1, before: "y"', 'first'],
    ['last: 1, after: "y"', 'first'],
    ['before: "y"', 'first'],
    ['offset: 1, after: "y"', 'offset'],
    ['last: 1, offset: 1', 'offset'],
  ])('cannot be asked for with %s', async (args, path) => {
    await expect(orchard.ask(list(args))).rejects.toMatchObject({ code: 'BAD_USER_INPUT', path: [path] });
  });

  test('counts without reading rows, and counts what the filter keeps whatever the page', async () => {
    const document = `{ customers(first: 1, filter: { value: { gte: 0 } }) { totalCount }
      more: customers(last: 1, filter: { value: { gte: 0 } }) { totalCount nodes { id } pageInfo { hasPreviousPage } } }`;
    expect(await orchard.ask(document)).toEqual({
      customers: { totalCount: 24 },
      more: { totalCount: 24, nodes: [{ id: customerId(0) }], pageInfo: { hasPreviousPage: true } },
    });
  });
});
