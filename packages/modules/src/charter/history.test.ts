import { charterOn, type Charter } from '@perennial/domain/charter/charter';
import { charterWords } from '@perennial/domain/charter/words';
import { changes } from '@perennial/domain/policies/changes';
import { readTerms } from '@perennial/domain/policies/terms';
import type { Language } from '@perennial/domain/shared/language';
import { html } from '@perennial/kernel/server/html';
import { words } from '@perennial/testkit/server/words';
import { describe, expect, it } from 'vitest';
import type { PublicVersion } from '../policies/index.ts';
import type { NamedPolicy } from './charter-service.ts';
import { afterwards, announcement, historySection, upcomingSection } from './history.ts';

const returns = (days: number, id = 'returns', appliesTo: object = {}) => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  appliesTo,
});
const check = (amount: number, id = 'fees', appliesTo: object = {}) => ({
  id,
  kind: 'fees',
  params: {
    rows: [{ code: 'CHECK', label: 'CHECK', kind: 'FEE', mode: 'AMOUNT', amount, consent: false }],
    partShare: 30,
    addOnsUpToDiscount: true,
  },
  appliesTo,
});
const KETTLES = { categories: ['Kettles'] };

const policy = { id: 'p', name: 'Promise', description: 'We care.', words: {}, baseId: null };
const BESIDE = { phrases: {}, intro: null, pointIds: [], calendarId: null };
const named: NamedPolicy['named'] = {
  points: new Map([
    ['counter', { name: 'Counter', words: { 'zh-Hant': { name: '櫃台' }, 'zh-Hans': { name: '柜台' } } }],
    ['workshop', { name: 'Workshop', words: { 'zh-Hant': { name: '工坊' }, 'zh-Hans': { name: '工坊' } } }],
  ]),
  calendars: new Map(
    ['Shop', 'Office'].map((name) => [
      name,
      { name, timeZone: 'Europe/London', week: {}, days: {}, years: [] } as never,
    ]),
  ),
};

/** What the page says of a second version; `beside`: what each says besides its terms. */
function told(
  before: readonly object[],
  after: readonly object[],
  language: Language = 'en',
  beside: readonly [Partial<PublicVersion>, Partial<PublicVersion>] = [{}, {}],
): string {
  const [was, is] = [readTerms(before), readTerms(after)];
  const versions = [was, is].map((terms, index) => ({
    id: String(index),
    number: index + 1,
    terms,
    ...BESIDE,
    ...beside[index],
    effectiveFrom: '2011-01-01',
    effectiveTo: null,
  }));
  const [former, version] = versions as unknown as [PublicVersion, PublicVersion];
  const history = [{ version, former, changes: changes(was, is).filter(({ change }) => change !== 'SAME') }];
  const charter = { history, inForce: null, upcoming: [] } as Charter<PublicVersion>;
  const telling = { language, currency: 'GBP', asOf: '2012-01-02', words: charterWords[language] };
  return words(html`${historySection({ policy, charter, named } as unknown as NamedPolicy, telling)}`.toString());
}

describe('C1 what a version changed', () => {
  it('is no news to those to whom a better promise counted before: it is told as the change that it is', () => {
    const kettles = (days: number) => told([returns(45)], [returns(45), returns(days, 'kettles', KETTLES)]);
    expect(kettles(10)).toMatch(/Changed: .*Before: .*within 45 days.*Since then: .*within 10 days/);
    expect(kettles(10)).not.toContain('New');
    expect(kettles(60)).toMatch(/New: .*within 60 days/);
  });

  it('says nothing of a term that goes on under another name', () => {
    const page = told(
      [returns(60), returns(20, 'kettles', KETTLES)],
      [returns(60, 'all'), returns(30, 'kettles', KETTLES)],
    );
    expect(page).not.toMatch(/60 days|New|No longer/);
    expect(page).toMatch(/Changed: .*Before: .*within 20 days.*Since then: .*within 30 days/);
  });

  it('an exception that goes is no loss: it is told with what counts in its place', () => {
    const page = told([returns(60), returns(20, 'kettles', KETTLES)], [returns(60)]);
    expect(page).toMatch(
      /Changed: .*Before: .*within 20 days.*Kettles.*Since then: .*within 60 days.*For every purchase/,
    );
    expect(page).not.toContain('No longer');
    const chinese = told([returns(60), returns(20, 'kettles', KETTLES)], [returns(60)], 'zh-Hant');
    expect(chinese).toMatch(/變更：.*先前：.*20 天.*自此：.*60 天/);
  });

  it('a smaller charge that goes is told with the usual one that counts in its place', () => {
    const page = told([check(500), check(200, 'kettles', KETTLES)], [check(500)]);
    expect(page).toMatch(/Changed: .*Before: .*£2\.00.*Since then: .*£5\.00/);
    expect(page).not.toContain('No longer');
  });

  it('a charge that goes for all was no promise, and a promise that goes for all is none any more', () => {
    expect(told([check(500)], [])).toMatch(/No longer applies: .*£5\.00/);
    expect(told([check(500)], [], 'zh-Hans')).toContain('不再适用：');
    expect(told([returns(45)], [])).toMatch(/No longer promised: .*within 45 days/);
  });
});

describe('C5 a version with another before it', () => {
  it.each([
    ['en', 'The terms are the same as in version 1.', 'The first version.'],
    ['zh-Hant', '條款與第 1 版相同。', '第一個版本。'],
    ['zh-Hans', '条款与第 1 版相同。', '第一个版本。'],
  ] as const)('is never called the first one, in %s', (language, same, first) => {
    const page = told([returns(45)], [returns(45)], language);
    expect(page).toContain(same);
    expect(page).not.toContain(first);
  });
});

const extras = { id: 'extras', kind: 'extras', params: { items: ['Gift box'] } };
const answering = {
  id: 'answer',
  kind: 'response-target',
  params: {
    rows: [{ priority: 'NORMAL', channel: 'ANY', firstResponse: 240, resolution: 480 }],
    clock: 'WORKING',
  },
};

describe('C5 C9 what a version changed besides its terms', () => {
  it.each([
    ['en', 'Service points no longer served Counter', 'New service points Workshop'],
    ['zh-Hant', '不再服務的據點 櫃台', '新增的服務據點 工坊'],
    ['zh-Hans', '不再服务的网点 柜台', '新增的服务网点 工坊'],
  ] as const)('names the service points that go and come, in %s', (language, gone, come) => {
    const page = told([returns(45)], [returns(45)], language, [{ pointIds: ['counter'] }, { pointIds: ['workshop'] }]);
    expect(page).toContain(gone);
    expect(page).toContain(come);
    expect(page).not.toContain(charterWords[language].sameTerms('1'));
    expect(page).not.toContain(charterWords[language].firstVersion);
  });

  it('tells other words in the language of the page alone', () => {
    const said = (text: string) => ({ phrases: { 'Gift box': { 'zh-Hans': text } } });
    const page = (language: Language) => told([extras], [extras], language, [said('礼品盒'), said('礼盒')]);
    expect(page('zh-Hans')).toContain('改了说法 先前： 礼品盒 自此： 礼盒');
    for (const language of ['en', 'zh-Hant'] as const) {
      expect(page(language)).toContain(charterWords[language].sameTerms('1'));
    }
  });

  it('tells other working hours where a term counts by them, and another introduction', () => {
    const hours = [{ calendarId: 'Shop' }, { calendarId: 'Office' }] as const;
    const page = told([answering], [answering], 'en', hours);
    expect(page).toMatch(/Working hours Before: Shop \(Europe\/London\): .* Since then: Office \(Europe\/London\): /);
    expect(told([returns(45)], [returns(45)], 'en', hours)).toContain('The terms are the same as in version 1.');
    const intro = told([returns(45)], [returns(45)], 'en', [{}, { intro: 'We care more.' }]);
    expect(intro).toContain('Introduction Before: We care. Since then: We care more.');
  });
});

describe('C5 a version to come', () => {
  it('says which service points it will no longer serve, and nothing of a first version', () => {
    const { page } = announced([
      { ...version(1, '2026-01-01', '2026-12-05'), pointIds: ['counter', 'workshop'] },
      { ...version(2, '2026-12-05', null), pointIds: ['counter'] },
    ]);
    expect(page).toContain('From 5 Dec 2026 version 2 applies Service points no longer served Workshop');
  });

  it('neither calls itself the first one nor tells all terms again where they stay', () => {
    const { page } = announced([version(1, '2026-01-01', '2026-12-05'), version(2, '2026-12-05', null)]);
    expect(page).toContain('From 5 Dec 2026 version 2 applies The terms are the same as in version 1.');
    expect(page).not.toContain('The first version.');
  });

  it.each([
    ['en', 'From then on: '],
    ['zh-Hant', '屆時起：'],
    ['zh-Hans', '届时起：'],
  ] as const)('speaks of what is to come, in %s', (language, from) => {
    const of = (number: number, days: number, from: string, to: string | null) => ({
      ...version(number, from, to),
      terms: readTerms([returns(days)]),
    });
    const { page } = announced([of(1, 45, '2026-01-01', '2026-12-05'), of(2, 60, '2026-12-05', null)], language);
    expect(page).toContain(from);
    expect(page).not.toContain(charterWords[language].pair(charterWords[language].after, ''));
  });

  const version = (number: number, effectiveFrom: string, effectiveTo: string | null) =>
    ({ id: String(number), number, terms: [], ...BESIDE, effectiveFrom, effectiveTo }) as unknown as PublicVersion;
  const announced = (versions: readonly PublicVersion[], language: Language = 'en', baseId: string | null = null) => {
    const charter = charterOn(versions, '2026-11-30');
    const shown = { policy: { ...policy, baseId }, charter, named } as unknown as NamedPolicy;
    const telling = { language, currency: 'GBP', asOf: '2026-11-30', words: charterWords[language] };
    const page = html`${announcement(shown, telling)} ${upcomingSection(shown, telling)}`;
    const now = shown.charter.inForce && afterwards(shown.charter.inForce, shown, telling);
    return { page: words(page.toString()), now };
  };
  const ending = [version(1, '2026-01-01', '2026-12-05'), version(2, '2026-12-05', '2026-12-21')];

  it('is announced with its last day, and with what counts after it', () => {
    const { page, now } = announced(ending);
    const when = 'From 5 Dec 2026 up to and including 20 Dec 2026 version 2 applies';
    const then = 'Purchases made from 21 Dec 2026 on are promised nothing of this.';
    expect(page.split(when)).toHaveLength(3);
    expect(page.split(then)).toHaveLength(3);
    expect(now).toBe('');
  });

  it.each([
    [
      'zh-Hant',
      '自 2026年12月5日 起至 2026年12月20日 止（含當日）適用第 2 版。自 2026年12月21日 起的購買不適用任何此類承諾。',
    ],
    [
      'zh-Hans',
      '自 2026年12月5日 起至 2026年12月20日 止（含当日）适用第 2 版。自 2026年12月21日 起的购买不适用任何此类承诺。',
    ],
  ] as const)('also in %s', (language, said) => {
    expect(
      announced(ending, language)
        .page.replace(/ (?=[。自])/g, '')
        .trim(),
    ).toContain(said.replace(/ (?=[。自])/g, ''));
  });

  it('that has no end, or is followed at once, says no such thing', () => {
    const { page } = announced([...ending, version(3, '2026-12-21', null)]);
    expect(page).toContain('From 21 Dec 2026 version 3 applies');
    expect(page).not.toContain('promised nothing');
  });

  it('names the days between two versions on which nothing is promised, and what ends today’s', () => {
    const { page, now } = announced([version(1, '2026-01-01', '2026-12-05'), version(2, '2026-12-10', null)]);
    expect(now).toBe('Purchases made from 5 Dec 2026 up to and including 9 Dec 2026 are promised nothing of this.');
    expect(page).not.toContain('promised nothing');
  });

  it('for some regions is followed by what is promised everywhere', () => {
    expect(announced(ending, 'en', 'base').page).toContain(
      'Purchases made from 21 Dec 2026 on have what is promised everywhere.',
    );
  });
});
