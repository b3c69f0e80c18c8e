import type { GoodsFacts } from '@perennial/domain/catalog/goods';
import { withGoods } from '@perennial/domain/policies/goods';
import type { FrozenFacts } from '@perennial/domain/policies/snapshot';
import { monthsBetween } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import { countOf, lockFor, rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { BusinessFrame, JobContext } from '@perennial/kernel/write/context';
import { sql, type SQL } from 'drizzle-orm';
import { productTraits } from '../catalog/index.ts';
import { customerIdsAfter, customerTraits } from '../customers/index.ts';
import {
  goodsSold,
  invoicesOfBatch,
  linesAddedLater,
  linesOfBatch,
  purchasesOf,
  type CustomerRange,
} from '../sales/index.ts';
import { extendPromises, isToBeExtended, shrinkPromises } from './extension-service.ts';
import { takesNothing } from './further-promise.ts';
import { decideReturns } from './return-service.ts';
import { entitlementHash, freezeVersions, type Stored } from './snapshot-service.ts';
import { entitlements, policies, policyVersions, promiseMoves, returns } from './table.ts';

/** What freezing needs to know of the business. */
type Frame = Pick<BusinessFrame, 'currency' | 'timezone'> & { now: Date };

/** A purchase that comes of an offer, with its goods as they were shown. */
interface Offered {
  invoiceId: string;
  goods: readonly GoodsFacts[];
}

/** Customers in one short transaction; bounds memory and how long the one session of the embedded database is taken. */
const CHUNK = 2_000;

/** Promises by which plans change. */
const MANY = 500;

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
 * its day (C13), knows what was added to it since, and every returned piece is decided (C10). Goes through all customers
 * in chunks, set-based; doing it again changes nothing, and after a crash the next run goes on where something is missing.
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
      const range = { from, to };
      await extendPromises(tx, range, ctx);
      const granted = await grant(tx, range, ctx);
      // the embedded database counts rows for its plans only when told to, and a server some time later
      if (granted >= MANY) await tx.execute(sql`analyze ${entitlements}`);
      const { decided, removed } = await decideReturns(tx, range, ctx);
      done.customers += ids.length;
      done.granted += granted;
      done.decided += decided;
      done.removed += removed;
    });
  }
}

/** A purchase that lacks a promise (`entitlementId` null) or whose promise is not frozen yet. */
type Missing = {
  entitlement_id: string | null;
  customer_id: string;
  invoice_id: string;
  policy_id: string;
  version_id: string;
  on: string;
  region: string | null;
  segment: string | null;
  since: string;
  value: string | null;
  goods: FrozenFacts['goods'] | null;
  extras: FrozenFacts['extras'] | null;
  /** Imports that had added to the purchase by now. */
  extended_by: string[] | null;
  /** What was frozen for another promise of the same purchase: the sale was one, and so are its facts. */
  frozen: FrozenFacts | null;
  /** Snapshots of the promises that the purchase carries already, and the goods on it; null: it carries none. */
  held: string[] | null;
  codes: string[] | null;
};

/** The versions in force on the day of a purchase, of policies of which it carries none. */
const lacking = (range: CustomerRange, frame: Frame): SQL => sql`
      select null::uuid as entitlement_id, p.customer_id, p.invoice_id, v.policy_id, v.id as version_id, p.bought_on
      from (${purchasesOf(range, frame)}) p
      join (${customerTraits()}) c on c.customer_id = p.customer_id
      join ${policyVersions} v on v.status <> 'DRAFT' and v.effective_from <= p.bought_on
        and (v.effective_to is null or p.bought_on < v.effective_to)
      join ${policies} o on o.id = v.policy_id and (o.regions = '{}' or c.region = any (o.regions))
      where not exists (
        select 1 from ${entitlements} e
        where e.customer_id = p.customer_id and e.invoice_id = p.invoice_id and e.policy_id = v.policy_id)`;

/**
 * Gives each purchase that has none the version of each policy that was in force on its day, and freezes it (S1): the
 * words, the hours and the facts by which terms apply. A variant for some regions goes to customers there. What a
 * purchase carries already is never made worse by it.
 *
 * Goods are looked up purchase by purchase: put together for all customers first, they are put together anew for every
 * purchase where a database that has not counted its rows yet expects a single one.
 */
async function grant(tx: Orm, range: CustomerRange, frame: Frame, offered?: Offered): Promise<number> {
  const missing = await rowsOf<Missing>(
    tx,
    sql`
    with owed as (
      ${lacking(range, frame)}
      union all
      select e.id, e.customer_id, e.invoice_id, e.policy_id, e.policy_version_id, e.granted_on
      from ${entitlements} e
      where e.snapshot_id is null and e.customer_id between ${range.from}::uuid and ${range.to}::uuid
    )
    select o.entitlement_id, o.customer_id, o.invoice_id, o.policy_id, o.version_id, o.bought_on::text as on,
      c.region, c.segment, c.since::text as since, p.value::text as value, g.goods, g.extras,
      x.extended_by,
      (select e.facts from ${entitlements} e
        where e.customer_id = o.customer_id and e.invoice_id = o.invoice_id and e.facts is not null
        order by e.id limit 1) as frozen,
      h.held, case when h.held is null then null else (
        select jsonb_agg(distinct s.code) from (${goodsSold(range)}) s
        where s.customer_id = o.customer_id and s.invoice_id = o.invoice_id) end as codes
    from owed o
    left join lateral (
      select jsonb_agg(e.snapshot_id order by e.snapshot_id) as held from ${entitlements} e
      where o.entitlement_id is null and e.customer_id = o.customer_id and e.invoice_id = o.invoice_id
        and e.snapshot_id is not null) h on true
    join (${purchasesOf(range, frame)}) p on p.customer_id = o.customer_id and p.invoice_id = o.invoice_id
    join (${customerTraits()}) c on c.customer_id = o.customer_id
    left join lateral (
      select jsonb_object_agg(s.code, jsonb_build_object('category', t.category, 'complexity', t.complexity))
          filter (where t.id is null or t.category is not null or t.complexity <> 'LOW') as goods,
        jsonb_object_agg(s.code, to_jsonb(t.extras)) filter (where cardinality(t.extras) > 0) as extras
      from (${goodsSold(range)}) s
      left join (${productTraits()}) t on t.id = s.product_id
      where s.customer_id = o.customer_id and s.invoice_id = o.invoice_id) g on true
    left join lateral (
      select jsonb_agg(distinct a.batch_id order by a.batch_id) as extended_by
      from (${linesAddedLater(range)}) a
      where a.customer_id = o.customer_id and a.invoice_id = o.invoice_id) x on true
    order by o.bought_on, o.invoice_id, o.policy_id`,
  );
  if (missing.length === 0) return 0;
  const snapshots = await freezeVersions(
    tx,
    missing.map((row) => row.version_id),
    frame,
  );
  const welcome = await takesNothing(tx, missing, snapshots);
  const rows = missing.filter(welcome).map((row) => freeze(row, snapshots.get(row.version_id)!, offered));
  await tx.execute(sql`
    update ${entitlements} e set snapshot_id = r.snapshot_id, facts = r.facts, hash = r.hash
    from jsonb_to_recordset(${JSON.stringify(rows.filter((row) => row.known))}::text::jsonb)
      as r (customer_id uuid, id uuid, snapshot_id uuid, facts jsonb, hash text)
    where e.customer_id = r.customer_id and e.id = r.id`);
  return countOf(
    tx,
    sql`
    insert into ${entitlements}
      (customer_id, id, invoice_id, policy_id, policy_version_id, granted_on, snapshot_id, facts, hash)
    select customer_id, id, invoice_id, policy_id, version_id, "on", snapshot_id, facts, hash
    from jsonb_to_recordset(${JSON.stringify(rows.filter((row) => !row.known))}::text::jsonb)
      as r (customer_id uuid, id uuid, invoice_id uuid, policy_id uuid, version_id uuid, "on" date, snapshot_id uuid,
        facts jsonb, hash text)
    on conflict (customer_id, invoice_id, policy_id) do nothing`,
  );
}

function freeze(row: Missing, snapshot: Stored, offered?: Offered) {
  const facts = row.frozen ?? atSale(row, offered?.invoiceId === row.invoice_id ? offered.goods : []);
  const { customer_id: customerId, invoice_id: invoiceId, policy_id: policyId, on: grantedOn } = row;
  return {
    known: row.entitlement_id !== null,
    customer_id: customerId,
    id: row.entitlement_id ?? newId(),
    invoice_id: invoiceId,
    policy_id: policyId,
    version_id: row.version_id,
    on: grantedOn,
    snapshot_id: snapshot.id,
    facts,
    hash: entitlementHash({ customerId, invoiceId, policyId, grantedOn, snapshotHash: snapshot.hash, facts }),
  };
}

const atSale = (row: Missing, goods: readonly GoodsFacts[]): FrozenFacts =>
  withGoods(
    {
      region: row.region,
      segment: row.segment,
      tenureMonths: monthsBetween(row.since, row.on),
      value: row.value === null ? null : Number(row.value),
      goods: row.goods ?? {},
      extras: row.extras ?? {},
      ...(row.extended_by === null ? {} : { extendedBy: row.extended_by }),
    },
    goods,
  );

/**
 * As {@link keepPromises} for one customer, inside a transaction of the caller's: a purchase recorded in it carries its
 * promises from the same moment on, and what came back of it before it was written down is decided by them.
 *
 * @param offered the purchase that comes of an offer, whose goods are what was shown with that.
 */
export async function grantTo(tx: Orm, customerId: string, frame: Frame, offered?: Offered): Promise<void> {
  await lockFor(tx, 'policies.keep');
  const range = { from: customerId, to: customerId };
  await extendPromises(tx, range, frame);
  await grant(tx, range, frame, offered);
  await decideReturns(tx, range, frame);
}

/**
 * Whether {@link grantTo} would find something to give for a customer's purchases: what an import added a moment ago.
 * Two statements, and no lock.
 */
export async function isToBeGranted(orm: Orm, customerId: string, frame: Frame): Promise<boolean> {
  const range = { from: customerId, to: customerId };
  if (await isToBeExtended(orm, range)) return true;
  return (await rowsOf(orm, sql`select 1 from (${lacking(range, frame)}) o limit 1`)).length > 0;
}

/**
 * Takes back what was made by itself from the sales of an import that is being undone, in the undo's own transaction and
 * before it removes them. A return that a person closed and a purchase that was moved to another version are somebody's
 * work: they stay and so keep the import. {@link keepPromises} decides anew afterwards what became wrong by it.
 */
export async function forgetBatch(tx: Orm, batchId: string): Promise<void> {
  await lockFor(tx, 'policies.keep');
  await shrinkPromises(tx, batchId);
  await tx.execute(sql`
    delete from ${returns} r using (${linesOfBatch(batchId)}) l
    where r.customer_id = l.customer_id and (r.return_line_id = l.id or r.sale_line_id = l.id) and r.closed_at is null`);
  await tx.execute(sql`
    delete from ${entitlements} e using (${invoicesOfBatch(batchId)}) i
    where e.customer_id = i.customer_id and e.invoice_id = i.id and not exists (
      select 1 from ${promiseMoves} m where m.customer_id = e.customer_id and m.entitlement_id = e.id)`);
}

/** Whether some purchase carries a promise that is not frozen: only after an upgrade. */
export async function hasUnfrozen(orm: Orm): Promise<boolean> {
  const rows = await rowsOf(orm, sql`select 1 from ${entitlements} where snapshot_id is null limit 1`);
  return rows.length > 0;
}
