import { fee, line, verdicts, codes } from '@perennial/testkit/claims/some-charges';
import { describe, expect, it } from 'vitest';
import { extraNamed, extrasTold } from './named-extras.ts';

const phrases = { 'A spare hook': { 'zh-Hant': '備用掛鉤' } };
const extras = ['A spare hook', 'Gift wrapping'];

describe('S2, C20 a charge that is called by what comes along at no charge', () => {
  const post = fee('POST', 4000, { label: 'Postage' });
  const charged = (description: string) => [line('POST', 1000, { description })];

  it('is asked about, in whatever language it is called so and whatever stands around the name', () => {
    for (const said of ['A spare hook', ' a SPARE hook ', '備用掛鉤', 'Gift wrapping, 2 pieces']) {
      expect(verdicts([post], charged(said), { extras, phrases }), said).toEqual(['NEEDS_CONSENT']);
      expect(codes([post], charged(said), { extras, phrases })).toContain('CHARGE_NAMES_EXTRA');
    }
    for (const said of ['', 'Postage', 'A hook']) {
      expect(verdicts([post], charged(said), { extras, phrases }), said).toEqual(['ACCEPT']);
    }
    expect(verdicts([post], charged('A spare hook'))).toEqual(['ACCEPT']);
    expect(verdicts([post], charged('a  spare\thook'), { extras })).toEqual(['NEEDS_CONSENT']);
    // the name under which it was disclosed is what the receipt calls it
    const hooks = fee('HOOK', 4000, { label: 'A spare hook' });
    expect(verdicts([hooks], [line('HOOK', 1000)], { extras, phrases })).toEqual(['NEEDS_CONSENT']);
    const worded = { ...phrases, Hooks: { en: 'A spare hook' } };
    expect(verdicts([{ ...hooks, label: 'Hooks' }], [line('HOOK', 1000)], { extras, phrases: worded })).toEqual([
      'NEEDS_CONSENT',
    ]);
  });

  it('S2, C20 is asked about under a look-alike of the name, too', () => {
    for (const said of [
      'A spare\u200Bhook',
      'A spa\u00ADre hook',
      'A\u2060 sp\uFEFFare hook\u200D',
      'A-spare-hook',
      'A spare\u2011hook',
      'a\u00A0spare\u2013hook',
      'Aspare hook',
      'A s p a r e hook',
      'Ａ　ｓｐａｒｅ　ｈｏｏｋ',
      'Two A spare-hooks',
      '備 用 掛 鉤',
      '備\u200B用-掛鉤一個',
      'Giftwrapping, 2 pieces',
      'Fee for GIFT\u2212WRAPPING',
    ]) {
      expect(codes([post], charged(said), { extras, phrases }), said).toContain('CHARGE_NAMES_EXTRA');
    }
    // as well where the extra is the one that was typed so
    expect(extraNamed(['Gift wrapping'], ['Gift\u00AD-wrapping'])).toBe('Gift\u00AD-wrapping');
  });

  it('S2, C20 is not found in parts of other words that happen to stand side by side', () => {
    expect(extraNamed(['Plastic ar mount'], ['Car'])).toBeUndefined();
    expect(extraNamed(['Incarnation'], ['In car'])).toBeUndefined();
    expect(extraNamed(['Spin-carving'], ['Inca'])).toBeUndefined();
    expect(extraNamed(['Anything'], ['\u200B', '\u00AD', ' – '])).toBeUndefined();
    expect(extraNamed(['\u200B'], ['Hook'])).toBeUndefined();
  });

  it('names the extra as it was typed', () => {
    expect(extraNamed(['備用掛鉤'], extras, phrases)).toBe('A spare hook');
    expect(extraNamed(['constructor'], ['constructor'])).toBe('constructor');
    expect(extraNamed(['Hook'], ['', ' '])).toBeUndefined();
  });

  it('what comes along is read off the sentences told with the decision', () => {
    const step = (params: object) => ({ code: 'EXTRAS_PROMISE', params: { ...params } });
    expect(extrasTold([step({ items: ['Hook', 'Bag'] }), step({ days: 3 }), step({ items: [4] })])).toEqual([
      'Hook',
      'Bag',
    ]);
  });
});
