import { describe, expect, it } from 'vitest';
import { DomainError } from '../shared/errors.ts';
import { checkFailed, checkReplacement, type SerialOnRecord } from './serials.ts';

const line = (change: Partial<SerialOnRecord> = {}): SerialOnRecord => ({
  claim: 'N1-1',
  code: 'A1',
  failed: 'SN-1',
  replacement: 'SN-2',
  kind: 'REPLACEMENT',
  status: 'SETTLED',
  outcome: 'ALLOWED',
  remedy: 'REPLACE',
  quantity: 1,
  on: '2011-05-01',
  refund: null,
  ...change,
});
const refused = (work: () => void) => {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.code, error.path, error.params];
  }
};
const failed = (serial: string, ...earlier: SerialOnRecord[]) =>
  refused(() => checkFailed('A1', serial, earlier, ['lines', '0', 'serialFailed']));
const replacing = (serial: string, ...earlier: SerialOnRecord[]) =>
  refused(() => checkReplacement('A1', serial, earlier, ['lines', '0', 'serialReplacement']));

describe('C18 serial numbers', () => {
  it('C18 a piece that was given back or replaced cannot fail again', () => {
    const gone = ['SERIAL_GONE', ['lines', '0', 'serialFailed'], { serial: 'sn-1 ', claim: 'N1-1' }];
    expect(failed('sn-1 ', line())).toEqual(gone);
    expect(failed('sn-1 ', line({ kind: 'RETURN', remedy: 'REFUND', replacement: null }))).toEqual(gone);
    expect(failed('sn-1 ', line({ status: 'DECIDED', replacement: null }))).toEqual(gone);
    for (const change of [
      { status: 'WITHDRAWN' },
      { outcome: 'REFUSED' },
      { kind: 'REPAIR', remedy: 'REPAIR' },
      { code: 'B1' },
      { failed: 'SN-3' },
      { failed: null },
    ] as const) {
      expect(failed('SN-1', line({ ...change, replacement: null })), JSON.stringify(change)).toBeNull();
    }
    // mended, it was handed over in place of its replacement; then that came to an end, too
    const back = line({ claim: 'N1-2', failed: 'SN-2', replacement: 'SN-1' });
    expect(failed('SN-1', line(), back)).toBeNull();
    expect(failed('SN-2', line(), back)?.[2]).toEqual({ serial: 'SN-2', claim: 'N1-2' });
    expect(failed('SN-1', line(), back, line({ claim: 'N1-3', replacement: 'SN-3' }))?.[2]).toMatchObject({
      claim: 'N1-3',
    });
  });

  it('C18 a piece that the customer has is handed over to nobody', () => {
    expect(replacing('sn-2', line())).toEqual([
      'SERIAL_GIVEN',
      ['lines', '0', 'serialReplacement'],
      { serial: 'sn-2', claim: 'N1-1' },
    ]);
    expect(replacing('SN-3', line())).toBeNull();
    expect(replacing('SN-2', line({ code: 'B1' }))).toBeNull();
    expect(replacing('SN-2', line(), line({ failed: 'SN-2', replacement: 'SN-3' }))).toBeNull();
  });
});
