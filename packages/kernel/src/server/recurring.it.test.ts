import { testServer, type TestServer } from '@perennial/testkit/server/test-server';
import { beforeAll, describe, expect, it } from 'vitest';

const GOOD = 'query Names($first: Int) { customers(first: $first) { totalCount nodes { number } } }';
const BAD = 'query One($id: ID!) { customer(id: $id) { number } }';

describe('a read that recurs is answered as it was the first time', () => {
  let server: TestServer;
  let headers: Record<string, string>;

  beforeAll(async () => {
    server = await testServer();
    headers = { 'content-type': 'application/json', ...(await server.as('AGENT')).headers };
  });

  async function send(body: object, extra: Record<string, string> = {}) {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, ...extra },
      body: JSON.stringify(body),
    });
    const { date: _date, ...kept } = Object.fromEntries(response.headers);
    return { status: response.status, headers: kept, text: await response.text() };
  }

  it.each([
    ['an answer', { query: GOOD, variables: { first: 3 } }],
    ['an answer to a named operation', { query: GOOD, operationName: 'Names', variables: {} }],
    ['a refusal by the executor', { query: BAD, variables: { id: 'nobody' } }],
    ['a missing variable', { query: BAD, variables: {} }],
    ['a page that is too large', { query: GOOD, variables: { first: 1_000 } }],
    ['an operation that is not there', { query: GOOD, operationName: 'Other' }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['variables that are no object', { query: GOOD, variables: [1] }],
    ['a text that is no GraphQL', { query: '{ customers' }],
  ])('%s', async (_what, body) => {
    await send({ query: GOOD, variables: { first: 3 } });
    await send({ query: BAD, variables: { id: 'nobody' } });
    const first = await send(body);
    expect(await send(body)).toEqual(first);
  });

  it('in the media type that was asked for', async () => {
    await send({ query: GOOD });
    const asked = await send({ query: GOOD }, { accept: 'application/graphql-response+json' });
    expect(asked.headers['content-type']).toMatch(/^application\/graphql-response\+json/);
  });

  it('and refused to whoever is no longer signed in', async () => {
    await send({ query: GOOD });
    const { status, text } = await send({ query: GOOD }, { cookie: '' });
    expect([status, text]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
    expect(text).not.toContain('totalCount');
  });

  it('and does not run twice when it fails', async () => {
    const body = { query: '{ customers(after: "broken") { nodes { number } } }' };
    await send(body);
    let reads = 0;
    const stop = server.db.onStatement(() => (reads += 1));
    const { text } = await send(body);
    stop();
    expect(text).toContain('BAD_CURSOR');
    expect(reads).toBe(0);
  });
});
