import { expect, test } from 'vitest';
import { checkPhone } from './phone.ts';

test.each(['100', '+44 20 7946 0000', '(02) 2345-6789 ext. 12', '0800 FLOWERS 1', '', null, undefined])(
  '%s can be rung',
  (phone) => {
    expect(() => checkPhone(phone)).not.toThrow();
  },
);

test.each(['call me', '12', '+', '—'])('%s cannot', (phone) => {
  expect(() => checkPhone(phone)).toThrow(
    expect.objectContaining({ code: 'BAD_PHONE', path: ['phone'], params: { phone } }),
  );
});

test('what is stored since before numbers were checked can be saved along', () => {
  expect(() => checkPhone('call me', 'call me')).not.toThrow();
});
