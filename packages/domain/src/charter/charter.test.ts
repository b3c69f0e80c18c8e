import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CalendarData } from '../calendars/calendar.ts';
import { EVERYTHING } from '../policies/applicability.ts';
import type { Term } from '../policies/terms.ts';
import { LANGUAGES, type Language } from '../shared/language.ts';
import { byStage, charterOn, type PublishedVersion } from './charter.ts';
import { parts, partTitle } from './parts.ts';
import { hoursTold, specialDays, unknownYears, weekHours } from './hours.ts';
import { charterWords } from './words.ts';

const term = (id: string, days = 30): Term => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  // each to others: what follows what is told by whom they are for
  appliesTo: { ...EVERYTHING, regions: [id] },
});
const version = (number: number, from: string, to: string | null, terms: readonly Term[] = []): PublishedVersion => ({
  id: `v${number}`,
  number,
  effectiveFrom: from,
  effectiveTo: to,
  terms,
});

describe('C5 the public charter shows what is in force and how it came to be', () => {
  const versions = [
    version(1, '2011-01-01', '2011-06-01', [term('a', 14), term('gone')]),
    version(3, '2012-01-01', null, [term('a', 60)]),
    version(2, '2011-06-01', '2012-01-01', [term('a', 30), term('new')]),
    version(4, '2011-08-01', '2011-08-01', [term('never')]),
  ];

  it('on each day the version of that day; its first day counts, the day it ends does not', () => {
    const on = (day: string) => charterOn(versions, day).inForce?.number ?? null;
    expect(['2010-12-31', '2011-01-01', '2011-05-31', '2011-06-01', '2012-01-01'].map(on)).toEqual([null, 1, 1, 2, 3]);
  });

  it('what comes and what was, the newest first, each with what it changed; what never held is not shown', () => {
    const { history, upcoming } = charterOn(versions, '2011-07-01');
    expect(history.map((entry) => entry.version.number)).toEqual([2, 1]);
    expect(upcoming.map((entry) => entry.version.number)).toEqual([3]);
    expect(history[0]!.changes.map(({ change, before, after }) => [change, (before[0] ?? after[0])!.id])).toEqual([
      ['CHANGED', 'a'],
      ['REMOVED', 'gone'],
      ['ADDED', 'new'],
    ]);
    expect(history[1]!.changes).toEqual([]);
  });

  it('every version is shown once, in whatever order they come', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(versions),
        fc.constantFrom('2011-03-01', '2011-09-01', '2013-01-01'),
        (some, day) => {
          const { history, upcoming } = charterOn(some, day);
          const shown = [...history, ...upcoming].map((entry) => entry.version.number).sort();
          expect(shown).toEqual(
            some
              .map(({ number }) => number)
              .filter((number) => number !== 4)
              .sort(),
          );
        },
      ),
    );
  });
});

describe('C2 what is promised in which stage', () => {
  it('terms stand under the stage of their kind; a stage without terms is left out', () => {
    const delivery: Term = { id: 'd', kind: 'delivery', params: {}, appliesTo: EVERYTHING };
    const fees: Term = { id: 'f', kind: 'fees', params: {}, appliesTo: EVERYTHING };
    expect(byStage([term('r'), delivery, fees]).map(({ stage, terms }) => [stage, terms.map(({ id }) => id)])).toEqual([
      ['SALE', ['d']],
      ['AFTER_SALE', ['r']],
    ]);
  });
});

describe('C9 hours in words', () => {
  const nine = [{ from: 540, to: 1020 }];
  const calendar: CalendarData = {
    name: 'Shop',
    timeZone: 'Asia/Shanghai',
    week: {
      '1': nine,
      '2': nine,
      '3': nine,
      '4': nine,
      '5': [
        { from: 540, to: 720 },
        { from: 1320, to: 1800 },
      ],
    },
    shiftDay: 'START',
    days: {
      '2026-10-01': { kind: 'HOLIDAY', name: '国庆节' },
      '2026-10-10': { kind: 'WORKING', name: '调休' },
      '2027-01-01': { kind: 'HOLIDAY', name: 'Later' },
    },
    years: [2026, 2027],
  };

  it('days with the same hours stand together; a night shift ends on the next day', () => {
    expect(weekHours(calendar, 'en')).toEqual([
      { days: 'Mon–Thu', hours: '09:00–17:00' },
      { days: 'Fri', hours: '09:00–12:00, 22:00–06:00 (next day)' },
      { days: 'Sat–Sun', hours: 'closed' },
    ]);
    expect(weekHours(calendar, 'zh-Hant')[0]).toEqual({ days: '週一–週四', hours: '09:00–17:00' });
  });

  it('holidays and made-up days of the next weeks are named with their hours', () => {
    expect(specialDays(calendar, '2026-09-20', 30, 'en').map(({ hours }) => hours)).toEqual(['closed', '09:00–17:00']);
    expect(specialDays(calendar, '2026-09-20', 30, 'zh-Hans')[1]!.days).toContain('2026年10月10日');
    expect(specialDays(calendar, '2026-10-02', 7, 'en')).toEqual([]);
  });

  it('a special day is named in the language of the page, its weekday as beside the hours of the week', () => {
    const christmas = {
      ...calendar,
      days: {
        '2026-12-25': { kind: 'HOLIDAY' as const, name: 'Christmas Day' },
        '2026-12-27': { kind: 'HOLIDAY' as const, name: 'Our own' },
      },
    };
    const told = (language: Language) => specialDays(christmas, '2026-12-20', 30, language).map(({ days }) => days);
    expect(told('en')).toEqual(['Fri, 25 Dec 2026 (Christmas Day)', 'Sun, 27 Dec 2026 (Our own)']);
    expect(told('zh-Hant')).toEqual(['2026年12月25日週五（聖誕節）', '2026年12月27日週日（Our own）']);
    expect(told('zh-Hans')[0]).toBe('2026年12月25日周五（圣诞节）');
    const friday = weekHours(calendar, 'zh-Hant')[1]!;
    expect(charterWords['zh-Hant'].pair(friday.days, friday.hours)).toBe('週五：09:00–12:00、22:00–06:00（次日）');
  });

  it('a year that nobody has entered is not a year without holidays', () => {
    expect(unknownYears(calendar, '2026-12-20', 30)).toEqual([]);
    expect(unknownYears(calendar, '2027-12-20', 30)).toEqual([2028]);
    expect(unknownYears(calendar, '2025-12-20', 30)).toEqual([2025]);
    expect(unknownYears({ ...calendar, years: [] }, '2025-12-20', 30)).toEqual([2025, 2026]);
    expect(unknownYears({ ...calendar, years: [] }, '2025-11-20', 30)).toEqual([2025]);
  });
});

it('the charter has the same words in every language', () => {
  const keys = (value: object): string[] =>
    Object.entries(value).flatMap(([key, each]) =>
      typeof each === 'object' ? keys(each as object).map((inner) => `${key}.${inner}`) : [key],
    );
  for (const language of LANGUAGES) expect(keys(charterWords[language])).toEqual(keys(charterWords.en));
  expect(JSON.stringify(charterWords['zh-Hant'])).not.toMatch(/[们务据与项标购买时间]/);
  expect(JSON.stringify(charterWords['zh-Hans'])).not.toMatch(/[們務據與項標購買時間]/);
});

test('a preview has the headings of the charter, in its order and in the language it is read in', () => {
  const kinds = ['exclusions', 'fees', 'warranty', 'extras', 'packaging', 'returns'];
  const shown = parts(kinds.map((kind) => ({ ...term(kind), kind })));
  expect(shown.map(({ part, terms }) => [partTitle(part, 'en'), terms.map(({ kind }) => kind)])).toEqual([
    [charterWords.en.stages.SALE, ['packaging']],
    [charterWords.en.stages.AFTER_SALE, ['warranty', 'returns']],
    [charterWords.en.extras, ['extras']],
    [charterWords.en.fees, ['fees']],
    [charterWords.en.exclusions, ['exclusions']],
  ]);
  expect(shown.map(({ part }) => partTitle(part, 'zh-Hant'))).toEqual([
    '售中',
    '售後',
    '隨附項目（不另收費）',
    '收費標準',
    '我們不做的事',
  ]);
});

test('hours in one line are punctuated as the language is', () => {
  const shop = {
    name: 'Shop',
    timeZone: 'Europe/London',
    week: { '1': [{ from: 540, to: 1020 }] },
    days: {},
    years: [],
  };
  const told = LANGUAGES.map((language) => hoursTold(shop as unknown as CalendarData, language));
  expect(told).toEqual([
    'Shop (Europe/London): Mon 09:00–17:00; Tue–Sun closed',
    'Shop（Europe/London）：週一 09:00–17:00；週二–週日 休息',
    'Shop（Europe/London）：周一 09:00–17:00；周二–周日 休息',
  ]);
});
