import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import { speaks } from '../../shared/script.ts';
import { findAmbiguity } from '../ambiguity.ts';
import { decide } from '../decide.ts';
import { termKinds } from '../kinds/all.ts';
import { defaultsOf, isRecord } from '../kinds/form.ts';
import { termSentences } from '../sentences/sentence.ts';
import { wordingOf } from '../phrases.ts';
import { kindOf, type Term } from '../terms.ts';
import { typedTexts, unwordedIn } from '../typed-texts.ts';
import { packOf, policyPacks } from './all.ts';
import { roundAmount, termsOfPack, underNamesOf, wordsOfPack } from './pack.ts';

const CURRENCIES = ['EUR', 'GBP', 'TWD', 'CNY', 'JPY', 'KWD', 'XAF'];
const cases = policyPacks.flatMap((pack) => LANGUAGES.map((language) => ({ pack, language, name: pack.name })));

/** Every piece of text in a term's params that a person wrote. */
function texts(term: Term): string[] {
  const { params } = kindOf(term.kind);
  const within = (form: Record<string, { type: string; cells?: unknown }>, values: Record<string, unknown>): string[] =>
    Object.entries(form).flatMap(([name, field]) => {
      const value = values[name];
      if (field.type === 'words') return value as string[];
      if (field.type === 'rows')
        return (value as Record<string, unknown>[]).flatMap((row) => within(field.cells as typeof form, row));
      return field.type === 'text' && value !== '' && name !== 'code' ? [String(value)] : [];
    });
  return within(params, term.params);
}

describe('starter packs', () => {
  it.each(cases)('$name in $language is a complete, unambiguous version', ({ pack, language }) => {
    for (const currency of CURRENCIES) {
      const terms = termsOfPack(pack, language, currency);
      expect(terms.length).toBeGreaterThanOrEqual(8);
      expect(terms.length).toBeLessThanOrEqual(12);
      expect(findAmbiguity(terms.map((term) => ({ ...term, policy: pack.name, number: 1 })))).toBeNull();
    }
  });

  it.each(cases)('$name in $language reads as sentences, in words of that language only', ({ pack, language }) => {
    for (const term of termsOfPack(pack, language, 'EUR')) {
      for (const sentence of termSentences(term, 'EUR', language)) {
        expect(sentence).toMatch(language === 'en' ? /^[“A-Z0-9].*\.$/s : /[。]$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object|[A-Z]{3,}_[A-Z]+/);
      }
      for (const text of texts(term)) {
        if (language === 'en') expect(text, text).not.toMatch(/\p{Script=Han}/u);
        else expect(text, text).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it.each(cases)('$name typed in $language reads in every language (C5)', ({ pack, language }) => {
    const terms = termsOfPack(pack, language, 'EUR');
    const { intro, phrases } = wordsOfPack(pack, language, 'EUR');
    for (const reader of LANGUAGES) {
      const said = [intro, ...typedTexts(terms)].map((text) => wordingOf(text, reader, phrases));
      for (const text of said) expect(speaks(text, reader), text).toBe(true);
      expect(unwordedIn(reader, [intro, ...typedTexts(terms)], phrases)).toEqual([]);
      // what it was typed in does not matter to who reads it
      const own = termsOfPack(pack, reader, 'EUR').map((term) => termSentences(term, 'EUR', reader));
      expect(terms.map((term) => termSentences(term, 'EUR', reader, phrases))).toEqual(own);
    }
  });

  it.each(policyPacks)('$name charges for nothing that it does not offer, and says so of gift wrapping', (pack) => {
    const terms = termsOfPack(pack, 'en', 'EUR');
    const rows = terms.filter(({ kind }) => kind === 'fees').flatMap(({ params }) => params.rows as { code: string }[]);
    const charged = rows.some(({ code }) => code === 'GIFT-WRAP');
    for (const { params } of terms.filter(({ kind }) => kind === 'packaging' && charged))
      expect(params.giftWrap).toBe(true);
  });

  it.each(policyPacks)('$name promises something in every stage of a sale (C2)', (pack) => {
    const kinds = termsOfPack(pack, 'en', 'EUR').map((term) => kindOf(term.kind));
    expect(kinds.some(({ stage }) => stage === 'SALE')).toBe(true);
    expect(kinds.some(({ stage }) => stage === 'AFTER_SALE')).toBe(true);
    for (const kind of ['response-target', 'fees', 'exclusions', 'remedy'])
      expect(kinds.map((each) => each.kind)).toContain(kind);
  });

  it.each(policyPacks)('every kind of claim on a purchase under $name is decided without a tie', (pack) => {
    const period = { from: '2026-01-01', to: null };
    const terms = termsOfPack(pack, 'en', 'EUR');
    const calendar = {
      name: 'Shop',
      timeZone: 'Europe/Berlin',
      week: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [String(day), [{ from: 540, to: 1020 }]])),
      shiftDay: 'START' as const,
      days: {},
      years: [2026, 2027],
    };
    const version = { id: 'v', policyId: 'p', policy: 'P', number: 1, period, terms, currency: 'EUR', calendar };
    for (const kind of termKinds.filter((each) => terms.some((term) => term.kind === each.kind))) {
      for (const complexity of ['LOW', 'HIGH'] as const) {
        for (const tenureMonths of [null, 0, 36]) {
          for (const value of [0, 100_00, 5_000_00]) {
            const facts = {
              timeZone: 'Europe/Berlin',
              customer: { region: 'Germany', segment: 'STANDARD', tenureMonths },
              purchase: { at: '2026-03-02T10:00:00Z', code: 'A', category: null, complexity, value },
              claim: { kind: kind.kind, details: defaultsOf(kind.claim) },
            };
            const decision = decide(facts, [version], '2026-03-04T10:00:00Z');
            expect(['ALLOWED', 'REFUSED', 'NOT_COVERED']).toContain(decision.outcome);
          }
        }
      }
    }
  });

  it('says no packs of that name, and which there are', () => {
    expect(packOf('clinic').name).toBe('clinic');
    expect(() => packOf('bakery')).toThrow(/repair-shop, retailer, clinic, training-school/);
  });

  it('amounts are round and whole minor units, whatever the currency', () => {
    expect(roundAmount(20, 'EUR')).toBe(2000);
    expect(roundAmount(20, 'TWD')).toBe(70000);
    expect(roundAmount(20, 'JPY')).toBe(3000);
    expect(roundAmount(0, 'EUR')).toBe(0);
    for (const currency of CURRENCIES)
      for (const euros of [3, 6, 10, 25, 35, 150, 1000]) {
        const amount = roundAmount(euros, currency);
        expect(Number.isInteger(amount) && amount > 0).toBe(true);
      }
  });

  it('codes of charges are the same in every language, so that bills can be held against them', () => {
    for (const pack of policyPacks) {
      const codes = LANGUAGES.map((language) =>
        termsOfPack(pack, language, 'EUR')
          .flatMap((term) => (Array.isArray(term.params.rows) ? term.params.rows : []))
          .filter(isRecord)
          .map((row) => row.code ?? ''),
      );
      expect(codes[1]).toEqual(codes[0]);
      expect(codes[2]).toEqual(codes[0]);
    }
  });

  it('in place of an earlier version, a term for the same purchases keeps its name; no name stands twice', () => {
    const [clinic, retailer] = ['clinic', 'retailer'].map((name) => termsOfPack(packOf(name), 'en', 'EUR'));
    const earlier = retailer!.map((term) => (term.id === 'returns' ? { ...term, id: 'response' } : term));
    // the earlier "response" is about returns now: the pack's own term of that name gives way
    const renamed = earlier.filter((term) => term.kind !== 'response-target');
    const terms = underNamesOf(renamed, clinic!);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    expect(terms.map(({ id: _id, ...rest }) => rest)).toEqual(clinic!.map(({ id: _id, ...rest }) => rest));
    const idOf = (kind: string) => terms.filter((term) => term.kind === kind).map(({ id }) => id);
    expect(idOf('returns')).toEqual(['response']);
    expect(idOf('response-target')).toEqual(['response-2']);
    expect(underNamesOf([], clinic!)).toEqual(clinic);
    expect(underNamesOf(clinic!, clinic!)).toEqual(clinic);
  });
});
