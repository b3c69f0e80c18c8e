import { describe, expect, it } from 'vitest';
import { DomainError } from '../../shared/errors.ts';
import { defaultsOf, form, readForm, rowKey, withoutAdded } from './form.ts';

const said = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const option = (value: string) => ({ value, label: said(value) });

/** A field of every sort. */
const every = form({
  days: { type: 'int', min: 1, max: 30, default: 7, unit: said('days'), label: said('Days') },
  price: { type: 'money', min: 0, max: 500, default: 0, label: said('Price') },
  polite: { type: 'bool', default: true, label: said('Polite') },
  level: { type: 'choice', options: [option('LOW'), option('HIGH')], default: 'LOW', label: said('Level') },
  parts: { type: 'choices', options: [option('A'), option('B')], min: 1, default: ['A'], label: said('Parts') },
  matters: { type: 'words', max: 2, default: [], label: said('Matters') },
  name: { type: 'text', min: 2, max: 5, default: 'Chen', label: said('Name') },
  note: { type: 'text', max: 5, default: '', added: true, label: said('Note') },
  ways: {
    type: 'rows',
    key: ['way', 'place'],
    min: 1,
    max: 2,
    default: [{ way: 'MAIL', place: 'HOME' }],
    label: said('Ways'),
    cells: {
      way: { type: 'text', max: 9, default: '', label: said('Way') },
      place: { type: 'text', max: 9, default: '', label: said('Place') },
    },
  },
});

const refusalOf = (values: object): DomainError => {
  try {
    readForm(every, values, ['terms', '0', 'params']);
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('it was read');
};
const valuesWith = (change: object) => ({ ...defaultsOf(every), ...change });
const row = (way: string, place = 'HOME') => ({ way, place });

describe('what a form takes', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['days', [1, 30], [0, 31, 1.5, '7', true]],
    ['price', [0, 500], [-1, 501, 0.5, '0']],
    ['polite', [true, false], ['true', 0, 1]],
    ['level', ['LOW', 'HIGH'], ['low', '', 1]],
    ['parts', [['A'], ['B', 'A']], [[], ['C'], ['A', 'C'], ['A', 'A'], 'A', { 0: 'A' }]],
    [
      'matters',
      [[], ['keys'], ['keys', 'x'.repeat(120)]],
      [['a', 'b', 'c'], [''], ['keys', ' '], ['keys', 'keys'], [7], ['keys', 'x'.repeat(121)], 'keys'],
    ],
    ['name', ['Li', 'Chens'], ['L', ' L ', 'Chenss', 'a\nb', 'a\u0000b', 7, ['Li']]],
    ['note', ['', 'short'], ['longer', 1]],
    [
      'ways',
      [[row('MAIL')], [row('MAIL'), row('CALL')], [row('MAIL'), row('MAIL', 'SHOP')]],
      [[], [row('A'), row('B'), row('C')], row('MAIL'), 'MAIL'],
    ],
  ])('%s: %j, and not %j', (field, taken, refused) => {
    for (const value of taken) {
      expect(readForm(every, valuesWith({ [field]: value }), [])).toEqual(valuesWith({ [field]: value }));
    }
    for (const value of refused) {
      const refusal = refusalOf(valuesWith({ [field]: value }));
      expect(refusal).toBeInstanceOf(DomainError);
      expect(refusal).toMatchObject({ code: 'TERM_OUT_OF_RANGE', path: ['terms', '0', 'params', field] });
      expect(refusal.params).toMatchObject({ field });
    }
  });

  it('what an earlier term could not say takes its default; whatever else is missing is asked for', () => {
    const { note: _note, ...earlier } = defaultsOf(every);
    expect(readForm(every, earlier, [])).toEqual(defaultsOf(every));
    for (const given of [valuesWith({ days: undefined }), valuesWith({ days: null }), valuesWith({ note: null })]) {
      const field = 'note' in given && given.note === null ? 'note' : 'days';
      const refusal = refusalOf(given);
      expect(refusal).toMatchObject({ code: 'TERM_FIELD_MISSING', path: ['terms', '0', 'params', field] });
      expect(refusal.params).toEqual({ field });
    }
    for (const none of [null, undefined, [], 'days', 7]) {
      expect(() => readForm(every, none, [])).toThrow(expect.objectContaining({ code: 'TERM_FIELD_MISSING' }));
    }
  });

  it('a field that is none is refused with those there are', () => {
    const refusal = refusalOf(valuesWith({ mood: 1 }));
    expect(refusal).toMatchObject({ code: 'UNKNOWN_TERM_FIELD', path: ['terms', '0', 'params', 'mood'] });
    expect(refusal.params).toEqual({ field: 'mood', known: Object.keys(every) });
    expect(refusalOf(valuesWith({ toString: 1 })).code).toBe('UNKNOWN_TERM_FIELD');
  });

  it('two rows of one name are refused at the second; a row is told by all of its key', () => {
    const refusal = refusalOf(valuesWith({ ways: [row('MAIL'), row('MAIL')] }));
    expect(refusal).toMatchObject({ code: 'DUPLICATE_ROW', path: ['terms', '0', 'params', 'ways', '1', 'way'] });
    expect(refusal.params).toEqual({ field: 'ways', key: 'MAIL / HOME' });
    const blanks = { ...row('MAIL'), way: 'MAIL ' };
    expect(refusalOf(valuesWith({ ways: [row('MAIL'), blanks] })).code).toBe('DUPLICATE_ROW');
    expect(rowKey(['way', 'place'], row('A', 'B'))).toBe('A / B');
    expect(rowKey(['way', 'place'], row(' A', 'B '))).toBe('A / B');
  });

  it('a cell is refused by its row and name', () => {
    expect(refusalOf(valuesWith({ ways: [row('MAIL'), { way: 'CALL' }] }))).toMatchObject({
      code: 'TERM_FIELD_MISSING',
      path: ['terms', '0', 'params', 'ways', '1', 'place'],
    });
  });
});

describe('a refusal says what the field takes', () => {
  it.each<[string, unknown, string, object]>([
    ['days', 31, 'days is 31; it takes a whole number from 1 to 30 (days).', { min: 1, max: 30 }],
    ['price', -1, 'price is -1; it takes a whole number of minor units from 0 to 500.', { min: 0, max: 500 }],
    ['polite', 'yes', 'polite is "yes"; it takes true or false.', {}],
    ['level', 'TOP', 'level is "TOP"; it takes one of LOW, HIGH.', {}],
    ['parts', [], 'parts is []; it takes at least 1 of A, B, each once.', { min: 1 }],
    ['matters', [''], 'matters is [""]; it takes at most 2 different words of 1 to 120 characters.', { max: 2 }],
    ['name', 'L', 'name is "L"; it takes one line of 2 to 5 characters.', { min: 2, max: 5 }],
    ['note', 'longer', 'note is "longer"; it takes one line of 0 to 5 characters.', { max: 5 }],
  ])('%s', (field, value, message, bounds) => {
    const refusal = refusalOf(valuesWith({ [field]: value }));
    expect(refusal.message).toBe(message);
    expect(refusal.params).toEqual({ field, value, ...bounds });
  });

  it('a table of too many rows, and one that is missing', () => {
    const many = refusalOf(valuesWith({ ways: [row('A'), row('B'), row('C')] }));
    expect(many.message).toBe('ways takes 1 to 2 rows.');
    expect(many.params).toEqual({ field: 'ways', min: 1, max: 2 });
    expect(refusalOf(valuesWith({ ways: null })).message).toBe('ways is missing; it takes 1 to 2 rows.');
  });
});

describe('what was stored before a field was added', () => {
  const table = form({
    rows: {
      type: 'rows',
      key: ['code'],
      min: 0,
      max: 9,
      default: [],
      label: said('Rows'),
      cells: {
        code: { type: 'text', max: 9, default: 'A', label: said('Code') },
        tags: { type: 'words', max: 2, default: ['x'], added: true, label: said('Tags') },
      },
    },
    note: { type: 'text', max: 5, default: '', added: true, label: said('Note') },
  });

  it('is the same as what holds the defaults of the added fields, in rows too, and as nothing else', () => {
    const old = { rows: [{ code: 'A' }, { code: 'B' }] };
    expect(withoutAdded(table, old)).toEqual(old);
    expect(withoutAdded(table, readForm(table, old, []))).toEqual(old);
    const now = {
      rows: [
        { code: 'A', tags: ['y'] },
        { code: 'B', tags: ['x'] },
      ],
      note: 'hm',
    };
    expect(withoutAdded(table, now)).toEqual({ rows: [{ code: 'A', tags: ['y'] }, { code: 'B' }], note: 'hm' });
  });

  it('leaves alone what the form does not know', () => {
    expect(withoutAdded(table, { rows: 'none', more: 1, note: '' })).toEqual({ rows: 'none', more: 1 });
    expect(withoutAdded(table, { rows: ['none'] })).toEqual({ rows: ['none'] });
  });
});
