import { asIf } from '@perennial/domain/policies/as-if';
import { decide, type VersionTerms } from '@perennial/domain/policies/decide';
import type { Decision } from '@perennial/domain/policies/decision';
import { dayIn, type Complexity, type Facts } from '@perennial/domain/policies/facts';
import { factsFrom, versionOf, type FrozenFacts } from '@perennial/domain/policies/snapshot';
import { DomainError } from '@perennial/domain/shared/errors';
import { monthsBetween } from '@perennial/domain/shared/period';
import { rowsOf } from '@perennial/kernel/db/database';
import type { ReadContext } from '@perennial/kernel/write/context';
import { sql } from 'drizzle-orm';
import { productTraits } from '../catalog/index.ts';
import { customerTraits } from '../customers/index.ts';
import { soldLine, type SoldLine } from '../sales/index.ts';
import { notFound } from './rows.ts';
import { promisesOf, type Promised } from './snapshot-service.ts';
import { supposedVersion } from './supposed-service.ts';

type Reading = Pick<ReadContext, 'db' | 'currency' | 'timezone' | 'asOf'>;

export interface Trial {
  /** The purchased line. */
  line: { customerId: string; id: string };
  kind: string;
  /** What the claim says, for its kind; see the kind's `claim` fields. */
  details?: Record<string, unknown> | undefined;
  /** Day or moment of the claim; else the business's as-of date. */
  at?: string | undefined;
  /** Judge by this version instead of by what was promised, whenever it is in force. */
  versionId?: string | undefined;
  /** Judge by these terms, which need not be saved. */
  terms?: unknown;
  /** Whose terms they are, where they belong to no saved version. */
  policyId?: string | undefined;
  /** What other policies promised to the purchase stands beside the version or terms. */
  beside?: boolean | undefined;
}

export interface Tried {
  decision: Decision;
  /** What was decided from, so that the dashboard can go on trying by itself with the same code. */
  facts: Facts;
  versions: readonly VersionTerms[];
}

/**
 * Decides a claim on a real purchase without writing anything: by what the purchase was promised, or, to see what a
 * draft would mean, by a version or by terms as if they had been in force on that day.
 * Errors: `NOT_FOUND`, `NOT_A_PURCHASE`, `SNAPSHOT_ALTERED`, those of `decide` and `readTerms`.
 */
export async function tryPolicy(ctx: Reading, trial: Trial): Promise<Tried> {
  const line = await soldLine(ctx.db.orm, trial.line, ctx);
  if (!line) throw notFound('InvoiceLine', 'lineId');
  if (line.kind !== 'SALE') {
    throw new DomainError(
      'NOT_A_PURCHASE',
      'This line is a fee or a return; choose a line of goods that were bought.',
      {
        path: ['lineId'],
        params: { kind: line.kind },
      },
    );
  }
  const held = await promisesOf(ctx.db.orm, line);
  const facts = await factsOf(ctx, line, trial, held);
  const versions = await versionsFor(ctx, trial, held);
  return { decision: decide(facts, versions, trial.at ?? ctx.asOf), facts, versions };
}

/** The facts frozen at the sale; of a purchase that carries no promise, those of today. */
async function factsOf(ctx: Reading, line: SoldLine, trial: Trial, held: readonly Promised[]): Promise<Facts> {
  const frozen = held[0]?.facts ?? (await factsToday(ctx, line));
  const claim = { kind: trial.kind, ...(trial.details ? { details: trial.details } : {}) };
  return factsFrom(frozen, ctx.timezone, { at: line.at, code: line.code, deliveredOn: line.deliveredOn }, claim);
}

async function factsToday(ctx: Reading, line: SoldLine): Promise<FrozenFacts> {
  const [traits] = await rowsOf<{
    region: string;
    segment: string;
    since: string;
    category: string | null;
    complexity: Complexity | null;
  }>(
    ctx.db.orm,
    sql`
    select c.region, c.segment, c.since::text as since, t.category, t.complexity
    from (${customerTraits()}) c
    left join (${productTraits()}) t on t.id = ${line.productId}::uuid
    where c.customer_id = ${line.customerId}::uuid`,
  );
  return {
    region: traits?.region ?? null,
    segment: traits?.segment ?? null,
    tenureMonths: traits ? monthsBetween(traits.since, dayIn(ctx.timezone, line.at)) : null,
    value: line.value,
    goods: { [line.code]: { category: traits?.category ?? null, complexity: traits?.complexity ?? null } },
  };
}

async function versionsFor(ctx: Reading, trial: Trial, held: readonly Promised[]): Promise<VersionTerms[]> {
  if (trial.terms === undefined && trial.versionId === undefined)
    return held.map(({ snapshot }) => versionOf(snapshot));
  const supposed = await supposedVersion(ctx.db.orm, ctx, trial);
  return trial.beside
    ? asIf(
        held.map(({ snapshot }) => versionOf(snapshot)),
        supposed,
      )
    : [supposed];
}
