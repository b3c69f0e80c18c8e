import { codes, desk, feesOf, type Desk, type Row } from '@perennial/testkit/sales/desk';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** What is shown with an offer, and what that means for its acceptance, over the API. Today is 10 December 2011. */
let shop: Desk;
let customer: string;
let lamp: string;

/** A quote with one line of two lamps at £10, £3 off, sent. */
const sentQuote = (more: { validUntil?: string } = {}) =>
  shop.quoted(customer, [{ productId: lamp, quantity: 2 }], {
    solution: 'Two lamps over the counter',
    discount: 300,
    ...more,
  });

beforeAll(async () => {
  shop = await desk();
  lamp = await shop.product('LAMP', { extras: ['A spare bulb'] });
  await shop.publish('Service', [feesOf(2_500), returnsWithin(30)]);
});

beforeEach(async () => {
  customer = await shop.customer();
});

describe('C7 what may be charged is shown before the customer accepts', () => {
  const asked = (revision: Row) =>
    shop.agent.data<{
      quotePromises: {
        terms: { sentences: string[] }[];
        fees: { sentences: string[] }[];
        feesHash: string;
        changed: boolean;
      };
    }>(
      `query ($id: ID!) { quotePromises(id: $id) { changed feesHash terms { kind policy number sentences } fees { kind termId sentences } } }`,
      { id: revision.id },
    );

  it('C7 terms and fees are said in sentences, and the acceptance records which schedule was shown', async () => {
    const { quote, revision } = await sentQuote();
    const { quotePromises } = await asked(revision);
    expect(quotePromises.changed).toBe(false);
    expect(quotePromises.terms.map((each) => each.sentences.join(' '))).toEqual([expect.stringContaining('30 days')]);
    expect(quotePromises.fees.map((each) => each.sentences.join(' '))).toEqual([expect.stringContaining('£25.00')]);
    await shop.accept(quote, revision);
    const { quote: page } = await shop.agent.data<{ quote: { acceptedRevision: { feesHash: string } } }>(
      'query ($id: ID!) { quote(id: $id) { acceptedRevision { feesHash } } }',
      { id: quote.id },
    );
    expect(page.acceptedRevision.feesHash).toBe(quotePromises.feesHash);
    expect(page.acceptedRevision.feesHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('C7 what was shown has not changed because somebody looks back at a day before it was in force', async () => {
    const { revision } = await sentQuote();
    await shop.server.db.orm.execute(sql`update business set as_of = '2010-06-01', latest_day = '2011-12-10'`);
    const { quotePromises } = await asked(revision);
    await shop.server.db.orm.execute(sql`update business set as_of = '2011-12-10', latest_day = null`);
    expect(quotePromises).toMatchObject({ changed: false, fees: [{ termId: 'fees' }] });
  });

  it('C7 a fee schedule changed after it was sent cannot be accepted unseen, not even a kinder one', async () => {
    const { quote, revision } = await sentQuote();
    await shop.publish('Another promise', [
      { ...feesOf(2_000), id: 'french-fees', appliesTo: { regions: ['France'] } },
    ]);
    expect((await asked(revision)).quotePromises.changed).toBe(true);
    expect(codes(await shop.accept(quote, revision))).toEqual(['FEES_NOT_DISCLOSED']);
    const next = await shop.done<{ quoteRevision: Row }>(
      'quoteRevise',
      { id: quote.id },
      'quoteRevision { id version }',
    );
    const again = await shop.done<{ quote: Row }>('quoteRevisionSend', next.quoteRevision, 'quote { id version }');
    expect((await asked(next.quoteRevision)).quotePromises.fees).toHaveLength(2);
    expect((await shop.accept(again.quote, next.quoteRevision)).userErrors).toEqual([]);
  });

  it('C7 a promise that is less than was shown cannot be accepted unseen; one that is more can', async () => {
    const params = { days: 60, openedAllowed: true, countedFrom: 'PURCHASE' };
    await shop.publish('In Spain', [
      { id: 'spanish-returns', kind: 'returns', params, appliesTo: { regions: ['Spain'] } },
    ]);
    const moveTo = (region: string) =>
      shop.server.db.orm.execute(
        sql`update customers set region = ${region}, country = ${region} where customer_id = ${customer.slice(9)}::uuid`,
      );
    await moveTo('Portugal');
    const { quote, revision } = await sentQuote();
    await moveTo('Spain');
    expect((await asked(revision)).quotePromises.changed).toBe(false);
    const next = await shop.done<{ quoteRevision: Row }>(
      'quoteRevise',
      { id: quote.id },
      'quoteRevision { id version }',
    );
    const { quote: shown } = await shop.done<{ quote: Row }>(
      'quoteRevisionSend',
      next.quoteRevision,
      'quote { id version }',
    );
    await moveTo('Portugal');
    expect((await asked(next.quoteRevision)).quotePromises.changed).toBe(true);
    expect((await shop.accept(shown, next.quoteRevision)).userErrors).toMatchObject([
      {
        code: 'PROMISE_CHANGED',
        path: ['revisionId'],
        params: { number: 2, terms: 'spanish-returns' },
        message: expect.stringContaining('make a new revision'),
      },
    ]);
    const last = await shop.done<{ quoteRevision: Row }>(
      'quoteRevise',
      { id: quote.id },
      'quoteRevision { id version }',
    );
    const sent = await shop.done<{ quote: Row }>('quoteRevisionSend', last.quoteRevision, 'quote { id version }');
    await moveTo('Spain');
    expect((await shop.accept(sent.quote, last.quoteRevision)).userErrors).toEqual([]);
  });

  it('C7 the working hours are shown with it, and cannot be cut before it is accepted', async () => {
    const week = (to: number) => ({ '5': [{ from: 540, to }], '6': [{ from: 540, to }] });
    const calendar = async (name: string, to: number) =>
      (
        await shop.done<{ calendar: Row }>(
          'calendarCreate',
          { name, timeZone: 'Europe/London', week: week(to), years: [2010, 2011, 2012] },
          'calendar { id version }',
          shop.manager,
        )
      ).calendar.id;
    const inTime = {
      id: 'in-time',
      kind: 'delivery',
      params: { withinDays: 3, clock: 'WORKING_DAYS', freeOfCharge: true, checklist: [] },
    };
    const versionId = await shop.publish('By the hours', [inTime], { calendarId: await calendar('The shop', 1_020) });
    const { quote, revision } = await sentQuote();
    const hoursOf = async (asked: Row) => {
      const { quotePromises: page } = await shop.agent.data<{
        quotePromises: { changed: boolean; terms: { termId: string; hours: string | null }[] };
      }>('query ($id: ID!) { quotePromises(id: $id) { changed terms { termId hours } } }', { id: asked.id });
      return { changed: page.changed, hours: page.terms.map(({ termId, hours }) => [termId, hours]).sort() };
    };
    const long = 'The shop (Europe/London): Mon–Thu closed; Fri–Sat 09:00–17:00; Sun closed';
    expect(await hoursOf(revision)).toEqual({
      changed: false,
      hours: [
        ['in-time', long],
        ['returns', null],
      ],
    });
    const shorter = { calendarId: await calendar('The shop in winter', 960) };
    const draft = await shop.policies.next(versionId, '2011-12-11', [inTime], shorter);
    await shop.policies.approve(draft.id);
    expect((await shop.policies.publish(draft)).userErrors).toEqual([]);
    await shop.on('2011-12-11', async () => {
      // what was shown stays what was shown
      expect(await hoursOf(revision)).toMatchObject({
        changed: true,
        hours: [
          ['in-time', long],
          ['returns', null],
        ],
      });
      expect((await shop.accept(quote, revision)).userErrors).toMatchObject([
        { code: 'PROMISE_CHANGED', path: ['revisionId'], params: { number: 1, terms: 'in-time' } },
      ]);
      const next = await shop.done<{ quoteRevision: Row }>(
        'quoteRevise',
        { id: quote.id },
        'quoteRevision { id version }',
      );
      const sent = await shop.done<{ quote: Row }>('quoteRevisionSend', next.quoteRevision, 'quote { id version }');
      expect((await hoursOf(next.quoteRevision)).hours[0]![1]).toContain('Fri–Sat 09:00–16:00');
      expect((await shop.accept(sent.quote, next.quoteRevision)).userErrors).toEqual([]);
    });
  });
});
