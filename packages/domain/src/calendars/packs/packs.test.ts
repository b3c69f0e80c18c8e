import { describe, expect, it } from 'vitest';
import type { SpecialDay } from '../calendar.ts';
import { checkCalendar } from '../check.ts';
import type { Language } from '../../shared/language.ts';
import { HOLIDAY_PACKS, holidayPack, packFor } from './all.ts';
import { holidayName } from './names.ts';

const weekday = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay();
const of = (id: string, kind: SpecialDay['kind']): string[] =>
  Object.entries(holidayPack(id).days)
    .filter(([, day]) => day.kind === kind)
    .map(([date]) => date)
    .sort();

/** Easter Sunday by Gauss's rule as Meeus and Jones have it. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const afterEaster = (year: number, days: number): string => iso(easter(year) + days * 86_400_000);

/** The nth Monday (1) … Sunday (0) of a month; -1 the last. */
function nth(year: number, month: number, day: number, n: number): string {
  const dates = Array.from({ length: 31 }, (_, i) => new Date(Date.UTC(year, month - 1, i + 1)))
    .filter((date) => date.getUTCMonth() === month - 1 && date.getUTCDay() === day)
    .map((date) => iso(date.getTime()));
  return dates.at(n < 0 ? n : n - 1) ?? '';
}

describe('holiday packs', () => {
  it.each(HOLIDAY_PACKS.map((pack) => [pack.id, pack] as const))('%s fits a calendar', (_, { days, year }) => {
    const office = [{ from: 540, to: 1020 }];
    const week = { 1: office, 2: office, 3: office, 4: office, 5: office };
    for (const shiftDay of ['START', 'EACH'] as const) {
      expect(() => checkCalendar({ name: 'x', timeZone: 'UTC', week, shiftDay, days, years: [year] })).not.toThrow();
    }
  });

  it('name every day in each language of the pages, none left in another', () => {
    const names = new Set(HOLIDAY_PACKS.flatMap(({ days }) => Object.values(days).map(({ name }) => name)));
    const said = (language: Language) => [...names].map((name) => holidayName(name, language));
    expect(said('en').filter((name) => !/^[\w ’().,/-]+$/.test(name))).toEqual([]);
    for (const language of ['zh-Hant', 'zh-Hans'] as const) {
      expect(said(language).filter((name) => /[A-Za-z]/.test(name))).toEqual([]);
    }
    expect(said('zh-Hans').filter((name) => /[節紀國慶補農曆復聖勞調]/.test(name))).toEqual([]);
    expect(said('zh-Hant').filter((name) => /[节纪国庆补农历复圣劳调]/.test(name))).toEqual([]);
  });

  it('have one id each', () => {
    expect(new Set(HOLIDAY_PACKS.map(({ id }) => id)).size).toBe(HOLIDAY_PACKS.length);
    expect(() => holidayPack('mars-2026')).toThrow(expect.objectContaining({ code: 'CALENDAR_PACK_UNKNOWN' }));
  });

  it('mainland China gives a workday for every weekday taken beyond the law (調休)', () => {
    const worked = of('cn-2026', 'WORKING');
    expect(worked.every((date) => [0, 6].includes(weekday(date)))).toBe(true);
    expect(of('cn-2026', 'HOLIDAY')).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
    // thirteen days are holidays by law, on a weekend they move to a weekday; every further weekday off is worked off
    const weekdaysOff = of('cn-2026', 'HOLIDAY').filter((date) => ![0, 6].includes(weekday(date)));
    expect(weekdaysOff.length - worked.length).toBe(13);
  });

  it('Taiwan makes up for each holiday on a weekend', () => {
    const made = Object.entries(holidayPack('tw-2026').days).filter(([, { name }]) => name.endsWith('補假'));
    const weekend = of('tw-2026', 'HOLIDAY').filter((date) => [0, 6].includes(weekday(date)));
    expect(made).toHaveLength(weekend.length);
    expect(made.every(([date]) => ![0, 6].includes(weekday(date)))).toBe(true);
  });

  it.each([2010, 2011, 2012, 2026])('England and Wales %i follow Easter and the Mondays of May and August', (year) => {
    const days = of(`gb-eaw-${year}`, 'HOLIDAY');
    const spring = year === 2012 ? '2012-06-04' : nth(year, 5, 1, -1);
    for (const date of [afterEaster(year, -2), afterEaster(year, 1), nth(year, 5, 1, 1), spring, nth(year, 8, 1, -1)])
      expect(days).toContain(date);
    const once = { 2010: 0, 2011: 1, 2012: 1, 2026: 0 }[year] ?? 0;
    // eight bank holidays a year, and those made for one occasion, count only on weekdays
    expect(days.filter((date) => ![0, 6].includes(weekday(date)))).toHaveLength(8 + once);
  });

  it('Germany follows Easter', () => {
    for (const days of [-2, 1, 39, 50]) expect(of('de-2026', 'HOLIDAY')).toContain(afterEaster(2026, days));
    expect(of('de-2026', 'HOLIDAY')).toHaveLength(9);
  });

  it('the United States follow their rules', () => {
    const rules = [
      nth(2026, 1, 1, 3),
      nth(2026, 2, 1, 3),
      nth(2026, 5, 1, -1),
      nth(2026, 9, 1, 1),
      nth(2026, 10, 1, 2),
    ];
    for (const date of [...rules, nth(2026, 11, 4, 4)]) expect(of('us-2026', 'HOLIDAY')).toContain(date);
    expect(of('us-2026', 'HOLIDAY').filter((date) => ![0, 6].includes(weekday(date)))).toHaveLength(11);
  });
});

it.each([
  ['Asia/Shanghai', 'cn-2026'],
  ['Asia/Taipei', 'tw-2026'],
  ['Europe/London', 'gb-eaw-2026'],
  ['Europe/Berlin', 'de-2026'],
  ['America/Chicago', 'us-2026'],
  ['America/Indiana/Knox', 'us-2026'],
  ['America/Toronto', undefined],
  ['Asia/Tokyo', undefined],
])('a calendar on the clocks of %s begins with %s', (timeZone, id) => {
  expect(packFor(timeZone, 2026)?.id).toBe(id);
});

it('of the lists of a region that of the year is suggested, or the nearest', () => {
  const years = HOLIDAY_PACKS.filter(({ id }) => id.startsWith('gb-')).map(({ year }) => year);
  for (const year of years) expect(packFor('Europe/London', year)?.year).toBe(year);
  expect(packFor('Europe/London', 1990)?.year).toBe(Math.min(...years));
});
