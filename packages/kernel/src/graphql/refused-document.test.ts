import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { notGranted } from './refused-document.ts';

const schema = buildSchema(`
  type Query { customers(first: Int, orderBy: CustomerOrder, filter: CustomerFilter): [Customer] }
  enum CustomerOrder { NUMBER_ASC }
  input TextFilter { eq: String }
  input CustomerFilter { number: TextFilter, and: [CustomerFilter!] }
  type Customer { number: String }
`);
const named = (query: string) => notGranted(schema, parse(query));

test('S10 what a document asks for beyond the grants is named, wherever it asks', () => {
  expect(named('{ customers { number internalNote } }')).toEqual(['Customer.internalNote']);
  expect(named('{ customers { ...more } } fragment more on Customer { name }')).toEqual(['Customer.name']);
  expect(named('{ customers(orderBy: LAST_TOUCH_AT_DESC) { number } }')).toEqual(['Customer.lastTouchAt']);
  expect(named('{ customers(filter: { and: [{ value: { gte: 1 } }] }) { number } }')).toEqual(['Customer.value']);
  expect(named('{ customers { contacts { email } } }')).toEqual(['Customer.contacts']);
  expect(named('{ partners { name } }')).toEqual(['Query.partners']);
});

test('S10 what is granted is not named, nor any value that was sent', () => {
  expect(named('{ __typename customers(first: 1000) { number __typename } }')).toEqual([]);
  expect(JSON.stringify(named('{ customers(filter: { name: { eq: "Ada" } }) { number } }'))).not.toContain('Ada');
});

test('S10 what is named is bounded', () => {
  const many = Array.from({ length: 90 }, (_, i) => `f${i}${'x'.repeat(500)}`).join(' ');
  const names = named(`{ customers { ${many} } }`);
  expect(names).toHaveLength(20);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThan(80);
});
