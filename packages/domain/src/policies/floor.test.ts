import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from './applicability.ts';
import { casesOf } from './cases.ts';
import type { Cut } from './compare.ts';
import { belowFloors, checkFloor, checkFloors, type Floor } from './floor.ts';
import { form } from './kinds/form.ts';
import { termKind } from './kinds/kind.ts';
import type { Term } from './terms.ts';

const said = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const option = (value: string) => ({ value, label: said(value) });

/** A kind with a field of every sort. */
const care = termKind({
  kind: 'care',
  stage: 'AFTER_SALE',
  label: said('Care'),
  params: form({
    days: { type: 'int', min: 1, max: 100, default: 10, better: 'more', unit: said('days'), label: said('Days') },
    wait: { type: 'money', min: 0, max: 1000, default: 10, better: 'less', label: said('Price') },
    polite: { type: 'bool', default: true, better: true, label: said('Polite') },
    level: {
      type: 'choice',
      options: [option('LOW'), option('HIGH')],
      default: 'LOW',
      better: ['LOW', 'HIGH'],
      label: said('Level'),
    },
    parts: {
      type: 'choices',
      options: [option('A'), option('B')],
      min: 0,
      default: ['A'],
      better: 'more',
      label: said('Parts'),
    },
    name: { type: 'text', max: 20, default: '', better: 'neutral', label: said('Name') },
    odd: { type: 'int', min: 0, max: 9, default: 0, unit: said('x'), label: said('Odd') },
    fees: {
      type: 'rows',
      key: ['code'],
      min: 0,
      max: 9,
      default: [],
      better: 'less',
      label: said('Fees'),
      cells: {
        code: { type: 'text', max: 9, default: '', better: 'neutral', label: said('Code') },
        cap: { type: 'money', min: 0, max: 999, default: 0, better: 'less', label: said('Cap') },
      },
    },
    targets: {
      type: 'rows',
      key: ['way'],
      min: 0,
      max: 9,
      default: [],
      better: 'more',
      label: said('Targets'),
      cells: {
        way: { type: 'text', max: 9, default: '', better: 'neutral', label: said('Way') },
        minutes: {
          type: 'int',
          min: 1,
          max: 999,
          default: 60,
          better: 'less',
          unit: said('min'),
          label: said('Minutes'),
        },
      },
    },
  }),
  claim: form({}),
  promise: () => ({ code: 'CARE', params: {} }),
  judge: () => ({ outcome: 'ALLOWED', countedFrom: null, deadline: null, steps: [] }),
  sentences: { en: { CARE: () => '' }, 'zh-Hant': { CARE: () => '' }, 'zh-Hans': { CARE: () => '' } },
});
const kinds = [care];

const floor = (field: string, bound: unknown, more: Partial<Floor> = {}): Floor => ({
  kind: 'care',
  field,
  row: null,
  cell: null,
  bound,
  reason: 'The law',
  ...more,
});
const term = (params: Record<string, unknown>, id = 'care-1'): Term => ({
  id,
  kind: 'care',
  params,
  appliesTo: EVERYTHING,
});
const code = (work: () => void): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('S11 floors', () => {
  it('hold for every field, whichever way is better', () => {
    const below = (set: Floor, params: Record<string, unknown>) => belowFloors([term(params)], [], [set], kinds).length;
    expect([9, 10, 11].map((days) => below(floor('days', 10), { days }))).toEqual([1, 0, 0]);
    expect([9, 10, 11].map((wait) => below(floor('wait', 10), { wait }))).toEqual([0, 0, 1]);
    expect([true, false].map((polite) => below(floor('polite', true), { polite }))).toEqual([0, 1]);
    expect(['LOW', 'HIGH'].map((level) => below(floor('level', 'HIGH'), { level }))).toEqual([1, 0]);
    expect([['A'], ['B'], ['A', 'B']].map((parts) => below(floor('parts', ['A']), { parts }))).toEqual([0, 1, 0]);
  });

  it('of a table are for one row and cell; a fee that is gone is no worse, a target that is gone is', () => {
    const cap = floor('fees', 50, { row: 'POST', cell: 'cap' });
    const fees = (amount: number, name = 'POST') => [{ code: name, cap: amount }];
    expect(belowFloors([term({ fees: fees(50) })], [], [cap], kinds)).toEqual([]);
    expect(belowFloors([term({ fees: fees(51) })], [], [cap], kinds)).toMatchObject([{ termId: 'care-1', value: 51 }]);
    expect(belowFloors([term({ fees: fees(99, 'OTHER') })], [], [cap], kinds)).toEqual([]);
    const minutes = floor('targets', 60, { row: 'PHONE', cell: 'minutes' });
    expect(belowFloors([term({ targets: [{ way: 'PHONE', minutes: 60 }] })], [], [minutes], kinds)).toEqual([]);
    expect(belowFloors([term({ targets: [{ way: 'PHONE', minutes: 61 }] })], [], [minutes], kinds)).toHaveLength(1);
    expect(belowFloors([term({ targets: [] })], [], [minutes], kinds)).toMatchObject([{ value: null }]);
  });

  it('speak of what is promised: no term of the kind keeps them, a withdrawn one does not', () => {
    const set = [floor('days', 10)];
    expect(belowFloors([], [], set, kinds)).toEqual([]);
    const cut = (more: Partial<Cut>): Cut => ({
      kind: 'care',
      termId: 'old',
      cases: [],
      withdrawn: true,
      byTermId: null,
      worsenings: [],
      ...more,
    });
    expect(belowFloors([], [cut({})], set, kinds)).toMatchObject([{ termId: 'old', value: null }]);
    expect(belowFloors([], [cut({ kind: 'other' })], set, kinds)).toEqual([]);
    expect(belowFloors([], [cut({ withdrawn: false, byTermId: 'new' })], set, kinds)).toEqual([]);
    expect(belowFloors([], [cut({ termId: null })], set, kinds)).toEqual([]);
    expect(belowFloors([{ ...term({ days: 1 }), kind: 'other' }], [], set, kinds)).toEqual([]);
  });

  it('a term is below its floor exactly when it is worse than it, and no other term changes that', () => {
    const days = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(days, fc.array(days, { maxLength: 6 }), (bound, given) => {
        const terms = given.map((each, i) => term({ days: each }, `care-${i}`));
        const below = belowFloors(terms, [], [floor('days', bound)], kinds).map(({ termId }) => termId);
        expect(below).toEqual(given.flatMap((each, i) => (each < bound ? [`care-${i}`] : [])));
      }),
    );
  });

  it('a refusal names term, value, bound and reason', () => {
    expect(() => checkFloors([term({ days: 9 })], [], [floor('days', 10)], kinds)).toThrow(
      'days of the term "care-1" is 9; the floor is 10 (The law). No approval goes below a floor: keep to it, or have an owner remove it.',
    );
    expect(() =>
      checkFloors(
        [term({ fees: [{ code: 'POST', cap: 51 }] })],
        [],
        [floor('fees', 50, { row: 'POST', cell: 'cap' })],
        kinds,
      ),
    ).toThrow('fees (POST, cap)');
    expect(() =>
      checkFloors([term({ targets: [] })], [], [floor('targets', 60, { row: 'PHONE', cell: 'minutes' })], kinds),
    ).toThrow('is no longer promised');
    expect(checkFloors([term({ days: 10 })], [], [floor('days', 10)], kinds)).toBeUndefined();
    try {
      checkFloors([term({ days: 9 })], [], [floor('days', 10)], kinds);
    } catch (error) {
      expect(error).toMatchObject({
        code: 'BELOW_FLOOR',
        path: ['terms'],
        params: {
          termId: 'care-1',
          kind: 'care',
          field: 'days',
          row: null,
          cell: null,
          value: 9,
          bound: 10,
          reason: 'The law',
          shared: casesOf(EVERYTHING),
        },
      });
    }
  });

  it('can be set only where there is a better and a worse, and only to what a term can hold', () => {
    const refused = (set: Floor) => code(() => checkFloor(set, kinds));
    expect(refused(floor('days', 10))).toBeNull();
    expect(refused(floor('days', 1))).toBeNull();
    expect(refused(floor('days', 100))).toBeNull();
    for (const bound of [0, 101, 1.5, '10', null, true])
      expect(refused(floor('days', bound))).toBe('TERM_OUT_OF_RANGE');
    expect(refused(floor('polite', true))).toBeNull();
    expect(refused(floor('polite', 'true'))).toBe('TERM_OUT_OF_RANGE');
    expect(refused(floor('level', 'HIGH'))).toBeNull();
    expect(refused(floor('level', 'TOP'))).toBe('TERM_OUT_OF_RANGE');
    expect(refused(floor('parts', ['A']))).toBeNull();
    expect(refused(floor('parts', 'A'))).toBe('TERM_OUT_OF_RANGE');
    expect(refused(floor('parts', [1]))).toBe('TERM_OUT_OF_RANGE');
    expect(refused(floor('parts', ['A', 1]))).toBe('TERM_OUT_OF_RANGE');
    expect(refused(floor('name', 'x'))).toBe('FLOOR_WITHOUT_DIRECTION');
    expect(refused(floor('odd', 1))).toBe('FLOOR_WITHOUT_DIRECTION');
    expect(refused(floor('nothing', 1))).toBe('UNKNOWN_TERM_FIELD');
    expect(refused(floor('fees', 1))).toBe('UNKNOWN_TERM_FIELD');
    expect(refused(floor('fees', 1, { row: 'POST', cell: 'size' }))).toBe('UNKNOWN_TERM_FIELD');
    expect(refused(floor('fees', 1, { cell: 'cap' }))).toBe('FLOOR_ROW_MISSING');
    expect(refused(floor('fees', 1, { row: 'POST', cell: 'code' }))).toBe('FLOOR_WITHOUT_DIRECTION');
    expect(refused(floor('fees', 1, { row: 'POST', cell: 'cap' }))).toBeNull();
    expect(refused(floor('days', 1, { kind: 'magic' }))).toBe('UNKNOWN_TERM_KIND');
  });

  it.each<[string, Floor, object]>([
    [
      'a field that is none',
      floor('nothing', 1),
      { code: 'UNKNOWN_TERM_FIELD', path: ['field'], params: { field: 'nothing', known: Object.keys(care.params) } },
    ],
    [
      'a table without a cell',
      floor('fees', 1),
      { code: 'UNKNOWN_TERM_FIELD', path: ['cell'], params: { field: '', known: ['code', 'cap'] } },
    ],
    [
      'a cell that is none',
      floor('fees', 1, { row: 'POST', cell: 'size' }),
      { code: 'UNKNOWN_TERM_FIELD', path: ['cell'], params: { field: 'size', known: ['code', 'cap'] } },
    ],
    [
      'no better and worse',
      floor('name', 'x'),
      { code: 'FLOOR_WITHOUT_DIRECTION', path: ['field'], params: { kind: 'care', field: 'name' } },
    ],
    [
      'a table without a row',
      floor('fees', 1, { cell: 'cap' }),
      { code: 'FLOOR_ROW_MISSING', path: ['row'], params: { field: 'fees' } },
    ],
    [
      'a number out of its range',
      floor('days', 101),
      { code: 'TERM_OUT_OF_RANGE', path: ['bound'], params: { field: 'days', value: 101, min: 1, max: 100 } },
    ],
    [
      'what is neither true nor false',
      floor('polite', 'yes'),
      { code: 'TERM_OUT_OF_RANGE', path: ['bound'], params: { field: 'polite', value: 'yes' } },
    ],
  ])('a refusal names the field and what it can be: %s', (_name, set, refusal) => {
    let error: unknown;
    try {
      checkFloor(set, kinds);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject(refusal);
    expect((error as { params: object }).params).toEqual((refusal as { params: object }).params);
    expect((error as Error).message).not.toContain('undefined');
  });

  it('of a field that a term stored earlier does not hold, and of a cell it has not: nothing is promised there', () => {
    expect(belowFloors([term({})], [], [floor('days', 10)], kinds)).toMatchObject([{ value: null }]);
    expect(belowFloors([term({})], [], [floor('targets', 60, { row: 'MAIL', cell: 'minutes' })], kinds)).toMatchObject([
      { value: null },
    ]);
    const row = { targets: [{ way: 'MAIL', minutes: 30 }] };
    expect(belowFloors([term(row)], [], [floor('targets', 60, { row: 'MAIL', cell: 'minutes' })], kinds)).toEqual([]);
  });
});
