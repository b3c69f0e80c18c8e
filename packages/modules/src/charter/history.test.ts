import type { Charter } from '@perennial/domain/charter/charter';
import { charterWords } from '@perennial/domain/charter/words';
import { changes } from '@perennial/domain/policies/compare';
import { readTerms } from '@perennial/domain/policies/terms';
import { html } from '@perennial/kernel/server/html';
import { describe, expect, it } from 'vitest';
import type { PublicVersion } from '../policies/index.ts';
import { historySection } from './history.ts';

const returns = (days: number) => ({
  id: 'returns',
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
});
/** What a reader sees, without markup. */
const words = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('C1 what a version changed', () => {
  it('is no news to those to whom a better promise counted before: it is told as the change that it is', () => {
    const kettles = { categories: ['Kettles'] };
    const before = readTerms([returns(45)]);
    const told = (days: number) => {
      const after = [...before, ...readTerms([{ ...returns(days), id: 'kettles', appliesTo: kettles }])];
      const versions = [before, after].map((terms, index) => ({
        id: String(index),
        number: index + 1,
        terms,
        phrases: {},
        effectiveFrom: '2011-01-01',
        effectiveTo: null,
      }));
      const [former, version] = versions as unknown as [PublicVersion, PublicVersion];
      const history = [{ version, former, changes: changes(before, after) }];
      const charter = { history, inForce: null, coming: [], next: null } as unknown as Charter<PublicVersion>;
      const telling = { language: 'en', currency: 'GBP', asOf: '2012-01-02', words: charterWords.en } as const;
      return words(html`${historySection(charter, telling)}`.toString());
    };
    expect(told(10)).toMatch(/Changed: .*Before: .*within 45 days.*Since then: .*within 10 days/);
    expect(told(10)).not.toContain('New');
    expect(told(60)).toMatch(/New: .*within 60 days/);
  });
});
