import { judgeContext, weekdays } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../sentences/sentence.ts';
import { responseTarget } from './response-target.ts';
import { derivedWorsenings } from './worsenings.ts';

const purchase = { at: '2026-01-31', boughtOn: '2026-01-31', code: '22423', value: 1000 };
const row = (priority: string, channel: string, firstResponse: number, resolution: number) => ({
  priority,
  channel,
  firstResponse,
  resolution,
});
const term = {
  rows: [row('URGENT', 'PHONE', 30, 240), row('URGENT', 'ANY', 60, 480), row('NORMAL', 'ANY', 480, 2400)],
  clock: 'WORKING',
};
const judge = (claim: object, at: string, over: object = {}, context: object = {}) =>
  responseTarget.judge({ ...term, ...over }, { ...claim }, purchase, at.slice(0, 10), judgeContext({ at, ...context }));

describe('response-target: promised answer and solution (C8)', () => {
  it('counts working hours only: on a Friday at four, four hours end on Monday at noon', () => {
    expect(judge({ priority: 'URGENT', channel: 'PHONE' }, '2026-03-06T16:00:00Z')).toMatchObject({
      outcome: 'ALLOWED',
      countedFrom: '2026-03-06',
      result: { firstResponseDueAt: '2026-03-06T16:30:00.000Z', resolutionDueAt: '2026-03-09T12:00:00.000Z' },
    });
  });

  it('counts every hour where that was promised, with no calendar', () => {
    const verdict = judge(
      { priority: 'URGENT', channel: 'PHONE' },
      '2026-03-06T23:50:00Z',
      { clock: 'ELAPSED' },
      { calendar: null },
    );
    expect(sentenceOf(verdict.steps[0]!, 'en')).toBe(
      'The first answer is promised within 30 minutes, the solution within 4 hours, counting every hour, day and night.',
    );
    expect(verdict.steps[0]?.params.calendar).toBe('');
    expect(verdict.result).toEqual({
      firstResponseDueAt: '2026-03-07T00:20:00.000Z',
      resolutionDueAt: '2026-03-07T03:50:00.000Z',
    });
  });

  it('the row of the channel comes before the row for any', () => {
    const at = '2026-03-09T09:00:00Z';
    const firstDue = (claim: object) => judge(claim, at).result?.firstResponseDueAt;
    expect(firstDue({ priority: 'URGENT', channel: 'PHONE' })).toBe('2026-03-09T09:30:00.000Z');
    expect(firstDue({ priority: 'URGENT', channel: 'CHAT' })).toBe('2026-03-09T10:00:00.000Z');
    expect(firstDue({})).toBe('2026-03-09T17:00:00.000Z');
  });

  it('promises no time where no row speaks of it, and says so', () => {
    const verdict = judge({ priority: 'LOW', channel: 'EMAIL' }, '2026-03-09T09:00:00Z');
    expect(verdict).toMatchObject({ outcome: 'REFUSED', deadline: null });
    expect(sentenceOf(verdict.steps.at(-1)!, 'en')).toBe('No time is promised for low priority asked by e-mail.');
  });

  it('a day alone starts at its midnight in the business’s time zone', () => {
    const verdict = judge(
      { priority: 'URGENT', channel: 'PHONE' },
      '2026-07-01',
      { clock: 'ELAPSED' },
      { timeZone: 'Asia/Taipei' },
    );
    expect(verdict.result?.firstResponseDueAt).toBe('2026-06-30T16:30:00.000Z');
  });

  it('without a calendar asks for one by name', () => {
    expect(responseTarget.needsCalendar(term)).toBe(true);
    expect(responseTarget.needsCalendar({ ...term, clock: 'ELAPSED' })).toBe(false);
    expect(() => judge({}, '2026-03-09T09:00:00Z', {}, { calendar: null })).toThrow(
      expect.objectContaining({ code: 'CALENDAR_MISSING', path: ['calendarId'] }),
    );
  });

  it('a year whose holidays nobody entered is an error, never "no holiday"', () => {
    expect(() => judge({}, '2026-12-31T16:30:00Z', {}, { calendar: { ...weekdays, years: [2026] } })).toThrow(
      expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN' }),
    );
  });

  it('says by when, on the clocks of the business', () => {
    const { steps } = judge({ priority: 'URGENT', channel: 'PHONE' }, '2026-07-03T15:05:00Z');
    expect(steps.map((each) => sentenceOf(each, 'en'))).toEqual([
      'The first answer is promised within 30 minutes, the solution within 4 hours, counting the working hours of “Weekdays”.',
      // British summer time: the shop closes at five, which is four in UTC
      'The first answer is due by 3 Jul 2026, 16:35, the solution by 6 Jul 2026, 12:05.',
    ]);
    expect(sentenceOf(steps.at(-1)!, 'zh-Hant')).toBe(
      '首次回覆最遲於 2026年7月3日 16:35，解決最遲於 2026年7月6日 12:05。',
    );
  });

  it('promises in sentences', () => {
    const short = { rows: term.rows.slice(0, 2), clock: 'WORKING' };
    expect(sentenceOf(responseTarget.promise(short, 'GBP'), 'en')).toBe(
      'First answer and solution within: urgent, by phone: 30 minutes, 4 hours; urgent, any way: 1 hour, 8 hours. Only working hours count.',
    );
    expect(sentenceOf(responseTarget.promise({ ...short, clock: 'ELAPSED' }, 'GBP'), 'zh-Hans')).toBe(
      '首次响应与解决的时限：紧急（电话）：30 分钟、4 小时；紧急（任何方式）：1 小时、8 小时。不分昼夜连续计时。',
    );
  });

  const worse = (after: object) =>
    responseTarget
      .worse(
        term as never,
        { ...term, ...after } as never,
        derivedWorsenings(responseTarget.params, term, { ...term, ...after }),
      )
      .map(({ field, row: of, cell }) => [field, of, cell].filter(Boolean).join('.'));

  it('is worse by what a case gets, not by its rows (S11)', () => {
    expect(worse({})).toEqual([]);
    expect(worse({ rows: [row('URGENT', 'ANY', 30, 240), row('NORMAL', 'ANY', 480, 2400)] })).toEqual([]);
    expect(worse({ rows: [...term.rows, row('LOW', 'ANY', 9, 9)] })).toEqual([]);
    expect(worse({ rows: [...term.rows, row('URGENT', 'SHOP', 61, 480)] })).toEqual([
      'rows.URGENT / SHOP.firstResponse',
    ]);
    expect(worse({ rows: term.rows.slice(1) })).toEqual([
      'rows.URGENT / PHONE.firstResponse',
      'rows.URGENT / PHONE.resolution',
    ]);
    expect(worse({ rows: term.rows.slice(0, 2) })).toEqual(
      ['PHONE', 'EMAIL', 'CHAT', 'VISIT', 'SHOP'].map((channel) => `rows.NORMAL / ${channel}`),
    );
    expect(worse({ clock: 'ELAPSED' })).toEqual([]);
  });

  it('a clock that stops at night is worse than one that does not', () => {
    const before = { ...term, clock: 'ELAPSED' };
    const derived = derivedWorsenings(responseTarget.params, before, term);
    expect(responseTarget.worse(before, term, derived)).toEqual([
      { field: 'clock', before: 'ELAPSED', after: 'WORKING' },
    ]);
  });

  it('takes one row per priority and channel', () => {
    expect(() => responseTarget.readParams({ ...term, rows: [...term.rows, term.rows[0]] }, [])).toThrow(
      expect.objectContaining({ code: 'DUPLICATE_ROW', path: ['rows', '3', 'priority'] }),
    );
    expect(() => responseTarget.readParams({ ...term, rows: [] }, [])).toThrow(
      expect.objectContaining({ code: 'TERM_OUT_OF_RANGE', path: ['rows'] }),
    );
  });
});
