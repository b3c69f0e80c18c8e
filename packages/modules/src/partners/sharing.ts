import { copiedFields } from '@perennial/domain/partners/sharing-index';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';

/**
 * Who is to be looked at again: some customers (a consent was withdrawn, a region changed), one agreement (its
 * population or grants changed), or everybody (an import).
 */
export type SharingScope = { customerIds: readonly string[] } | { agreementId: string } | 'everybody';

const copyColumns = copiedFields.map((copy) => copy.column);

/**
 * A value is copied only where the agreement grants its field, or where every agreement shows it: the index itself tells
 * nothing that was not agreed.
 */
const copyValues = copiedFields
  .map(({ field, column, meta }) =>
    meta.share === 'always'
      ? `c.${column}`
      : `case when 'Customer.${field}' = any (a.fields) then c.${column} end as ${column}`,
  )
  .join(',\n      ');

/** Consents of customer `c` that cover the partner and purpose of agreement `a` today and were not withdrawn since. */
const CONSENTS = `
    from consents k
    where k.customer_id = c.customer_id and k.status = 'GRANTED' and k.purpose = a.purpose
      and (k.partner_id is null or k.partner_id = a.partner_id)
      and (k.expires_at is null or k.expires_at > now())
      and not exists (
        select 1 from consents w
        where w.customer_id = k.customer_id and w.status = 'WITHDRAWN' and w.purpose = a.purpose
          and (w.partner_id is null or w.partner_id = a.partner_id)
          and coalesce(w.withdrawn_at, w.given_at) >= k.given_at)`;

/** Customers `c` in the agreed population of agreement `a`. */
const POPULATION = `
  from agreements a
  join customers c
    on (cardinality(a.regions) = 0 or c.region = any (a.regions))
   and (cardinality(a.segments) = 0 or c.segment = any (a.segments))`;

/**
 * Rule S10 set-based; `domain/partners/visibility.ts` says the same for one row and the two are compared by a test.
 * The reference is HMAC-SHA-256 of the customer's id under the agreement's key, cut to 128 bits.
 */
const SHARED = `
  select c.customer_id, a.id as agreement_id,
    encode(substr(sha256(decode(a.ref_outer, 'hex') || sha256(decode(a.ref_inner, 'hex') || uuid_send(c.customer_id))), 1, 16), 'hex')::uuid as ref,
    least(consent.until, a.ends_at) as expires_at,
      ${copyValues}
  ${POPULATION}
  join lateral (
    select case when bool_or(k.expires_at is null) then null else max(k.expires_at) end as until
    ${CONSENTS}
    having count(*) > 0
  ) consent on true
  where a.status = 'ACTIVE' and (a.ends_at is null or a.ends_at > now())`;

const KEPT = [...copyColumns, 'ref', 'expires_at'];

const SAVE = `
  insert into shared_customers (customer_id, agreement_id, ref, expires_at, ${copyColumns.join(', ')})
  select customer_id, agreement_id, ref, expires_at, ${copyColumns.join(', ')} from wanted
  on conflict (customer_id, agreement_id) do update
    set ${KEPT.map((column) => `${column} = excluded.${column}`).join(', ')}
  where (${KEPT.map((column) => `shared_customers.${column}`).join(', ')})
    is distinct from (${KEPT.map((column) => `excluded.${column}`).join(', ')})`;

/**
 * Brings the sharing index up to date inside the caller's transaction, set-based, in one statement: rows that may no
 * longer be seen go, new ones come, changed copies are renewed.
 */
export async function refreshSharing(tx: Orm, scope: SharingScope): Promise<void> {
  const { wanted, old } = conditions(scope);
  await tx.execute(sql`
    with wanted as materialized (${sql.raw(SHARED)} ${wanted}),
    gone as (
      delete from shared_customers s
      where ${old} and not exists (
        select 1 from wanted w where w.customer_id = s.customer_id and w.agreement_id = s.agreement_id)
    )
    ${sql.raw(SAVE)}`);
}

function conditions(scope: SharingScope): { wanted: SQL; old: SQL } {
  if (scope === 'everybody') return { wanted: sql``, old: sql`true` };
  if ('agreementId' in scope) {
    return {
      wanted: sql`and a.id = ${scope.agreementId}::uuid`,
      old: sql`s.agreement_id = ${scope.agreementId}::uuid`,
    };
  }
  const ids = `{${scope.customerIds.join(',')}}`;
  return {
    wanted: sql`and c.customer_id = any (${ids}::uuid[])`,
    old: sql`s.customer_id = any (${ids}::uuid[])`,
  };
}

/** How far an agreement reaches; counts of customers. */
export interface Coverage {
  /** All customers of the business. */
  everybody: number;
  /** In the agreed regions and segments. */
  population: number;
  /** Of these, consent covers partner and purpose today. */
  consented: number;
  /** What the partner can see now; 0 unless the agreement is in force. */
  visible: number;
}

/** Counts for an agreement, a draft included: what it would reach is worth knowing before it is activated. */
export async function coverageOf(orm: Orm, agreementId: string): Promise<Coverage> {
  const [row] = await rowsOf<{ everybody: string; population: string; consented: string; visible: string }>(
    orm,
    sql`
      select
        (select count(*) from customers) as everybody,
        count(*) as population,
        count(*) filter (where exists (select 1 ${sql.raw(CONSENTS)})) as consented,
        (select count(*) from shared_customers s
          join agreements f on f.id = s.agreement_id
          where s.agreement_id = ${agreementId}::uuid and (s.expires_at is null or s.expires_at > now())
            and f.status = 'ACTIVE' and f.starts_at <= now() and (f.ends_at is null or f.ends_at > now())) as visible
      ${sql.raw(POPULATION)}
      where a.id = ${agreementId}::uuid`,
  );
  return {
    everybody: Number(row?.everybody ?? 0),
    population: Number(row?.population ?? 0),
    consented: Number(row?.consented ?? 0),
    visible: Number(row?.visible ?? 0),
  };
}
