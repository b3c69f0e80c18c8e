import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { excluding, type DraftedTerm } from '@perennial/domain/policies/excluding';
import { exclusions } from '@perennial/domain/policies/kinds/exclusions';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { DomainError } from '@perennial/domain/shared/errors';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { productTraits } from '../catalog/index.ts';
import { uncoveredClaims } from '../claims/index.ts';
import { customerTraits } from '../customers/index.ts';
import { uncoveredReturns } from '../policies/index.ts';
import { EVERYBODY, returnedPieces, soldValues } from '../sales/index.ts';

/** Claims of one sort of which no promise speaks. */
export interface Gap {
  kind: string;
  region: string;
  segment: string;
  /** Of the goods; null: they have none. */
  category: string | null;
  /** By which names it was asked for, where it was by one: at most {@link MOST_NAMES}. */
  asked: string[];
  claims: number;
  customers: number;
  quantity: number;
  /** Of the goods, minor units of `currency`; what is in another one is counted and not in the sum. */
  value: number;
  currency: string;
}

const MOST = 50;
const MOST_NAMES = 20;

/**
 * What customers came with and no term spoke of, by who they are and what it was: the most frequent first. Where a
 * promise is missing is seen from what people ask for, not from the promises.
 */
export async function policyGaps(orm: Orm, frame: Pick<BusinessFrame, 'currency' | 'timezone'>): Promise<Gap[]> {
  const rows = await rowsOf<Omit<Gap, 'value'> & { value: string }>(
    orm,
    sql`
    with uncovered as (
      select 'returns' as kind, p.customer_id, p.quantity, p.line_amount * p.quantity / p.pieces as value, p.product_id,
        null as asked
      from (
        select r.*, sum(r.quantity) over (partition by r.customer_id, r.return_line_id) as pieces
        from (${returnedPieces(EVERYBODY, frame)}) r
      ) p
      join (${uncoveredReturns()}) u on u.customer_id = p.customer_id and u.return_line_id = p.return_line_id
        and u.sale_line_id is not distinct from p.sale_line_id
      union all
      select u.kind, u.customer_id, u.quantity, s.amount * u.quantity / nullif(s.quantity, 0), s.product_id, u.asked
      from (${uncoveredClaims()}) u
      join (${soldValues(EVERYBODY, frame)}) s on s.customer_id = u.customer_id and s.id = u.sale_line_id
    )
    select n.kind, c.region, c.segment, t.category, count(*)::int as claims,
      count(distinct n.customer_id)::int as customers, sum(n.quantity)::int as quantity,
      coalesce(sum(n.value), 0)::bigint::text as value, ${frame.currency} as currency,
      coalesce(json_agg(distinct n.asked) filter (where n.asked is not null), '[]') as asked
    from uncovered n
    join (${customerTraits()}) c on c.customer_id = n.customer_id
    left join (${productTraits()}) t on t.id = n.product_id
    group by 1, 2, 3, 4
    order by claims desc, n.kind, c.region, c.segment, t.category
    limit ${MOST}`,
  );
  return rows.map((row) => ({ ...row, asked: row.asked.slice(0, MOST_NAMES), value: Number(row.value) }));
}

export interface GapGroup {
  kind: string;
  region?: string | null | undefined;
  segment?: string | null | undefined;
  category?: string | null | undefined;
  /** By which names it was asked for. */
  asked?: readonly string[] | null | undefined;
}

/**
 * A term for exactly such a gap, with the values that a new term of its kind begins with. What was asked for by a name
 * that nobody promises is declared as not served, besides what is so declared already (C48).
 *
 * Errors: `UNKNOWN_TERM_KIND`; `TERM_FIELD_MISSING` where nothing is named that would not be served, for a term that
 * excludes nothing takes back what others exclude.
 *
 * @param draft the terms of the draft it is for.
 * @param others terms of other policies that are in force.
 */
export function termFor(gap: GapGroup, draft: readonly Term[], others: readonly Term[]): DraftedTerm {
  const list = (value: string | null | undefined) => (value ? [value] : []);
  const { kind, params } = kindOf(gap.kind);
  const appliesTo = {
    ...EVERYTHING,
    regions: list(gap.region),
    segments: list(gap.segment),
    categories: list(gap.category),
  };
  if (kind !== exclusions.kind) return { kind, params: defaultsOf(params), appliesTo };
  const asked = (gap.asked ?? []).filter((matter) => matter.trim() !== '');
  if (asked.length === 0) {
    throw new DomainError('TERM_FIELD_MISSING', 'asked is missing; name what is not served.', {
      path: ['asked'],
      params: { field: 'asked' },
    });
  }
  return excluding(asked, appliesTo, draft, others);
}
