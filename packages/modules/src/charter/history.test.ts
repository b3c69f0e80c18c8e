import type { Charter } from '@perennial/domain/charter/charter';
import { charterWords } from '@perennial/domain/charter/words';
import { changes } from '@perennial/domain/policies/changes';
import { readTerms } from '@perennial/domain/policies/terms';
import type { Language } from '@perennial/domain/shared/language';
import { html } from '@perennial/kernel/server/html';
import { describe, expect, it } from 'vitest';
import type { PublicVersion } from '../policies/index.ts';
import { historySection } from './history.ts';

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
/** What a reader sees, without markup. */
const words = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** What the page says of a second version. */
function told(before: readonly object[], after: readonly object[], language: Language = 'en'): string {
  const [was, is] = [readTerms(before), readTerms(after)];
  const versions = [was, is].map((terms, index) => ({
    id: String(index),
    number: index + 1,
    terms,
    phrases: {},
    effectiveFrom: '2011-01-01',
    effectiveTo: null,
  }));
  const [former, version] = versions as unknown as [PublicVersion, PublicVersion];
  const history = [{ version, former, changes: changes(was, is).filter(({ change }) => change !== 'SAME') }];
  const charter = { history, inForce: null, upcoming: [] } as Charter<PublicVersion>;
  const telling = { language, currency: 'GBP', asOf: '2012-01-02', words: charterWords[language] };
  return words(html`${historySection(charter, telling)}`.toString());
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
