import { describe, expect, it } from 'vitest';
import { unsavedOf } from './useDraft.ts';

const stored = { calendarId: 'Calendar_1', pointIds: ['a', 'b'] };

describe('hours and points of a draft', () => {
  it('what was chosen waits to be saved, until the server says the same', () => {
    expect(unsavedOf({ calendarId: 'Calendar_2' }, stored)).toEqual({ calendarId: 'Calendar_2' });
    expect(unsavedOf({ calendarId: null, pointIds: ['ServicePoint_a'] }, stored)).toEqual({
      calendarId: null,
      pointIds: ['ServicePoint_a'],
    });
    expect(unsavedOf({ calendarId: 'Calendar_1', pointIds: ['ServicePoint_b', 'ServicePoint_a'] }, stored)).toEqual({});
    expect(unsavedOf({}, stored)).toEqual({});
  });
});
