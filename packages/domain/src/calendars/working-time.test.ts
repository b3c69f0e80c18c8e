import { describe, expect, it } from 'vitest';
import type { CalendarData, Shift } from './calendar.ts';
import { agreement } from '@perennial/testkit/calendars/agree';
import { addWorking, addWorkingDays, isWorking, isWorkingDay, workingMinutes } from './working-time.ts';

const week = (days: readonly number[], ...shifts: Shift[]): CalendarData['week'] =>
  Object.fromEntries(days.map((day) => [day, shifts]));
const MON_FRI = [1, 2, 3, 4, 5];
const DAILY = [...MON_FRI, 6, 7];
const OFFICE = { from: 9 * 60, to: 17 * 60 };
const NIGHT = { from: 22 * 60, to: 30 * 60 };

const calendar = (more: Partial<CalendarData>): CalendarData => ({
  name: 'Test hours',
  timeZone: 'UTC',
  week: week(MON_FRI, OFFICE),
  shiftDay: 'START',
  days: {},
  years: [2011, 2026],
  ...more,
});

/** Ms of a wall time whose offset the test states itself: what the zone's law says, not what our code says. */
const at = (wall: string, offset: string): string => new Date(`${wall}:00${offset}`).toISOString();
const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

describe('C8 working time', () => {
  it('agrees with a minute-by-minute oracle', () => agreement(400));

  it('of a Berlin night shift over 2026-03-29 is an hour short: 02:00 to 03:00 does not exist', () => {
    const berlin = calendar({ timeZone: 'Europe/Berlin', week: week(DAILY, NIGHT) });
    // winter time on the evening, summer time in the morning
    const [start, end] = [at('2026-03-28T22:00', '+01:00'), at('2026-03-29T06:00', '+02:00')];
    expect(minutesBetween(start, end)).toBe(7 * 60);
    expect(workingMinutes(berlin, at('2026-03-28T12:00', '+01:00'), at('2026-03-29T12:00', '+02:00'))).toBe(7 * 60);
    expect(addWorking(berlin, start, 7 * 60)).toBe(end);
    // the eighth hour is the first of the next night
    expect(addWorking(berlin, start, 8 * 60)).toBe(at('2026-03-29T23:00', '+02:00'));
    // and in autumn it is an hour longer
    expect(workingMinutes(berlin, at('2026-10-24T12:00', '+02:00'), at('2026-10-25T12:00', '+01:00'))).toBe(9 * 60);
  });

  it('in New York, Friday 2026-03-06 16:00 and four hours, is Monday noon of another offset', () => {
    const newYork = calendar({ timeZone: 'America/New_York' });
    // one hour on Friday (UTC−5), the clocks go forward on Sunday, three hours on Monday (UTC−4)
    expect(addWorking(newYork, at('2026-03-06T16:00', '-05:00'), 240)).toBe(at('2026-03-09T12:00', '-04:00'));
    expect(workingMinutes(newYork, at('2026-03-06T16:00', '-05:00'), at('2026-03-09T12:00', '-04:00'))).toBe(240);
  });

  it('of a Lord Howe night over its half-hour change of 2026-04-05 is half an hour longer', () => {
    const lordHowe = calendar({ timeZone: 'Australia/Lord_Howe', week: week(DAILY, NIGHT) });
    const [start, end] = [at('2026-04-04T22:00', '+11:00'), at('2026-04-05T06:00', '+10:30')];
    expect(minutesBetween(start, end)).toBe(8 * 60 + 30);
    expect(workingMinutes(lordHowe, at('2026-04-04T12:00', '+11:00'), at('2026-04-05T12:00', '+10:30'))).toBe(510);
    expect(addWorking(lordHowe, start, 510)).toBe(end);
  });

  it('in Shanghai skips the October holidays of 2026 and works the make-up Saturday and Sunday (調休)', () => {
    const closed = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`);
    const shanghai = calendar({
      timeZone: 'Asia/Shanghai',
      days: {
        ...Object.fromEntries(closed.map((day) => [day, { kind: 'HOLIDAY' as const, name: '国庆节' }])),
        '2026-09-20': { kind: 'WORKING', name: '国庆节调休' },
        '2026-10-10': { kind: 'WORKING', name: '国庆节调休' },
      },
    });
    const day = 8 * 60;
    // Wed 30 Sep, then Thu 8, Fri 9, Sat 10 and Mon 12 October
    const from = at('2026-09-30T09:00', '+08:00');
    const ends = ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'];
    for (const [i, date] of ends.entries()) {
      expect(addWorking(shanghai, from, (i + 1) * day)).toBe(at(`${date}T17:00`, '+08:00'));
      expect(addWorkingDays(shanghai, '2026-09-29', i + 1)).toBe(date);
    }
    // Fri 18, Sun 20 (made up, with a Monday's hours), Mon 21 September
    expect(addWorkingDays(shanghai, '2026-09-18', 1)).toBe('2026-09-20');
    expect(addWorking(shanghai, at('2026-09-18T17:00', '+08:00'), day)).toBe(at('2026-09-20T17:00', '+08:00'));
    expect([isWorkingDay(shanghai, '2026-10-10'), isWorkingDay(shanghai, '2026-10-11')]).toEqual([true, false]);
  });

  it('in Apia has no Friday 2011-12-30: that day did not exist', () => {
    const apia = calendar({ timeZone: 'Pacific/Apia', week: week(DAILY, OFFICE) });
    // Thu 29 (UTC−10), then Sat 31 (UTC+14), with no Friday between: two days of eight hours
    const [thursday, saturday] = [at('2011-12-29T09:00', '-10:00'), at('2011-12-31T17:00', '+14:00')];
    expect(workingMinutes(apia, thursday, saturday)).toBe(2 * 8 * 60);
    expect(addWorking(apia, at('2011-12-29T16:30', '-10:00'), 60)).toBe(at('2011-12-31T09:30', '+14:00'));
    expect(addWorkingDays(apia, '2011-12-29', 1)).toBe('2011-12-31');
    // a night shift of the 29th goes on in the first hours of the 31st
    const nights = calendar({ timeZone: 'Pacific/Apia', week: week(DAILY, NIGHT) });
    const night = [at('2011-12-29T22:00', '-10:00'), at('2011-12-31T06:00', '+14:00')] as const;
    expect(minutesBetween(...night)).toBe(8 * 60);
    expect(workingMinutes(nights, at('2011-12-29T12:00', '-10:00'), at('2011-12-31T12:00', '+14:00'))).toBe(8 * 60);
    expect(isWorking(nights, at('2011-12-31T05:59', '+14:00'))).toBe(true);
  });

  it('stands still while paused, over a weekend and longer', () => {
    const hours = calendar({});
    const pauses = [{ from: '2026-03-06T16:00:00Z', to: '2026-03-09T11:00:00Z' }];
    // 15–16 on Friday and 11–12 on Monday
    expect(addWorking(hours, '2026-03-06T15:00:00Z', 120, pauses)).toBe('2026-03-09T12:00:00.000Z');
    expect(workingMinutes(hours, '2026-03-06T15:00:00Z', '2026-03-09T12:00:00Z', pauses)).toBe(120);
    // Saturday and Sunday paused change nothing
    const weekend = [{ from: '2026-03-07T00:00:00Z', to: '2026-03-09T00:00:00Z' }];
    expect(addWorking(hours, '2026-03-06T16:00:00Z', 120, weekend)).toBe(
      addWorking(hours, '2026-03-06T16:00:00Z', 120),
    );
    // pauses that meet or overlap count once, in whatever order they come
    const many = [
      { from: '2026-03-09T09:30:00Z', to: '2026-03-09T10:30:00Z' },
      { from: '2026-03-09T09:00:00Z', to: '2026-03-09T10:00:00Z' },
    ];
    expect(addWorking(hours, '2026-03-09T09:00:00Z', 60, many)).toBe('2026-03-09T11:30:00.000Z');
  });

  it('paused without an end has no due time, unless it was over before', () => {
    const waiting = [{ from: '2026-03-06T16:00:00Z', to: null }];
    expect(addWorking(calendar({}), '2026-03-06T15:00:00Z', 60, waiting)).toBe('2026-03-06T16:00:00.000Z');
    expect(workingMinutes(calendar({}), '2026-03-06T15:00:00Z', '2026-03-10T15:00:00Z', waiting)).toBe(60);
    expect(() => addWorking(calendar({}), '2026-03-06T15:00:00Z', 61, waiting)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_PAUSED', path: ['pauses'] }),
    );
  });

  it('counts split shifts, and ends with the shift rather than at the next morning', () => {
    const split = calendar({ week: week(MON_FRI, { from: 540, to: 720 }, { from: 780, to: 1020 }) });
    expect(addWorking(split, '2026-03-09T11:00:00Z', 60)).toBe('2026-03-09T12:00:00.000Z');
    expect(addWorking(split, '2026-03-09T11:00:00Z', 61)).toBe('2026-03-09T13:01:00.000Z');
    expect(addWorking(split, '2026-03-13T11:00:00Z', 60 + 240)).toBe('2026-03-13T17:00:00.000Z');
    expect(addWorking(split, '2026-03-14T11:00:00Z', 0)).toBe('2026-03-14T11:00:00.000Z');
    expect([isWorking(split, '2026-03-09T11:59:59Z'), isWorking(split, '2026-03-09T12:00:00Z')]).toEqual([true, false]);
  });

  it('gives a night to the day on which it starts, or each day its own part, as the calendar says', () => {
    const holiday = { days: { '2026-03-11': { kind: 'HOLIDAY' as const, name: 'Feast' } }, week: week(DAILY, NIGHT) };
    const hours = (shiftDay: 'START' | 'EACH', from: string, to: string) =>
      workingMinutes(calendar({ ...holiday, shiftDay }), `2026-03-${from}Z`, `2026-03-${to}Z`) / 60;
    // the night of the 10th runs into the holiday, the night of the 11th begins on it
    expect([hours('START', '10T12:00', '11T12:00'), hours('START', '11T12:00', '12T12:00')]).toEqual([8, 0]);
    expect([hours('EACH', '10T12:00', '11T12:00'), hours('EACH', '11T12:00', '12T12:00')]).toEqual([2, 6]);
  });

  it('keeps the hours of the weekday that a made-up day stands for, or its own', () => {
    const friday = { ...week([1, 2, 3, 4], OFFICE), 5: [{ from: 540, to: 720 }] };
    const made = (day: CalendarData['days'][string]) =>
      workingMinutes(calendar({ week: friday, days: { '2026-10-10': day } }), '2026-10-10T00:00Z', '2026-10-11T00:00Z');
    expect(made({ kind: 'WORKING', name: 'as Monday' })).toBe(480);
    expect(made({ kind: 'WORKING', name: 'as Friday', like: 5 })).toBe(180);
    expect(made({ kind: 'WORKING', name: 'own', shifts: [{ from: 600, to: 660 }] })).toBe(60);
    expect(made({ kind: 'HOLIDAY', name: 'open a little', shifts: [{ from: 600, to: 630 }] })).toBe(30);
  });
});

describe('an unknown year is an error, never "no holiday"', () => {
  const unknown = (year: number) =>
    expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN', params: { calendar: 'Test hours', year: String(year) } });

  it('once time in it has to be looked at, and not before', () => {
    const hours = calendar({});
    const lastDay = '2026-12-31T16:00:00Z';
    expect(addWorking(hours, lastDay, 60)).toBe('2026-12-31T17:00:00.000Z');
    expect(() => addWorking(hours, lastDay, 61)).toThrow(unknown(2027));
    expect(workingMinutes(hours, lastDay, '2027-01-01T00:00:00Z')).toBe(60);
    expect(() => workingMinutes(hours, lastDay, '2027-01-01T00:00:01Z')).toThrow(unknown(2027));
    expect(() => isWorkingDay(hours, '2027-01-02')).toThrow(unknown(2027));
    expect(() => addWorkingDays(hours, '2026-12-31', 1)).toThrow(unknown(2027));
    expect(() => addWorking(hours, '2012-02-01T00:00:00Z', 1)).toThrow(unknown(2012));
  });

  it('an eve whose night may reach into the year is looked at, a paused time is not', () => {
    expect(isWorking(calendar({}), '2026-01-01T00:00:00Z')).toBe(false);
    const nights = calendar({ week: week(DAILY, NIGHT) });
    expect(() => isWorking(nights, '2026-01-01T05:59:00Z')).toThrow(unknown(2025));
    expect(isWorking(nights, '2026-01-01T06:00:00Z')).toBe(false);
    const pauses = [{ from: '2011-12-31T00:00:00Z', to: '2026-01-01T00:00:00Z' }];
    // Fri 30 Dec 2011 16:00–17:00, then the clock stood until 2026, when Thu 1 January is worked
    expect(addWorking(calendar({}), '2011-12-30T16:00:00Z', 120, pauses)).toBe('2026-01-01T10:00:00.000Z');
  });
});

describe('what makes no sense is refused, with the field', () => {
  it.each([
    ['BAD_INSTANT', ['start'], () => addWorking(calendar({}), '2026-03-06 16:00', 1)],
    ['BAD_INSTANT', ['start'], () => addWorking(calendar({}), '2026-02-30T16:00:00Z', 1)],
    [
      'BAD_INSTANT',
      ['pauses', '0', 'to'],
      () => addWorking(calendar({}), '2026-03-06T16:00:00Z', 1, [{ from: '2026-03-06T16:00:00Z', to: 'x' }]),
    ],
    [
      'CALENDAR_PAUSE_ORDER',
      ['pauses', '0', 'to'],
      () =>
        addWorking(calendar({}), '2026-03-06T16:00:00Z', 1, [
          { from: '2026-03-06T16:00:00Z', to: '2026-03-05T16:00:00Z' },
        ]),
    ],
    ['CALENDAR_AMOUNT', ['minutes'], () => addWorking(calendar({}), '2026-03-06T16:00:00Z', -1)],
    ['CALENDAR_AMOUNT', ['minutes'], () => addWorking(calendar({}), '2026-03-06T16:00:00Z', 1.5)],
    ['CALENDAR_AMOUNT', ['days'], () => addWorkingDays(calendar({}), '2026-03-06', 1e9)],
    ['BAD_DATE', [], () => addWorkingDays(calendar({}), '2026-02-30', 1)],
    ['CALENDAR_EMPTY', ['week'], () => addWorking(calendar({ week: {} }), '2026-03-06T16:00:00Z', 1)],
    ['TIMEZONE_UNKNOWN', ['timeZone'], () => isWorking(calendar({ timeZone: 'Mars/Olympus' }), '2026-03-06T16:00:00Z')],
    ['TIMEZONE_UNKNOWN', ['timeZone'], () => isWorking(calendar({ timeZone: '+08:00' }), '2026-03-06T16:00:00Z')],
  ])('%s %s', (code, path, run) => {
    expect(run).toThrow(expect.objectContaining({ code, path }));
  });
});
