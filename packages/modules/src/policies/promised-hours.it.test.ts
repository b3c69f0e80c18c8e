import { codes, cutsDesk, type CutsDesk } from '@perennial/testkit/policies/cuts-desk';
import { answersWithin } from '@perennial/testkit/policies/promises';
import { newId } from '@perennial/kernel/db/ids';
import { rowsOf } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { grantTo } from './index.ts';

/** The same words by fewer hours are a promise of less, on whatever way they come. */
let shop: CutsDesk;
beforeAll(async () => {
  shop = await cutsDesk();
});
beforeEach(() => shop.clear());

/** Every Monday of a year off, as if it were one long holiday. */
async function closed(calendar: string, year: number): Promise<void> {
  const id = calendar.replace('Calendar_', '');
  await shop.server.db.orm.execute(sql`
    insert into calendar_days (id, calendar_id, date, kind, name)
    select gen_random_uuid(), ${id}::uuid, d::date, 'HOLIDAY', 'Closed'
    from generate_series(${`${year}-01-01`}::date, ${`${year}-12-31`}::date, interval '1 day') d`);
  await shop.server.db.orm.execute(
    sql`update calendars set years = years || ${JSON.stringify([year])}::text::jsonb where id = ${id}::uuid`,
  );
}

describe('S1, S11 hours that a promise counts by', () => {
  it('S11 a calendar whose further year is one long holiday is shorter, and one with holidays is not', async () => {
    const [long, further, shut] = [
      await shop.hours('Long', 1080),
      await shop.hours('With 2013', 1080),
      await shop.hours('Shut in 2013', 1080),
    ];
    await shop.server.db.orm.execute(sql`update calendars set years = years || '[2013]' where name = 'With 2013'`);
    await closed(shut, 2013);
    const promise = await shop.published('Promise', '2010-12-01', [answersWithin(480)], { calendarId: long });
    const open = await shop.next(promise, '2012-01-01', [answersWithin(480)], { calendarId: further });
    expect((await shop.cutsOf(open.id)).cuts).toEqual([]);
    const draft = await shop.next(promise, '2012-01-01', [answersWithin(480)], { calendarId: shut });
    expect((await shop.cutsOf(draft.id)).cuts).toMatchObject([
      { termId: 'answers', worsenings: [{ field: 'calendar', before: 'Long', after: 'Shut in 2013' }] },
    ]);
    expect(codes(await shop.publish(draft))).toEqual(['SERVICE_CUT']);
  });

  it('S1 a policy published later for days past takes no hours from a purchase that has longer ones', async () => {
    const [long, short] = [await shop.hours('Long', 1080), await shop.hours('Short', 900)];
    await shop.published('Promise', '2010-12-01', [answersWithin(480)], { calendarId: long });
    const customer = await shop.purchase({ region: 'France', on: '2011-06-01', amount: 5_000 });
    const frame = { currency: 'GBP', timezone: 'Europe/London', now: new Date('2026-01-01T00:00:00Z') };
    const grant = () => shop.server.db.transaction((tx) => grantTo(tx, customer, frame));
    const carried = async () =>
      (await rowsOf(shop.server.db.orm, sql`select 1 from entitlements where customer_id = ${customer}::uuid`)).length;
    await grant();
    expect(await carried()).toBe(1);
    // as if approved: the same answer for fewer purchases, so that it would decide, by the hours given
    const later = async (name: string, calendar: string) => {
      const [policyId, versionId] = [newId(), newId()];
      const terms = JSON.stringify([
        { ...answersWithin(480, { id: 'narrow' }), appliesTo: { ...EVERYTHING, productCodes: ['A1'] } },
      ]);
      await shop.server.db.orm.execute(sql`
        insert into policies (id, name, description, stage, slug, created_at, updated_at)
        values (${policyId}, ${name}, '', 'AFTER_SALE', ${policyId}, now(), now())`);
      await shop.server.db.orm.execute(sql`
        insert into policy_versions (id, policy_id, number, status, effective_from, terms, calendar_id, published_at, created_at, updated_at)
        values (${versionId}, ${policyId}, 1, 'PUBLISHED', '2011-06-01', ${terms}::jsonb, ${calendar.replace('Calendar_', '')}::uuid, now(), now(), now())`);
      await grant();
    };
    await later('Shorter', short);
    expect(await carried()).toBe(1);
    await later('As long', long);
    expect(await carried()).toBe(2);
  });
});
