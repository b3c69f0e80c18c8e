import type { PolicyWords } from '@perennial/domain/policies/policy';
import { sql, type SQL } from 'drizzle-orm';
import { endOfDay, isoInstant } from '../sales/index.ts';
import { entitlements, policies, policyCuts, policyVersions, returns } from './table.ts';

/** Returns about which a person still has something to do. */
export interface OpenReturns {
  count: number;
  /** Last moment of the day as an ISO instant, where more are open that came back after it; else null. */
  until: string | null;
}

/** Scalar query for the {@link OpenReturns} that had come back by the end of a day as json, to be put into a larger statement. */
export function openReturns(asOf: string, timezone: string): SQL {
  const end = endOfDay(asOf, timezone);
  return sql`(
    select json_build_object('count', count(*) filter (where at < ${end}),
      'until', case when count(*) > count(*) filter (where at < ${end}) then ${isoInstant(sql`${end} - interval '1 millisecond'`)} end)
    from ${returns} where status = 'OPEN')`;
}

/** A wish to promise less that waits for a second person (S11). */
export interface WaitingCut {
  policyId: string;
  policy: string;
  words: PolicyWords;
  affected: number;
  /** Minor units. */
  valueAtRisk: number;
  currency: string;
}

/** Scalar query for the wishes to promise less that wait, the dearest first, as json ({@link WaitingCut}). */
export function waitingCuts(most: number): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('policyId', w.id, 'policy', w.name, 'words', w.words, 'affected', w.affected,
      'valueAtRisk', w.value_at_risk, 'currency', w.currency)), '[]')
    from (
      select p.id, p.name, p.words, c.affected, c.value_at_risk, c.currency
      from ${policyCuts} c
      join ${policyVersions} v on v.id = c.policy_version_id
      join ${policies} p on p.id = v.policy_id
      where c.status = 'PENDING'
      order by c.value_at_risk desc, c.id limit ${most}::int
    ) w)`;
}

/** What purchases carry, frozen at the sale: `customer_id, invoice_id, policy_id, snapshot_id, facts jsonb`. */
export function promisesHeld(): SQL {
  return sql`
    select customer_id, invoice_id, policy_id, snapshot_id, facts from ${entitlements} where snapshot_id is not null`;
}

/** Returns of which no promise speaks: `customer_id, return_line_id, sale_line_id, code, quantity`. */
export function uncoveredReturns(): SQL {
  return sql`
    select customer_id, return_line_id, sale_line_id, code, quantity from ${returns} where outcome = 'NOT_COVERED'`;
}
