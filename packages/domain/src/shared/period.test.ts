import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, covers, dayNumber, daysBetween, isoDate, overlaps } from './period.ts';

const DAY_MS = 86_400_000;
/** What the platform's own clock says. */
const byClock = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const FIRST = Date.UTC(2000, 0, 1) / DAY_MS - 730_485; // 0000-01-01
const LAST = Date.UTC(9999, 11, 31) / DAY_MS;

describe('days are counted as the Gregorian calendar has them', () => {
  it('every day of 1899 to 2105, there and back', () => {
    for (let day = -25_932; day < 49_674; day++) {
      expect(isoDate(day)).toBe(byClock(day));
      expect(dayNumber(byClock(day))).toBe(day);
    }
  });

  it('any day of ten thousand years', () => {
    for (const day of [FIRST, FIRST + 59, FIRST + 60, FIRST + 306, LAST]) expect(dayNumber(byClock(day))).toBe(day);
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (day) => {
        expect(isoDate(day)).toBe(byClock(day));
        expect(dayNumber(isoDate(day))).toBe(day);
      }),
    );
  });

  it('a day beyond them is written as the platform writes it', () => {
    expect(isoDate(LAST + 1)).toBe(byClock(LAST + 1));
    expect(isoDate(FIRST - 1)).toBe(byClock(FIRST - 1));
  });

  it.each([
    '2011-02-29',
    '1900-02-29',
    '2011-04-31',
    '2011-13-01',
    '2011-00-10',
    '2011-01-00',
    '2011-1-01',
    '2011-01-1',
    '2011/01/01',
    '2011-01/01',
    '2011-01-01T00:00:00Z',
    ' 2011-01-01',
    '20a1-01-01',
    '2011-0:-01',
    '2011-01-0/',
    '',
  ])('"%s" is no day', (date) => {
    expect(() => dayNumber(date)).toThrow(expect.objectContaining({ code: 'BAD_DATE', params: { value: date } }));
    expect(() => addMonths(date, 1)).toThrow(expect.objectContaining({ code: 'BAD_DATE' }));
  });

  it.each([
    ['2012-02-29', 12, '2013-02-28'],
    ['2011-01-31', 1, '2011-02-28'],
    ['2012-01-31', 1, '2012-02-29'],
    ['2011-12-31', 1, '2012-01-31'],
    ['2011-05-31', 1, '2011-06-30'],
    ['2011-03-31', -1, '2011-02-28'],
    ['2011-01-15', -1, '2010-12-15'],
    ['2011-12-09', 0, '2011-12-09'],
    ['2000-02-29', 1200, '2100-02-28'],
  ])('%s and %i months: %s', (date, months, then) => {
    expect(addMonths(date, months)).toBe(then);
  });

  it('days between are those one adds', () => {
    expect(daysBetween('2011-02-28', '2011-03-01')).toBe(1);
    expect(daysBetween('2011-03-01', '2011-02-28')).toBe(-1);
    expect(addDays('2012-02-28', 1)).toBe('2012-02-29');
    expect(addDays('2011-12-31', 1)).toBe('2012-01-01');
  });
});

describe('a period holds its first day and not its last', () => {
  const march = { from: '2011-03-01', to: '2011-04-01' };
  it.each([
    ['2011-02-28', false],
    ['2011-03-01', true],
    ['2011-03-31', true],
    ['2011-04-01', false],
  ])('%s: %s', (day, inside) => {
    expect(covers(march, day)).toBe(inside);
  });

  it('without an end it goes on', () => {
    expect(covers({ from: '2011-03-01', to: null }, '9999-12-31')).toBe(true);
  });

  it('neighbours share no day', () => {
    expect(overlaps(march, { from: '2011-04-01', to: null })).toBe(false);
    expect(overlaps({ from: '2011-04-01', to: null }, march)).toBe(false);
    expect(overlaps(march, { from: '2011-03-31', to: null })).toBe(true);
    expect(overlaps({ from: '2011-03-31', to: null }, march)).toBe(true);
    expect(overlaps({ from: '2011-01-01', to: null }, { from: '2012-01-01', to: null })).toBe(true);
  });
});
