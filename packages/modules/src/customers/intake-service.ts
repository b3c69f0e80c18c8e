import { DomainError } from '@perennial/domain/shared/errors';
import { countOf, rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';
import { customerNumbers, customers } from './table.ts';

/**
 * Set-based intake of customers, for imports. A `source` is a query with one row per customer number:
 * `owner_id uuid, number text, is_new boolean, since date, latest_at timestamptz, country text`, where `owner_id` is the
 * id of the customer who has that number already, or the id to be given. For a customer who is known, `latest_at` and
 * `country` are of the latest invoice that is new, null where none is: a file that comes again moves nobody.
 */
export interface Intake {
  batchId: string;
  currency: string;
  now: Date;
}

/** Who has which number: `customer_id, number`. */
export function customerKeys(): SQL {
  return sql`select ${customerNumbers.customerId} as customer_id, ${customerNumbers.number} as number from ${customerNumbers}`;
}

/** Customers that an import created: `customer_id, number, version`. */
export function customersOfBatch(batchId: string): SQL {
  return sql`select customer_id, number, version from ${customers} where batch_id = ${batchId}::uuid`;
}

/**
 * What is to change on customers who are there already, with what is there now: a later invoice from another country
 * moves the customer (the region goes along unless somebody set it apart), and an earlier one moves `since` back. What
 * follows from the sales (segment, stage) is not decided here.
 */
function changes(source: SQL): SQL {
  return sql`
    select * from (
      select c.customer_id, c.country, c.region, c.since, c.version,
        case when moved then s.country else c.country end as new_country,
        case when moved and c.region = c.country then s.country else c.region end as new_region,
        least(c.since, s.since) as new_since
      from (${source}) s
      join ${customers} c on c.customer_id = s.owner_id
      cross join lateral (select s.latest_at >= coalesce(c.last_purchase_at, '-infinity') as moved) m
      where not s.is_new
    ) change
    where (country, region, since) <> (new_country, new_region, new_since)`;
}

/** What `takeInCustomers` will change: `customer_id, country, region, since, version` as they are now. */
export function customersToChange(source: SQL): SQL {
  return sql`select customer_id, country, region, since, version from (${changes(source)}) c`;
}

/**
 * Writes the customers of a source: new ones are created with no name and of unknown kind, known ones change as
 * described above. @returns number of customers created
 * @throws DomainError IMPORT_CUSTOMER_GONE when a known customer was removed meanwhile
 */
export async function takeInCustomers(tx: Orm, source: SQL, intake: Intake): Promise<number> {
  const [held] = await rowsOf<{ gone: number }>(
    tx,
    sql`
    with known as (select owner_id from (${source}) s where not is_new),
      held as (select customer_id from ${customers} where customer_id in (select owner_id from known) for key share)
    select ((select count(*) from known) - (select count(*) from held))::int as gone`,
  );
  if (held!.gone > 0) {
    throw new DomainError(
      'IMPORT_CUSTOMER_GONE',
      'A customer was removed while the file was read; start the import again.',
    );
  }
  await tx.execute(sql`
    update ${customers} c set country = n.new_country, region = n.new_region,
      since = n.new_since, version = c.version + 1
    from (${changes(source)}) n where c.customer_id = n.customer_id`);
  await tx.execute(sql`
    insert into ${customerNumbers} (number, customer_id) select number, owner_id from (${source}) s where is_new`);
  return countOf(
    tx,
    sql`
    insert into ${customers} (customer_id, number, kind, country, region, segment, stage, since, currency, created_at,
      updated_at, batch_id)
    select owner_id, number, 'UNKNOWN', country, country, 'STANDARD', 'ACTIVE', since, ${intake.currency},
      ${intake.now}::timestamptz, ${intake.now}::timestamptz, ${intake.batchId}::uuid
    from (${source}) s where is_new order by owner_id`,
  );
}

/** Numbers of the customers that are no longer as an import left them (`before`: `customer_id`, `version_after`). */
export async function customersChangedSince(tx: Orm, before: SQL): Promise<string[]> {
  const since = await rowsOf<{ number: string }>(
    tx,
    sql`select c.number from (${before}) b join ${customers} c on c.customer_id = b.customer_id
      where c.version <> b.version_after order by c.number`,
  );
  return since.map((row) => row.number);
}

/**
 * Puts customers back to what `before` says (the columns of `customersToChange`, and `version_after`).
 * @returns `customersChangedSince`: where there are any, all were left alone
 */
export async function restoreCustomers(tx: Orm, before: SQL): Promise<string[]> {
  const since = await customersChangedSince(tx, before);
  if (since.length > 0) return since;
  await tx.execute(sql`
    update ${customers} c set country = b.country, region = b.region,
      since = b.since, version = b.version
    from (${before}) b where c.customer_id = b.customer_id`);
  return [];
}

/** Removes the customers that an import created. What still refers to them stops it. */
export async function removeCustomersOfBatch(tx: Orm, batchId: string): Promise<number> {
  await tx.execute(sql`
    delete from ${customerNumbers} where customer_id in (select customer_id from ${customers} where batch_id = ${batchId}::uuid)`);
  return countOf(tx, sql`delete from ${customers} where batch_id = ${batchId}::uuid`);
}
