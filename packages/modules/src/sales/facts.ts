import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { sql, type SQL } from 'drizzle-orm';
import { customerCurrencies } from '../customers/index.ts';
import { invoiceLines, invoices } from './table.ts';

/** First moment after the day `asOf` in the business's time zone: what is not before it has not happened yet. */
export function endOfDay(asOf: string, timezone: string): SQL {
  return sql`((${asOf}::date + 1)::timestamp at time zone ${timezone}::text)`;
}

/** A moment as an ISO instant in milliseconds, as filters take it. */
export function isoInstant(moment: SQL): SQL {
  return sql`to_char((${moment}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** By what the business reckons: the clock that says which day it is, and the money in which it says how much. */
export type Reckoning = Pick<BusinessFrame, 'currency' | 'timezone'>;

/**
 * The days of the goods on the line of the invoice under SQL aliases: `bought_on date` in the business's time zone,
 * `delivered_on date` (null: not known) as `deliveryOf` of the domain says it.
 */
function daysOfGoods(invoice: SQL, line: SQL, timezone: string): SQL {
  return sql`(${invoice}.at at time zone ${timezone}::text)::date as bought_on,
    case when ${invoice}.delivered ? ${line}.id::text then (${invoice}.delivered ->> ${line}.id::text)::date
      when ${invoice}.delivered ? ${line}.code then (${invoice}.delivered ->> ${line}.code)::date
      else ${invoice}.delivered_on end as delivered_on`;
}

/**
 * What promises go by, of the goods on the line of the invoice under SQL aliases: {@link daysOfGoods} and `value
 * bigint` (the invoice's total, minor units of the business's currency; null: not known, because it is in another one,
 * C12). Trials, replays and the decisions on credit notes all read these, so that none of them counts by another day or
 * another money.
 */
export function goodsFacts(invoice: SQL, line: SQL, frame: Reckoning): SQL {
  return sql`${daysOfGoods(invoice, line, frame.timezone)}, ${worthOf(invoice, frame)}`;
}

/**
 * As {@link goodsFacts}, of the whole invoice: `bought_on`, `value`, and `delivered_on` and `delivered jsonb` for
 * `deliveryOf` of the domain.
 */
export function purchaseFacts(invoice: SQL, frame: Reckoning): SQL {
  return sql`(${invoice}.at at time zone ${frame.timezone}::text)::date as bought_on, ${invoice}.delivered_on,
    ${invoice}.delivered, ${worthOf(invoice, frame)}`;
}

function worthOf(invoice: SQL, { currency }: Reckoning): SQL {
  return sql`case when ${invoice}.currency = ${currency}::text then ${invoice}.total end as value`;
}

/** Calendar day of an invoice in the business's time zone, as days since 1970-01-01. */
function dayOf(timezone: string): SQL {
  return sql`((${invoices.at} at time zone ${timezone}::text)::date - date '1970-01-01')`;
}

export interface PurchaseHistory {
  customerId: string;
  /** The customer's own, in which the amounts are. */
  currency: string;
  /**
   * In order of day: day number, goods sold, goods returned; both in minor units of `currency` and not negative; and
   * whether something was bought in another currency, which is in neither.
   */
  days: [day: number, sold: number, returned: number, elsewhere: boolean][];
}

/**
 * What a range of customers bought and brought back, day by day up to and including `asOf`, in one statement. Fees
 * count as neither. Customers who did nothing are left out.
 * @param range first and last customer id, both inside
 */
export async function purchaseHistories(
  orm: Orm,
  range: { from: string; to: string },
  asOf: string,
  timezone: string,
): Promise<PurchaseHistory[]> {
  const day = dayOf(timezone);
  const line = {
    amount: invoiceLines.amount,
    // what is in another currency than the customer's is no part of any sum
    sold: sql`${invoiceLines.kind} = 'SALE' and ${invoiceLines.currency} = c.currency`,
    returned: sql`${invoiceLines.kind} = 'RETURN' and ${invoiceLines.currency} = c.currency`,
    elsewhere: sql`${invoiceLines.kind} = 'SALE' and ${invoiceLines.currency} <> c.currency and ${invoiceLines.amount} > 0`,
  };
  const rows = await rowsOf<{ customer_id: string; currency: string; days: string }>(
    orm,
    sql`
    select customer_id, currency, json_agg(json_build_array(day, sold, returned, elsewhere) order by day)::text as days
    from (
      select ${invoiceLines.customerId} as customer_id, c.currency, ${day} as day,
        coalesce(sum(${line.amount}) filter (where ${line.sold}), 0) as sold,
        coalesce(-sum(${line.amount}) filter (where ${line.returned}), 0) as returned,
        bool_or(${line.elsewhere}) as elsewhere
      from ${invoiceLines}
      join (${customerCurrencies()}) c on c.customer_id = ${invoiceLines.customerId}
      join ${invoices} on ${invoices.customerId} = ${invoiceLines.customerId} and ${invoices.id} = ${invoiceLines.invoiceId}
      where ${invoiceLines.customerId} between ${range.from}::uuid and ${range.to}::uuid
        and ${invoices.at} < ${endOfDay(asOf, timezone)} and ${invoiceLines.kind} in ('SALE', 'RETURN')
      group by 1, 2, 3
    ) as by_day
    group by customer_id, currency`,
  );
  return rows.map(({ customer_id: customerId, currency, days }) => ({
    customerId,
    currency,
    days: JSON.parse(days) as PurchaseHistory['days'],
  }));
}
