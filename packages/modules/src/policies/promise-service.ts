import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { Orm } from '@perennial/kernel/db/database';
import { countOf, lockFor, rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { JobContext } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { customerIdsAfter } from '../customers/index.ts';
import { invoicesOfBatch, linesOfBatch, purchasesOf, type CustomerRange } from '../sales/index.ts';
import { promisedVersions } from './rows.ts';
import { decideReturns } from './return-service.ts';
import { entitlements, policyVersions, returns } from './table.ts';

/** Customers in one short transaction; bounds memory and how long the one session of the embedded database is taken. */
const CHUNK = 2_000;

export interface Kept {
  customers: number;
  /** Purchases that were given a promise. */
  granted: number;
  /** Returns decided, for the first time or anew. */
  decided: number;
  /** Decisions removed because what they were about is gone. */
  removed: number;
}

/**
 * Brings promises and decisions up to date with the sales on record: every purchase carries the versions in force on
 * its day (C13), every returned piece is decided (C10). Goes through all customers in chunks, set-based; doing it again
 * changes nothing, and after a crash the next run goes on where something is missing.
 *
 * A version with a first day in the past gives its promise to purchases that had none of that policy; promises already
 * given are never exchanged.
 */
export async function keepPromises(ctx: JobContext, chunk = CHUNK): Promise<Kept> {
  const done: Kept = { customers: 0, granted: 0, decided: 0, removed: 0 };
  for (let after: string | null = null; ; ) {
    const ids: string[] = await customerIdsAfter(ctx.db.orm, after, chunk);
    const from = ids[0];
    const to = ids.at(-1);
    if (from === undefined || to === undefined) return done;
    after = to;
    await ctx.db.transaction(async (tx) => {
      await lockFor(tx, 'policies.keep');
      const versions: ReadonlyMap<string, VersionTerms> = await promisedVersions(tx, ctx.currency);
      const range = { from, to };
      const granted = await grant(tx, range, ctx.timezone);
      const { decided, removed } = await decideReturns(tx, range, ctx.timezone, versions);
      done.customers += ids.length;
      done.granted += granted;
      done.decided += decided;
      done.removed += removed;
    });
  }
}

/** Gives each purchase that has none the version of each policy that was in force on its day. */
async function grant(tx: Orm, range: CustomerRange, timezone: string): Promise<number> {
  const missing = await rowsOf<{
    customer_id: string;
    invoice_id: string;
    policy_id: string;
    version_id: string;
    on: string;
  }>(
    tx,
    sql`
    select p.customer_id, p.invoice_id, v.policy_id, v.id as version_id, p.bought_on::text as on
    from (${purchasesOf(range, timezone)}) p
    join ${policyVersions} v on v.status <> 'DRAFT' and v.effective_from <= p.bought_on
      and (v.effective_to is null or p.bought_on < v.effective_to)
    where not exists (
      select 1 from ${entitlements} e
      where e.customer_id = p.customer_id and e.invoice_id = p.invoice_id and e.policy_id = v.policy_id)
    order by p.bought_on, p.invoice_id, v.policy_id`,
  );
  if (missing.length === 0) return 0;
  const rows = missing.map((row) => ({ ...row, id: newId() }));
  return countOf(
    tx,
    sql`
    insert into ${entitlements} (customer_id, id, invoice_id, policy_id, policy_version_id, granted_on)
    select customer_id, id, invoice_id, policy_id, version_id, "on"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r (customer_id uuid, id uuid, invoice_id uuid, policy_id uuid, version_id uuid, "on" date)
    on conflict (customer_id, invoice_id, policy_id) do nothing`,
  );
}

/**
 * Takes back what was made by itself from the sales of an import that is being undone. Runs inside the undo's own
 * transaction, before it removes the sales. A return that a person closed is that person's work: it stays and so keeps
 * the import from being undone. Decisions of other imports' returns that become wrong by it are made anew
 * afterwards by {@link keepPromises}.
 */
export async function forgetBatch(tx: Orm, batchId: string): Promise<void> {
  await lockFor(tx, 'policies.keep');
  await tx.execute(sql`
    delete from ${returns} r using (${linesOfBatch(batchId)}) l
    where r.customer_id = l.customer_id and (r.return_line_id = l.id or r.sale_line_id = l.id) and r.closed_at is null`);
  await tx.execute(sql`
    delete from ${entitlements} e using (${invoicesOfBatch(batchId)}) i
    where e.customer_id = i.customer_id and e.invoice_id = i.id`);
}
