import { sql, type SQL } from 'drizzle-orm';
import type { CustomerRange } from '../sales/index.ts';
import { claimLines, claims } from './table.ts';

/**
 * What a range of customers claimed, withdrawn claims left out: `customer_id, invoice_id, kind, claimed_on date,
 * sale_line_id, code, quantity, details jsonb, refund bigint` (minor units of the purchase's money; null: nothing is given
 * back, or not before a person looked at it).
 */
export function claimedLines(range: CustomerRange): SQL {
  return sql`
    select c.customer_id, c.invoice_id, c.kind, c.claimed_on, l.sale_line_id, l.code, l.quantity, l.details, l.refund
    from ${claims} c
    join ${claimLines} l on l.customer_id = c.customer_id and l.claim_id = c.id
    where c.status <> 'WITHDRAWN' and c.customer_id between ${range.from}::uuid and ${range.to}::uuid`;
}

/**
 * Claimed lines of which no promise speaks, with the kind of term that would have to, and what was asked for by name:
 * `customer_id, kind, sale_line_id, quantity, asked`. What is asked for only by a name that nobody promises is of the
 * kind that declares what is not served (C48).
 */
export function uncoveredClaims(): SQL {
  return sql`
    select l.customer_id, l.sale_line_id, l.quantity, nullif(trim(l.details #>> '{exclusions,matter,0}'), '') as asked,
      case c.kind when 'RETURN' then 'returns' when 'MAINTENANCE' then 'maintenance'
        when 'SERVICE' then coalesce(
          (select min(k) from jsonb_object_keys(l.details) k where k <> 'exclusions'), 'exclusions')
        else 'warranty' end as kind
    from ${claimLines} l
    join ${claims} c on c.customer_id = l.customer_id and c.id = l.claim_id
    where l.outcome = 'NOT_COVERED' and c.status <> 'WITHDRAWN'`;
}
