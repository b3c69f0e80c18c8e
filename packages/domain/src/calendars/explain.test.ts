import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../shared/language.ts';
import type { CalendarData } from './calendar.ts';
import { explainWorking, instantOn } from './explain.ts';
import { holidayPack } from './packs/all.ts';
import { sayDuration, sayWorkingStep } from './words.ts';

const office = [{ from: 540, to: 1020 }];
const shanghai: CalendarData = {
  name: 'Shanghai',
  timeZone: 'Asia/Shanghai',
  week: { 1: office, 2: office, 3: office, 4: office, 5: office },
  shiftDay: 'START',
  days: holidayPack('cn-2026').days,
  years: [2026],
};

describe('a due time says how it came about', () => {
  it('day by day, with holidays and made-up days by name', () => {
    const { due, steps } = explainWorking(shanghai, '2026-10-09T08:00:00Z', 9 * 60);
    // Friday 16–17, Saturday 10 October 9–17
    expect(due).toBe('2026-10-10T09:00:00.000Z');
    expect(steps.map((step) => sayWorkingStep(step, 'en', 'Asia/Shanghai'))).toEqual([
      'Friday, 9 October 2026: 16:00–17:00 counts, 1 h (1 h so far).',
      'Saturday, 10 October 2026 is worked by exception (国庆节调休).',
      'Saturday, 10 October 2026: 09:00–17:00 counts, 8 h (9 h so far).',
      'Due on Saturday, 10 October 2026 at 17:00.',
    ]);
  });

  it('and closed days at once, holidays each', () => {
    const { steps } = explainWorking(shanghai, '2026-09-30T09:00:00Z', 1);
    expect(steps.map(({ code }) => code)).toEqual([...Array<string>(7).fill('HOLIDAY'), 'WORKED', 'DUE']);
    const weekend = explainWorking(shanghai, '2026-03-06T09:00:00Z', 1).steps;
    expect(weekend[0]).toEqual({ code: 'CLOSED', params: { from: '2026-03-07', to: '2026-03-08' } });
  });

  it('names a change of the clocks, a day that did not exist and a pause', () => {
    const night = Object.fromEntries(
      ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ from: 1320, to: 1800 }]]),
    );
    const berlin = { ...shanghai, days: {}, timeZone: 'Europe/Berlin', week: night };
    expect(explainWorking(berlin, '2026-03-28T21:00:00Z', 420).steps).toContainEqual({
      code: 'CLOCKS',
      params: { date: '2026-03-28', minutes: -60 },
    });
    const apia = { ...berlin, timeZone: 'Pacific/Apia', years: [2011] };
    expect(explainWorking(apia, '2011-12-30T08:00:00Z', 600).steps).toContainEqual({
      code: 'MISSING',
      params: { date: '2011-12-30' },
    });
    const pause = { from: '2026-10-09T08:30:00Z', to: '2026-10-10T01:00:00Z' };
    expect(explainWorking(shanghai, '2026-10-09T08:00:00Z', 60, [pause]).steps).toContainEqual({
      code: 'PAUSED',
      params: pause,
    });
  });

  it('in every language, and long ones in short', () => {
    const { steps } = explainWorking(shanghai, '2026-01-05T00:00:00Z', 60 * 8 * 100);
    expect(steps.at(-2)).toMatchObject({ code: 'MORE' });
    for (const language of LANGUAGES) {
      const told = steps.map((step) => sayWorkingStep(step, language, 'Asia/Shanghai'));
      expect(told.filter((text) => /undefined|NaN/.test(text))).toEqual([]);
    }
    expect([sayDuration(450, 'en'), sayDuration(0, 'zh-Hant')]).toEqual(['7 h 30 min', '0 分鐘']);
  });

  it('and a time on the wall is an instant', () => {
    expect(instantOn('America/New_York', '2026-03-06', 16 * 60)).toBe('2026-03-06T21:00:00.000Z');
  });
});
