import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../shared/period.ts';
import { checkPoint, checkProbe } from './point.ts';
import { isReachable, unreachableOf } from './reachability.ts';

const point = (lastAnsweredOn: string | null, active = true) => ({ id: 'p', name: 'Counter', active, lastAnsweredOn });

describe('S14 reachability gate', () => {
  it('counts an answer on the last of N days, and not on the day after', () => {
    // 30 days before 10 December is 10 November
    expect(isReachable(point('2011-11-10'), '2011-12-10', 30)).toBe(true);
    expect(isReachable(point('2011-11-09'), '2011-12-10', 30)).toBe(false);
    expect(isReachable(point('2011-12-10'), '2011-12-10', 0)).toBe(true);
    expect(isReachable(point('2011-12-09'), '2011-12-10', 0)).toBe(false);
  });

  it('takes a point that never answered, or is out of service, for unreachable', () => {
    expect(isReachable(point(null), '2011-12-10', 30)).toBe(false);
    expect(isReachable(point('2011-12-10', false), '2011-12-10', 30)).toBe(false);
  });

  it('does not take an answer of days to come', () => {
    expect(isReachable(point('2011-12-11'), '2011-12-10', 30)).toBe(false);
  });

  it('names those that cannot be reached, and only them', () => {
    const listed = [point('2011-12-01'), { ...point(null), id: 'q', name: 'Telephone' }];
    expect(unreachableOf(listed, '2011-12-10', 30)).toEqual([
      { id: 'q', name: 'Telephone', active: true, lastAnsweredOn: null },
    ]);
  });

  it('is the same on whatever day it is asked: only the days between count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.nat(400), fc.nat(400), (from, ago, days) => {
        const asOf = addDays('1990-01-01', from);
        expect(isReachable(point(addDays(asOf, -ago)), asOf, days)).toBe(ago <= days);
      }),
    );
  });
});

describe('a service point', () => {
  const nothing = { address: null, phone: null, email: null, website: null };

  it('has at least one way to reach it', () => {
    expect(() => checkPoint(nothing)).toThrow(expect.objectContaining({ code: 'POINT_NO_CONTACT' }));
    expect(() => checkPoint({ ...nothing, address: 'Here' })).not.toThrow();
  });

  it('is tried by what it has, and not on a day to come', () => {
    const phone = { ...nothing, phone: '1' };
    const probe = (channel: 'PHONE' | 'VISIT', on: string) => () => checkProbe(phone, { channel, on }, '2011-12-10');
    expect(probe('PHONE', '2011-12-10')).not.toThrow();
    expect(probe('PHONE', '2011-12-11')).toThrow(expect.objectContaining({ code: 'PROBE_IN_FUTURE', path: ['on'] }));
    expect(probe('VISIT', '2011-12-10')).toThrow(expect.objectContaining({ code: 'PROBE_CHANNEL_MISSING' }));
  });
});
