import { describe, expect, it } from 'vitest';
import type { StaffActor } from './actor.ts';
import { SessionCache } from './session-cache.ts';

const mai: StaffActor = { kind: 'staff', id: 'mai', email: 'mai@example.com', name: 'Mai', role: 'AGENT' };

describe('session cache', () => {
  it('remembers for five seconds and no longer', () => {
    const cache = new SessionCache();
    cache.put('cookie', mai, cache.epoch, 1_000);
    expect(cache.get('cookie', 5_999)).toBe(mai);
    expect(cache.get('cookie', 6_000)).toBeNull();
  });

  it('forgets everything at a sign-out', () => {
    const cache = new SessionCache();
    cache.put('cookie', mai, cache.epoch, 0);
    cache.clear();
    expect(cache.get('cookie', 1)).toBeNull();
  });

  it('does not store what was read before a sign-out', () => {
    const cache = new SessionCache();
    const before = cache.epoch;
    cache.clear();
    cache.put('cookie', mai, before, 0);
    expect(cache.get('cookie', 1)).toBeNull();
  });

  it('asks the database every time while a member of staff is being changed', () => {
    const cache = new SessionCache();
    cache.put('cookie', mai, cache.epoch, 0);
    cache.hold('mai', 0);
    expect(cache.get('cookie', 1)).toBeNull();
    cache.put('cookie', mai, cache.epoch, 1);
    expect(cache.get('cookie', 2)).toBeNull();
    cache.put('cookie', mai, cache.epoch, 30_000);
    expect(cache.get('cookie', 30_001)).toBe(mai);
  });
});
