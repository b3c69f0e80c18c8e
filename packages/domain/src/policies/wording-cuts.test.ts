import { describe, expect, it } from 'vitest';
import { EVERYTHING } from './applicability.ts';
import type { Phrases } from './phrases.ts';
import type { Term } from './terms.ts';
import { wordingCuts } from './wording-cuts.ts';

const extras = (items: string[], id = 'extras'): Term => ({
  id,
  kind: 'extras',
  params: { items },
  appliesTo: EVERYTHING,
});
const cuts = (was: Phrases, is: Phrases, [old, young] = [extras(['Hook']), extras(['Hook', 'Bag'])]) =>
  wordingCuts([{ term: old!, phrases: was }], [{ term: young!, phrases: is }]);

const HOOK = { Hook: { 'zh-Hant': '掛鉤', 'zh-Hans': '挂钩' } };

describe('S11 the same text in other words to some readers', () => {
  it('S11 counts as less where a wording became another one, in the language it is in', () => {
    expect(cuts(HOOK, { Hook: { ...HOOK.Hook, 'zh-Hant': '掛鉤，另收費' } })).toMatchObject([
      {
        kind: 'extras',
        termId: 'extras',
        byTermId: 'extras',
        withdrawn: false,
        worsenings: [{ field: 'wording', language: 'zh-Hant', before: '掛鉤', after: '掛鉤，另收費' }],
      },
    ]);
  });

  it('S11 counts as less where a wording is gone: its readers find words they cannot read', () => {
    expect(cuts(HOOK, {})[0]!.worsenings).toEqual([
      { field: 'wording', language: 'zh-Hant', before: '掛鉤', after: 'Hook' },
      { field: 'wording', language: 'zh-Hans', before: '挂钩', after: 'Hook' },
    ]);
  });

  it('S11 counts as less where readers of the text as it was typed read other words now', () => {
    expect(cuts({}, { Hook: { en: 'Hook, for £5' } })[0]!.worsenings).toEqual([
      { field: 'wording', language: 'en', before: 'Hook', after: 'Hook, for £5' },
    ]);
    expect(cuts({ Hook: { en: 'Hook' } }, { Hook: { en: 'No hook' } })).toHaveLength(1);
    // who reads Chinese could not read it so far
    expect(cuts({}, { Hook: { 'zh-Hans': '挂钩' } })).toEqual([]);
  });

  it('a wording for who could read nothing so far, and those of texts that are gone, take nothing', () => {
    expect(cuts({}, HOOK)).toEqual([]);
    expect(cuts(HOOK, HOOK)).toEqual([]);
    expect(cuts(HOOK, { Bag: { 'zh-Hant': '袋子' } }, [extras(['Hook']), extras(['Bag'])])).toEqual([]);
    expect(cuts({ constructor: { en: 'x' } }, {}, [extras(['constructor']), extras(['Hook'])])).toEqual([]);
  });

  it('S11 blanks around a text make no other text of it, whose wordings nobody would compare', () => {
    const blank: [Term, Term] = [extras(['Hook']), extras(['Hook '])];
    expect(cuts(HOOK, { 'Hook ': HOOK.Hook }, blank)).toEqual([]);
    expect(cuts({}, {}, blank)).toEqual([]);
    const reworded = { 'Hook ': { ...HOOK.Hook, 'zh-Hant': '掛鉤，另收費' } };
    expect(cuts(HOOK, reworded, blank)[0]!.worsenings).toEqual([
      { field: 'wording', language: 'zh-Hant', before: '掛鉤', after: '掛鉤，另收費' },
    ]);
    // nor beside the same text in its old words
    expect(cuts(HOOK, { ...HOOK, ...reworded }, [extras(['Hook']), extras(['Hook', 'Hook '])])).toHaveLength(1);
  });

  it('follows the text to the term that says it now, whatever that is called', () => {
    const [cut] = cuts(HOOK, {}, [extras(['Hook'], 'old'), extras(['Hook'], 'new')]);
    expect([cut!.termId, cut!.byTermId]).toEqual(['old', 'new']);
  });
});
