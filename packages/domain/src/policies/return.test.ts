import { describe, expect, it } from 'vitest';
import { closingReason, statusOfCredited } from './return.ts';

describe('C10 a return that was read from a credit note', () => {
  it('stays open only where it is of no purchase on record', () => {
    expect(statusOfCredited({ outcome: 'NO_PURCHASE' })).toBe('OPEN');
    for (const outcome of ['ALLOWED', 'REFUSED', 'NOT_COVERED'] as const) {
      expect(statusOfCredited({ outcome })).toBe('CLOSED');
    }
  });

  it('is closed by hand with a reason that says something, without the blanks around it', () => {
    expect(closingReason('  old ')).toBe('old');
    for (const nothing of ['', '   ', ' ok ']) {
      expect(() => closingReason(nothing)).toThrow(
        expect.objectContaining({ code: 'REASON_MISSING', path: ['reason'] }),
      );
    }
  });
});
