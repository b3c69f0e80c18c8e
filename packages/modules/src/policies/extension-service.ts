import type { GoodsFacts } from '@perennial/domain/catalog/goods';
import { extendedBy, withoutImport, type Brought, type Less } from '@perennial/domain/policies/goods';
import { losesBy } from '@perennial/domain/policies/less';
import { factsFrom, type FrozenFacts } from '@perennial/domain/policies/snapshot';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { productTraits } from '../catalog/index.ts';
import {
  broughtWith,
  goodsSold,
  linesAddedLater,
  purchasesOf,
  type CustomerRange,
  type Reckoning,
} from '../sales/index.ts';
import { entitlementHash, snapshotsById } from './snapshot-service.ts';
import { entitlements, promiseSnapshots } from './table.ts';

/** A promise whose purchase became larger or smaller. */
type Touched = {
  customer_id: string;
  id: string;
  invoice_id: string;
  policy_id: string;
  on: string;
  snapshot_id: string;
  snapshot_hash: string;
  facts: FrozenFacts;
};

type Extended = Touched & {
  /** Goods that were on the purchase before. */
  codes: string[] | null;
  batches: string[];
  value: string | null;
  /** Goods that were not on the purchase when it was promised, as their products are now; null: none. */
  goods: GoodsFacts[] | null;
};

/** Lines that were `added`, with each promise of their purchase that was not told of them. */
const UNTOLD = sql`
      select e.id as entitlement_id, a.*
      from ${entitlements} e
      join added a on a.customer_id = e.customer_id and a.invoice_id = e.invoice_id
      where e.facts is not null and not coalesce(e.facts -> 'extendedBy', '[]') @> to_jsonb(a.batch_id::text)`;

/** Whether {@link extendPromises} would find something to tell. */
export async function isToBeExtended(orm: Orm, range: CustomerRange): Promise<boolean> {
  const found = await rowsOf(
    orm,
    sql`with added as materialized (${linesAddedLater(range)}), news as (${UNTOLD}) select 1 from news limit 1`,
  );
  return found.length > 0;
}

/**
 * Tells the promises of a range of customers of what later imports added to their purchases: the goods are frozen as
 * they are now, the worth is that of the whole purchase, and what was frozen of the other goods stays (S1, C13). Doing
 * it again changes nothing.
 */
export async function extendPromises(tx: Orm, range: CustomerRange, frame: Reckoning): Promise<void> {
  const rows = await rowsOf<Extended>(
    tx,
    sql`
    with added as materialized (${linesAddedLater(range)}
    ), news as (${UNTOLD}
    ), more as (
      select customer_id, entitlement_id, jsonb_agg(distinct batch_id) as batches from news group by 1, 2
    )
    select e.customer_id, e.id, e.invoice_id, e.policy_id, e.granted_on::text as on, s.hash as snapshot_hash, e.facts,
      e.snapshot_id, m.batches, p.value::text as value, (
        select jsonb_agg(distinct g.code) from (${goodsSold(range)}) g
        where g.customer_id = e.customer_id and g.invoice_id = e.invoice_id and not exists (
          select 1 from news o where o.customer_id = e.customer_id and o.entitlement_id = e.id and o.id = g.id)
      ) as codes, (
        select jsonb_agg(jsonb_build_object('code', n.code, 'category', t.category, 'complexity', t.complexity,
          'extras', coalesce(to_jsonb(t.extras), '[]')))
        from news n
        left join (${productTraits()}) t on t.id = n.product_id
        where n.customer_id = e.customer_id and n.entitlement_id = e.id and n.kind = 'SALE' and not exists (
          select 1 from (${goodsSold(range)}) g
          where g.customer_id = e.customer_id and g.invoice_id = e.invoice_id and g.code = n.code and not exists (
            select 1 from news o where o.customer_id = e.customer_id and o.entitlement_id = e.id and o.id = g.id))
      ) as goods
    from more m
    join ${entitlements} e on e.customer_id = m.customer_id and e.id = m.entitlement_id
    join ${promiseSnapshots} s on s.id = e.snapshot_id
    join (${purchasesOf(range, frame)}) p on p.customer_id = e.customer_id and p.invoice_id = e.invoice_id`,
  );
  const less = await lessPromised(tx, rows);
  await freezeAnew(
    tx,
    rows.map((row) => {
      const { batches, codes, goods, value } = row;
      const by = { batches, before: codes ?? [], goods: goods ?? [], value: value === null ? null : Number(value) };
      return { row, facts: extendedBy(row.facts, by, less(row)) };
    }),
  );
}

/** Whether goods of a purchase are promised less, by all that it carries, where other facts hold. */
async function lessPromised(tx: Orm, rows: readonly Touched[]): Promise<(row: Touched) => Less> {
  const versions = await snapshotsById(
    tx,
    rows.map((row) => row.snapshot_id),
  );
  const held = Map.groupBy(rows, (row) => `${row.customer_id} ${row.invoice_id}`);
  return (row) => {
    const all = held.get(`${row.customer_id} ${row.invoice_id}`) ?? [];
    const promises = all.flatMap((each) => versions.get(each.snapshot_id) ?? []);
    // no zone says which day it was: it is one already
    const factsOf = (facts: FrozenFacts, code: string) =>
      factsFrom(facts, 'UTC', { at: row.on, code }, { kind: 'returns' });
    return (code, was, is) => losesBy(promises, factsOf(was, code), factsOf(is, code));
  };
}

type Shrunk = Touched & { brought: Brought[]; same_money: boolean };

/**
 * Takes exactly that back of the promises which {@link extendPromises} told them of one import. To be called before the
 * import's lines are removed.
 */
export async function shrinkPromises(tx: Orm, batchId: string): Promise<void> {
  const rows = await rowsOf<Shrunk>(
    tx,
    sql`
    with brought as (
      select customer_id, invoice_id, currency,
        jsonb_agg(jsonb_build_object('batchId', batch_id, 'codes', codes, 'amount', amount)) as brought
      from (${broughtWith(batchId)}) b group by 1, 2, 3
    )
    select e.customer_id, e.id, e.invoice_id, e.policy_id, e.granted_on::text as on, e.snapshot_id,
      s.hash as snapshot_hash, e.facts, b.brought, b.currency = s.body ->> 'currency' as same_money
    from brought b
    join ${entitlements} e on e.customer_id = b.customer_id and e.invoice_id = b.invoice_id
    join ${promiseSnapshots} s on s.id = e.snapshot_id
    where e.facts -> 'extendedBy' @> to_jsonb(${batchId}::text)`,
  );
  const less = await lessPromised(tx, rows);
  await freezeAnew(
    tx,
    rows.map((row) => {
      const brought = row.same_money ? row.brought : row.brought.map((each) => ({ ...each, amount: 0 }));
      return { row, facts: withoutImport(row.facts, batchId, brought, less(row)) };
    }),
  );
}

async function freezeAnew(tx: Orm, changed: readonly { row: Touched; facts: FrozenFacts }[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ row, facts }) => {
    const { customer_id: customerId, invoice_id: invoiceId, policy_id: policyId } = row;
    const { on: grantedOn, snapshot_hash: snapshotHash } = row;
    const hash = entitlementHash({ customerId, invoiceId, policyId, grantedOn, snapshotHash, facts });
    return { customer_id: customerId, id: row.id, facts, hash };
  });
  await tx.execute(sql`
    update ${entitlements} e set facts = r.facts, hash = r.hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (customer_id uuid, id uuid, facts jsonb, hash text)
    where e.customer_id = r.customer_id and e.id = r.id`);
}
