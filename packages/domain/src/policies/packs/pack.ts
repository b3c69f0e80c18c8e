import type { InEvery, Language } from '../../shared/language.ts';
import { minorDigits } from '../../shared/money.ts';
import { EVERYTHING, type Applicability } from '../applicability.ts';
import { termKinds } from '../kinds/all.ts';
import { defaultsOf } from '../kinds/form.ts';
import type { TermKind } from '../kinds/kind.ts';
import { tidyPhrases, type Phrases } from '../phrases.ts';
import type { POLICY_STAGES } from '../policy.ts';
import { canonical } from '../snapshot.ts';
import { kindOf, readTerms, type Term } from '../terms.ts';

/** A term of a pack: what it says besides the defaults of its kind, and to whom. */
export interface PackTerm {
  id: string;
  kind: string;
  params?: Readonly<Record<string, unknown>>;
  appliesTo?: Partial<Applicability>;
}

/** For whom a pack is written: words in one language, round amounts in one currency. */
export interface PackWriter {
  say(words: InEvery<string>): string;
  list(...words: InEvery<string>[]): string[];
  /** About so many euros, as a round amount of minor units of the currency: a suggestion, not a conversion. */
  money(euros: number): number;
}

/** A complete set of promises for a kind of business, to start a policy from (服務承諾範本). */
export interface PolicyPack {
  /** Stable; never renamed. */
  name: string;
  /** The kind of business. */
  business: InEvery<string>;
  /** What the policy is called and how it is described, until somebody writes better. */
  label: InEvery<string>;
  description: InEvery<string>;
  stage: (typeof POLICY_STAGES)[number];
  terms(writer: PackWriter): readonly PackTerm[];
}

/** Words in the three languages, in the order in which a line of a pack is read. */
export const words = (en: string, hant: string, hans: string): InEvery<string> => ({
  en,
  'zh-Hant': hant,
  'zh-Hans': hans,
});

/** What one euro is about, for round amounts only; a currency that is not here counts like the euro. */
// prettier-ignore
const PER_EURO: Readonly<Record<string, number>> = {
  AUD: 1.6, CAD: 1.5, CHF: 1, CNY: 8, CZK: 25, DKK: 7.5, GBP: 0.85, HKD: 8.5, HUF: 400, IDR: 17_000, INR: 90, JPY: 160,
  KRW: 1_500, MOP: 8.5, MYR: 5, NOK: 11.5, NZD: 1.8, PHP: 60, PLN: 4.3, SEK: 11.5, SGD: 1.5, THB: 38, TRY: 40, TWD: 35,
  USD: 1.1, VND: 27_000, ZAR: 20,
};

/** Minor units of a round amount near so many euros: half-steps of its first digit's size. */
export function roundAmount(euros: number, currency: string): number {
  const major = euros * (PER_EURO[currency] ?? 1);
  if (major === 0) return 0;
  const step = major < 10 ? 1 : 5 * 10 ** (Math.floor(Math.log10(major)) - 1);
  return Math.max(step, Math.round(major / step) * step) * 10 ** minorDigits(currency);
}

/**
 * The terms of a pack for a language and a currency (ISO 4217), complete and checked as an admin's own would be
 * (see `readTerms` for the errors, which only a wrong pack can cause).
 */
export function termsOfPack(
  pack: PolicyPack,
  language: Language,
  currency: string,
  kinds: readonly TermKind[] = termKinds,
): Term[] {
  const writer: PackWriter = {
    say: (each) => each[language],
    list: (...all) => all.map((each) => each[language]),
    money: (euros) => roundAmount(euros, currency),
  };
  return readTerms(
    pack.terms(writer).map(({ id, kind, params, appliesTo }) => ({
      id,
      kind,
      params: { ...defaultsOf(kindOf(kind, kinds).params), ...params },
      appliesTo: { ...EVERYTHING, ...appliesTo },
    })),
    kinds,
  );
}

/**
 * What a pack says besides its terms: the intro, in one language, and how that and every text in the terms is said in
 * all of them.
 */
export function wordsOfPack(
  pack: PolicyPack,
  language: Language,
  currency: string,
): { intro: string; phrases: Phrases } {
  const said: InEvery<string>[] = [pack.description];
  const typed = (...all: InEvery<string>[]): string[] => {
    said.push(...all);
    return all.map((each) => each[language]);
  };
  pack.terms({
    say: (each) => typed(each).join(''),
    list: typed,
    money: (euros) => roundAmount(euros, currency),
  });
  return {
    intro: pack.description[language],
    phrases: tidyPhrases(Object.fromEntries(said.map((each) => [each[language], each]))),
  };
}

/**
 * The terms under the short names of an earlier version, where that has a term of the same kind for the very same
 * purchases: so the difference reads as a change, not as one promise gone and another one new.
 */
export function underNamesOf(earlier: readonly Term[], terms: readonly Term[]): Term[] {
  const speaksOf = (term: Term) => canonical([term.kind, term.appliesTo]);
  const former = new Map(earlier.map((term) => [speaksOf(term), term.id]));
  const named = terms.map((term) => ({ term, id: former.get(speaksOf(term)) }));
  const taken = new Set(named.map(({ id }) => id));
  return named.map(({ term, id }) => {
    if (id !== undefined) return { ...term, id };
    // a name that now belongs to another term
    let own = term.id;
    for (let n = 2; taken.has(own); n += 1) own = `${term.id}-${n}`;
    taken.add(own);
    return { ...term, id: own };
  });
}
