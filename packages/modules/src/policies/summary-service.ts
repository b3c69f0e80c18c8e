import type { Outcome } from '@perennial/domain/policies/decision';
import { rowsOf, type Database } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { policies, policyVersions, returns } from './table.ts';

/** How many returns ended in the same way by the same term. */
export interface ReturnsCount {
  outcome: Outcome;
  policyId: string | null;
  policy: string | null;
  versionId: string | null;
  versionNumber: number | null;
  termId: string | null;
  returns: number;
  open: number;
  /** Pieces. */
  quantity: number;
}

/** Returns counted by outcome and the term that decided, most frequent first; they sum to all returns. */
export async function returnsSummary(db: Database): Promise<ReturnsCount[]> {
  return rowsOf<ReturnsCount & Record<string, unknown>>(
    db.orm,
    sql`
    select r.outcome, r.policy_id as "policyId", p.name as policy, r.policy_version_id as "versionId",
      v.number as "versionNumber", r.term_id as "termId", count(*)::int as returns,
      (count(*) filter (where r.status = 'OPEN'))::int as open, sum(r.quantity)::int as quantity
    from ${returns} r
    left join ${policies} p on p.id = r.policy_id
    left join ${policyVersions} v on v.id = r.policy_version_id
    group by 1, 2, 3, 4, 5, 6
    order by returns desc, r.outcome, p.name, v.number, r.term_id`,
  );
}
