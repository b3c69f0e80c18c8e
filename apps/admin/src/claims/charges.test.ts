import { describe, expect, it } from 'vitest';
import {
  amountIn,
  anotherRow,
  feeWithCode,
  isStated,
  lacksCode,
  kindsToName,
  statedOf,
  type Entered,
  type Fee,
} from './charges.ts';

const fee = (code: string, ...kinds: Fee['kinds']): Fee => ({
  code,
  label: code,
  mode: 'CAP',
  amount: 900,
  consent: false,
  kinds,
});
const row = (more: Partial<Entered> = {}): Entered => ({ key: 0, code: 'POST', description: '', amount: '4', ...more });

describe('S2 entering charges', () => {
  it('asks the guard about what was typed so far, in minor units', () => {
    const rows = [row({ code: ' POST ', amount: '4.35' }), row({ code: ' ' }), row({ amount: '4,5' })];
    expect(rows.map((each) => isStated(each, 'GBP'))).toEqual([true, false, false]);
    expect(statedOf(rows, 'GBP')).toEqual([{ code: 'POST', description: '', amount: 435, currency: 'GBP' }]);
    expect(statedOf([row({ kind: 'PART', description: 'Lid' })], 'JPY')).toEqual([
      { code: 'POST', description: 'Lid', kind: 'PART', amount: 4, currency: 'JPY' },
    ]);
  });

  it('lets nothing be lost for want of a code; a row in which nothing was typed is none', () => {
    const lacking = [row({ code: ' ' }), row({ code: '', amount: '', description: 'Lid' })];
    expect(lacking.map(lacksCode)).toEqual([true, true]);
    expect([row(), anotherRow([]), row({ amount: '' })].map(lacksCode)).toEqual([false, false, false]);
  });

  it('rounds no amount: one finer than its money is to be corrected', () => {
    const amounts = (currency: string) =>
      ['4.005', '4.01', '4', '', '-1', 'x'].map((amount) => amountIn({ amount }, currency));
    expect(amounts('GBP')).toEqual([undefined, 401, 400, 0, undefined, undefined]);
    expect(amounts('JPY')).toEqual([undefined, undefined, 4, 0, undefined, undefined]);
    expect(statedOf([row({ amount: '4.005' })], 'GBP')).toEqual([]);
  });

  it('a charge can be called nothing that says less than the schedule', () => {
    expect(kindsToName(undefined)).toEqual(['FEE', 'PART', 'ADD_ON', 'DIAGNOSIS']);
    expect(kindsToName(fee('A', 'FEE'))).toEqual(['FEE', 'PART', 'ADD_ON', 'DIAGNOSIS']);
    expect(kindsToName(fee('A', 'PART'))).toEqual(['PART', 'ADD_ON']);
    expect(kindsToName(fee('A', 'DIAGNOSIS'))).toEqual(['PART', 'ADD_ON', 'DIAGNOSIS']);
    expect(kindsToName(fee('A', 'PART', 'ADD_ON'))).toEqual(['PART']);
  });

  it('knows a disclosed fee by its code and gives each new row a key of its own', () => {
    const schedule = [fee('A', 'FEE'), fee('B', 'PART')];
    expect(feeWithCode(schedule, ' B ')).toBe(schedule[1]);
    expect(feeWithCode(schedule, 'b')).toBeUndefined();
    expect([anotherRow([]).key, anotherRow([row({ key: 3 }), row()]).key]).toEqual([0, 4]);
  });
});
