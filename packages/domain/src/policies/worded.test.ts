import { describe, expect, it } from 'vitest';
import { phrasesIn, worded } from './worded.ts';

const HOOK = { Hook: { 'zh-Hant': '掛鉤' } };

describe('C1 a step brings the phrases of its texts along', () => {
  it('wherever they stand in what it says', () => {
    for (const params of [{ item: 'Hook' }, { items: ['Rope', 'Hook'] }, { row: { cell: { label: 'Hook' } } }]) {
      const taken = { code: 'SAID', params };
      expect(worded(taken, HOOK)).toEqual({ ...taken, words: HOOK });
    }
  });

  it('and is left as it is where there are none for it', () => {
    const taken = { code: 'SAID', params: { item: 'Rope', days: 3, none: null, free: true } };
    expect(worded(taken, HOOK)).toBe(taken);
    expect(worded(taken, undefined)).toBe(taken);
  });

  it('so that a trace has them all', () => {
    const lid = { Lid: { 'zh-Hans': '盖子' } };
    const [hook, rope] = [
      { code: 'SAID', params: { item: 'Hook' } },
      { code: 'SAID', params: { item: 'Rope' } },
    ];
    const trace = [worded(hook, HOOK), rope, worded({ code: 'SAID', params: { item: 'Lid' } }, lid)];
    expect(phrasesIn(trace)).toEqual({ ...HOOK, ...lid });
    expect(phrasesIn([])).toEqual({});
  });
});
