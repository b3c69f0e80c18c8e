import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  businessNow,
  dayOfMoment,
  latestMoment,
  momentOf,
  shownInstead,
  wallOf,
} from './business-clock.ts';

const now = new Date('2026-11-22T23:30:15.250Z');

describe('the business’s own time', () => {
  it('is the clock’s while its day is', () => {
    // half past midnight of the 23rd in Berlin
    const clock = { asOf: '2026-11-23', now, timezone: 'Europe/Berlin' };
    expect(businessNow(clock)).toEqual(now);
    expect(latestMoment(clock)).toEqual(now);
  });

  it('on a day that was set it is the time of day on that day, in the business’s zone', () => {
    // 23:30 in London in winter is 23:30 in summer, an hour earlier in UTC
    const clock = { asOf: '2011-06-10', now, timezone: 'Europe/London' };
    expect(businessNow(clock).toISOString()).toBe('2011-06-10T22:30:15.250Z');
    expect(latestMoment(clock).toISOString()).toBe('2011-06-10T22:59:59.999Z');
  });

  it('reads and writes what the clocks of the zone show', () => {
    expect(wallOf(new Date('2026-06-30T16:05:59.999Z'), 'Asia/Taipei')).toEqual({ on: '2026-07-01', at: '00:05' });
    expect(momentOf('2026-07-01T00:05', 'Asia/Taipei').toISOString()).toBe('2026-06-30T16:05:00.000Z');
    // at two the clocks of Berlin were put on three
    expect(momentOf('2026-03-29T02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('C8 says which time stands for one that the clocks skip', () => {
    expect(shownInstead('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T03:30');
    expect(shownInstead('2026-10-04T02:10', 'Australia/Lord_Howe')).toBe('2026-10-04T02:40');
    expect(shownInstead('2011-12-30T10:00', 'Pacific/Apia')).toBe('2011-12-31T10:00');
    for (const shown of [
      '2026-03-29T01:59',
      '2026-03-29T03:00',
      '2026-10-25T02:30',
      '2026-06-30T12:00:00',
      '0020-06-30T12:00',
    ]) {
      expect(shownInstead(shown, 'Europe/Berlin'), shown).toBeUndefined();
    }
  });

  it('says where a day begins and on which one a moment falls', () => {
    expect(beginningOf('2026-07-01', 'Asia/Taipei').toISOString()).toBe('2026-06-30T16:00:00.000Z');
    expect(dayOfMoment(new Date('2026-06-30T15:59:59.999Z'), 'Asia/Taipei')).toBe('2026-06-30');
    expect(dayOfMoment(new Date('2026-06-30T16:00:00.000Z'), 'Asia/Taipei')).toBe('2026-07-01');
  });
});
