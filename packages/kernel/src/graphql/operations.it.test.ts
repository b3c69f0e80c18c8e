import { DomainError } from '@perennial/domain/shared/errors';
import {
  customerId,
  openOrchard,
  plantOrchard,
  treeId,
  varietyId,
  ann,
  type Orchard,
  orchardModule,
} from '@perennial/testkit/orchard/open-orchard';
import { testServer } from '@perennial/testkit/server/test-server';
import { GraphQLError } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../auth/actor.ts';

let orchard: Orchard;

beforeAll(async () => {
  orchard = await openOrchard();
  await plantOrchard(orchard);
});

const ash = `customer(id: "${customerId(1)}")`;
const day = (n: number, from = 'today') => ({ day: `${from} ${n}`, rain: n / 2 });

describe('a document of rows, hand-written reads and introspection', () => {
  test('keeps every key', async () => {
    const document = `query ($days: Int!, $id: ID!) { a: __typename rows: ${ash} { number trees(first: 1) { totalCount } label }
      days: forecast(days: $days) { day rain } one: forecast { wet: rain } node(id: $id) { id } __schema { queryType { name } }
      t: __type(name: "Tree") { name kind } ownersOnly varieties(first: 1) { nodes { code } } }`;
    expect(await orchard.ask(document, { days: 2, id: varietyId(2) })).toEqual({
      a: 'Query',
      rows: { number: 'A-1', trees: { totalCount: 3 }, label: 'Ash' },
      days: [day(0), day(1)],
      one: [{ wet: 0 }],
      node: { id: varietyId(2) },
      __schema: { queryType: { name: 'Query' } },
      t: { name: 'Tree', kind: 'OBJECT' },
      ownersOnly: 'welcome',
      varieties: { nodes: [{ code: 'BRAMLEY' }] },
    });
  });

  test('keeps every key through fragments at the root, each answered once', async () => {
    const document = `query ($no: Boolean = false) { ...Rows ... on Query { forecast { day } ...Both } ... @include(if: $no) { ownersOnly } }
      fragment Rows on Query { ${ash} { number } varieties(first: 1) { totalCount } }
      fragment Both on Query { ...Deep w: forecast(from: "May") { day } __typename }
      fragment Deep on Query { c: ${ash} { kind } __type(name: "Money") { name } }`;
    const { text, data, errors } = await orchard.answer(document);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      customer: { number: 'A-1' },
      varieties: { totalCount: 2 },
      forecast: [{ day: 'today 0' }],
      w: [{ day: 'May 0' }],
      __typename: 'Query',
      c: { kind: 'SMALL' },
      __type: { name: 'Money' },
    });
    for (const key of Object.keys(data)) expect(text.split(`"${key}"`), key).toHaveLength(2);
    expect(Object.keys(data)).toEqual('customer varieties forecast c __type w __typename'.split(' '));
  });

  test('may call a part of it __proto__', async () => {
    const rows = '__proto__: customers(first: 1) { __proto__: nodes { __proto__: label } }';
    const list = [Object.fromEntries([['__proto__', 'Ash']])];
    const expected = Object.fromEntries([['__proto__', Object.fromEntries([['__proto__', list]])]]);
    expect(JSON.stringify(await orchard.ask(`{ ${rows} }`))).toBe(JSON.stringify(expected));
    const mixed = { forecast: [{ day: 'today 0' }] };
    expect(JSON.stringify(await orchard.ask(`{ forecast { day } ${rows} }`))).toBe(
      `${JSON.stringify(mixed).slice(0, -1)},${JSON.stringify(expected).slice(1)}`,
    );
  });

  test('of introspection alone, of a hand-written read alone, of nothing but its type', async () => {
    expect(await orchard.ask('{ __type(name: "Date") { name } }')).toEqual({ __type: { name: 'Date' } });
    expect(await orchard.ask('{ forecast { day } }')).toEqual({ forecast: [{ day: 'today 0' }] });
    expect(await orchard.ask('{ __typename }')).toEqual({ __typename: 'Query' });
  });

  test('that fails in one hand-written part says where, and keeps the others', async () => {
    const document = `{\n  ${ash} { number }\n  r: refused\n  forecast { day } }`;
    const { data, errors } = await orchard.answer(document);
    expect(data).toEqual({ customer: { number: 'A-1' }, r: null, forecast: [{ day: 'today 0' }] });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      path: ['r'],
      locations: [{ line: 3, column: 3 }],
      originalError: { code: 'TOO_WET' },
    });
  });

  test('that fails where null is no answer has no data', async () => {
    const agent: StaffActor = { ...ann, role: 'AGENT' };
    const { data, errors } = await orchard.answer(`{ ${ash} { number } mine: ownersOnly }`, {}, agent);
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({
      path: ['mine'],
      originalError: { code: 'FORBIDDEN', params: { roles: ['OWNER'] } },
    });
  });

  test('asks for nothing that the caller may not read', async () => {
    const agent: StaffActor = { ...ann, role: 'AGENT' };
    for (const document of [
      '{ recipes { totalCount } }',
      '{ r: recipes { __typename } forecast { day } }',
      `{ node(id: "Recipe_${varietyId(1).slice(8)}") { id } }`,
    ]) {
      await expect(orchard.answer(document, {}, agent)).rejects.toMatchObject({
        code: 'FORBIDDEN',
        params: { entity: 'Recipe' },
      });
      await expect(orchard.answer(document)).resolves.toMatchObject({ errors: [] });
    }
  });

  test.each([
    ['{ forecast(days: 8) { day } }', ['days'], { maximum: 7 }],
    ['{ forecast(days: 0) { day } }', ['days'], { minimum: 1 }],
  ])('checks what a hand-written read is told: %s', async (document, path, bound) => {
    const { errors } = await orchard.answer(document);
    expect(errors[0]).toMatchObject({
      path: ['forecast'],
      originalError: { code: 'INVALID_FIELD', path, params: bound },
    });
  });
});

describe('variables', () => {
  test.each([
    ['query ($n: Int!) { customers(first: $n) { totalCount } }', {}],
    ['query ($n: Int!) { customers(first: $n) { totalCount } }', { n: null }],
    ['query ($n: Int) { customers(first: $n) { totalCount } }', { n: '5' }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { nose: { eq: 1 } } }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { kind: { eq: 'HUGE' } } }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { value: { eq: 2 ** 53 } } }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { orders: { eq: 2 ** 31 } } }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { since: { eq: '2023-02-29' } } }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { since: { eq: '0000-01-01' } } }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { at: { eq: '2023-02-28' } } }],
    [
      'query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }',
      { f: { at: { eq: '2023-02-28T00:00:00+23:00' } } },
    ],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { number: { in: ['a', null] } } }],
  ])('that cannot be what they must be are refused: %s %j', async (document, variables) => {
    await expect(orchard.ask(document, variables)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(`$${Object.keys(variables)[0] ?? 'n'}`) as string,
    });
  });

  test('that the document does not know are no matter', async () => {
    expect(await orchard.ask('{ __typename }', { stray: { __proto__: 1 } })).toEqual({ __typename: 'Query' });
  });

  test('choose among several operations by name only', async () => {
    const document = 'query A { __typename } query B { forecast { day } }';
    await expect(orchard.ask(document)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', path: ['operationName'] });
  });
});

describe('a write', () => {
  const plant = (selection: string): string =>
    `mutation ($input: TreePlantInput!${selection.includes('$n') ? ', $n: Int = 1, $no: Boolean = false' : ''}) { treePlant(input: $input) { ${selection} userErrors { code message path params } } }`;
  const trees = (...names: string[]) =>
    names.map((name) => ({ name, planted: '2026-02-28', at: '2026-02-28T12:00:00+02:00', varietyId: varietyId(2) }));
  const payload = async (selection: string, input: object, variables = {}, actor = ann) =>
    (
      await orchard.ask(
        plant(selection),
        { input: { customerId: customerId(3), trees: [], ...input }, ...variables },
        actor,
      )
    )['treePlant'] as Record<string, unknown>;

  test('answers with rows as any read would, under aliases, with lists and with plain values', async () => {
    const selection = `t: tree { called: name at sign variety { code } customer { number } v: variety { id } }
      customer { ...C trees(first: $n, orderBy: NAME_DESC) { n: nodes { name sign } edges { cursor node { id: name } } pageInfo { hasNextPage } totalCount } }
      again: customer { label kind @skip(if: $no) m: value { sum: amount currency } } report { planted b: beside note }`;
    const answer = await payload(
      `${selection}`.replace('...C', 'number'),
      { trees: trees('Zoe', 'Ann'), beside: [treeId(1, 2)] },
      { n: 2 },
    );
    expect(answer).toEqual({
      t: {
        called: 'Zoe',
        at: '2026-02-28T10:00:00+00:00',
        sign: 'Zoe 2026',
        variety: { code: 'COX' },
        customer: { number: 'C-3' },
        v: { id: varietyId(2) },
      },
      customer: {
        number: 'C-3',
        trees: {
          n: [
            { name: 'Zoe', sign: 'Zoe 2026' },
            { name: 'Ann', sign: 'Ann 2026' },
          ],
          edges: [
            { cursor: expect.any(String) as string, node: { id: 'Zoe' } },
            { cursor: expect.any(String) as string, node: { id: 'Ann' } },
          ],
          pageInfo: { hasNextPage: false },
          totalCount: 2,
        },
      },
      again: { label: '100% _Real\\', kind: 'SMALL', m: { sum: 100, currency: 'GBP' } },
      report: { planted: 2, b: [treeId(1, 2).split('_')[2]], note: null },
      userErrors: [],
    });
  });

  test('has no row where its handler gives none', async () => {
    expect(await payload('tree { name } report { planted }', {})).toEqual({
      tree: null,
      report: { planted: 0 },
      userErrors: [],
    });
  });

  test.each([
    ['a customer’s id', { customerId: varietyId(1) }, { code: 'BAD_ID', path: ['customerId'] }],
    ['an id in a list', { beside: [treeId(1, 1), customerId(1)] }, { code: 'BAD_ID', path: ['beside', '1'] }],
    [
      'a reference in a list of objects',
      { trees: [...trees('ok'), { ...trees('x')[0], varietyId: treeId(1, 1) }] },
      { code: 'BAD_ID', path: ['trees', '1', 'varietyId'] },
    ],
    [
      'a text that is too long',
      { trees: trees('x'.repeat(21)) },
      {
        code: 'INVALID_FIELD',
        path: ['trees', '0', 'name'],
        params: { field: 'name', problem: 'too_big', maximum: 20 },
      },
    ],
    [
      'an empty text',
      { trees: trees('  ') },
      {
        code: 'INVALID_FIELD',
        path: ['trees', '0', 'name'],
        params: { field: 'name', problem: 'too_small', minimum: 1, of: 'string' },
      },
    ],
    ['what the rule says', { note: 'stop', trees: trees('Lost') }, { code: 'NO_ROOM', path: ['note'] }],
  ])('is refused, with nothing changed, for %s', async (_, input, error) => {
    const count = async () => orchard.db.readText('select count(*)::text from orchard_trees', []);
    const before = await count();
    const answer = await payload('tree { name } report { planted } customer { number }', input);
    expect(answer).toEqual({
      tree: null,
      report: null,
      customer: null,
      userErrors: [expect.objectContaining(error)],
    });
    expect(await count()).toBe(before);
  });

  test('is for the roles that it names', async () => {
    const auditor: StaffActor = { ...ann, role: 'AUDITOR' };
    const error = await payload('report { planted }', {}, {}, auditor).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GraphQLError);
    expect(error).toMatchObject({ path: ['treePlant'], originalError: { code: 'FORBIDDEN' } });
    expect((error as GraphQLError).originalError).toBeInstanceOf(DomainError);
  });

  test('repeated with its key gives the first answer, but nothing that is told once; with another input it is refused', async () => {
    const selection = 'tree { id name } report { planted } password';
    const input = { idempotencyKey: 'k1', trees: trees('Once') };
    const first = await payload(selection, input);
    expect(first).toMatchObject({ tree: { name: 'Once' }, password: expect.any(String) as string, userErrors: [] });
    expect(await payload(selection, input)).toEqual({ ...first, password: null });
    expect(await payload(selection, { ...input, trees: trees('Twice') })).toMatchObject({
      tree: null,
      password: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', path: ['idempotencyKey'] }],
    });
    expect(await orchard.db.readText(`select count(*)::text from orchard_trees where name = 'Once'`, [])).toBe('1');
  });

  test('may be several in one document, one after the other, under aliases', async () => {
    const input = `{ customerId: "${customerId(2)}", trees: [{ name: "One", planted: "2026-01-01", at: "2026-01-01T00:00:00Z" }] }`;
    const document = `mutation { a: treePlant(input: ${input}) { customer { trees(first: 1) { totalCount } } } b: treePlant(input: ${input}) { __typename c: customer { trees(first: 1) { totalCount } } } }`;
    expect(await orchard.ask(document)).toEqual({
      a: { customer: { trees: { totalCount: 3 } } },
      b: { __typename: 'TreePlantPayload', c: { trees: { totalCount: 4 } } },
    });
  });
});

describe('over HTTP', () => {
  test('an error tells its place in the document, and apart from it its place in the input', async () => {
    const server = await testServer({ modules: [orchardModule], db: orchard.db });
    const owner = await server.as('OWNER');
    const document = `query ($days: Int) {\n  ${ash} { number }\n  r: refused\n  f: forecast(days: $days) { day } }`;
    expect(await owner.ask(document, { days: 1 })).toEqual({
      status: 200,
      data: { customer: { number: 'A-1' }, r: null, f: [{ day: 'today 0' }] },
      errors: [
        {
          message: 'It rains; ask tomorrow.',
          path: ['r'],
          locations: [{ line: 3, column: 3 }],
          extensions: { code: 'TOO_WET', path: ['day'] },
        },
      ],
    });
    const { data, errors } = await owner.ask(document, { days: 8 });
    expect(data ?? null).toBeNull();
    expect(errors?.find((error) => error.path?.[0] === 'f')).toMatchObject({
      locations: [{ line: 4, column: 3 }],
      extensions: { code: 'INVALID_FIELD', path: ['days'], params: { maximum: 7 } },
    });
    const refused = await owner.ask('{ customers(first: 0) { totalCount } }');
    expect(refused.data ?? null).toBeNull();
    expect(refused.errors).toMatchObject([{ extensions: { code: 'PAGE_TOO_LARGE', path: ['first'] } }]);
    expect(refused.errors?.[0]).not.toHaveProperty('path');
  });
});
