import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn } from './facts.ts';

describe('the day of a moment is the one on the clocks of the business', () => {
  it.each([
    ['Europe/London', '2011-03-26T23:59:59Z', '2011-03-26'],
    ['Europe/London', '2011-06-30T23:30:00Z', '2011-07-01'],
    ['Asia/Taipei', '2011-12-09T16:00:00Z', '2011-12-10'],
    ['America/New_York', '2011-03-01T04:59:59Z', '2011-02-28'],
    ['Asia/Kathmandu', '2011-03-01T18:14:59Z', '2011-03-01'],
    ['Asia/Kathmandu', '2011-03-01T18:15:00Z', '2011-03-02'],
    ['Australia/Lord_Howe', '2011-01-01T12:59:59Z', '2011-01-01'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
    ['UTC', '2011-12-09', '2011-12-09'],
    ['UTC', '2011-12-09T23:00:00-02:00', '2011-12-10'],
  ])('%s, %s: %s', (zone, at, day) => {
    // asked twice: the second time it is remembered
    expect([dayIn(zone, at), dayIn(zone, at)]).toEqual([day, day]);
  });

  it('what is no moment, and what is no zone, is refused with how to write it', () => {
    expect(() => dayIn('UTC', 'the day before')).toThrow(
      expect.objectContaining({ code: 'BAD_DATE', params: { value: 'the day before' } }),
    );
    expect(() => dayIn('Mars/Olympus', '2011-12-09T23:00:00Z')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_TIME_ZONE', path: ['timeZone'], params: { value: 'Mars/Olympus' } }),
    );
  });

  it('whatever was asked before', () => {
    const zones = ['Europe/London', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns', 'Australia/Lord_Howe'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2 ** 31 }), (timeZone, seconds) => {
        const moment = new Date(seconds * 1000);
        const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
        expect(dayIn(timeZone, moment.toISOString())).toBe(swedish);
      }),
      { numRuns: 500 },
    );
  });
});
