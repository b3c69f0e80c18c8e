import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { form, type Cell, type Form } from './form.ts';
import { derivedWorsenings } from './worsenings.ts';

const label = { en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x' };
const unit = label;
const options = ['A', 'B', 'C'].map((value) => ({ value, label }));

const int = (better?: 'more' | 'less' | 'neutral'): Cell => ({
  type: 'int',
  min: 0,
  max: 9,
  default: 0,
  unit,
  label,
  ...(better && { better }),
});
const bool = (better?: boolean | 'neutral'): Cell => ({
  type: 'bool',
  default: true,
  label,
  ...(better !== undefined && { better }),
});
const choice = (better?: readonly string[] | 'neutral'): Cell => ({
  type: 'choice',
  options,
  default: 'A',
  label,
  ...(better && { better }),
});
const choices = (better?: 'more' | 'less' | 'neutral'): Cell => ({
  type: 'choices',
  options,
  min: 0,
  default: [],
  label,
  ...(better && { better }),
});
const words = (better?: 'more' | 'less' | 'neutral'): Cell => ({
  type: 'words',
  max: 9,
  default: [],
  label,
  ...(better && { better }),
});
const text = (better?: 'same' | 'neutral'): Cell => ({
  type: 'text',
  max: 9,
  default: '',
  label,
  ...(better && { better }),
});

describe('S11 is it worse, field by field', () => {
  it.each<[string, Cell, unknown, unknown, boolean]>([
    ['fewer where more is better', int('more'), 3, 2, true],
    ['as many where more is better', int('more'), 3, 3, false],
    ['more where more is better', int('more'), 3, 4, false],
    ['more where less is better', int('less'), 3, 4, true],
    ['as many where less is better', int('less'), 3, 3, false],
    ['fewer where less is better', int('less'), 3, 2, false],
    ['more where nobody said', int(), 3, 4, true],
    ['fewer where nobody said', int(), 3, 2, true],
    ['the same where nobody said', int(), 3, 3, false],
    ['anything where it is neutral', int('neutral'), 3, 4, false],
    ['a number that is missing now', int('more'), 3, undefined, true],
    ['yes to no where yes is better', bool(true), true, false, true],
    ['no to yes where yes is better', bool(true), false, true, false],
    ['yes stays yes', bool(true), true, true, false],
    ['no to yes where no is better', bool(false), false, true, true],
    ['yes to no where no is better', bool(false), true, false, false],
    ['no to yes where nobody said', bool(), false, true, true],
    ['yes to no where nobody said', bool(), true, false, true],
    ['yes to no where it is neutral', bool('neutral'), true, false, false],
    ['a step down', choice(['A', 'B', 'C']), 'C', 'B', true],
    ['a step up', choice(['A', 'B', 'C']), 'A', 'B', false],
    ['the same option', choice(['A', 'B']), 'B', 'B', false],
    ['an option the order forgot', choice(['A', 'B']), 'B', 'C', true],
    ['away from an option the order forgot', choice(['A', 'B']), 'C', 'B', true],
    ['another option where nobody said', choice(), 'A', 'B', true],
    ['another option where it is neutral', choice('neutral'), 'A', 'B', false],
    ['one fewer of a list', choices('more'), ['A', 'B'], ['B'], true],
    ['one more in a list', choices('more'), ['A'], ['A', 'B'], false],
    ['one for another in a list', choices('more'), ['A'], ['B'], true],
    ['one more where fewer are better', choices('less'), ['A'], ['A', 'B'], true],
    ['one fewer where fewer are better', choices('less'), ['A', 'B'], ['B'], false],
    ['the same list in another order', words(), ['a', 'b'], ['b', 'a'], false],
    ['the same words with blanks around them', words(), ['a', 'b '], [' a', 'b'], false],
    ['one more word where nobody said', words(), ['a'], ['a', 'b'], true],
    ['one fewer word where nobody said', words(), ['a', 'b'], ['a'], true],
    ['other words where it is neutral', words('neutral'), ['a'], ['b'], false],
    ['words that are missing now', words('more'), ['a'], undefined, true],
    ['another text', text(), 'a', 'b', true],
    ['the same text', text(), 'a', 'a', false],
    ['another text where it is neutral', text('neutral'), 'a', 'b', false],
    ['another text where it stays the same', text('same'), 'a', 'b', true],
    ['blanks around a text', text('same'), 'a', ' a ', false],
    ['a text where there was none', text('same'), ' ', 'b', false],
    ['no text any more', text('same'), 'a', '', true],
  ])('%s', (_what, field, before, after, worse) => {
    const found = derivedWorsenings({ x: field }, { x: before }, { x: after });
    expect(found).toEqual(worse ? [{ field: 'x', before, after: after ?? null }] : []);
  });

  const table = (better?: 'more' | 'less' | 'neutral'): Form =>
    form({
      lines: {
        type: 'rows',
        key: ['code', 'place'],
        cells: { code: text('neutral'), place: text('neutral'), hours: int('less'), note: text('neutral') },
        min: 0,
        max: 9,
        default: [],
        label,
        ...(better && { better }),
      },
    });
  const row = (code: string, hours: number, note = '') => ({ code, place: 'here', hours, note });
  const less = (better: 'more' | 'less' | 'neutral' | undefined, before: unknown[], after: unknown[]) =>
    derivedWorsenings(table(better), { lines: before }, { lines: after }).map(({ row: key, cell }) => [key, cell]);

  it('a row is found again by its key, wherever it stands, and compared cell by cell', () => {
    expect(less('more', [row('a', 4), row('b', 8)], [row('b', 9, 'changed'), row('a', 4)])).toEqual([
      ['b / here', 'hours'],
    ]);
    expect(derivedWorsenings(table('more'), { lines: [row('a', 4)] }, { lines: [row('a', 5)] })).toEqual([
      { field: 'lines', row: 'a / here', cell: 'hours', before: 4, after: 5 },
    ]);
  });

  it('rows are told in the order of their keys, in whatever order they stand', () => {
    expect(less('more', [row('b', 4), row('a', 4), row('c', 4)], [row('c', 5)]).map(([key]) => key)).toEqual([
      'a / here',
      'b / here',
      'c / here',
    ]);
  });

  it.each([
    ['more', true, false],
    ['less', false, true],
    ['neutral', false, false],
    [undefined, true, true],
  ] as const)('where %s rows are better: one that goes %s, one that comes %s', (better, goes, comes) => {
    expect(less(better, [row('a', 4)], [])).toEqual(goes ? [['a / here', undefined]] : []);
    expect(less(better, [], [row('a', 4)])).toEqual(comes ? [['a / here', undefined]] : []);
  });

  it('a row that went or came is told whole', () => {
    expect(derivedWorsenings(table(), { lines: [row('a', 4)] }, { lines: [row('b', 5)] })).toEqual([
      { field: 'lines', row: 'a / here', before: row('a', 4), after: null },
      { field: 'lines', row: 'b / here', before: null, after: row('b', 5) },
    ]);
  });

  it('no worse step by step is no worse in the end, and nothing is worse than itself', () => {
    const fields: Form = {
      ...table('more'),
      n: int('more'),
      yes: bool(true),
      option: choice(['A', 'B', 'C']),
      all: choices('more'),
      free: int(),
    };
    const values = fc.record({
      lines: fc.uniqueArray(
        fc.record({ code: fc.constantFrom('a', 'b'), place: fc.constant(''), hours: fc.nat(2), note: fc.constant('') }),
        { selector: (each) => each.code },
      ),
      n: fc.nat(2),
      yes: fc.boolean(),
      option: fc.constantFrom('A', 'B', 'C'),
      all: fc.subarray(['A', 'B']),
      free: fc.nat(1),
    });
    const worse = (a: object, b: object) => derivedWorsenings(fields, { ...a }, { ...b }).length > 0;
    let kept = 0;
    fc.assert(
      fc.property(values, fc.array(values, { minLength: 12, maxLength: 12 }), (first, others) => {
        expect(worse(first, first)).toBe(false);
        let now: object = first;
        for (const next of others) {
          if (worse(now, next)) continue;
          now = next;
          kept += 1;
        }
        expect(worse(first, now)).toBe(false);
      }),
      { numRuns: 1500 },
    );
    expect(kept).toBeGreaterThan(300);
  });
});
