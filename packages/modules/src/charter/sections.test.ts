import { charterWords } from '@perennial/domain/charter/words';
import { EVERYTHING } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import type { Language } from '@perennial/domain/shared/language';
import { html } from '@perennial/kernel/server/html';
import { words } from '@perennial/testkit/server/words';
import { describe, expect, it } from 'vitest';
import { feesSection, sentencesSection } from './sections.ts';

const returns = (days: number, id: string, appliesTo = EVERYTHING): Term => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  appliesTo,
});
const wax = { code: 'WAX', label: 'Wax', kind: 'ADD_ON', mode: 'CAP', amount: 300, consent: false };
const fees = (more: object = {}, id = 'fees', appliesTo = EVERYTHING): Term => ({
  id,
  kind: 'fees',
  params: { rows: [wax], partShare: 30, addOnsUpToDiscount: true, ...more },
  appliesTo,
});
const read = (section: typeof feesSection, terms: Term[], language: Language = 'en') => {
  const telling = { language, currency: 'GBP', asOf: '2012-01-02', words: charterWords[language] };
  return words(html`${section({ terms, phrases: {} }, telling)}`.toString());
};

describe('C7 the fee schedule on the charter', () => {
  it('S2 says when parts and add-ons are asked about, also where no charge is listed', () => {
    expect(read(feesSection, [fees({ rows: [] })])).toContain(
      'A part that costs more than 30% of the purchase is pointed out first. ' +
        'Add-ons that together cost more than the discount that was given are pointed out first.',
    );
  });

  it('S2 where add-ons are not held against the discount, nobody is said to be asked about them', () => {
    expect(read(feesSection, [fees()])).not.toMatch(/Wax add-on at most £3\.00 no /);
    expect(read(feesSection, [fees({ addOnsUpToDiscount: false })])).toMatch(/Wax add-on at most £3\.00 no /);
  });
});

describe('C12 a general promise beside a more specific one', () => {
  it.each([
    ['en', 'For every purchase, except where something more specific counts: region Spain.', 'For region Spain.'],
    ['zh-Hant', '針對所有購買，但不含另有更明確規定者：地區 Spain。', '針對地區 Spain。'],
    ['zh-Hans', '针对所有购买，但不含另有更明确规定者：地区 Spain。', '针对地区 Spain。'],
  ] as const)('says where it does not count, of charges too: %s', (language, general, special) => {
    const spain = { ...EVERYTHING, regions: ['Spain'] };
    const terms = [returns(45, 'all'), returns(30, 'spain', spain), fees(), fees({}, 'spain-fees', spain)];
    for (const section of [sentencesSection, feesSection]) {
      const text = read(section, terms, language);
      expect(text).toContain(general);
      expect(text).toContain(special);
    }
  });
});
