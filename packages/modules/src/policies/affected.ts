import { UNKNOWN, type Cases, type Range, type Side } from '@perennial/domain/policies/cases';
import { addMonths } from '@perennial/domain/shared/period';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { sql, type SQL } from 'drizzle-orm';
import { EVERYBODY, goodsSold, netSales, purchasesOf, type Reckoning } from '../sales/index.ts';
import { entitlements, policyVersions } from './table.ts';

/**
 * Purchases that fall in any of the cases and carry a promise of that kind, or of that policy, or any at all where nothing
 * is asked. By which version does not matter: publishing the same again makes nobody less affected.
 */
export interface AffectedCases {
  carrying: { kind?: string; policyId?: string };
  cases: readonly Cases[];
}

/** Who would be promised less, and what their custom was worth (S11). */
export interface Affected {
  customers: number;
  /**
   * What they bought in the last 12 months, less what came back; minor units of the business's currency, never below 0
   * for one customer. What was sold in another currency is not in it.
   */
  valueAtRisk: number;
  /** Those worth most, best first. */
  foremost: readonly { customerId: string; value: number }[];
}

const FOREMOST = 20;

/**
 * Customers with purchases of the 12 months up to `asOf` that carry such promises and fall in their cases, by what was
 * frozen with each promise: that is what it is kept by, whatever became of the customer and the goods since. One
 * statement, however many customers there are. Until lifetime value exists (C62), value at risk is what they bought in
 * those 12 months.
 */
export async function affectedBy(
  orm: Orm,
  cut: readonly AffectedCases[],
  frame: Pick<BusinessFrame, 'asOf'> & Reckoning,
): Promise<Affected> {
  const hit = cut.filter(({ cases }) => cases.length > 0);
  if (hit.length === 0) return { customers: 0, valueAtRisk: 0, foremost: [] };
  const { asOf } = frame;
  const since = addMonths(asOf, -12);
  const rows = await rowsOf<{ customers: number; value: string; foremost: { id: string; value: number }[] }>(
    orm,
    sql`
    with bought as materialized (
      -- read out of the frozen facts once for each promise, not for each of its lines
      select e.customer_id, e.invoice_id, e.policy_id, e.policy_version_id, e.facts ->> 'region' as region,
        e.facts ->> 'segment' as segment, coalesce((e.facts ->> 'tenureMonths')::int, ${UNKNOWN}::int) as tenure,
        (e.facts ->> 'value')::bigint as value, e.facts -> 'worths' as worths, e.facts -> 'goods' as goods
      from (${purchasesOf(EVERYBODY, frame)}) p
      join ${entitlements} e on e.customer_id = p.customer_id and e.invoice_id = p.invoice_id
      where p.bought_on between ${since}::date and ${asOf}::date
    ), hit as (
      -- joined once and filtered line by line: asking per purchase would read all lines for each
      select distinct b.customer_id
      from bought b
      join (${goodsSold(EVERYBODY)}) g on g.customer_id = b.customer_id and g.invoice_id = b.invoice_id
      where ${anyOf(hit.map(({ carrying, cases }) => allOf([carries(carrying), anyOf(cases.map(among))])))}
    ), sales as materialized (
      -- summed up once, not once for each customer where the planner expects hardly any
      ${netSales(since, asOf, frame)}
    ), worth as (
      select h.customer_id, greatest(coalesce(n.value, 0), 0) as value
      from hit h left join sales n on n.customer_id = h.customer_id
    )
    select count(*)::int as customers, coalesce(sum(value), 0)::text as value,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.customer_id, 'value', f.value) order by f.value desc, f.customer_id)
        from (select * from worth order by value desc, customer_id limit ${FOREMOST}::int) f), '[]') as foremost
    from worth`,
  );
  const { customers = 0, value = '0', foremost = [] } = rows[0] ?? {};
  return {
    customers,
    valueAtRisk: Number(value),
    foremost: foremost.map((each) => ({ customerId: each.id, value: Number(each.value) })),
  };
}

const anyOf = (conditions: readonly SQL[]): SQL => sql`(${sql.join([...conditions], sql` or `)})`;
const allOf = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join([...conditions], sql` and `)})`;

/** Whether a purchase carries what is lost. */
function carries({ kind, policyId }: AffectedCases['carrying']): SQL {
  const speaking = sql`select id from ${policyVersions} where terms @> ${JSON.stringify([{ kind }])}::text::jsonb`;
  return allOf([
    ...(kind === undefined ? [] : [sql`b.policy_version_id = any (array(${speaking}))`]),
    ...(policyId === undefined ? [] : [sql`b.policy_id = ${policyId}::uuid`]),
  ]);
}

/**
 * Whether a purchased line is among the cases: the same question as `holds` of the domain, for all lines at once, of facts
 * as `factsFrom` reads them. Goods that nothing is said of are plain.
 */
function among(cases: Cases): SQL {
  const said = sql`(b.goods -> g.code)`;
  return allOf([
    ...side(sql`b.region`, cases.regions),
    ...side(sql`b.segment`, cases.segments),
    ...side(sql`g.code`, cases.productCodes),
    ...side(sql`(${said} ->> 'category')`, cases.categories),
    ...side(sql`(case when ${said} is null then 'LOW' else ${said} ->> 'complexity' end)`, cases.complexity),
    ...within(worth(sql`coalesce((b.worths ->> g.code)::bigint, b.value)`), cases.value),
    ...within(sql`b.tenure`, cases.tenure),
  ]);
}

/** A worth as ranges count it: below 0 it is 0, and {@link UNKNOWN} where it is not known. */
const worth = (value: SQL): SQL =>
  sql`(case when ${value} is null then ${UNKNOWN}::bigint else greatest(${value}, 0) end)`;

const within = (number: SQL, { low, high }: Range): SQL[] => [
  ...(low === UNKNOWN ? [] : [sql`${number} >= ${low}::bigint`]),
  ...(high === null ? [] : [sql`${number} < ${high}::bigint`]),
];

/** No condition where the side says nothing; what is not known is in every "everything but". */
function side(value: SQL, { except, items }: Side): SQL[] {
  if (items.length === 0) return except ? [] : [sql`false`];
  const listed = sql`${value} in (${sql.join(
    items.map((item) => sql`${item}::text`),
    sql`, `,
  )})`;
  return [except ? sql`(${value} is null or not ${listed})` : listed];
}
