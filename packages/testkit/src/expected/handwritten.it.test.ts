import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { askOwner } from '../oracle/questions.ts';
import { openShop, type Shop } from '../shop/shop.ts';
import { gid } from './entry.ts';
import { createWorld } from './world.ts';

/** Where what each hand-written read answers is tested; a new one is entered here together with its test. */
const testedIn: Readonly<Record<string, string>> = {
  agreementCoverage: 'modules/src/partners/partners.it.test.ts',
  agreementPreview: 'modules/src/partners/partners.it.test.ts',
  claimChargesCheck: 'modules/src/claims/charges.it.test.ts',
  claimClock: 'modules/src/claims/answered.it.test.ts',
  claimPreview: 'modules/src/claims/decisions.it.test.ts',
  business: 'modules/src/staff/staff.it.test.ts',
  calendarPacks: 'modules/src/calendars/calendars.it.test.ts',
  calendarTry: 'modules/src/calendars/calendars.it.test.ts',
  customerPromises: 'modules/src/policies/wordings.it.test.ts',
  customerRegions: 'testkit/src/expected/handwritten.it.test.ts',
  customerSegments: 'testkit/src/expected/handwritten.it.test.ts',
  dealings: 'modules/src/business/currency.it.test.ts',
  entitlementMoveWeigh: 'modules/src/policies/snapshot.it.test.ts',
  fulfilmentAwaited: 'modules/src/fulfilment/delivery.it.test.ts',
  fulfilmentPlan: 'modules/src/fulfilment/opening.it.test.ts',
  grantableFields: 'modules/src/partners/partners.it.test.ts',
  home: 'modules/src/insights/home.it.test.ts',
  importPreview: 'modules/src/importing/importing-api.it.test.ts',
  importProgress: 'modules/src/importing/importing-api.it.test.ts',
  importRejects: 'testkit/src/expected/handwritten.it.test.ts',
  me: 'modules/src/staff/staff.it.test.ts',
  policyFloorBreaks: 'modules/src/policies/floor-breaks.it.test.ts',
  policyGaps: 'modules/src/whatif/gaps.it.test.ts',
  policyKinds: 'modules/src/policies/policies-api.it.test.ts',
  policyTry: 'modules/src/policies/policies-api.it.test.ts',
  policyVariants: 'modules/src/policies/variants.it.test.ts',
  policyVersionCheck: 'modules/src/policies/publish-checks.it.test.ts',
  policyVersionCut: 'modules/src/policies/cut-approval.it.test.ts',
  productCategories: 'testkit/src/expected/handwritten.it.test.ts',
  promiseKept: 'modules/src/policies/snapshot.it.test.ts',
  queueDay: 'modules/src/insights/targets.it.test.ts',
  quotePromises: 'modules/src/quotes/disclosure.it.test.ts',
  retentionSettings: 'testkit/src/expected/handwritten.it.test.ts',
  returnsSummary: 'modules/src/policies/policies-api.it.test.ts',
};

const packages = join(import.meta.dirname, '../../..');

describe('hand-written reads', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop();
    await createWorld(shop.db, { keyHash: 'x', inner: '', outer: '', reference: gid('', 1).slice(1), grants: [] });
  });

  it('are all asked somewhere: enter new ones in this file', () => {
    expect(Object.keys(testedIn).sort()).toEqual(shop.registry.queries.map((query) => query.name).sort());
    for (const [name, file] of Object.entries(testedIn)) {
      expect(readFileSync(join(packages, file), 'utf8'), `${file} does not ask ${name}`).toMatch(
        new RegExp(`\\b${name}( ?\\(| ?[{}])`),
      );
    }
  });

  it('customerRegions: each region that occurs, once, in order', async () => {
    const { customers } = await askOwner<{ customers: { nodes: { region: string }[] } }>(
      shop,
      '{ customers(first: 100) { nodes { region } } }',
    );
    const regions = [...new Set(customers.nodes.map(({ region }) => region))].sort();
    expect(regions.length).toBeGreaterThan(1);
    expect(await askOwner(shop, '{ customerRegions }')).toEqual({ customerRegions: regions });
  });

  it('customerSegments: each segment that occurs, once, in order', async () => {
    const { customers } = await askOwner<{ customers: { nodes: { segment: string }[] } }>(
      shop,
      '{ customers(first: 100) { nodes { segment } } }',
    );
    const segments = [...new Set(customers.nodes.map(({ segment }) => segment))].sort();
    expect(segments.length).toBeGreaterThan(1);
    expect(await askOwner(shop, '{ customerSegments }')).toEqual({ customerSegments: segments });
  });

  it('productCategories: each category that occurs, once, in order', async () => {
    const { products } = await askOwner<{ products: { nodes: { category: string | null }[] } }>(
      shop,
      '{ products(first: 100) { nodes { category } } }',
    );
    const categories = [...new Set(products.nodes.flatMap(({ category }) => category ?? []))].sort();
    expect(categories.length).toBeGreaterThan(0);
    expect(await askOwner(shop, '{ productCategories }')).toEqual({ productCategories: categories });
  });

  it('importRejects: lines of a complete import from a line on, and none of another', async () => {
    const query = `query ($id: ID!, $after: Int) { importRejects(id: $id, afterLine: $after) { line reason fault field currency raw } }`;
    const noCustomer = {
      line: 7,
      reason: 'NO_CUSTOMER',
      fault: null,
      field: null,
      currency: null,
      raw: '536414,22139,,56,12/1/2010 11:52,0,,United Kingdom',
    };
    const unreadable = { line: 9, reason: 'UNREADABLE', fault: 'NOT_A_DATE', field: 'at', currency: null, raw: 'x,y' };
    const otherCurrency = {
      line: 11,
      reason: 'OTHER_CURRENCY',
      fault: null,
      field: 'invoice',
      currency: 'EUR',
      raw: '536415,22139,,56,12/1/2010 11:52,0,17850,United Kingdom',
    };
    const of = (batch: number, after?: number) => askOwner(shop, query, { id: gid('ImportBatch', batch), after });
    expect(await of(83)).toEqual({ importRejects: [noCustomer, unreadable, otherCurrency] });
    expect(await of(83, 7)).toEqual({ importRejects: [unreadable, otherCurrency] });
    expect(await of(81)).toEqual({ importRejects: [] });
  });

  it('retentionSettings: as they were set', async () => {
    const query = '{ retentionSettings { warnBelow margin perAgentPerDay dueInWorkingDays closedDays version } }';
    expect(await askOwner(shop, query)).toEqual({
      retentionSettings: {
        warnBelow: 55,
        margin: 6,
        perAgentPerDay: 12,
        dueInWorkingDays: 4,
        closedDays: ['2011-12-26', '2011-12-27'],
        version: 3,
      },
    });
  });
});
