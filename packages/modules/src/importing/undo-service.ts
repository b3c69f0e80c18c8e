import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { removeProductsOfBatch } from '../catalog/index.ts';
import {
  customersChangedSince,
  removeCustomersOfBatch,
  restoreCustomers,
  segmentByValue,
  setTotals,
} from '../customers/index.ts';
import {
  goodsOfBatch,
  invoicesExtendedBy,
  linesOfBatch,
  matchReturnsOf,
  refreshInvoices,
  removeSalesOfBatch,
  revenueOf,
} from '../sales/index.ts';
import { batchOf } from './batch-service.ts';
import { checkedBySet, inMemory } from './bulk.ts';
import { whatHolds, type Holding } from './holding-service.ts';
import { importBatches, importedChanges, importRejects } from './table.ts';

export interface Undoing {
  tx: Orm;
  now: Date;
  /** Lets areas remove what they derived from the import's rows, in this very transaction. */
  hook: (event: string, payload: unknown) => Promise<void>;
  emit: (event: string, payload: unknown) => void;
}

/** What the hook `sales.undoing` tells the areas. */
export interface BeforeUndo {
  batchId: string;
  /** When its rows were there: what an area made before was not made for them. */
  importedAt: Date;
  now: Date;
  /** For what keeps the import and no reference tells. Nobody refuses by themselves: the refusal names all that holds. */
  hold: (holding: Holding) => void;
}

/**
 * Takes a whole import back and restores what was there before it. To be called in one transaction.
 *
 * First the hook `sales.undoing` lets areas remove what they had derived by themselves (promises, decisions nobody
 * touched, health, tasks for goods that were added), and say what of it is somebody's work. Whatever then still refers to
 * the import's rows, and whatever somebody changed on them, is somebody's work too: the undo is refused once, with the
 * whole list, and nothing happens; nobody is to undo one thing after the other and learn at the end that it was for
 * nothing. That goes for the claims of the sample too: each has its receipt, and a receipt that was issued can be checked
 * for good.
 * @throws DomainError NOT_FOUND, IMPORT_STATUS, IMPORT_HELD with `params.holding`
 */
export async function undoImport(
  ctx: Undoing,
  batchId: string,
): Promise<{ lines: number; invoices: number; customers: number; products: number }> {
  const { tx, now } = ctx;
  await tx.execute(sql`select 1 from ${importBatches} where id = ${batchId}::uuid for update`);
  const batch = await batchOf(tx, batchId);
  if (batch.status !== 'COMPLETE') {
    throw new DomainError('IMPORT_STATUS', `Only a complete import can be undone; this one is ${batch.status}.`, {
      path: ['id'],
      params: { status: batch.status },
    });
  }
  await inMemory(tx);
  const holding: Holding[] = [];
  const importedAt = batch.finishedAt ?? batch.createdAt;
  const before: BeforeUndo = { batchId, importedAt, now, hold: (held) => void holding.push(held) };
  await ctx.hook('sales.undoing', before);
  const former = sql`select * from ${importedChanges} where batch_id = ${batchId}::uuid`;
  holding.push(...changedCustomers(await customersChangedSince(tx, former)), ...(await whatHolds(tx, batchId)));
  if (holding.length > 0) throw importHeld(asOneList(holding));

  // what is touched must be known before it is gone
  await tx.execute(sql`create temp table undo_goods on commit drop as ${goodsOfBatch(batchId)}`);
  await tx.execute(sql`create temp table undo_invoices on commit drop as ${invoicesExtendedBy(batchId)}`);
  await tx.execute(
    sql`create temp table undo_customers on commit drop as select distinct customer_id from (${linesOfBatch(batchId)}) l`,
  );
  await checkedBySet(tx);
  const removed = await removeSalesOfBatch(tx, batchId);
  await refreshInvoices(tx, sql`select * from undo_invoices`);
  await matchReturnsOf(tx, sql`select * from undo_goods`);
  // somebody may have come in between
  const changed = changedCustomers(await restoreCustomers(tx, former));
  if (changed.length > 0) throw importHeld(changed);
  await tx.execute(sql`delete from ${importedChanges} where batch_id = ${batchId}::uuid`);
  const customers = await removeCustomersOfBatch(tx, batchId);
  const products = await removeProductsOfBatch(tx, batchId);
  await setTotals(tx, revenueOf(sql`select customer_id from undo_customers`), now);
  await segmentByValue(tx, now);
  await tx.execute(sql`delete from ${importRejects} where batch_id = ${batchId}::uuid`);
  await tx.execute(sql`update ${importBatches} set status = 'UNDONE' where id = ${batchId}::uuid`);
  ctx.emit('sales.undone', { batchId });
  return { ...removed, customers, products };
}

const changedCustomers = (numbers: readonly string[]): Holding[] =>
  numbers.length === 0
    ? []
    : [{ what: 'customers', why: 'CHANGED', count: numbers.length, examples: numbers.slice(0, 20) }];

/** Rows of a table that hold for one reason in one entry, whoever found them. */
function asOneList(holding: readonly Holding[]): Holding[] {
  const list = new Map<string, Holding>();
  for (const each of holding) {
    const key = `${each.why} ${each.what}`;
    const before = list.get(key);
    const examples = [...new Set([...(before?.examples ?? []), ...each.examples])].sort().slice(0, 20);
    list.set(key, { ...each, count: each.count + (before?.count ?? 0), examples: before ? examples : each.examples });
  }
  return [...list.values()].sort((a, b) => (`${a.why} ${a.what}` < `${b.why} ${b.what}` ? -1 : 1));
}

/** The refusal to take an import back, with all that stands in the way. */
function importHeld(holding: readonly Holding[]): DomainError {
  const list = holding.map(
    (h) =>
      `${h.count} × ${h.what.replaceAll('_', ' ')} (${h.why === 'CHANGED' ? 'changed since' : 'refer to it'}: ${h.examples.slice(0, 5).join(', ')})`,
  );
  return new DomainError(
    'IMPORT_HELD',
    `This import cannot be undone, because rows were changed or referred to since: ${list.join('; ')}. Undo, remove or call off these first; what a customer was told or promised, such as a claim, an accepted quote or a purchase moved to another version, stands, and the import with it.`,
    {
      path: ['id'],
      params: { holding },
    },
  );
}
