import { buildSchema, isObjectType, parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkCost } from './cost.ts';
import { LIMITS } from './limits.ts';

const schema = buildSchema(`
  type Query { customers(first: Int, last: Int): CustomerConnection! customer: Customer tags: [Tag!]! }
  type CustomerConnection { nodes: [Customer!]! edges: [CustomerEdge!]! totalCount: Int! }
  type CustomerEdge { cursor: String! node: Customer! }
  type Customer { name: String customers(first: Int, last: Int): CustomerConnection! }
  type Tag { name: String }
`);
for (const type of Object.values(schema.getTypeMap())) {
  if (isObjectType(type) && type.name.endsWith('Connection')) type.extensions = { connectionOf: type.name };
}
const cost = (query: string, variables: Record<string, unknown> = {}, limits = LIMITS): number => {
  const document = parse(query);
  return checkCost(schema, document, document.definitions[0] as OperationDefinitionNode, variables, limits);
};

describe('cost', () => {
  it('counts fields once and rows as often as the page holds', () => {
    expect(cost('{customer{name}}')).toBe(2);
    // customers + 10 × (nodes + name)
    expect(cost('{customers(first: 10){nodes{name}}}')).toBe(21);
    expect(cost('{customers(last: 10){edges{cursor node{name}}}}')).toBe(1 + 10 * 4);
    expect(cost('{customers{nodes{name}}}')).toBe(1 + LIMITS.assumedPage * 2);
    expect(cost('{tags{name}}')).toBe(1 + LIMITS.assumedPage);
  });

  it('multiplies lists inside lists', () => {
    expect(cost('{customers(first: 50){nodes{customers(first: 5){nodes{name}}}}}')).toBe(1 + 50 * (1 + 1 + 5 * 2));
  });

  it('counts a fragment wherever it is used', () => {
    expect(
      cost(
        '{customers(first: 10){nodes{...F} ...G}} fragment F on Customer{name} fragment G on CustomerConnection{nodes{...F}}',
      ),
    ).toBe(1 + 10 * 4);
  });

  it('takes page sizes from variables, their defaults, and only then assumes one', () => {
    const query = 'query($n: Int = 3){customers(first: $n){nodes{name}}}';
    expect(cost(query, { n: 20 })).toBe(41);
    expect(cost(query)).toBe(7);
    expect(cost('query($n: Int){customers(first: $n){nodes{name}}}', { n: null })).toBe(1 + LIMITS.assumedPage * 2);
  });

  it.each([
    ['{customers(first: 101){nodes{name}}}', {}],
    ['query($n: Int){customers(last: $n){nodes{name}}}', { n: 101 }],
    ['query($n: Int = 101){customers(first: $n){nodes{name}}}', {}],
    ['{customer{customers(first: 1){nodes{customers(first: 1000000){totalCount}}}}}', {}],
  ])('refuses the page of %s', (query, variables) => {
    expect(() => cost(query, variables)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'PAGE_TOO_LARGE' }) }),
    );
  });

  it('lets a page of 100 pass', () => {
    expect(cost('{customers(first: 100){nodes{name}}}')).toBe(201);
  });

  it('refuses lists that multiply beyond the limit', () => {
    const nested = '{customers(first: 100){nodes{customers(first: 100){nodes{customers(first: 100){nodes{name}}}}}}}';
    expect(() => cost(nested)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'COST_LIMIT' }) }),
    );
  });
});
