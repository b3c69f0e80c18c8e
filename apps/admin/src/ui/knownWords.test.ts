import { describe, expect, it } from 'vitest';
import { readWords, unknownOf, valueMeant, wordsOf } from './knownWords.ts';

const segments = [
  { value: 'KEY', label: '關鍵客戶' },
  { value: 'STANDARD', label: '一般客戶' },
];

describe('words typed for known values', () => {
  it.each(['關鍵客戶', ' 關鍵客戶 ', 'key', 'KEY', 'ＫＥＹ'])('%s means the value', (typed) =>
    expect(valueMeant(typed, segments)).toBe('KEY'),
  );

  it('a closed list refuses what it does not hold', () => {
    expect(readWords(['複雜', '很複雜'], [{ value: 'HIGH', label: '複雜' }], true)).toEqual({
      values: ['HIGH'],
      refused: ['很複雜'],
    });
  });

  it('an open list takes what nobody carries yet, as it was typed, and it can be told', () => {
    const { values, refused } = readWords([' Untied Kingdom ', '關鍵客戶', 'KEY'], segments, false);
    expect(values).toEqual(['Untied Kingdom', 'KEY']);
    expect(refused).toEqual([]);
    expect(unknownOf(values, { known: segments, settled: true })).toEqual(['Untied Kingdom']);
    expect(unknownOf(values, { known: segments, settled: false })).toEqual([]);
  });

  it('what was stored before stays as it is', () =>
    expect(readWords(['關鍵客戶', '一般客戶'], segments, false, ['關鍵客戶']).values).toEqual([
      '關鍵客戶',
      'STANDARD',
    ]));

  it('commas of both scripts part words', () =>
    expect(wordsOf('France，Spain、 Italy,')).toEqual(['France', 'Spain', 'Italy']));
});
