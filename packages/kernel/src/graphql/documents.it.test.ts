import {
  customerId,
  openOrchard,
  plantOrchard,
  treeId,
  varietyId,
  type Orchard,
} from '@perennial/testkit/orchard/open-orchard';
import { beforeAll, describe, expect, test } from 'vitest';

let orchard: Orchard;

beforeAll(async () => {
  orchard = await openOrchard();
  await plantOrchard(orchard);
});

const ask = (query: string, variables?: Record<string, unknown>) => orchard.ask(query, variables);
const ash = `customer(id: "${customerId(1)}")`;

describe('selections', () => {
  test('of the same field are merged, however they are spelled', async () => {
    const document = `{
      ${ash} { number trees(first: 1) { nodes { name } } value { amount } }
      ${ash} { ...More trees(first: 1) { nodes { planted variety { code } } totalCount } value { currency } }
    } fragment More on Customer { kind ... on Customer { trees(first: 1) { nodes { variety { id } } } } }`;
    expect(await ask(document)).toEqual({
      customer: {
        number: 'A-1',
        kind: 'SMALL',
        value: { amount: 300, currency: 'GBP' },
        trees: {
          totalCount: 3,
          nodes: [{ name: 'Bare', planted: '2015-03-01', variety: null }],
        },
      },
    });
  });

  test('under aliases stand apart, each with its own arguments', async () => {
    const document = `{ a: ${ash} { first: trees(first: 1, orderBy: PLANTED_ASC) { nodes { n: name } }
      last: trees(last: 1, orderBy: PLANTED_ASC) { one: nodes { name } two: nodes { name planted } edges { node { name } } } }
      b: customer(id: "${customerId(2)}") { number } }`;
    expect(await ask(document)).toEqual({
      a: {
        first: { nodes: [{ n: 'Old' }] },
        last: {
          one: [{ name: 'Bare' }],
          two: [{ name: 'Bare', planted: '2015-03-01' }],
          edges: [{ node: { name: 'Bare' } }],
        },
      },
      b: { number: 'B-2' },
    });
  });

  test('may carry any name that GraphQL allows', async () => {
    const long = 'n'.repeat(80);
    const document = `{ customers(first: 1) {
      rn: nodes { x: number } x: edges { rn: cursor node: node { id: number } } ${long}1: nodes { ${long}1: number ${long}2: kind }
      ${long}2: edges { node { number } } n: totalCount c: pageInfo { hasNextPage } select: __typename } }`;
    const { customers } = (await ask(document)) as { customers: Record<string, unknown> };
    expect(customers).toMatchObject({
      rn: [{ x: 'A-1' }],
      x: [{ node: { id: 'A-1' } }],
      [`${long}1`]: [{ [`${long}1`]: 'A-1', [`${long}2`]: 'SMALL' }],
      [`${long}2`]: [{ node: { number: 'A-1' } }],
      n: 3,
      c: { hasNextPage: true },
      select: 'CustomerConnection',
    });
  });

  test('may be many', async () => {
    const names = Array.from({ length: 150 }, (_, i) => `a${i}: number`).join(' ');
    const roots = Array.from({ length: 60 }, (_, i) => `r${i}: ${ash} { ${i ? 'kind' : names} }`).join(' ');
    const answer = (await ask(`{ ${roots} }`)) as Record<string, object>;
    expect(Object.keys(answer['r0'] ?? {})).toHaveLength(150);
    expect(answer['r59']).toEqual({ kind: 'SMALL' });
  });

  test('of a page’s ends and flags may share a name under two aliases', async () => {
    const document = `{ customers(first: 1) { a: pageInfo { x: endCursor } b: pageInfo { x: hasNextPage } } }`;
    expect(await ask(document)).toEqual({ customers: { a: { x: expect.any(String) }, b: { x: true } } });
    const other = `{ customers(first: 1) { a: pageInfo { x: hasNextPage } b: pageInfo { x: endCursor } } }`;
    expect(await ask(other)).toEqual({ customers: { a: { x: true }, b: { x: expect.any(String) } } });
  });

  test('come back in the order in which they were asked for', async () => {
    const document = `query ($no: Boolean!) { z: __typename customers(first: 1) { totalCount nodes { value { currency amount } number kind: kind } }
      ...A ${ash} { name ...B number } } fragment A on Query { v: varieties(first: 1) { nodes { code id } } }
      fragment B on Customer { kind @skip(if: $no) currency ... on Customer { orders } }`;
    const { text } = await orchard.answer(document, { no: false });
    expect(keysInOrder(text)).toEqual(
      'z customers totalCount nodes value currency amount number kind v nodes code id customer name kind currency orders number'.split(
        ' ',
      ),
    );
  });

  test('name types everywhere', async () => {
    const document = `{ __typename ${ash} { __typename value { __typename } trees(first: 1) { __typename edges { __typename node { __typename } } pageInfo { __typename } } } }`;
    expect(await ask(document)).toEqual({
      __typename: 'Query',
      customer: {
        __typename: 'Customer',
        value: { __typename: 'Money' },
        trees: {
          __typename: 'TreeConnection',
          edges: [{ __typename: 'TreeEdge', node: { __typename: 'Tree' } }],
          pageInfo: { __typename: 'PageInfo' },
        },
      },
    });
  });

  test('nest: parent, children of children, and back', async () => {
    const document = `{ node(id: "${treeId(1, 1)}") { ... on Tree { saplings(orderBy: NAME_ASC) { totalCount nodes {
      name parentId parent { name saplings(first: 1, orderBy: NAME_ASC) { nodes { name customer { number } } } } } } } } }`;
    const parent = { name: 'Old', saplings: { nodes: [{ name: 'Bare', customer: { number: 'A-1' } }] } };
    expect(await ask(document)).toEqual({
      node: {
        saplings: {
          totalCount: 2,
          nodes: ['Bare', 'Young'].map((name) => ({ name, parentId: treeId(1, 1), parent })),
        },
      },
    });
  });
});

const keysInOrder = (text: string): string[] => [...text.matchAll(/"(\w+)"\s*:/g)].map(([, key]) => key ?? '');

describe('@skip and @include', () => {
  test('leave nothing of a filtered list behind, and the statement stays whole', async () => {
    const document = `query ($from: String!, $n: String!) { ${ash} {
      trees(filter: { name: { eq: $from } }) { totalCount @include(if: false) } number }
      customers(filter: { number: { eq: $n } }) { nodes { number } } }`;
    expect(await ask(document, { from: 'Old', n: 'A-1' })).toEqual({
      customer: { trees: {}, number: 'A-1' },
      customers: { nodes: [{ number: 'A-1' }] },
    });
  });

  const document = `query ($yes: Boolean!, $no: Boolean = false) { ${ash} {
      number @skip(if: $yes) kind @include(if: $yes) ...F @include(if: $no) ... on Customer @skip(if: $no) { orders }
      name @skip(if: $no) @include(if: $yes) trees(first: 1) @include(if: $no) { totalCount } }
      varieties @skip(if: $yes) { totalCount } } fragment F on Customer { currency }`;

  test('on fields, fragments and roots, by variables and their defaults', async () => {
    expect(await ask(document, { yes: true })).toEqual({ customer: { kind: 'SMALL', orders: 1, name: 'Ash' } });
    expect(await ask(document, { yes: false, no: true })).toEqual({
      customer: { number: 'A-1', currency: 'GBP', trees: { totalCount: 3 } },
      varieties: { totalCount: 2 },
    });
    expect(await ask(document, { yes: true })).toEqual({ customer: { kind: 'SMALL', orders: 1, name: 'Ash' } });
  });

  test('may leave nothing of an object, of a list or of the whole', async () => {
    const off = '@include(if: false)';
    expect(await ask(`{ ${ash} { number ${off} } }`)).toEqual({ customer: {} });
    expect(await ask(`{ ${ash} { value { amount ${off} } trees { nodes ${off} { name } } } }`)).toEqual({
      customer: { value: {}, trees: {} },
    });
    expect(await ask(`{ customers(first: 2) { nodes { number ${off} } edges { cursor ${off} } } }`)).toEqual({
      customers: { nodes: [{}, {}], edges: [{}, {}] },
    });
    expect(await ask(`{ ${ash} ${off} { number } }`)).toEqual({});
    expect(await ask(`{ forecast ${off} { day } }`)).toEqual({});
  });
});

describe('node', () => {
  test('finds a row of every type by its id, through fragments on types and on Node', async () => {
    const document = `query ($id: ID!) { node(id: $id) { __typename id ...N ... on Customer { number } ... on Tree { name } ... on Variety { code } } }
      fragment N on Node { same: id }`;
    const of = (__typename: string, id: string, rest: object) => ({ node: { __typename, id, same: id, ...rest } });
    expect(await ask(document, { id: customerId(1) })).toEqual(of('Customer', customerId(1), { number: 'A-1' }));
    expect(await ask(document, { id: treeId(2, 4) })).toEqual(of('Tree', treeId(2, 4), { name: 'Tall' }));
    expect(await ask(document, { id: varietyId(2) })).toEqual(of('Variety', varietyId(2), { code: 'COX' }));
  });

  test.each([
    ['nobody', customerId(99)],
    ['another customer’s', treeId(2, 1)],
    ['of a type that is not there', customerId(1).replace('Customer', 'Elephant')],
    ['of a type without rows', customerId(1).replace('Customer', 'CustomerConnection')],
    ['not an id', 'Customer 1'],
    ['empty', ''],
  ])('answers null where the id is %s', async (_, id) => {
    expect(await ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
    expect(await ask(`{ node(id: ${JSON.stringify(id)}) { id } }`)).toEqual({ node: null });
  });

  test.each([
    ['customer', 'Customer 1'],
    ['customer', varietyId(1)],
    ['customer', `${customerId(1)}_${customerId(1).slice(9)}`],
    ['tree', customerId(1).replace('Customer', 'Tree')],
    ['variety', varietyId(1).toUpperCase()],
    ['node', customerId(1).replace('Customer', 'Tree')],
  ])('and the types’ own fields refuse what is no such id: %s(id: %s)', async (field, id) => {
    const document = `query ($id: ID!) { ${field}(id: $id) { id } }`;
    await expect(ask(document, { id })).rejects.toMatchObject({ code: 'BAD_ID', path: ['id'] });
    await expect(
      ask(document.replace('$id)', JSON.stringify(id) + ')').replace('($id: ID!)', '')),
    ).rejects.toMatchObject({ code: 'BAD_ID' });
  });
});

describe('values', () => {
  test('of every kind, with nothing lost on the way', async () => {
    const document = `{ ${ash} { at value { amount } price active tags note loud label letters since name }
      three: customer(id: "${customerId(3)}") { at price active tags name label } }`;
    expect(await ask(document)).toEqual({
      customer: {
        at: '2020-01-01T00:00:00+00:00',
        value: { amount: 300 },
        price: 12_345,
        active: true,
        tags: ['old', 'a "b" \\c'],
        note: null,
        loud: 'A-1',
        label: 'Ash',
        letters: ['A', '-', '1'],
        since: '2020-01-01',
        name: 'Ash',
      },
      three: {
        at: '2021-06-01T12:00:00.123+00:00',
        price: null,
        active: null,
        tags: [],
        name: '100% _Real\\',
        label: '100% _Real\\',
      },
    });
  });

  test('that are derived stand wherever the row stands: under aliases, in lists, in edges, nested, twice', async () => {
    const document = `{ customers(first: 2) { nodes { who: label again: label trees(first: 2) { edges { node { sign up: customer { label letters } } } rows: nodes { sign } } } } }`;
    const ofTree = (sign: string, label: string, letters: string[]) => ({ node: { sign, up: { label, letters } } });
    expect(await ask(document)).toEqual({
      customers: {
        nodes: [
          {
            who: 'Ash',
            again: 'Ash',
            trees: {
              edges: [ofTree('Bare 2015', 'Ash', ['A', '-', '1']), ofTree('Young 2010', 'Ash', ['A', '-', '1'])],
              rows: [{ sign: 'Bare 2015' }, { sign: 'Young 2010' }],
            },
          },
          {
            who: 'No. B-2',
            again: 'No. B-2',
            trees: {
              edges: [ofTree('Wide 2001', 'No. B-2', ['B', '-', '2']), ofTree('Tall 2000', 'No. B-2', ['B', '-', '2'])],
              rows: [{ sign: 'Wide 2001' }, { sign: 'Tall 2000' }],
            },
          },
        ],
      },
    });
  });
});
