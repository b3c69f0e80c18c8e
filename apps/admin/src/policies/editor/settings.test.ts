import { describe, expect, it } from 'vitest';
import { changedSettings, mergeSettings, settingsOf, type Settings } from './settings.ts';

const settings = (calendarId: string | null, ...pointIds: string[]): Settings => ({ calendarId, pointIds });

describe('hours and points of a draft', () => {
  it('what was chosen waits to be saved, until the server says the same', () => {
    const stored = settingsOf({ calendarId: 'Calendar_1', pointIds: ['a', 'b'] });
    expect(stored).toEqual(settings('Calendar_1', 'ServicePoint_a', 'ServicePoint_b'));
    expect(changedSettings({ ...stored, calendarId: 'Calendar_2' }, stored)).toEqual({ calendarId: 'Calendar_2' });
    expect(changedSettings(settings(null, 'ServicePoint_a'), stored)).toEqual({
      calendarId: null,
      pointIds: ['ServicePoint_a'],
    });
    expect(changedSettings(settings('Calendar_1', 'ServicePoint_b', 'ServicePoint_a'), stored)).toEqual({});
  });
});

describe('two people choose for one draft', () => {
  const base = settings('day', 'a', 'b');

  it('C9 each service point stands as whoever touched it left it', () => {
    const { settings: merged } = mergeSettings(
      base,
      settings('day', 'a', 'b', 'phone'),
      settings('day', 'b', 'counter'),
    );
    expect([...merged.pointIds].sort()).toEqual(['b', 'counter', 'phone']);
    expect(mergeSettings(base, base, settings('day')).settings.pointIds).toEqual([]);
    expect(mergeSettings(base, settings('day'), base).settings.pointIds).toEqual([]);
  });

  it('C8 takes over the working hours that only one of them chose', () => {
    expect(mergeSettings(base, settings('night'), base)).toMatchObject({ settings: { calendarId: 'night' } });
    expect(mergeSettings(base, base, settings(null))).toMatchObject({ settings: { calendarId: null } });
    expect(mergeSettings(base, settings('night'), settings('night')).rivalCalendar).toBeUndefined();
  });

  it('C8 asks where both chose other working hours, and mine stay until somebody has decided', () => {
    const merged = mergeSettings(base, settings('night'), settings(null));
    expect(merged).toMatchObject({ settings: { calendarId: 'night' }, rivalCalendar: { theirs: null } });
  });

  it('what is not decided yet is still asked when something else is saved meanwhile', () => {
    const theirs = settings('early');
    const again = mergeSettings(theirs, settings('night'), settings('early', 'c'), { theirs: 'early' });
    expect(again).toMatchObject({
      settings: { calendarId: 'night', pointIds: ['c'] },
      rivalCalendar: { theirs: 'early' },
    });
    expect(
      mergeSettings(theirs, settings('night'), settings('night'), { theirs: 'early' }).rivalCalendar,
    ).toBeUndefined();
  });
});
