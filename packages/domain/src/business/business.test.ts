import { expect, it } from 'vitest';
import { betterAsOf, checkAsOf, checkBusiness } from './business.ts';

it('knows time zones and currencies by their official names', () => {
  checkBusiness({ timezone: 'Europe/London', currency: 'GBP' });
  checkBusiness({ timezone: 'UTC' });
  checkBusiness({ timezone: 'Asia/Shanghai', currency: 'CNY' });
  expect(() => checkBusiness({ timezone: 'Mars/Olympus' })).toThrow(
    expect.objectContaining({ code: 'TIMEZONE_UNKNOWN', path: ['timezone'] }),
  );
  // an offset says nothing of summer time
  expect(() => checkBusiness({ timezone: '+08:00' })).toThrow(expect.objectContaining({ code: 'TIMEZONE_UNKNOWN' }));
  expect(() => checkBusiness({ currency: 'QQQ' })).toThrow(
    expect.objectContaining({ code: 'CURRENCY_UNKNOWN', path: ['currency'] }),
  );
});

it('looks back at any day, and never ahead', () => {
  for (const asOf of [null, '2011-12-10', '2026-02-28', '2026-03-01']) checkAsOf(asOf, '2026-03-01');
  expect(() => checkAsOf('2026-03-02', '2026-03-01')).toThrow(
    expect.objectContaining({
      code: 'AS_OF_IN_FUTURE',
      path: ['asOf'],
      params: { asOf: '2026-03-02', today: '2026-03-01' },
    }),
  );
});

it('figures that end long ago are looked at from the day after the newest purchase', () => {
  expect(betterAsOf('2011-12-09', '2026-11-30')).toBe('2011-12-10');
  expect(betterAsOf('2011-12-31', '2026-11-30')).toBe('2012-01-01');
  // 60 days later is not long ago, 61 are
  expect(betterAsOf('2026-10-01', '2026-11-30')).toBeNull();
  expect(betterAsOf('2026-09-30', '2026-11-30')).toBe('2026-10-01');
  expect(betterAsOf('2026-12-24', '2026-11-30')).toBeNull();
  expect(betterAsOf(null, '2026-11-30')).toBeNull();
  expect(betterAsOf('2011-12-09', '2011-12-10')).toBeNull();
});
