import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { worsenings } from '../compare.ts';
import { sentenceOf } from '../sentences/sentence.ts';
import { exclusions } from './exclusions.ts';

const purchase = { at: '2026-03-02', boughtOn: '2026-03-02', code: '22423', value: 1000 };
const term = { matters: ['watch repair', 'keys'], referTo: 'Chen & Sons' };
const judge = (claim: object, over: object = {}) =>
  exclusions.judge({ ...term, ...over }, { ...claim }, purchase, '2026-03-02', judgeContext());

describe('exclusions: declared focus (專注優勢領域, C48)', () => {
  it('what is declared as not served is refused, with who is recommended instead', () => {
    const verdict = judge({ matter: ['Keys '] });
    expect(verdict).toMatchObject({ outcome: 'REFUSED', result: { referTo: 'Chen & Sons' } });
    expect(sentenceOf(verdict.steps[0]!, 'en')).toBe(
      '“Keys ” is declared as not served; we recommend Chen & Sons for it.',
    );
    expect(sentenceOf(judge({ matter: ['keys'] }, { referTo: '' }).steps[0]!, 'zh-Hant')).toBe(
      '「keys」已事先聲明不提供。',
    );
  });

  it('everything else is served', () => {
    expect(judge({ matter: ['shoe repair'] }).outcome).toBe('ALLOWED');
    expect(sentenceOf(judge({ matter: ['shoe repair'] }).steps[0]!, 'en')).toBe(
      '“shoe repair” is not among what is not served.',
    );
    expect(judge({}).outcome).toBe('ALLOWED');
    expect(judge({ matter: ['keys'] }, { matters: [] }).outcome).toBe('ALLOWED');
  });

  it('promises in sentences', () => {
    expect(sentenceOf(exclusions.promise(term, 'GBP'), 'en')).toBe(
      'We do not serve watch repair and keys; for that we recommend Chen & Sons.',
    );
    expect(sentenceOf(exclusions.promise({ matters: ['配鑰匙'], referTo: '' }, 'TWD'), 'zh-Hant')).toBe(
      '我們不提供配鑰匙。',
    );
    expect(sentenceOf(exclusions.promise({ matters: [], referTo: '' }, 'CNY'), 'zh-Hans')).toBe('没有排除任何项目。');
    const none = exclusions.promise({ matters: [], referTo: '' }, 'GBP');
    expect([sentenceOf(none, 'en'), sentenceOf(none, 'zh-Hant')]).toEqual([
      'Nothing is excluded.',
      '沒有排除任何項目。',
    ]);
    expect(sentenceOf(exclusions.promise({ matters: ['配钥匙'], referTo: '' }, 'CNY'), 'zh-Hans')).toBe(
      '我们不提供配钥匙。',
    );
    expect(sentenceOf(judge({}).steps[0]!, 'en')).toBe('It is not among what is not served.');
  });

  it('S11 who recommends nobody any more, or somebody else, promises less; who names somebody for the first time does not', () => {
    const worse = (before: string, after: string) =>
      worsenings(exclusions, { ...term, referTo: before }, { ...term, referTo: after }).map(({ field }) => field);
    expect(worse('Chen & Sons', '')).toEqual(['referTo']);
    expect(worse('Chen & Sons', 'Wang')).toEqual(['referTo']);
    expect(worse('Chen & Sons', ' Chen & Sons')).toEqual([]);
    expect(worse(' ', 'Chen & Sons')).toEqual([]);
  });

  it('is a burden: declaring more of it is less of a promise', () => {
    expect(exclusions.burden).toBe(true);
  });
});
