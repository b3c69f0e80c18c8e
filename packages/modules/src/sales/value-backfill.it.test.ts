import { rowsOf } from '@perennial/kernel/db/database';
import { ensureBusiness } from '@perennial/kernel/write/business';
import { migrateAll } from '@perennial/testkit/databases/migrate-all';
import { openShop } from '@perennial/testkit/retention/shop';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

const TAG = '0015_customer_currency';

test('an upgrade takes out of what customers are worth what was added from other currencies', async () => {
  const shop = await openShop();
  const { orm } = shop.db;
  const start = { name: 'Shop', asOf: null, currency: 'GBP', timezone: 'Europe/London', locale: 'en' };
  await ensureBusiness(orm, start, shop.now);
  // as the release before left it
  await orm.execute(sql`alter table shared_customers drop column currency`);
  await orm.execute(sql`delete from schema_migrations where tag = ${TAG}`);
  const customer = async (
    number: string,
    currency: string,
    value: number,
    sold: readonly (readonly [number, string])[],
  ) => {
    const id = await shop.customer(number, { currency, value });
    for (const [amount, of] of sold) await shop.invoice(id, '2011-03-01T10:00:00Z', [['SALE', amount]], of);
    await shop.invoice(id, '2011-03-02T10:00:00Z', [['FEE', 999]], currency);
  };
  await customer('mixed', 'GBP', 742_221, [
    [739_121, 'GBP'],
    [3_100, 'EUR'],
  ]);
  await customer('pounds', 'GBP', 500, [[500, 'GBP']]);
  await customer('yen', 'JPY', 16_000, [[16_000, 'JPY']]);
  // on file before the business reckoned in pounds, and never sold anything in what it reckoned in then
  const before = await shop.customer('before', { currency: 'EUR', value: 700 });
  await shop.invoice(before, '2011-03-01T10:00:00Z', [['SALE', 700]]);
  await shop.customer('prospect', { currency: 'EUR' });

  await migrateAll(shop.db);
  const rows = await rowsOf<{ number: string; value: number; currency: string }>(
    orm,
    sql`select number, value::float8 as value, currency from customers order by number`,
  );
  expect(rows.map(({ number, value, currency }) => [number, value, currency])).toEqual([
    ['before', 700, 'GBP'],
    ['mixed', 739_121, 'GBP'],
    ['pounds', 500, 'GBP'],
    ['prospect', 0, 'GBP'],
    ['yen', 16_000, 'JPY'],
  ]);
}, 60_000);
