import { describe, expect, it } from 'vitest';
import { EVERYTHING } from './applicability.ts';
import { belowFloors, checkFloor, type Floor } from './floor.ts';
import { belowBound, keyCells, rowNames } from './floor-bound.ts';
import { defaultsOf, type FormField } from './kinds/form.ts';
import { kindOf, readTerms, type Term } from './terms.ts';

const term = (kind: string, params: object): Term =>
  readTerms([{ id: 'it', kind, params: { ...defaultsOf(kindOf(kind).params), ...params }, appliesTo: EVERYTHING }])[0]!;
const floor = (kind: string, field: string, bound: unknown, more: Partial<Floor> = {}): Floor => ({
  kind,
  field,
  row: null,
  cell: null,
  bound,
  reason: 'The law',
  ...more,
});
const below = (set: Floor, params: object) =>
  belowFloors([term(set.kind, params)], [], [set]).map(({ value }) => value);

describe('S11 floors judge by what the kind itself calls worse', () => {
  it.each([
    ['training', 'topics'],
    ['warranty', 'parts'],
  ])('%s.%s: none named is everything, the most there is', (kind, field) => {
    expect(below(floor(kind, field, []), { [field]: ['Only this'] })).toEqual([['Only this']]);
    expect(below(floor(kind, field, []), { [field]: [] })).toEqual([]);
    expect(below(floor(kind, field, ['Safety']), { [field]: [] })).toEqual([]);
    expect(below(floor(kind, field, ['Safety']), { [field]: ['Care', 'Safety'] })).toEqual([]);
    expect(below(floor(kind, field, ['Safety']), { [field]: ['Care'] })).toEqual([['Care']]);
  });

  const row = (channel: string, firstResponse: number, priority = 'NORMAL') => ({
    priority,
    channel,
    firstResponse,
    resolution: 9000,
  });
  const answered = (name: string) => floor('response-target', 'rows', 240, { row: name, cell: 'firstResponse' });

  it('C8 a target is what a case would get: a row of its own channel hides the row for any', () => {
    const any = answered('NORMAL / ANY');
    expect(below(any, { rows: [row('ANY', 240)] })).toEqual([]);
    expect(below(any, { rows: [row('ANY', 241)] })).toEqual([241]);
    expect(below(any, { rows: [row('ANY', 240), row('PHONE', 5000)] })).toEqual([5000]);
    expect(below(any, { rows: [row('ANY', 240), row('PHONE', 60)] })).toEqual([]);
    expect(below(any, { rows: [row('ANY', 240), row('PHONE', 5000, 'LOW')] })).toEqual([]);
    expect(below(any, { rows: [row('PHONE', 60)] })).toEqual([null]);
  });

  it('C8 the row for any channel answers for each one', () => {
    const phone = answered('NORMAL / PHONE');
    expect(below(phone, { rows: [row('ANY', 240)] })).toEqual([]);
    expect(below(phone, { rows: [row('ANY', 300)] })).toEqual([300]);
    expect(below(phone, { rows: [row('ANY', 9), row('PHONE', 241)] })).toEqual([241]);
    expect(below(phone, { rows: [row('ANY', 999), row('PHONE', 240)] })).toEqual([]);
    expect(below(phone, { rows: [row('ANY', 240, 'LOW')] })).toEqual([null]);
  });

  it('a row that no row can be called is refused, and says how rows are called', () => {
    const set = (name: string) => () => checkFloor(answered(name));
    expect(set('NORMAL / ANY')).not.toThrow();
    for (const name of ['PHONE', 'NORMAL/ANY', 'NORMAL / CARRIER PIGEON', 'NORMAL / ANY / ANY']) {
      expect(set(name)).toThrow(expect.objectContaining({ code: 'FLOOR_ROW_UNKNOWN', path: ['row'] }) as Error);
    }
    expect(set('PHONE')).toThrow(/name one as .*NORMAL.* \/ ANY, PHONE/);
    // set before it was refused: it keeps standing in the way, so that somebody looks at it
    expect(below(answered('PHONE'), { rows: [row('ANY', 9)] })).toEqual([null]);
  });

  it('C7 a charge that is not listed is no charge; a listed one keeps its cap', () => {
    const fee = (amount: number) => ({
      rows: [{ code: 'POST', label: 'Post', kind: 'FEE', mode: 'CAP', amount, consent: true }],
    });
    const cap = floor('fees', 'rows', 500, { row: 'POST', cell: 'amount' });
    expect(below(cap, { rows: [] })).toEqual([]);
    expect(below(cap, fee(500))).toEqual([]);
    expect(below(cap, fee(501))).toEqual([501]);
  });
});

describe('a table whose rows are known by numbers', () => {
  const label = { en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x' };
  const unit = label;
  const table: FormField & { type: 'rows' } = {
    type: 'rows',
    label,
    key: ['year', 'share'],
    cells: {
      year: { type: 'int', label, unit, min: 0, max: 9_999, default: 0 },
      share: { type: 'money', label, min: 0, max: 100, default: 0 },
      days: { type: 'int', label, unit, min: 0, max: 99, default: 0, better: 'more' },
    },
    min: 0,
    max: 9,
    default: [],
  };

  it('a row is called by them, written in digits', () => {
    expect(rowNames(table)).toBe('year / share');
    expect(keyCells(table, '2026 / 50')).toEqual({ year: 2026, share: 50 });
    for (const name of ['2026', '2026 / ', ' / 50', '2026 / half', 'x2026 / 50', '2026x / 50', '2026 / 50 / 1']) {
      expect(keyCells(table, name)).toBeNull();
    }
  });

  it('S11 blanks around a code take no row out from above its floor', () => {
    const set = floor('fees', 'rows', 1000, { row: 'INSP', cell: 'amount' });
    const fee = (code: string, amount: number) => ({
      rows: [{ code, label: 'Inspection', kind: 'FEE', mode: 'AMOUNT', amount, consent: false }],
    });
    for (const code of ['INSP', 'INSP ', ' INSP']) {
      expect(below(set, fee(code, 1001))).toEqual([1001]);
      expect(below({ ...set, row: ' INSP ' }, fee(code, 1001))).toEqual([1001]);
      expect(below(set, fee(code, 1000))).toEqual([]);
    }
  });

  it('S11 a floor on a row that cannot be is met by a table in which less is better, and by no other', () => {
    const kind = { ...kindOf('fees'), params: { table } };
    const floored = { field: 'table', row: 'never', cell: 'days', bound: 5 };
    expect(belowBound(kind, floored, { table: [] })).toBeNull();
    expect(
      belowBound({ ...kind, params: { table: { ...table, better: 'less' } } }, floored, { table: [] }),
    ).toBeUndefined();
  });

  it('S11 a term stored before the field was promises nothing there', () => {
    expect(belowBound(kindOf('warranty'), { field: 'later', row: null, cell: null, bound: 5 }, {})).toBeNull();
  });
});
