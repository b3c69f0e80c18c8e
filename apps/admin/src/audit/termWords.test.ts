import { termKinds } from '@perennial/domain/policies/kinds/all';
import { expect, test } from 'vitest';
import { words as en } from '../i18n/en/index.ts';
import { words as hans } from '../i18n/zh-Hans/index.ts';
import { words as hant } from '../i18n/zh-Hant/index.ts';
import { grantSaid, termValueSaid } from './termWords.ts';

const returns = termKinds.find(({ kind }) => kind === 'returns');
const label = (language: 'en' | 'zh-Hant') => returns?.params['days']?.label[language];
const kindLabel = returns?.label.en;
const floor = { kind: 'returns', field: 'days', row: null, cell: null, bound: 14, reason: 'promised to all' };

test('S11 a floor is told by the labels of the kind of term that it holds', () => {
  expect(termValueSaid(floor, 'field', 'days', 'GBP', 'en')).toBe(label('en'));
  expect(termValueSaid(floor, 'field', 'days', 'GBP', 'zh-Hant')).toBe(label('zh-Hant'));
  expect(termValueSaid(floor, 'bound', 14, 'GBP', 'en')).toMatch(/^14 \w/);
});

test('S11 the row and the cell of a table that a floor holds are told in words too', () => {
  const target = { ...floor, kind: 'response-target', field: 'rows', row: 'URGENT', cell: 'respondMinutes', bound: 60 };
  expect(termValueSaid(target, 'cell', 'respondMinutes', 'GBP', 'en')).not.toBe('respondMinutes');
});

test('a field of a kind that is not known, and one of another row, has no label', () => {
  expect(termValueSaid({ ...floor, kind: 'gone' }, 'field', 'days', 'GBP', 'en')).toBeUndefined();
  expect(termValueSaid({ kind: 'DELIVERY' }, 'field', 'days', 'GBP', 'en')).toBeUndefined();
  expect(termValueSaid(floor, 'reason', 'promised to all', 'GBP', 'en')).toBeUndefined();
  expect(termValueSaid(null, 'field', 'days', 'GBP', 'en')).toBeUndefined();
});

test('a term is told by its kind, where that is known', () => {
  expect(termValueSaid({ termKind: 'returns' }, 'termId', 'put-right', 'GBP', 'en')).toBe(kindLabel);
  expect(termValueSaid({}, 'termId', 'returns', 'GBP', 'en')).toBe(kindLabel);
  expect(termValueSaid({ kind: 'PUT_RIGHT' }, 'termId', 'put-right', 'GBP', 'en')).toBeUndefined();
});

test('S10 what is granted is told as the page of the agreement names it', () => {
  const words = { entity: (name: string) => `<${name}>`, field: (name: string) => `[${name}]` };
  expect(grantSaid('grants', 'Touchpoint.at', words)).toBe('<Touchpoint> · [at]');
  expect(grantSaid('fields', 'Customer.number', words)).toBe('<Customer> · [number]');
  expect(grantSaid('fields', 'plain text', words)).toBeUndefined();
  expect(grantSaid('note', 'Customer.number', words)).toBeUndefined();
});

test.each(Object.entries({ en, 'zh-Hant': hant, 'zh-Hans': hans }))(
  'the trail has plain words of its own for what a grant calls “all below” in %s',
  (_language, { fields, audit }) => {
    const plain = audit.field as Readonly<Record<string, string>>;
    const below = Object.entries(fields.field).filter(([, label]) => /all below|下列/.test(label));
    expect(below.map(([name]) => name)).toContain('invoices');
    expect(below.filter(([name]) => plain[name] === undefined || plain[name].includes('below'))).toEqual([]);
    expect(plain['removed']).toBeDefined();
  },
);
