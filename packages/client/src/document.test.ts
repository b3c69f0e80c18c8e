import { describe, expect, expectTypeOf, test } from 'vitest';
import { PartnerApiError, createPartnerClient, document } from './index.ts';

describe('typed documents', () => {
  test('a selection becomes a query whose text does not depend on the values', () => {
    const ask = (first: number) =>
      document({ customers: { $: { first, orderBy: 'VALUE_DESC' }, nodes: { id: true, value: { amount: true } } } });
    expect(ask(2)).toEqual({
      query:
        'query Read($v0: Int, $v1: CustomerOrder) { customers(first: $v0, orderBy: $v1) { nodes { id value { amount } } } }',
      variables: { v0: 2, v1: 'VALUE_DESC' },
    });
    expect(ask(50).query).toBe(ask(2).query);
  });

  test('the answer has the type of what was selected', () => {
    const asked = document({
      customer: { $: { id: 'x' }, number: true, touchpoints: { totalCount: true, nodes: { at: true, channel: true } } },
    });
    expectTypeOf<NonNullable<NonNullable<typeof asked.answer>['customer']>['number']>().toEqualTypeOf<string>();
    expectTypeOf<
      NonNullable<NonNullable<typeof asked.answer>['customer']>['touchpoints']['totalCount']
    >().toEqualTypeOf<number | null>();
    // @ts-expect-error a customer cannot be asked for without its id
    document({ customer: { number: true } });
    // @ts-expect-error there is no such order
    document({ customers: { $: { orderBy: 'NOTE_DESC' }, nodes: { id: true } } });
  });

  test('what the schema does not have is refused before anything is sent', () => {
    const wrong = { customers: { nodes: { internalNote: true } } } as object;
    expect(() => document(wrong)).toThrow('Customer has no field "internalNote"');
  });
});

describe('the client', () => {
  const answering = (...answers: { status?: number; body: unknown }[]) => {
    const requests: { headers: Record<string, string>; body: { query: string; variables: Record<string, unknown> } }[] =
      [];
    const send = (async (_url: string, init: { headers: Record<string, string>; body: string }) => {
      requests.push({ headers: init.headers, body: JSON.parse(init.body) });
      const { status = 200, body } = answers[requests.length - 1] ?? { body: {} };
      return new Response(JSON.stringify(body), { status });
    }) as unknown as typeof fetch;
    return { requests, client: createPartnerClient({ url: 'https://shop.example', key: 'pk_x', fetch: send }) };
  };
  const page = (numbers: string[], endCursor: string | null) => ({
    body: {
      data: {
        customers: {
          nodes: numbers.map((number) => ({ number })),
          pageInfo: { hasNextPage: endCursor !== null, endCursor },
        },
      },
    },
  });

  test('goes through all pages', async () => {
    const { client, requests } = answering(page(['A', 'B'], 'c1'), page(['C'], null));
    const seen: string[] = [];
    for await (const { number } of client.customers({ number: true }, { pageSize: 2 })) seen.push(number);
    expect(seen).toEqual(['A', 'B', 'C']);
    expect(requests.map((request) => Object.values(request.body.variables))).toEqual([[2], [2, 'c1']]);
    expect(requests[0]?.headers['authorization']).toBe('Bearer pk_x');
  });

  test('tells the stable code and the sentence of a refusal', async () => {
    const body = { errors: [{ message: 'This key was revoked.', extensions: { code: 'KEY_REVOKED' } }] };
    const { client } = answering({ status: 401, body });
    const refused = client.ask({ customers: { totalCount: true } });
    await expect(refused).rejects.toThrow(PartnerApiError);
    await expect(refused).rejects.toMatchObject({ code: 'KEY_REVOKED', status: 401 });
  });

  test('asks once more when the agreement changed meanwhile', async () => {
    const stale = { body: { errors: [{ message: 'changed', extensions: { code: 'STALE' } }] } };
    const { client, requests } = answering(stale, { body: { data: { customers: { totalCount: 7 } } } });
    expect(await client.ask({ customers: { totalCount: true } })).toEqual({ customers: { totalCount: 7 } });
    expect(requests).toHaveLength(2);
  });
});
