import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { migrateAll } from '@perennial/testkit/databases/migrate-all';
import { openTestDatabase } from '@perennial/testkit/databases/open-test-database';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

const TAG = '0016_goods_given_back';

test('an upgrade puts the pieces that settled claims took back on their purchases', async () => {
  const db = await openTestDatabase();
  const { orm } = db;
  await orm.execute(sql`alter table invoices drop column taken_back`);
  await orm.execute(sql`delete from schema_migrations where tag = ${TAG}`);

  const [customerId, invoiceId, line] = [newId(), newId(), newId()];
  await orm.execute(sql`
    insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
    values (${customerId}, 'C', 'UNKNOWN', 'France', 'France', 'PROSPECT', 'PROSPECT', '2011-01-01', 'GBP', now(), now())`);
  for (const id of [invoiceId, newId()]) {
    await orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${id}, ${id}, '2011-03-01T10:00:00Z', 'SALE', 'France', 'GBP', 900, 1)`);
  }
  await orm.execute(sql`
    insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
    values (${customerId}, ${line}, ${invoiceId}, 'A', 1, 'A', 9, 10000, 900, 'GBP', 'SALE')`);
  const claim = async (kind: string, status: string, remedy: string | null, quantity: number, on: string) => {
    const id = newId();
    await orm.execute(sql`
      insert into claims (customer_id, id, number, kind, invoice_id, claimed_on, status, outcome, language, note, refund,
        currency, receipt_hash, version, created_at, updated_at)
      values (${customerId}, ${id}, ${id}, ${kind}, ${invoiceId}, ${on}, ${status}, 'ALLOWED', 'en', '', 0, 'GBP', '', 1,
        now(), now())`);
    await orm.execute(sql`
      insert into claim_lines (customer_id, id, claim_id, sale_line_id, code, quantity, outcome, remedy, review, currency,
        details, result, trace, extras)
      values (${customerId}, ${newId()}, ${id}, ${line}, 'A', ${quantity}, 'ALLOWED', ${remedy}, false, 'GBP', '{}', '{}',
        '[]', '[]')`);
  };
  await claim('REPAIR', 'SETTLED', 'REFUND', 2, '2011-03-05');
  await claim('RETURN', 'SETTLED', null, 1, '2011-03-04');
  await claim('RETURN', 'DECIDED', null, 1, '2011-03-06');
  await claim('RETURN', 'WITHDRAWN', 'REFUND', 1, '2011-03-06');
  await claim('REPLACEMENT', 'SETTLED', 'REPLACE', 1, '2011-03-06');
  await claim('RETURN', 'SETTLED', 'REPAIR', 1, '2011-03-06');

  await migrateAll(db);
  const rows = await rowsOf<{ id: string; taken: unknown }>(orm, sql`select id, taken_back as taken from invoices`);
  expect(rows.find(({ id }) => id === invoiceId)?.taken).toEqual({
    [line]: [
      { on: '2011-03-04', quantity: 1 },
      { on: '2011-03-05', quantity: 2 },
    ],
  });
  expect(rows.find(({ id }) => id !== invoiceId)?.taken).toBeNull();
}, 60_000);
