import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import { readTerms } from '@perennial/domain/policies/terms';
import { unwordedIn } from '@perennial/domain/policies/typed-texts';
import { LANGUAGES } from '@perennial/domain/shared/language';
import { ensureBusiness } from '@perennial/kernel/write/business';
import { openShop } from '@perennial/testkit/retention/shop';
import { expect, it } from 'vitest';
import { calendarsModule } from '../calendars/index.ts';
import { pointsModule } from '../points/index.ts';
import { policiesModule } from './index.ts';
import { textsOf } from './rows.ts';
import { policies, policyVersions } from './table.ts';

it('C5: the sample shop’s promise is whole: hours, service points, charges, words in three languages', async () => {
  const shop = await openShop();
  // publishing asks what currency the business is in
  const business = { name: 'Shop', asOf: '2011-12-10', currency: 'GBP', timezone: 'Europe/London', locale: 'en' };
  await ensureBusiness(shop.db.orm, business, shop.now);
  const job = shop.job('2011-12-10');
  for (const area of [calendarsModule, pointsModule, policiesModule]) await area.seed!(job);
  const [policy] = await shop.db.orm.select().from(policies);
  const [version] = await shop.db.orm.select().from(policyVersions);
  expect(Object.keys(policy!.words).sort()).toEqual([...LANGUAGES].sort());
  expect(version).toMatchObject({ status: 'PUBLISHED', effectiveFrom: '2010-12-01', publishedBy: 'system' });
  expect(version!.calendarId).not.toBeNull();
  expect(version!.pointIds).toHaveLength(2);
  const terms = readTerms(version!.terms);
  expect([...new Set(terms.map(({ kind }) => kind))].sort()).toEqual([
    'delivery',
    'exclusions',
    'extras',
    'fees',
    'remedy',
    'response-target',
    'returns',
    'warranty',
  ]);
  for (const language of LANGUAGES) {
    for (const term of terms) expect(termSentences(term, 'GBP', language).join('')).not.toMatch(/undefined|NaN|^$/);
    expect(unwordedIn(language, textsOf(version!), version!.phrases)).toEqual([]);
  }
  // once and once only
  for (const area of [calendarsModule, pointsModule, policiesModule]) await area.seed!(job);
  expect(await shop.db.orm.select().from(policyVersions)).toHaveLength(1);
});
