import { rowsOf } from '@perennial/kernel/db/database';
import { jobContext } from '@perennial/kernel/write/jobs';
import { promises, returnsWithin, type Promises } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepPromises } from './promise-service.ts';

/** From when on less may be promised, and for how many customers a yes was given (S11), over the API. */
let shop: Promises;

beforeAll(async () => {
  shop = await promises();
});

beforeEach(async () => {
  await shop.server.settle();
  await shop.server.db.orm.execute(sql`
    truncate policy_cuts, entitlements, promise_snapshots, invoice_lines, invoices, policy_versions, policies, customers, products,
      calendar_days, calendars cascade`);
  await shop.server.db.orm.execute(sql`update business set as_of = '2011-12-10', latest_day = null`);
});

const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);
const sold = async (count: number, on = '2011-06-01', amount = 10_000) => {
  for (let each = 0; each < count; each++) await shop.purchase({ region: 'France', on, amount });
  await keepPromises(await jobContext(shop.server.env));
};

describe('S11 less is promised from tomorrow on at the earliest', () => {
  it('a version that promises less for days past is refused, approved by nobody; one that promises more is not', async () => {
    const versionId = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    const less = await shop.next(versionId, '2011-12-09', [returnsWithin(20)]);
    const refused = {
      code: 'CUT_IN_THE_PAST',
      path: ['effectiveFrom'],
      params: { on: '2011-12-09', earliest: '2011-12-11' },
    };
    expect((await shop.publish(less)).userErrors).toMatchObject([refused]);
    // nor for today, where somebody may have bought this morning and be written down tonight
    expect((await shop.publish(less, '2011-12-10')).userErrors).toMatchObject([
      { ...refused, params: { on: '2011-12-10', earliest: '2011-12-11' } },
    ]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(less.id)), reason: 'Dear' },
      'policyCut { id }',
    );
    expect(asked.userErrors).toMatchObject([refused]);
    // nor on a day that was past already when the as-of date was set back
    await shop.server.db.orm.execute(sql`update business set latest_day = '2011-12-20'`);
    const between = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(less.id)), reason: 'Dear', effectiveFrom: '2011-12-15' },
      'policyCut { id }',
    );
    expect(codes(between)).toEqual(['CUT_IN_THE_PAST']);
    await shop.server.db.orm.execute(sql`update business set latest_day = null`);
    await shop.approve(less.id, { effectiveFrom: '2011-12-11' });
    expect(codes(await shop.publish(less, '2011-12-11'))).toEqual([]);
    const more = await shop.published('Another', '2010-12-01', [
      returnsWithin(30, { id: 'r', appliesTo: { productCodes: ['A1'] } }),
    ]);
    expect(more).toMatch(/^PolicyVersion_/);
  });
});

describe('S1 who bought on the day of the decision keeps what could be read that day', () => {
  const daysHeld = async (customerId: string) => {
    await keepPromises(await jobContext(shop.server.env));
    return rowsOf(
      shop.server.db.orm,
      sql`
        select v.terms -> 0 -> 'params' -> 'days' as days from entitlements e
        join policy_versions v on v.id = e.policy_version_id where e.customer_id = ${customerId}`,
    );
  };

  it('also written down after a version that promises less was published, or the only one retired', async () => {
    const first = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    const less = await shop.next(first, '2011-12-11', [returnsWithin(5)]);
    await shop.approve(less.id);
    expect(codes(await shop.publish(less))).toEqual([]);
    const only = { id: 'b1', appliesTo: { productCodes: ['B1'] } };
    const another = await shop.published('For B1', '2010-12-01', [returnsWithin(40, only)]);
    await shop.approve(another, { retiring: true });
    const retired = await shop.change(
      'policyVersionRetire',
      { id: another, version: 3 },
      'policyVersion { effectiveTo }',
    );
    expect(retired.policyVersion).toEqual({ effectiveTo: '2011-12-11' });
    const bought = await shop.purchase({ region: 'France', on: '2011-12-10', amount: 10_000, code: 'B1' });
    expect(await daysHeld(bought)).toEqual(expect.arrayContaining([{ days: 30 }, { days: 40 }]));
  });
});

describe('S11 a yes is for about as many customers as were named', () => {
  const wish = async (versionId: string) => {
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    await shop.approve(draft.id);
    return draft;
  };

  it('who gave it for nobody is asked again when somebody bought since', async () => {
    const versionId = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    const draft = await wish(versionId);
    await sold(1);
    expect((await shop.publish(draft)).userErrors).toMatchObject([{ code: 'SERVICE_CUT', params: { affected: 1 } }]);
    await shop.approve(draft.id);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });

  it('a quarter more is the course of business, more than that is another wish', async () => {
    const versionId = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await sold(4);
    const draft = await wish(versionId);
    await sold(2);
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
    await shop.approve(draft.id);
    await sold(1);
    expect(codes(await shop.publish(draft))).toEqual([]);
  });

  it('so is much more worth of the same customers; and a wish that grew before it was decided is out of date', async () => {
    const versionId = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await sold(4, '2011-06-01', 100);
    const draft = await shop.next(versionId, '2012-01-01', [returnsWithin(20)]);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(draft.id)), reason: 'Dear' },
      'policyCut { id }',
    );
    await sold(1, '2011-06-01', 50_000);
    const { id } = asked.policyCut as { id: string };
    expect(codes(await shop.change('policyCutApprove', { id }, 'policyCut { id }', shop.owner))).toEqual([
      'CUT_OUTDATED',
    ]);
  });
});

describe('S11 whom a cut hits does not depend on what was published, or looked at, before it', () => {
  const affected = async (id: string) => {
    const { policyVersionCut } = await shop.manager.data<{ policyVersionCut: object }>(
      'query ($id: ID!) { policyVersionCut(id: $id) { affected valueAtRisk } }',
      { id },
    );
    return policyVersionCut;
  };
  const three = { affected: 3, valueAtRisk: 30_000 };

  it('the same published again makes nobody less affected', async () => {
    const first = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await sold(3);
    const again = await shop.next(first, '2011-12-10', [returnsWithin(30)]);
    expect(codes(await shop.publish(again))).toEqual([]);
    const kinder = await shop.next(again.id, '2012-01-01', [returnsWithin(31)]);
    expect(codes(await shop.publish(kinder))).toEqual([]);
    const less = await shop.next(kinder.id, '2012-02-01', [returnsWithin(5)]);
    expect(await affected(less.id)).toEqual(three);
    expect((await shop.publish(less)).userErrors).toMatchObject([{ code: 'SERVICE_CUT', params: { affected: 3 } }]);
  });

  it('nor does the same promised by a policy of its own', async () => {
    await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await sold(3);
    const narrow = { id: 'a1', appliesTo: { productCodes: ['A1'] } };
    const own = await shop.published('For A1', '2011-12-10', [returnsWithin(30, narrow)]);
    const less = await shop.next(own, '2011-12-12', [returnsWithin(5, narrow)]);
    expect(await affected(less.id)).toEqual(three);
  });

  it('a burden hits who was promised less of it, or none, in whichever steps it comes', async () => {
    const exclude = (...matters: string[]) => ({ id: 'no', kind: 'exclusions', params: { matters, referTo: '' } });
    const first = await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    await sold(3);
    const some = await shop.next(first, '2011-12-11', [returnsWithin(30), exclude('boats')]);
    expect(await affected(some.id)).toEqual(three);
    await shop.approve(some.id);
    expect(codes(await shop.publish(some))).toEqual([]);
    const more = await shop.next(some.id, '2011-12-12', [returnsWithin(30), exclude('boats', 'clocks')]);
    expect(await affected(more.id)).toEqual(three);
  });

  it('looking back hides no customer, neither from who asks nor from who approves', async () => {
    const first = await shop.published('Promise', '2008-12-01', [returnsWithin(30)]);
    await sold(3);
    const less = await shop.next(first, '2011-12-11', [returnsWithin(5)]);
    await shop.server.db.orm.execute(sql`update business set as_of = '2010-12-10', latest_day = '2011-12-10'`);
    expect(await affected(less.id)).toEqual(three);
    const asked = await shop.change(
      'policyCutPropose',
      { ...(await shop.seen(less.id)), reason: 'Dear' },
      'policyCut { id affected }',
    );
    expect(asked.policyCut).toMatchObject({ affected: 3 });
    const { id } = asked.policyCut as { id: string };
    const approved = await shop.change('policyCutApprove', { id }, 'policyCut { status affected }', shop.owner);
    expect(approved.policyCut).toEqual({ status: 'APPROVED', affected: 3 });
  });
});

describe('S1 the clocks by which days were promised stay', () => {
  const zone = async (timezone: string) => {
    const { business } = await shop.owner.data<{ business: { version: number } }>('{ business { version } }');
    const answer = await shop.change(
      'businessUpdate',
      { version: business.version, timezone, name: 'Shop' },
      'business { timezone }',
      shop.owner,
    );
    return answer.userErrors;
  };
  const fixed = [expect.objectContaining({ code: 'TIMEZONE_FIXED', path: ['timezone'] })];

  it('the time zone is free before anything was promised or sold, and fixed after', async () => {
    await shop.draft('Draft', '2012-01-01', [returnsWithin(30)]);
    expect(await zone('Asia/Tokyo')).toEqual([]);
    expect(await zone('Europe/London')).toEqual([]);
    await shop.published('Promise', '2010-12-01', [returnsWithin(30)]);
    expect(await zone('Asia/Tokyo')).toEqual(fixed);
    // the form sends every setting along: the same zone is no change
    expect(await zone('Europe/London')).toEqual([]);
    await shop.server.db.orm.execute(sql`truncate policy_versions, policies cascade`);
    expect(await zone('Asia/Tokyo')).toEqual([]);
    expect(await zone('Europe/London')).toEqual([]);
    await shop.purchase({ region: 'France', on: '2011-06-01', amount: 100 });
    expect(await zone('Asia/Tokyo')).toEqual(fixed);
  });
});
