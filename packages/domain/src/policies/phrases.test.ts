import { describe, expect, it } from 'vitest';
import { claimSentencesOf } from '../claims/sentences.ts';
import { checkCharges } from '../claims/charges.ts';
import { feeOf } from '../claims/fee-schedule.ts';
import { promisedBy, feesText } from '../quotes/disclosure.ts';
import { LANGUAGES } from '../shared/language.ts';
import { EVERYTHING } from './applicability.ts';
import { changeSentences, changes } from './changes.ts';
import { decide, type VersionTerms } from './decide.ts';
import { termKinds } from './kinds/all.ts';
import type { FeeRow } from './kinds/fees.ts';
import type { Form } from './kinds/form.ts';
import { phrases, phrasesFor, tidyPhrases, valuesIn, wordingOf, type Phrases } from './phrases.ts';
import { introOf, namePhrases, phrasesWithName } from './policy.ts';
import { canonical, versionOf, type PromiseSnapshot } from './snapshot.ts';
import { sentencesOf, termSentences } from './sentences/sentence.ts';
import type { Term } from './terms.ts';
import { typedTexts, unwordedIn } from './typed-texts.ts';

const term = (kind: string, params: Record<string, unknown>): Term => ({
  id: kind,
  kind,
  params,
  appliesTo: EVERYTHING,
});

const ROW = { kind: 'FEE', mode: 'CAP', amount: 500, consent: false };
const fees = term('fees', {
  rows: [
    { ...ROW, code: 'POST', label: 'Postage' },
    // a code that reads like a text is a code
    { ...ROW, code: 'Engraving', label: 'Sticker' },
  ],
  partShare: 30,
  addOnsUpToDiscount: false,
});
const exclusions = term('exclusions', { matters: ['Engraving'], referTo: 'Harbour' });
const terms = [fees, exclusions];

const said: Phrases = {
  Postage: { 'zh-Hant': '郵資', 'zh-Hans': '邮费' },
  Engraving: { 'zh-Hant': '刻字', 'zh-Hans': '刻字' },
  Promise: { 'zh-Hant': '承諾', 'zh-Hans': '承诺' },
};

const version: VersionTerms = {
  id: 'v',
  policyId: 'p',
  policy: 'Promise',
  number: 1,
  period: { from: '2026-01-01', to: null },
  terms,
  currency: 'GBP',
};
const asked = (kind: string, details: Record<string, unknown>) => ({
  timeZone: 'UTC',
  customer: { region: 'France', segment: 'KEY' },
  purchase: { at: '2026-02-01T10:00:00Z', code: 'A', category: null, complexity: 'LOW' as const, value: 100 },
  claim: { kind, details },
});

describe('a typed text in several languages', () => {
  it('is said in the language it is worded in, else as it was typed', () => {
    expect(LANGUAGES.map((language) => wordingOf('Postage', language, said))).toEqual(['Postage', '郵資', '邮费']);
    expect(wordingOf('Harbour', 'zh-Hant', said)).toBe('Harbour');
    expect(wordingOf('Postage', 'zh-Hant', undefined)).toBe('Postage');
  });

  it.each(['constructor', 'toString'])('%s is a text like any other', (text) => {
    expect(wordingOf(text, 'zh-Hant', said)).toBe(text);
    expect(phrasesFor([text], said)).toEqual({});
    expect(wordingOf(text, 'zh-Hant', phrases.parse({ [text]: { 'zh-Hant': '字' } }))).toBe('字');
  });

  it('blank wordings say nothing, and only known languages are taken', () => {
    expect(tidyPhrases({ b: { en: ' x ' }, a: { en: ' ', 'zh-Hant': '' } })).toEqual({ b: { en: 'x' } });
    expect(phrases.safeParse({ a: { fr: 'x' } }).success).toBe(false);
    expect(phrases.safeParse({ a: 'x' }).success).toBe(false);
    expect(phrases.safeParse(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [n, {}]))).success).toBe(false);
    expect(phrases.safeParse(Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [n, {}]))).success).toBe(true);
  });

  it('are kept in the order of their texts, however they were entered', () => {
    const entered = { c: { en: '3' }, a: { en: '1' }, b: { en: '2' } };
    expect(Object.keys(tidyPhrases(entered))).toEqual(['a', 'b', 'c']);
  });

  it('texts are what a person typed; codes are none', () => {
    expect(typedTexts(terms)).toEqual(['Postage', 'Sticker', 'Engraving', 'Harbour']);
    expect(typedTexts([fees])).toEqual(['Postage', 'Sticker']);
    expect(typedTexts([term('gone', { text: 'x' })])).toEqual([]);
  });

  it('says whose readers could not read it', () => {
    expect(unwordedIn('en', typedTexts(terms), said)).toEqual([]);
    expect(unwordedIn('zh-Hans', typedTexts(terms), said)).toEqual(['Sticker', 'Harbour']);
    // a name that stays as it is says so
    expect(unwordedIn('zh-Hans', ['Harbour'], { Harbour: { 'zh-Hans': 'Harbour' } })).toEqual([]);
  });
});

describe('C5 terms, traces and bills in the reader’s language', () => {
  it('a term is told with its wordings, and a code stays a code', () => {
    const [, promise] = termSentences(fees, 'GBP', 'zh-Hant', said);
    expect(promise).toContain('郵資：最高');
    expect(promise).toContain('Sticker：最高');
    expect(promise).not.toContain('刻字');
    expect(termSentences(exclusions, 'GBP', 'zh-Hans', said)[1]).toBe('我们不提供刻字；这方面推荐您咨询Harbour。');
    expect(termSentences(exclusions, 'GBP', 'en', said)).toEqual(termSentences(exclusions, 'GBP', 'en'));
  });

  it.each(termKinds.map(({ kind }) => kind))('every text of the kind %s is told in its wording', (name) => {
    const kind = termKinds.find((each) => each.kind === name)!;
    let n = 0;
    const fill = (form: Form): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(form).map(([key, field]) => {
          if (field.type === 'text') return [key, `typed ${(n += 1)}`];
          if (field.type === 'words') return [key, [`typed ${(n += 1)}`]];
          return [
            key,
            field.type === 'rows' && key === 'rows' && name === 'fees' ? [fill(field.cells)] : field.default,
          ];
        }),
      );
    const filled = term(name, fill(kind.params));
    const words = Object.fromEntries(
      typedTexts([filled]).map((text) => [text, Object.fromEntries(LANGUAGES.map((each) => [each, 'worded']))]),
    );
    for (const language of LANGUAGES) {
      const plain = termSentences(filled, 'GBP', language).join('');
      const told = termSentences(filled, 'GBP', language, words).join('');
      expect(told).toBe(plain.replaceAll(/typed \d+/g, 'worded'));
    }
  });

  it('a decision is the same with and without them, and its trace can be told wherever it is kept', () => {
    const facts = asked('exclusions', { matter: ['Engraving'] });
    const plain = decide(facts, [version], '2026-02-02');
    const worded = decide(facts, [{ ...version, phrases: said }], '2026-02-02');
    expect({ ...worded, trace: worded.trace.map(({ code, params }) => ({ code, params })) }).toEqual(plain);
    const kept = JSON.parse(JSON.stringify(worded.trace)) as typeof worded.trace;
    const told = sentencesOf(kept, 'zh-Hant').join('');
    expect(told).toContain('「承諾」');
    expect(told).toContain('「刻字」已事先聲明不提供');
    expect(told).not.toMatch(/Engraving|Promise/);
    expect(sentencesOf(kept, 'en')).toEqual(sentencesOf(plain.trace, 'en'));
  });

  it('a step brings along the phrases of its own texts and no others', () => {
    const trace = decide(asked('exclusions', {}), [{ ...version, phrases: said }], '2026-02-02').trace;
    expect(trace.flatMap(({ words }) => Object.keys(words ?? {}))).toEqual(['Promise', 'Engraving']);
    expect(trace.filter(({ code }) => code === 'TERM_CHOSEN')).toMatchObject([{ code: 'TERM_CHOSEN' }]);
  });

  it('a charge is named in the reader’s language on its bill', () => {
    const schedule = (fees.params.rows as FeeRow[]).map(feeOf);
    const context = {
      currency: 'GBP',
      purchaseValue: 10_000,
      discountGiven: 0,
      partShare: 30,
      addOnsUpToDiscount: false,
      consents: [],
      phrases: said,
    };
    const [check] = checkCharges(schedule, [{ code: 'POST', amount: 100, currency: 'GBP' }], context);
    expect(claimSentencesOf(check!.trace, 'zh-Hans')[0]).toContain('“邮费”');
    expect(claimSentencesOf(check!.trace, 'en')[0]).toContain('“Postage”');
  });

  it('a difference tells each side in the words of its version', () => {
    const [change] = changes([exclusions], [term('exclusions', { matters: ['Tuning'], referTo: '' })]);
    const both = { before: said, after: { Tuning: { 'zh-Hant': '調校' } } };
    expect(changeSentences(change!, 'GBP', 'zh-Hant', both)).toMatchObject({
      before: [[expect.any(String), expect.stringContaining('刻字')]],
      after: [[expect.any(String), expect.stringContaining('調校')]],
    });
  });

  it('an offer brings along the phrases of what it promises; the hash of its fees does not know them', () => {
    const offer = {
      timeZone: 'UTC',
      customer: { region: 'France', segment: 'KEY' },
      value: 100,
      goods: [{ code: 'A', category: null, complexity: 'LOW' as const }],
    };
    const plain = promisedBy(offer, [version], '2026-02-01');
    const worded = promisedBy(offer, [{ ...version, phrases: said }], '2026-02-01');
    expect(plain[0]).not.toHaveProperty('phrases');
    expect(worded.map((each) => Object.keys(each.phrases ?? {}))).toEqual([
      ['Promise', 'Postage'],
      ['Promise', 'Engraving'],
    ]);
    expect(feesText(worded)).toBe(feesText(plain));
  });
});

describe('S1 phrases are frozen with the promise', () => {
  const snapshot: PromiseSnapshot = {
    format: 1,
    policyId: 'p',
    policy: 'Promise',
    versionId: 'v',
    number: 1,
    period: { from: '2026-01-01', to: null },
    currency: 'GBP',
    timeZone: 'UTC',
    terms,
    calendar: null,
  };

  it('a snapshot without any has the hash it always had', () => {
    expect(canonical(snapshot)).not.toContain('phrases');
    expect(versionOf(snapshot)).not.toHaveProperty('phrases');
    // however they are written, the same phrases are the same text
    const [one, other] = [said, Object.fromEntries(Object.entries(said).toReversed())];
    expect(canonical({ ...snapshot, phrases: one })).toBe(canonical({ ...snapshot, phrases: other }));
    expect(canonical({ ...snapshot, phrases: one })).not.toBe(canonical(snapshot));
  });

  it('is decided and told by its own', () => {
    const held = versionOf({ ...snapshot, phrases: said });
    const told = sentencesOf(decide(asked('exclusions', {}), [held], '2026-02-02').trace, 'zh-Hant').join('');
    expect(told).toContain('刻字');
  });
});

describe('what a policy is called and how a version introduces it', () => {
  const words = { 'zh-Hant': { name: '承諾', description: '三十天' }, en: { name: 'Promise', description: '' } };

  it('a description becomes an intro with its wordings', () => {
    expect(introOf({ name: 'Promise', description: 'Thirty days', words })).toEqual({
      intro: 'Thirty days',
      phrases: { 'Thirty days': { 'zh-Hant': '三十天' } },
    });
    expect(introOf({ name: 'Promise', description: '', words }).intro).toBe('三十天');
    expect(introOf({ name: 'Promise', description: '', words: {} })).toEqual({ intro: '', phrases: {} });
  });

  it('a name is said in each language for which there is one', () => {
    expect(namePhrases({ name: 'Promise', description: '', words })).toEqual({
      Promise: { 'zh-Hant': '承諾', en: 'Promise' },
    });
    expect(namePhrases({ name: 'Promise', description: '', words: {} })).toEqual({});
  });

  it('S1 a name takes no words from a text that is typed like it', () => {
    const called = { name: 'Promise', description: '', words };
    const own = { Promise: { 'zh-Hant': '每次免費' } };
    expect(phrasesWithName(called, ['Promise'], own)).toEqual(own);
    // the text was read as it was typed, and goes on being
    expect(phrasesWithName(called, ['Promise'], {})).toEqual({});
    expect(phrasesWithName(called, ['Hook'], { Hook: { en: 'Hook' }, Gone: { en: 'Left over' } })).toEqual({
      Hook: { en: 'Hook' },
      ...namePhrases(called),
    });
  });
});

describe('C5 a name within a sentence', () => {
  it('is said in the reader’s language where its wordings come along', () => {
    const phrases = { 'Our promise': { 'zh-Hant': '我們的承諾' } };
    expect(valuesIn({ policy: 'Our promise', number: 2, phrases }, 'zh-Hant')).toEqual({
      policy: '我們的承諾',
      number: 2,
    });
    expect(valuesIn({ policy: 'Our promise', phrases }, 'zh-Hans')).toEqual({ policy: 'Our promise' });
    expect(valuesIn({ policy: 'Our promise' }, 'zh-Hant')).toEqual({ policy: 'Our promise' });
  });
});
