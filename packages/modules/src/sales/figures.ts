import { sql, type SQL } from 'drizzle-orm';
import { customerCurrencies } from '../customers/index.ts';
import { endOfDay, isoInstant, type Reckoning } from './facts.ts';
import { invoiceLines, invoices } from './table.ts';

/**
 * Revenue of goods up to the as-of date, in minor units of the business's currency; fees count neither way, and neither
 * does what was sold in another currency.
 */
export interface RevenueFigures {
  /** Customers with a positive net revenue, of those whose own currency is the business's: as `customers.value` has it. */
  customers: number;
  revenue: number;
  /** The fewest customers that make `headPercent` of it, and the net revenue of the last of them. */
  head: number;
  headValue: number;
  /** `[customers, their revenue]`, best customers first; at most 100 points. */
  points: [customers: number, revenue: number][];
  /** Customers who bought and are not in the curve, or not wholly, because of another currency. */
  elsewhere: number;
  /** Invoices of goods in other currencies within `months`, which are not in them. */
  invoicesElsewhere: number;
  /** Whether something was sold or came back after the day: what is kept on the customers counts that as well. */
  later: boolean;
  /** In order and without gaps; `from` and `to` are the first and last moment that is counted as ISO instants. */
  months: { month: string; sold: number; returned: number; from: string; to: string }[];
}

/**
 * Scalar query for {@link RevenueFigures} as json, to be put into a larger statement: the 80/20 curve (C41) and revenue
 * by month of the business's time zone from one pass over the lines.
 * @param sinceMonth first month of `months`, `YYYY-MM-01`; the curve counts everything
 */
export function revenueFigures(
  asOf: string,
  { currency, timezone }: Reckoning,
  sinceMonth: string,
  headPercent: number,
): SQL {
  const end = endOfDay(asOf, timezone);
  return sql`(
    with goods as materialized (
      -- by invoice first: the calendar is then asked once per invoice and not once per line
      select customer_id, invoice_id, kind, sum(amount)::bigint as amount
      from ${invoiceLines}
      where kind in ('SALE', 'RETURN')
      group by 1, 2, 3
    ), lines as materialized (
      select g.customer_id, g.invoice_id, g.kind, date_trunc('month', i.at at time zone ${timezone}::text) as month, g.amount,
        i.currency = ${currency}::text as ours
      from goods g
      join ${invoices} i on i.customer_id = g.customer_id and i.id = g.invoice_id
      where i.at < ${end}
    ), bought as materialized (
      select l.customer_id, c.currency = ${currency}::text as ours, wholly, value
      from (
        select customer_id, sum(amount) filter (where ours)::bigint as value, bool_and(ours) as wholly from lines group by 1
      ) l
      join (${customerCurrencies()}) c on c.customer_id = l.customer_id
    ), net as (
      select customer_id, value from bought where ours and value > 0
    ), ranked as (
      select value, row_number() over best as rank, sum(value) over best as cumulated, count(*) over () as n, sum(value) over () as total
      from net
      window best as (order by value desc, customer_id rows between unbounded preceding and current row)
    ), curve as (
      select coalesce(max(n), 0) as customers, coalesce(max(total), 0) as revenue,
        count(*) filter (where (cumulated - value) * 100 < total * ${headPercent}::int) as head,
        coalesce(min(value) filter (where (cumulated - value) * 100 < total * ${headPercent}::int), 0) as head_value,
        coalesce(json_agg(json_build_array(rank, cumulated) order by rank)
          filter (where (rank * 100 + n - 1) / n > ((rank - 1) * 100 + n - 1) / n), '[]') as points
      from ranked
    )
    select json_build_object('customers', customers, 'revenue', revenue, 'head', head, 'headValue', head_value, 'points', points,
      'elsewhere', (select count(*) from bought where not (ours and wholly)),
      'invoicesElsewhere', (select count(distinct invoice_id) from lines where not ours and month >= ${sinceMonth}::timestamp),
      'later', exists (select 1 from ${invoices} where at >= ${end}),
      'months', (
        select json_agg(json_build_object('month', to_char(first, 'YYYY-MM'), 'sold', coalesce(sold, 0), 'returned', coalesce(returned, 0),
          'from', ${isoInstant(sql`first at time zone ${timezone}::text`)},
          'to', ${isoInstant(sql`least((first + interval '1 month') at time zone ${timezone}::text, ${end}) - interval '1 millisecond'`)}) order by first)
        from generate_series(${sinceMonth}::timestamp, ${asOf}::timestamp, interval '1 month') as first
        left join (
          select month, sum(amount) filter (where kind = 'SALE') as sold, -sum(amount) filter (where kind = 'RETURN') as returned
          from lines where ours group by month
        ) by_month on month = first))
    from curve)`;
}
