import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import { policyPacks } from './all.ts';
import { introducedBy } from './introduction.ts';
import { termsOfPack } from './pack.ts';

describe('S2 an introduction is known as the pack’s own', () => {
  it('by its words in any language, with the terms as they are typed in each', () => {
    for (const pack of policyPacks) {
      const own = LANGUAGES.map((language) => termsOfPack(pack, language, 'GBP'));
      for (const language of LANGUAGES) expect(introducedBy(pack.description[language], 'GBP')).toEqual(own);
    }
  });

  it('and what somebody wrote is nobody’s', () => {
    expect(introducedBy('We keep what we promise.', 'GBP')).toEqual([]);
    expect(introducedBy('', 'GBP')).toEqual([]);
  });
});
