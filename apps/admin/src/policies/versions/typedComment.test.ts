import { describe, expect, it } from 'vitest';
import { keepUnsent, NOTHING, unsentOn } from './typedComment.ts';

describe('C1 a comment that was typed on a draft', () => {
  it('is there again after another version was looked at, and on no other one', () => {
    keepUnsent('PolicyVersion_1', { about: 'returns', text: 'Why only 14 days?' });
    expect(unsentOn('PolicyVersion_1')).toEqual({ about: 'returns', text: 'Why only 14 days?' });
    expect(unsentOn('PolicyVersion_2')).toEqual(NOTHING);
  });

  it('is gone once it was sent, or given up', () => {
    keepUnsent('PolicyVersion_1', { about: 'returns', text: ' ' });
    expect(unsentOn('PolicyVersion_1')).toEqual(NOTHING);
  });
});
