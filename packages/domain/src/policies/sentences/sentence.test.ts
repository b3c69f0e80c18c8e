import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import { EVERYTHING } from '../applicability.ts';
import { casesOf, UNKNOWN } from '../cases.ts';
import { decide } from '../decide.ts';
import type { Step } from '../decision.ts';
import { termKinds } from '../kinds/all.ts';
import type { Term } from '../terms.ts';
import { sayIn } from './language.ts';
import { common, sentenceOf, sentencesOf, termSentences } from './sentence.ts';

type Sentence = (params: unknown, say: unknown) => string;
const books = [common, ...termKinds.map((kind) => kind.sentences)] as unknown as Record<
  string,
  Record<string, Sentence>
>[];

const fields = termKinds.flatMap((kind) => Object.entries(kind.params));
const lists = new Set(fields.flatMap(([name, { type }]) => (type === 'words' || type === 'choices' ? [name] : [])));
/** A row with the cells of every kind's table. */
const row = Object.fromEntries(
  fields.flatMap(([, field]) =>
    field.type === 'rows' ? Object.entries(field.cells).map(([name, cell]) => [name, cell.default]) : [],
  ),
);

/** Runs a sentence on values that note which of them were asked for. */
function valuesUsed(sentence: Sentence, language: (typeof LANGUAGES)[number]): string[] {
  const used = new Set<string>();
  const params = new Proxy(
    {},
    {
      get: (_target, name) => {
        used.add(String(name));
        if (name === 'appliesTo')
          return {
            ...EVERYTHING,
            regions: ['France'],
            segments: ['KEY'],
            minValue: 1,
            maxValue: 2,
            minTenure: 3,
            maxTenure: 4,
          };
        if (name === 'cases') return casesOf(EVERYTHING);
        if (name === 'but') return [{ ...EVERYTHING, regions: ['France'] }];
        if (lists.has(String(name))) return ['x'];
        if (name === 'rows') return [row];
        if (/^(on|from|deadline|\w+On)$/.test(String(name))) return '2011-03-01';
        if (name === 'currency') return 'GBP';
        return 1;
      },
    },
  );
  sentence(params, sayIn(language));
  return [...used].sort();
}

describe('sentences in three languages', () => {
  it('every language has a sentence for every step, made of the same values', () => {
    for (const book of books) {
      const codes = Object.keys(book['en']!).sort();
      for (const language of LANGUAGES) {
        expect(Object.keys(book[language]!).sort()).toEqual(codes);
        for (const code of codes) {
          expect([code, valuesUsed(book[language]![code]!, language)]).toEqual([
            code,
            valuesUsed(book['en']![code]!, 'en'),
          ]);
        }
      }
    }
  });

  it('no two kinds use the same code for different sentences', () => {
    const owner = new Map<string, unknown>();
    for (const book of books) {
      for (const [code, sentence] of Object.entries(book['en']!)) {
        expect(owner.get(code) ?? sentence).toBe(sentence);
        owner.set(code, sentence);
      }
    }
  });

  it('Chinese is written in its own script: no simplified form in zh-Hant and none of the other in zh-Hans', () => {
    const source = (language: string) => books.flatMap((book) => Object.values(book[language]!).map(String)).join('');
    expect(source('zh-Hant')).not.toMatch(/[购买还无条们该务质仅应从户]/);
    expect(source('zh-Hans')).not.toMatch(/[購買還無條們該務質僅應從戶]/);
  });

  const term: Term = {
    id: 'home',
    kind: 'returns',
    params: { days: 30, openedAllowed: true, countedFrom: 'PURCHASE' },
    appliesTo: { ...EVERYTHING, regions: ['United Kingdom'] },
  };
  const late = decide(
    {
      timeZone: 'Europe/London',
      customer: { region: 'United Kingdom', segment: 'KEY' },
      purchase: { at: '2010-12-01', code: '22423', value: 5000 },
      claim: { kind: 'returns' },
    },
    [
      {
        id: 'v',
        policyId: 'p',
        policy: 'Giftware service promise',
        number: 1,
        period: { from: '2010-12-01', to: null },
        terms: [term, { ...term, id: 'all', appliesTo: EVERYTHING }],
        currency: 'GBP',
      },
    ],
    '2011-01-03',
  );

  it('reads like a person wrote it', () => {
    expect(sentencesOf(late.trace, 'en')).toEqual([
      '22423 was bought on 1 Dec 2010.',
      'On that day version 1 of “Giftware service promise” was in force (since 1 Dec 2010).',
      'The promise for region United Kingdom applies: it is more specific than 1 other.',
      'It can be returned within 30 days of purchase, no questions asked, even when opened.',
      'The time is counted from the day of purchase, 1 Dec 2010.',
      'It was brought back on 3 Jan 2011, 3 days after the last day, 31 Dec 2010.',
    ]);
    expect(sentencesOf(late.trace, 'zh-Hant').at(-1)).toBe(
      '於 2011年1月3日 退回，已超過最後一天 2010年12月31日 達 3 天。',
    );
    expect(sentencesOf(late.trace, 'zh-Hant')[2]).toBe('適用針對地區 United Kingdom 的承諾：它比另外 1 項更為明確。');
    expect(sentencesOf(late.trace, 'zh-Hans')[3]).toBe('自购买次日起 30 天内可无条件退货，已拆封也可以。');
  });

  it('survives being stored', () => {
    const stored = JSON.parse(JSON.stringify(late.trace)) as Step[];
    expect(sentencesOf(stored, 'en')).toEqual(sentencesOf(late.trace, 'en'));
  });

  it('a term can be read without a case', () => {
    expect(termSentences(term, 'GBP', 'en')[0]).toBe('For region United Kingdom.');
    expect(termSentences(term, 'GBP', 'en')[1]).toContain('within 30 days');
    expect(termSentences(term, 'GBP', 'zh-Hant')[0]).toBe('針對地區 United Kingdom。');
    expect(termSentences({ ...term, appliesTo: EVERYTHING }, 'GBP', 'zh-Hans')[0]).toBe('针对所有购买。');
  });

  it.each([
    [{ minTenure: 12 }, 'customers of 12 months or longer', '往來滿 12 個月的客戶', '往来满 12 个月的客户'],
    [{ maxTenure: 1 }, 'customers of less than 1 month', '往來未滿 1 個月的客戶', '往来未满 1 个月的客户'],
    [{ minTenure: 0 }, 'customers whose start date is on record', '已知往來起始日的客戶', '已知往来起始日的客户'],
    [
      { minTenure: 0, maxTenure: 3 },
      'customers of less than 3 months',
      '往來未滿 3 個月的客戶',
      '往来未满 3 个月的客户',
    ],
  ])('how long the customer has been one: %o', (asked, en, zhHant, zhHans) => {
    const said = { ...term, appliesTo: { ...EVERYTHING, ...asked } };
    expect(LANGUAGES.map((language) => termSentences(said, 'GBP', language)[0])).toEqual([
      `For ${en}.`,
      `針對${zhHant}。`,
      `针对${zhHans}。`,
    ]);
  });

  it.each([
    [{ minValue: 500 }, 'purchases of £5.00 or more', '金額滿 £5.00 的購買', '金额满 £5.00 的购买'],
    [{ maxValue: 500 }, 'purchases below £5.00', '金額未滿 £5.00 的購買', '金额未满 £5.00 的购买'],
    [{ minValue: 0 }, 'purchases in GBP', '以 GBP 計價的購買', '以 GBP 计价的购买'],
    [{ minValue: 0, maxValue: 500 }, 'purchases below £5.00', '金額未滿 £5.00 的購買', '金额未满 £5.00 的购买'],
    [{ maxValue: 0 }, 'purchases below £0.00', '金額未滿 £0.00 的購買', '金额未满 £0.00 的购买'],
  ])('what the purchase is worth (C12): %o', (asked, en, zhHant, zhHans) => {
    const said = { ...term, appliesTo: { ...EVERYTHING, ...asked } };
    expect(LANGUAGES.map((language) => termSentences(said, 'GBP', language)[0])).toEqual([
      `For ${en}.`,
      `針對${zhHant}。`,
      `针对${zhHans}。`,
    ]);
  });

  it.each([
    [
      { low: UNKNOWN, high: 0 },
      'purchases in a currency other than GBP',
      '以 GBP 以外的幣別計價的購買',
      '以 GBP 以外的货币计价的购买',
    ],
    [
      { low: UNKNOWN, high: 500 },
      'purchases below £5.00 or in another currency',
      '金額未滿 £5.00 或以其他幣別計價的購買',
      '金额未满 £5.00 或以其他货币计价的购买',
    ],
    [{ low: UNKNOWN, high: null }, 'every purchase', '所有購買', '所有购买'],
  ])('purchases whose worth is not known (C12): %o', (value, en, zhHant, zhHans) => {
    const cases = { ...casesOf(EVERYTHING), value };
    const said = LANGUAGES.map((language) =>
      sentenceOf({ code: 'CASES', params: { cases, currency: 'GBP' } }, language),
    );
    expect(said).toEqual([`For ${en}.`, `針對${zhHant}。`, `针对${zhHans}。`]);
  });

  it('a tenure below 0 months is nobody, not somebody of whom it is not known', () => {
    const nobody = { ...term, appliesTo: { ...EVERYTHING, maxTenure: 0 } };
    expect(LANGUAGES.map((language) => termSentences(nobody, 'GBP', language)[0])).toEqual([
      'For customers of less than 0 months.',
      '針對往來未滿 0 個月的客戶。',
      '针对往来未满 0 个月的客户。',
    ]);
  });

  it('what is left of all purchases, where a cut hits it', () => {
    const cases = {
      ...casesOf(EVERYTHING),
      segments: { except: true, items: ['KEY'] },
      productCodes: { except: true, items: ['A', 'B'] },
      categories: { except: true, items: ['Toys'] },
      complexity: { except: true, items: ['HIGH'] },
      value: { low: 100, high: 200 },
      tenure: { low: UNKNOWN, high: 0 },
    };
    const said = LANGUAGES.map((language) =>
      sentenceOf({ code: 'CASES', params: { cases, currency: 'GBP' } }, language),
    );
    expect(said).toEqual([
      'For customers other than key customers, products other than A and B, categories other than Toys, products other ' +
        'than complex products, purchases of £1.00 or more, purchases below £2.00, customers with no start date on record.',
      '針對除關鍵客戶以外的客戶，除 A、B 以外的商品，除 Toys 以外的類別，除複雜的商品以外的商品，金額滿 £1.00 的購買，' +
        '金額未滿 £2.00 的購買，往來起始日不明的客戶。',
      '针对除关键客户以外的客户，除 A、B 以外的商品，除 Toys 以外的类别，除复杂的商品以外的商品，金额满 £1.00 的购买，' +
        '金额未满 £2.00 的购买，往来起始日不明的客户。',
    ]);
  });

  it('a step whose kind is gone is shown by its code', () => {
    expect(sentenceOf({ code: 'FORGOTTEN', params: {} }, 'en')).toBe('FORGOTTEN');
  });
});
