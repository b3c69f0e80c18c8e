import { describe, expect, it } from 'vitest';
import { DomainError } from '../shared/errors.ts';
import { checkSegments, segmentMeant } from './segments.ts';

const refusal = (check: () => void): DomainError | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

describe('segments by name', () => {
  it.each(['KEY', 'key', ' Key customer ', 'KEY CUSTOMERS', '關鍵客戶', '重點客戶', '关键客户'])(
    '%s means the key customers',
    (word) => expect(segmentMeant(word)).toBe('KEY'),
  );

  it('leaves the own segments of a business alone', () => {
    expect(segmentMeant('WHOLESALE')).toBeNull();
    expect(refusal(() => checkSegments(['WHOLESALE', 'KEY'], ['segments']))).toBeUndefined();
  });

  it('refuses the name of a segment where its code belongs, and says which', () => {
    expect(refusal(() => checkSegments(['PROSPECT', '關鍵客戶'], ['terms', '0', 'segments']))).toMatchObject({
      code: 'SEGMENT_BY_NAME',
      path: ['terms', '0', 'segments'],
      params: { word: '關鍵客戶', code: 'KEY' },
    });
    expect(refusal(() => checkSegments(['key'], ['segments']))?.code).toBe('SEGMENT_BY_NAME');
  });

  it('lets what stood there before be saved along', () => {
    expect(refusal(() => checkSegments(['關鍵客戶'], ['segments'], ['關鍵客戶']))).toBeUndefined();
  });
});
