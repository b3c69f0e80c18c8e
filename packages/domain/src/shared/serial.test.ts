import { expect, it } from 'vitest';
import { DomainError } from './errors.ts';
import { checkTwice, sameSerial } from './serial.ts';

it('C18 a serial number is the same however it was typed', () => {
  expect(sameSerial(' sn-1', 'SN-1')).toBe(true);
  expect(sameSerial('ＳＮ-1', 'SN-1')).toBe(true);
  expect(sameSerial('SN-1', 'SN-10')).toBe(false);
});

it('C18 two pieces of the same goods have two', () => {
  const entered = (...lines: [code: string, serial: string | null][]) => {
    try {
      checkTwice(lines.map(([code, serial], index) => ({ code, serial, path: [String(index)] })));
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [error.code, error.path, error.params];
    }
  };
  expect(entered(['A1', 'SN-1'], ['A1', null], ['A1', 'sn-1'])).toEqual(['SERIAL_TWICE', ['2'], { serial: 'sn-1' }]);
  expect(entered(['A1', 'SN-1'], ['B1', 'SN-1'], ['A1', 'SN-2'], ['A1', null], ['A1', null])).toBeNull();
});
