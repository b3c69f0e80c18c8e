import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataProviderFor } from './dataProvider.ts';
import { ApiError, fieldErrors } from './errors.ts';
import { graphqlFilter, orderName } from './resource.ts';

const documents = { customers: { list: 'LIST', one: 'ONE', update: 'UPDATE', create: 'CREATE' } };

function providerAnswering(answer: Record<string, unknown> | Error) {
  const asked: { document: string; variables: Record<string, unknown> }[] = [];
  const provider = dataProviderFor(documents, async (document, variables) => {
    asked.push({ document: document.toString(), variables });
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { provider, asked };
}

describe('a list', () => {
  test('asks for its page, order, search and filter, and gives rows and total', async () => {
    const { provider, asked } = providerAnswering({ customers: { nodes: [{ id: 'a' }], totalCount: 61 } });
    const result = await provider.getList('customers', {
      pagination: { page: 3, perPage: 25 },
      sort: { field: 'lastTouchAt', order: 'DESC' },
      filter: { q: ' 178 ', stage: 'COOLING', value_gte: 100 },
    });
    expect(result).toEqual({ data: [{ id: 'a' }], total: 61 });
    expect(asked).toEqual([
      {
        document: 'LIST',
        variables: {
          first: 25,
          offset: 50,
          search: '178',
          filter: { stage: { eq: 'COOLING' }, value: { gte: 100 } },
          orderBy: 'LAST_TOUCH_AT_DESC',
        },
      },
    ]);
  });

  test('a resource without the document says what is missing', async () => {
    const { provider } = providerAnswering({});
    await expect(provider.delete('customers', { id: 'a' })).rejects.toThrow('"customers" has no document for "remove"');
  });
});

describe('filters', () => {
  test('several bounds of one field belong together; what is empty is left out', () => {
    expect(graphqlFilter({ value_gte: 1, value_lte: 9, region: '', stage_in: ['NEW', 'LOST'], tags: [] })).toEqual({
      value: { gte: 1, lte: 9 },
      stage: { in: ['NEW', 'LOST'] },
    });
  });

  test('a field whose own name holds an underscore is not cut', () => {
    expect(graphqlFilter({ some_name: 1 })).toEqual({ some_name: { eq: 1 } });
  });

  test('a field that is called as an operator is a field', () => {
    expect(graphqlFilter({ in: 0, lte: 5, in_gte: 1 })).toEqual({ in: { eq: 0, gte: 1 }, lte: { eq: 5 } });
  });

  test('no value is lost or made up, whatever is filtered by', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^([a-z]{1,8}|in|gte|lte|contains)(_gte|_lte|_in|_contains)?$/), fc.integer()),
        (values) => {
          const { q: _search, ...asked } = values;
          const flat = Object.entries(graphqlFilter(values)).flatMap(([field, operators]) =>
            Object.entries(operators).map(([operator, value]) => [
              operator === 'eq' ? field : `${field}_${operator}`,
              value,
            ]),
          );
          expect(Object.fromEntries(flat)).toEqual(asked);
        },
      ),
    );
  });

  test('orders are called as in the schema', () => {
    expect(orderName('valueAtRisk', 'ASC')).toBe('VALUE_AT_RISK_ASC');
  });
});

describe('refusals', () => {
  test('of a mutation reach the field they name, without the leading "input"', async () => {
    const { provider } = providerAnswering({
      customerUpdate: {
        userErrors: [{ code: 'TOO_LONG', message: 'Too long.', path: ['input', 'name'], params: { max: 3 } }],
        customer: null,
      },
    });
    const failure = await provider
      .update('customers', { id: 'a', data: { name: 'x' }, previousData: { id: 'a' } })
      .catch((e: unknown) => e);
    expect(failure).toMatchObject({ message: 'errors.TOO_LONG', body: { code: 'TOO_LONG' } });
    const { errors } = (failure as { body: { errors: Record<string, string> } }).body;
    expect(JSON.parse((errors.name ?? '').replace('@@react-admin@@', ''))).toEqual({
      message: 'errors.TOO_LONG',
      args: { max: 3, _: 'Too long.' },
    });
  });

  test('that name no field stand above the form', () => {
    expect(fieldErrors([{ code: 'X', message: 'No.', path: [] }])).toHaveProperty('root.serverError');
  });

  test('of the whole request keep their code', async () => {
    const { provider } = providerAnswering(new ApiError([{ code: 'UNAUTHENTICATED', message: 'Sign in.' }], 401));
    await expect(provider.getOne('customers', { id: 'a' })).rejects.toMatchObject({
      status: 401,
      body: { code: 'UNAUTHENTICATED' },
    });
  });

  test('a row that is gone is said to be gone', async () => {
    const { provider } = providerAnswering({ customer: null });
    await expect(provider.getOne('customers', { id: 'a' })).rejects.toMatchObject({ body: { code: 'NOT_FOUND' } });
  });
});

test('a successful write gives the changed row', async () => {
  const { provider, asked } = providerAnswering({
    customerUpdate: { userErrors: [], customer: { id: 'a', name: 'New' } },
  });
  const { data } = await provider.update('customers', {
    id: 'a',
    data: { name: 'New', version: 2 },
    previousData: { id: 'a' },
  });
  expect(data).toEqual({ id: 'a', name: 'New' });
  expect(asked[0]?.variables).toEqual({ input: { id: 'a', name: 'New', version: 2 } });
});
