import { countKnown, type ImportCounts, type LineCounts } from '@perennial/domain/importing/counts';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { DomainError } from '@perennial/domain/shared/errors';
import { countOf, rowsOf, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sql } from 'drizzle-orm';
import { holdProducts, takeInProducts } from '../catalog/index.ts';
import { customersToChange, segmentByValue, setTotals, takeInCustomers } from '../customers/index.ts';
import {
  awaitDelivery,
  countMatched,
  goodsOfBatch,
  holdInvoices,
  invoicesExtendedBy,
  linesOfBatch,
  matchReturnsOf,
  refreshInvoices,
  refreshStatistics,
  revenueOf,
  takeInInvoices,
  takeInLines,
} from '../sales/index.ts';
import { checkedBySet, inMemory } from './bulk.ts';
import type { Standing } from './prepare-service.ts';
import { newLines } from './prepare-service.ts';
import { importBatches, importedChanges, stagedCustomers, stagedInvoices, stagedProducts } from './table.ts';
import { kindBy } from './unfitting.ts';

export interface Move {
  batchId: string;
  mapping: ImportMapping;
  read: LineCounts;
  standing: Standing;
  now: Date;
  finishedAt: Date;
}

/**
 * The one step in which an import becomes visible: moves what was prepared into the tables that people read, and brings
 * everything that follows from it up to date. To be called in one transaction; until it commits nothing has happened.
 * @throws DomainError IMPORT_NOT_RUNNING when the batch was given up meanwhile
 */
export async function moveIn(
  tx: Orm,
  move: Move,
  phase: (phase: 'MATCHING' | 'VALUES') => void,
): Promise<ImportCounts> {
  const { batchId, mapping, now } = move;
  const intake = { batchId, currency: mapping.currency, now };
  // first of all, so that whoever wants to give the batch up waits for the outcome
  const mine = await countOf(
    tx,
    sql`update ${importBatches} set status = 'COMPLETE', finished_at = ${move.finishedAt}::timestamptz
      where id = ${batchId}::uuid and status = 'RUNNING'`,
  );
  if (mine !== 1)
    throw new DomainError('IMPORT_NOT_RUNNING', 'This import was given up meanwhile; start it again.', {
      path: ['batchId'],
    });

  await inMemory(tx);
  await checkedBySet(tx);
  const customers = sql`
    select c.owner_id, c.number, c.is_new, c.since, case when c.is_new then c.latest_at else i.at end as latest_at,
      case when c.is_new then c.country else i.country end as country
    from ${stagedCustomers} c
    left join (
      select distinct on (owner_id) owner_id, at, country from ${stagedInvoices} where is_new order by owner_id, at desc, id desc
    ) i on i.owner_id = c.owner_id`;
  await keepFormer(tx, batchId, customersToChange(customers));
  const newCustomers = await takeInCustomers(tx, customers, intake);
  await holdProducts(tx, sql`select id from ${stagedProducts} where not is_new`);
  const products = await takeInProducts(
    tx,
    sql`select id, code, name, price from ${stagedProducts} where is_new`,
    intake,
  );
  await holdInvoices(tx, sql`select owner_id, id from ${stagedInvoices} where not is_new`);
  const invoices = await takeInInvoices(
    tx,
    sql`select owner_id as customer_id, id, number, at,
      ${kindBy(mapping, sql`number`)} as kind,
      country, total, lines from ${stagedInvoices} where is_new`,
    intake,
  );
  const added = await takeInLines(tx, newLines(), intake);

  phase('MATCHING');
  if (added > 0) {
    await refreshStatistics(tx);
    if (await anyKnownInvoice(tx)) {
      await refreshInvoices(tx, invoicesExtendedBy(batchId));
      await awaitDelivery(tx, batchId);
    }
    await matchReturnsOf(tx, goodsOfBatch(batchId));
  }
  const matched = await countMatched(tx, linesOfBatch(batchId));

  phase('VALUES');
  if (added > 0) {
    await setTotals(tx, revenueOf(sql`select owner_id as customer_id from ${stagedCustomers}`), now);
    await segmentByValue(tx, now);
  }
  const [two] = await rowsOf<{ n: number }>(
    tx,
    sql`select count(*)::int as n from ${stagedCustomers} where countries > 1`,
  );
  const { kinds } = move.standing;
  const all = (of: (each: Standing['kinds'][number]) => number) => kinds.reduce((sum, each) => sum + of(each), 0);
  const read = { ...move.read, outcomes: { ...move.read.outcomes } };
  for (const { kind, there, differing } of kinds) {
    countKnown(read, kind, 'DIFFERS', differing.length);
    countKnown(read, kind, 'THERE', there - differing.length);
  }
  const counts: ImportCounts = {
    ...read,
    added,
    alreadyThere: all(({ there }) => there),
    differing: all(({ differing }) => differing.length),
    customers: newCustomers,
    customersInTwoCountries: two!.n,
    products,
    invoices,
    returnsMatched: matched.matched,
    returnsPartlyMatched: matched.partly,
    returnsWithoutPurchase: matched.none,
    returnsThere: all(({ kind, there }) => (kind === 'RETURN' ? there : 0)),
  };
  await tx.execute(
    sql`update ${importBatches} set counts = ${JSON.stringify(counts)}::text::jsonb, progress = null where id = ${batchId}::uuid`,
  );
  return counts;
}

async function keepFormer(tx: Orm, batchId: string, former: ReturnType<typeof customersToChange>): Promise<void> {
  const rows = await rowsOf<{
    customer_id: string;
    country: string;
    region: string;
    since: string;
    version: number;
  }>(tx, former);
  const kept = rows.map((row) => ({
    customerId: row.customer_id,
    id: newId(),
    batchId,
    country: row.country,
    region: row.region,
    since: row.since,
    version: row.version,
    versionAfter: row.version + 1,
  }));
  for (let from = 0; from < kept.length; from += 1000) {
    await tx.insert(importedChanges).values(kept.slice(from, from + 1000));
  }
}

async function anyKnownInvoice(tx: Orm): Promise<boolean> {
  const rows = await rowsOf(tx, sql`select 1 as there from ${stagedInvoices} where not is_new limit 1`);
  return rows.length > 0;
}
