import { describe, expect, it } from 'vitest';
import { REMEDIES, type Remedy } from '../policies/decision.ts';
import type { ClaimKind } from './claim.ts';
import { checkReview, remediesInReview, type LineInReview } from './review.ts';

const line = (remedy: Remedy | null, more: Partial<LineInReview> = {}): LineInReview => ({
  code: 'A1',
  outcome: 'ALLOWED',
  remedy,
  review: true,
  ...more,
});

describe('S1 a review gives what was promised or better, never less', () => {
  const can = (kind: ClaimKind, ...lines: LineInReview[]) => remediesInReview(kind, lines);

  it('money before goods before work', () => {
    expect(can('RETURN', line('REFUND'))).toEqual(['REFUND']);
    expect(can('REPLACEMENT', line('REPLACE'))).toEqual(['REFUND', 'REPLACE']);
    expect(can('REPAIR', line('REPAIR'))).toEqual(['REFUND', 'REPLACE', 'REPAIR']);
    expect(can('SERVICE', line('SERVICE'))).toEqual(REMEDIES);
  });

  it('goods that are given back are paid back, named or not; where nothing is promised nothing is less', () => {
    expect(can('RETURN', line(null))).toEqual(['REFUND']);
    expect(can('SERVICE', line(null))).toEqual(REMEDIES);
    expect(can('RETURN', line(null, { outcome: 'REFUSED' }))).toEqual(REMEDIES);
  });

  it('of every line that waits for it; what was decided already stays', () => {
    expect(can('RETURN', line('REPAIR'), line('REPLACE'))).toEqual(['REFUND', 'REPLACE']);
    expect(can('RETURN', line('REPAIR'), line('REFUND', { review: false }))).toEqual(['REFUND', 'REPLACE', 'REPAIR']);
  });

  it('names the field, the line and the remedy', () => {
    const lines = [line('SERVICE'), line('REFUND', { code: 'B2' })];
    expect(() => checkReview('RETURN', lines, 'REPAIR')).toThrow(
      expect.objectContaining({
        code: 'REVIEW_GIVES_LESS',
        path: ['remedy'],
        params: { code: 'B2', promised: 'REFUND', remedy: 'REPAIR' },
      }),
    );
    for (const given of [undefined, 'REFUND'] as const) expect(() => checkReview('RETURN', lines, given)).not.toThrow();
  });
});
