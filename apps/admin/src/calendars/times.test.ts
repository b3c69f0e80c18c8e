import { expect, test } from 'vitest';
import { clock, hoursText, minutesOf, shiftOf, typed } from './times.ts';

test('times are typed as on a clock', () => {
  expect([clock(0), clock(545), clock(1439), clock(1440), clock(1800)]).toEqual([
    '00:00',
    '09:05',
    '23:59',
    '00:00',
    '06:00',
  ]);
  expect([minutesOf('09:05'), minutesOf('24:00'), minutesOf('')]).toEqual([545, null, null]);
});

test('an end that is not after its beginning lies on the next day', () => {
  expect(shiftOf({ from: '09:00', to: '17:30' })).toEqual({ from: 540, to: 1050 });
  expect(shiftOf({ from: '22:00', to: '06:00' })).toEqual({ from: 1320, to: 1800 });
  expect(shiftOf({ from: '00:00', to: '00:00' })).toEqual({ from: 0, to: 1440 });
  expect(shiftOf({ from: '09:00', to: '' })).toBeNull();
});

test('what was stored comes back as it was', () => {
  for (const shift of [
    { from: 540, to: 1050 },
    { from: 1320, to: 1800 },
    { from: 0, to: 1440 },
  ]) {
    expect(shiftOf(typed(shift))).toEqual(shift);
  }
  expect(hoursText({ from: 540, to: 1440 })).toBe('09:00–24:00');
});
