import { decideClaim, type HeldPromise } from '@perennial/domain/claims/decide-claim';
import type { ClaimKind } from '@perennial/domain/claims/claim';
import { runningTotal } from '@perennial/domain/claims/shares';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { FrozenFacts, PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import { DomainError } from '@perennial/domain/shared/errors';
import { monthsBetween } from '@perennial/domain/shared/period';
import { judgedOn, type Judged, type Judgement } from '@perennial/domain/whatif/judge';
import type { ClaimedBack } from '@perennial/domain/whatif/uncredited';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { productTraits } from '../catalog/index.ts';
import { claimedLines, paidForClaimed, type PaidLine } from '../claims/index.ts';
import { customerTraits } from '../customers/index.ts';
import { promisesOf } from '../policies/index.ts';
import { soldValues, type CustomerRange, type Reckoning } from '../sales/index.ts';

type Row = {
  customer_id: string;
  invoice_id: string;
  kind: ClaimKind;
  claimed_on: string;
  sale_line_id: string;
  code: string;
  quantity: number;
  details: Record<string, unknown>;
  bought_on: string;
  delivered_on: string | null;
  bought: number;
  /** What was decided to be given back. */
  refund: string | null;
  value: string | null;
  region: string;
  segment: string;
  since: string;
  category: string | null;
  complexity: FrozenFacts['goods'][string]['complexity'];
};

/** A claim of a customer, decided twice. */
export interface ReplayedCase extends ClaimedBack {
  customerId: string;
}

/** Decides the claims of a range of customers (repairs, replacements, upkeep …) as at the time, and as if. */
export async function replayClaims(
  orm: Orm,
  range: CustomerRange,
  { supposed, frame }: { supposed: VersionTerms; frame: Reckoning },
): Promise<ReplayedCase[]> {
  // most customers never claimed anything: their purchases are not even looked at
  const [any] = await rowsOf(orm, sql`select 1 as any from (${claimedLines(range)}) q limit 1`);
  if (!any) return [];
  const rows = await rowsOf<Row>(
    orm,
    sql`
    select q.customer_id, q.invoice_id, q.kind, q.claimed_on::text as claimed_on, q.sale_line_id, q.code, q.quantity, q.details, q.refund::text as refund,
      s.bought_on::text as bought_on, s.delivered_on::text as delivered_on, s.quantity as bought, s.value::text as value,
      c.region, c.segment, c.since::text as since, t.category, t.complexity
    from (${claimedLines(range)}) q
    join (${soldValues(range, frame)}) s on s.customer_id = q.customer_id and s.id = q.sale_line_id
    join (${customerTraits()}) c on c.customer_id = q.customer_id
    left join (${productTraits()}) t on t.id = s.product_id
    order by q.customer_id, q.invoice_id, q.claimed_on`,
  );
  const paid = await paidForClaimed(orm, range, frame.currency);
  const cases: ReplayedCase[] = [];
  for (const row of rows) {
    const purchase = { customerId: row.customer_id, invoiceId: row.invoice_id };
    const held = await promisesOf(orm, purchase);
    const days = { boughtOn: row.bought_on, deliveredOn: row.delivered_on };
    const outcomeOf = (promises: readonly HeldPromise[], deliveredOn: string | null): Judgement => {
      try {
        const said = { kind: row.kind, on: row.claimed_on, details: row.details };
        // the history decides only whether a person looks at it, not what comes of it
        return decideClaim(promises, { code: row.code, at: row.bought_on, deliveredOn }, said, null).outcome;
      } catch (error) {
        if (error instanceof DomainError) return 'UNDECIDABLE';
        throw error;
      }
    };
    const decided = (promises: readonly HeldPromise[]): Judged =>
      judgedOn(days, (deliveredOn) => outcomeOf(promises, deliveredOn));
    const others = held.filter((each) => each.policyId !== supposed.policyId);
    const facts = held[0]?.facts ?? factsToday(row);
    const before = decided(held);
    const after = decided([...others, { snapshot: asSnapshot(supposed, frame.timezone), snapshotHash: '', facts }]);
    cases.push({
      customerId: row.customer_id,
      kind: row.kind,
      saleLineId: row.sale_line_id,
      on: row.claimed_on,
      bought: row.bought,
      quantity: row.quantity,
      value: worthOf(row, paid.get(row.sale_line_id)),
      before: before.outcome,
      after: after.outcome,
      assumed: { before: before.assumed, after: after.assumed },
    });
  }
  return cases;
}

/**
 * What would be given back for it: what was, or else its pieces' share of what was paid for the line, less the discount it
 * was sold with. 0 where that was in another currency.
 */
function worthOf({ refund, quantity }: Row, line: PaidLine | undefined): number {
  if (line === undefined) return 0;
  return refund === null ? runningTotal(line.paid, line.bought, Math.min(quantity, line.bought)) : Number(refund);
}

const factsToday = (row: Row): FrozenFacts => ({
  region: row.region,
  segment: row.segment,
  tenureMonths: monthsBetween(row.since, row.bought_on),
  value: row.value === null ? null : Number(row.value),
  goods: { [row.code]: { category: row.category, complexity: row.complexity } },
});

/** The words to try as if they had always been in force. */
const asSnapshot = (version: VersionTerms, timeZone: string): PromiseSnapshot => ({
  format: 1,
  policyId: version.policyId,
  policy: version.policy,
  versionId: version.id,
  number: version.number,
  period: { from: '0001-01-01', to: null },
  currency: version.currency,
  timeZone,
  terms: version.terms,
  calendar: version.calendar ?? null,
});
