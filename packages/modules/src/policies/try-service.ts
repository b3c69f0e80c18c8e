import { decide, type VersionTerms } from '@perennial/domain/policies/decide';
import type { Decision } from '@perennial/domain/policies/decision';
import type { Complexity, Facts } from '@perennial/domain/policies/facts';
import { readTerms } from '@perennial/domain/policies/terms';
import { DomainError } from '@perennial/domain/shared/errors';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import type { ReadContext } from '@perennial/kernel/write/context';
import { and, eq, sql } from 'drizzle-orm';
import { productTraits } from '../catalog/index.ts';
import { customerTraits } from '../customers/index.ts';
import { soldLine, type SoldLine } from '../sales/index.ts';
import { notFound, promisedVersions, versionTerms } from './rows.ts';
import { entitlements, policies, policyVersions } from './table.ts';

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
 * Errors: `NOT_FOUND`, `NOT_A_PURCHASE`, those of `decide` and `readTerms`.
 */
export async function tryPolicy(ctx: Reading, trial: Trial): Promise<Tried> {
  const line = await soldLine(ctx.db.orm, trial.line);
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
  const facts = await factsOf(ctx, line, trial);
  const versions = await versionsFor(ctx, line, trial);
  return { decision: decide(facts, versions, trial.at ?? ctx.asOf), facts, versions };
}

async function factsOf(ctx: Reading, line: SoldLine, trial: Trial): Promise<Facts> {
  const [traits] = await rowsOf<{
    region: string;
    segment: string;
    category: string | null;
    complexity: Complexity | null;
  }>(
    ctx.db.orm,
    sql`
    select c.region, c.segment, t.category, t.complexity
    from (${customerTraits()}) c
    left join (${productTraits()}) t on t.id = ${line.productId}::uuid
    where c.customer_id = ${line.customerId}::uuid`,
  );
  return {
    timeZone: ctx.timezone,
    customer: { region: traits?.region ?? null, segment: traits?.segment ?? null },
    purchase: {
      at: line.at,
      code: line.code,
      category: traits?.category ?? null,
      complexity: traits?.complexity ?? null,
      value: line.value,
    },
    claim: { kind: trial.kind, ...(trial.details ? { details: trial.details } : {}) },
  };
}

async function versionsFor(ctx: Reading, line: SoldLine, trial: Trial): Promise<VersionTerms[]> {
  if (trial.terms === undefined && trial.versionId === undefined) return promisedTo(ctx.db.orm, line, ctx.currency);
  const version =
    trial.versionId === undefined ? unsaved(ctx) : await oneVersion(ctx.db.orm, trial.versionId, ctx.currency);
  const terms = trial.terms === undefined ? version.terms : readTerms(trial.terms);
  return [{ ...version, terms, supposed: true }];
}

const unsaved = (ctx: Reading): VersionTerms => ({
  id: 'draft',
  policyId: 'draft',
  policy: '…',
  number: 1,
  period: { from: ctx.asOf, to: null },
  terms: [],
  currency: ctx.currency,
});

async function oneVersion(orm: Orm, id: string, currency: string): Promise<VersionTerms> {
  const [row] = await orm
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(eq(policyVersions.id, id));
  if (!row) throw notFound('PolicyVersion', 'versionId');
  return versionTerms(row.version, row.policy, currency);
}

async function promisedTo(orm: Orm, line: SoldLine, currency: string): Promise<VersionTerms[]> {
  const held = await orm
    .select({ id: entitlements.policyVersionId })
    .from(entitlements)
    .where(and(eq(entitlements.customerId, line.customerId), eq(entitlements.invoiceId, line.invoiceId)));
  const versions = await promisedVersions(orm, currency);
  return held.flatMap(({ id }) => versions.get(id) ?? []);
}
