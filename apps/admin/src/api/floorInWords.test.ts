import { describe, expect, it } from 'vitest';
import { floorInWords } from './floorInWords.ts';

const below = { kind: 'returns', field: 'days', row: null, cell: null, value: 10, bound: 20, reason: 'The law' };

describe('S11 a refusal for going below a floor, in the reader’s words', () => {
  it('names the field, what is promised and the floor', () => {
    expect(floorInWords(below, 'GBP', 'en')).toEqual({
      field: expect.not.stringMatching(/^days$/) as string,
      value: '10 days',
      bound: '20 days',
    });
    expect(floorInWords(below, 'GBP', 'zh-Hant')).toMatchObject({ value: '10 天', bound: '20 天' });
  });

  it('of a table its row too, and that nothing is promised there any more', () => {
    const row = { kind: 'response-target', field: 'rows', row: 'NORMAL / ANY', cell: 'firstResponse' };
    const { field, value, bound } = floorInWords({ ...row, value: null, bound: 240 }, 'GBP', 'en');
    expect(field).toMatch(/^First answer within \(.+\)$/);
    expect(field).not.toContain('NORMAL');
    expect([value, bound]).toEqual(['none', '4 hours']);
  });

  it('leaves refusals of another sort alone', () => {
    expect(floorInWords({ kind: 'returns', field: 'days', value: 0 }, 'GBP', 'en')).toEqual({});
  });
});
