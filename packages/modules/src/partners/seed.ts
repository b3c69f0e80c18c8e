import { addDays } from '@perennial/domain/shared/period';
import { newId } from '@perennial/kernel/db/ids';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import type { JobContext } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { grantCatalogue } from './catalogue.ts';
import { createAgreement, createPartner, moveAgreement, setProductRole, type Writing } from './service.ts';

const PURPOSE = 'JOINT_OFFER';

/** Enough for a partner to plan a joint offer; no name, no contact, no note. */
const FIELDS = [
  'Customer.number',
  'Customer.region',
  'Customer.segment',
  'Customer.stage',
  'Customer.since',
  'Customer.value',
  'Customer.orders',
  'Customer.touchpoints',
  'Touchpoint.at',
  'Touchpoint.channel',
  'Touchpoint.tag',
];

/**
 * A fictional company whose goods go well with the sample shop's, with one agreement in force over a part of the sample
 * customers. It gets no key: only a person may make one, and sees it once.
 */
export async function seed(ctx: JobContext): Promise<void> {
  const catalogue = grantCatalogue(ctx.models);
  const known = new Set(catalogue.map((entry) => `${entry.entity}.${entry.field}`));
  await ctx.write('partners.seed', async (writing) => {
    const { tx } = writing;
    const partnerId = await createPartner(writing, {
      name: 'Harbour Gift Wrap (sample partner)',
      website: 'https://harbour-gift-wrap.example',
      contactEmail: 'hello@harbour-gift-wrap.example',
      note: 'Made up for the sample data: a maker of wrapping paper whose goods sell together with ours.',
    });
    await productRoles(writing, partnerId);
    const regions = await homeRegion(tx);
    const agreementId = await createAgreement(
      writing,
      {
        partnerId,
        purpose: PURPOSE,
        fields: FIELDS.filter((name) => known.has(name)),
        regions,
        segments: ['KEY'],
        // yesterday in UTC has begun wherever the business is
        validFrom: addDays(ctx.now.toISOString().slice(0, 10), -1),
        validTo: null,
      },
      catalogue,
    );
    await consents(tx, { partnerId, regions, now: ctx.now });
    await moveAgreement(writing, agreementId, 'ACTIVE');
  });
}

/** Whoever sells wrapping paper competes with ours and helps everything that is wrapped. */
async function productRoles(ctx: Writing, partnerId: string): Promise<void> {
  const wraps = await rowsOf<{ id: string }>(
    ctx.tx,
    sql`select id from products where name ilike '%gift wrap%' or name ilike '%wrapping%' order by name, id limit 3`,
  );
  const gifts = await rowsOf<{ id: string }>(
    ctx.tx,
    sql`select id from products where name ilike '%gift%' and name not ilike '%wrap%' order by name, id limit 3`,
  );
  const set = (productId: string, role: 'COMPETITOR' | 'COMPLEMENTOR', reason: string) =>
    setProductRole(ctx, { partnerId, productId, category: null, role, reason });
  for (const { id } of wraps) await set(id, 'COMPETITOR', 'Both of us sell wrapping paper.');
  for (const { id } of gifts) await set(id, 'COMPLEMENTOR', 'A gift is worth more when it comes wrapped.');
}

/** The region with the most customers; narrowed to key accounts, the agreement is neither everybody nor a handful. */
async function homeRegion(tx: Orm): Promise<string[]> {
  const rows = await rowsOf<{ region: string }>(
    tx,
    sql`select region from customers group by region order by count(*) desc, region limit 1`,
  );
  return rows.map((row) => row.region);
}

/** Every second sample customer of these regions has agreed; the others show what a missing consent does. */
async function consents(tx: Orm, about: { partnerId: string; regions: string[]; now: Date }): Promise<void> {
  const regions = sql.join(
    about.regions.map((region) => sql`${region}`),
    sql`, `,
  );
  if (about.regions.length === 0) return;
  const customers = await rowsOf<{ customer_id: string }>(
    tx,
    sql`select customer_id from customers where region in (${regions}) order by number, customer_id`,
  );
  const rows = customers.filter((_, index) => index % 2 === 0).map(({ customer_id }) => ({ customer_id, id: newId() }));
  await tx.execute(sql`
    insert into consents (customer_id, id, partner_id, purpose, status, given_at, source)
    select r.customer_id, r.id, ${about.partnerId}::uuid, ${PURPOSE}, 'GRANTED', ${about.now.toISOString()}::timestamptz, 'sample data'
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(customer_id uuid, id uuid)`);
}
