import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { words } from '../i18n/en/index.ts';
import { changesOf, nameIn, subjectOfKey, subjectsOf } from './changes.ts';
import { choicesNamed } from './useAuditWords.ts';

describe('what changed, field by field', () => {
  test('of a change only what differs, whatever else of the row is told', () => {
    const before = { id: '1', version: 3, name: 'Lamp', price: 500, extras: ['a bulb'], category: null };
    expect(changesOf(before, { name: 'Lamp', price: 700, extras: ['a bulb'], category: '', version: 4 })).toEqual([
      { field: 'price', before: 500, after: 700 },
    ]);
  });

  test('of something new or removed all that is told, without keys and what is empty', () => {
    const row = { id: '1', customerId: '2', code: 'LAMP', note: '', regions: [], createdAt: 'x' };
    expect(changesOf(null, row)).toEqual([{ field: 'code', before: undefined, after: 'LAMP' }]);
    expect(changesOf(row, null)).toEqual([{ field: 'code', before: 'LAMP', after: undefined }]);
    expect(changesOf(null, null)).toEqual([]);
  });

  test('a document is told part by part, an amount as one thing, in whatever order keys come', () => {
    expect(changesOf({ pause: { from: '1', to: null } }, { pause: { to: '2', from: '1' } })).toEqual([
      { field: 'pause.to', before: null, after: '2' },
    ]);
    const paid = { refundPaid: { amount: 5, currency: 'GBP' } };
    expect(changesOf({ refundPaid: null }, paid)).toEqual([
      { field: 'refundPaid', before: null, after: paid.refundPaid },
    ]);
    expect(changesOf({ a: [{ x: 1, y: 2 }] }, { a: [{ y: 2, x: 1 }] })).toEqual([]);
  });

  test('of a list of documents those that differ, by their short names or their places', () => {
    const item = (text: string, done: boolean) => ({ text, done });
    expect(
      changesOf({ checklist: [item('a', true), item('b', false)] }, { checklist: [item('a', true), item('b', true)] }),
    ).toEqual([{ field: 'checklist.2.done', before: false, after: true }]);
  });

  test('a term, a trace and the hours of a day are told as one', () => {
    const term = (id: string, days: number) => ({ id, kind: 'returns', params: { days }, appliesTo: {} });
    expect(changesOf({ terms: [term('x', 1), term('returns', 30)] }, { terms: [term('returns', 14)] })).toEqual([
      { field: 'terms.x', before: term('x', 1), after: null },
      { field: 'terms.returns', before: term('returns', 30), after: term('returns', 14) },
    ]);
    const trace = [{ code: 'CHARGE_AGREED', params: { label: 'Visit' } }];
    expect(changesOf({ charges: [{ trace: [] }] }, { charges: [{ trace }] })).toEqual([
      { field: 'charges.1.trace', before: [], after: trace },
    ]);
    const hours = (to: number) => ({ week: { 1: [{ from: 540, to }] } });
    expect(changesOf(hours(1020), hours(1080))).toEqual([
      { field: 'week.1', before: [{ from: 540, to: 1020 }], after: [{ from: 540, to: 1080 }] },
    ]);
  });

  test('what the program worked out is told as one, however much is in it', () => {
    const cuts = [{ kind: 'returns', worsenings: [{ field: 'days', before: 30, after: 14 }] }];
    expect(changesOf(null, { cuts })).toEqual([{ field: 'cuts', before: undefined, after: cuts }]);
  });

  test('C8 a year that nobody knew becomes one without holidays, or with some; the year is named', () => {
    const year = (days: unknown) => ({ year: 2013, days });
    expect(changesOf(year(null), year({}))).toEqual([{ field: 'days.2013', before: null, after: {} }]);
    expect(changesOf(year({}), year({}))).toEqual([]);
    const days = { '2013-01-01': { name: 'New Year' } };
    expect(changesOf(year(null), year(days))).toEqual([
      { field: 'days.2013', before: null, after: days },
      { field: 'days.2013-01-01.name', before: null, after: 'New Year' },
    ]);
  });

  test('of the wordings of a version those that changed, each with its text and its language', () => {
    const before = { phrases: { 'Repair. Free': { 'zh-Hant': '修理', 'zh-Hans': '修理' }, Hook: { en: 'A hook' } } };
    const after = { phrases: { 'Repair. Free': { 'zh-Hant': '免費修理', 'zh-Hans': '修理' } } };
    expect(changesOf(before, after)).toEqual([
      { field: 'phrases.zh-Hant.Repair. Free', before: '修理', after: '免費修理' },
      { field: 'phrases.en.Hook', before: 'A hook', after: null },
    ]);
  });

  test('what was refused changed nothing', () => {
    expect(changesOf(null, { refused: 'VERSION_CONFLICT', params: { current: 4 } })).toEqual([]);
  });
});

test('a key is told by the name of what it means, and left out where that has none', () => {
  const key = '01a22bee-c22b-7000-8000-8f9f190589c4';
  expect(changesOf({ ownerId: null }, { ownerId: key, planId: key })).toEqual([
    { field: 'ownerId', before: null, after: key },
  ]);
  expect(subjectOfKey('ownerId', key)).toBe(`StaffMember_${key}`);
  expect(subjectOfKey('planId', key)).toBeNull();
  expect(subjectOfKey('ownerId', null)).toBeNull();
});

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../../staff.graphql'), 'utf8'));

test('every choice that a row can hold has a word', () => {
  const wordAt = (path: string): unknown =>
    path
      .split('.')
      .reduce<unknown>((book, key) => (book as Readonly<Record<string, unknown>> | undefined)?.[key], words);
  const nameless = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      // languages have words of their own among the fields
      if (!isEnumType(named) || field.name === 'language') return [];
      const dictionaries = choicesNamed(type.name, field.name.charAt(0).toUpperCase() + field.name.slice(1));
      return named
        .getValues()
        .filter(({ value }) => !dictionaries.some((each) => typeof wordAt(`${each}.${String(value)}`) === 'string'))
        .map(({ value }) => `${type.name}.${field.name} ${String(value)}`);
    });
  });
  expect(nameless).toEqual([]);
});

test('keys of a list are told by their names too', () => {
  const key = '01a22bee-c22b-7000-8000-8f9f190589c4';
  expect(subjectsOf('pointIds', [key, key])).toEqual([`ServicePoint_${key}`, `ServicePoint_${key}`]);
  expect(subjectsOf('pointIds', [])).toBeNull();
  expect(subjectsOf('regions', ['France'])).toBeNull();
});

test('the choices of a field are found whatever part of its type they are called after', () => {
  expect(choicesNamed('FulfilmentTask', 'Status')).toEqual([
    'values.FulfilmentTaskStatus',
    'values.FulfilmentStatus',
    'values.TaskStatus',
    'values.Status',
  ]);
});

test('the thing is called by its name, and by its code or number before it', () => {
  expect(nameIn({ name: 'Repairs Leeds', hours: 'x' })).toBe('Repairs Leeds');
  expect(nameIn({ code: 'LAMP', name: 'A lamp' })).toBe('LAMP A lamp');
  expect(nameIn({ number: 'Q-1', title: 'Light' })).toBe('Q-1 Light');
  // a version's number is no name
  expect(nameIn({ number: 3 })).toBeNull();
  expect(nameIn(null)).toBeNull();
});
