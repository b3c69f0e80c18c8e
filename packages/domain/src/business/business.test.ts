import { expect, it } from 'vitest';
import { checkBusiness } from './business.ts';

it('knows time zones and currencies by their official names', () => {
  checkBusiness({ timezone: 'Europe/London', currency: 'GBP' });
  checkBusiness({ timezone: 'UTC' });
  checkBusiness({ timezone: 'Asia/Shanghai', currency: 'CNY' });
  expect(() => checkBusiness({ timezone: 'Mars/Olympus' })).toThrow(
    expect.objectContaining({ code: 'TIMEZONE_UNKNOWN', path: ['timezone'] }),
  );
  expect(() => checkBusiness({ currency: 'QQQ' })).toThrow(
    expect.objectContaining({ code: 'CURRENCY_UNKNOWN', path: ['currency'] }),
  );
});
