import { promises, returnsWithin, type Promises } from '@perennial/testkit/policies/promises';
import { words } from '@perennial/testkit/server/words';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

let shop: Promises;
let first: string;

const charter = async () => (await fetch(`${shop.server.url}/charter/with-points?lang=en`)).text();

beforeAll(async () => {
  shop = await promises();
  const { servicePoint } = await shop.change(
    'servicePointCreate',
    { name: 'Counter & co', phone: '+44 20 7123 4567', address: '1 High Street' },
    'servicePoint { id }',
  );
  const point = (servicePoint as { id: string }).id;
  // as it could be entered once
  await shop.server.db.orm.execute(sql`update service_points set website = 'javascript:alert(1)'`);
  const probe = { pointId: point, on: '2011-12-09', channel: 'PHONE', answered: true };
  expect((await shop.change('servicePointProbe', probe, '')).userErrors).toEqual([]);
  first = await shop.published('With points', '2011-12-10', [returnsWithin(30)], { pointIds: [point] });
});

describe('C9 service points on the charter', () => {
  it('with address, telephone, and the day on which somebody was last reached', async () => {
    const page = await charter();
    expect(words(page)).toMatch(
      /Where you reach us Counter &amp; co 1 High Street \+44 20 7123 4567.*Last found reachable on 9 Dec 2011\./,
    );
    expect(page).toContain('href="tel:+442071234567"');
    expect(page).toContain('<p>javascript:alert(1)</p>');
    expect(page).not.toMatch(/href="javascript/i);
  });

  it('C5 are told in the history where a later version lists them no more, though they are out of service by now', async () => {
    const next = await shop.next(first, '2012-01-10', [returnsWithin(30)], { pointIds: [] });
    await shop.approve(next.id);
    expect((await shop.publish(next)).userErrors).toEqual([]);
    await shop.server.db.orm.execute(sql`update service_points set active = false`);
    expect(words(await charter())).toContain(
      'From 10 Jan 2012 version 2 applies Service points no longer served Counter &amp; co',
    );
  });
});
