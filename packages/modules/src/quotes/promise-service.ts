import type { DisclosedTerm } from '@perennial/domain/quotes/quote';
import { feesText, promisedBy } from '@perennial/domain/quotes/disclosure';
import { monthsBetween } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame, ReadContext } from '@perennial/kernel/write/context';
import { createHash } from 'node:crypto';
import { productsById } from '../catalog/index.ts';
import { buyerOf, type Buyer } from '../customers/index.ts';
import { offeredVersions } from '../policies/index.ts';
import { gone, isRow, linesOf, type OwnedRef, type RevisionRow } from './rows.ts';
import { quoteRevisions } from './table.ts';

export interface Disclosure {
  terms: DisclosedTerm[];
  /** SHA-256 of the fee schedule among them, in hex (C7). */
  feesHash: string;
}

/** What the customer would be promised, were the revision accepted on the as-of day: the terms in force, fees included. */
export async function disclose(
  orm: Orm,
  revision: Pick<RevisionRow, 'customerId' | 'id' | 'total' | 'currency'>,
  frame: Pick<BusinessFrame, 'asOf' | 'timezone'>,
  known?: Buyer,
): Promise<Disclosure> {
  const buyer = known ?? (await buyerOf(orm, revision.customerId));
  const lines = await linesOf(orm, revision);
  const products = await productsById(
    orm,
    lines.map((line) => line.productId),
  );
  const terms = promisedBy(
    {
      timeZone: frame.timezone,
      customer: {
        region: buyer.region,
        segment: buyer.segment,
        tenureMonths: monthsBetween(buyer.since, frame.asOf),
      },
      value: revision.total,
      goods: lines.map(({ code, productId }) => ({
        code,
        category: products.get(productId)?.category ?? null,
        complexity: products.get(productId)?.complexity ?? null,
      })),
    },
    await offeredVersions(orm, buyer.region, revision.currency),
    frame.asOf,
  );
  return { terms, feesHash: createHash('sha256').update(feesText(terms)).digest('hex') };
}

/**
 * What a revision promises: a draft what is in force now, one that was sent what was shown with it. `changed` says that
 * an open offer can no longer be accepted as it is, because the fees have changed since. Errors: `NOT_FOUND`.
 */
export async function disclosureOf(
  ctx: Pick<ReadContext, 'db' | 'asOf' | 'timezone'>,
  ref: OwnedRef,
): Promise<Disclosure & { changed: boolean }> {
  const { orm } = ctx.db;
  const at = { customerId: ref.customerId ?? '', id: ref.id ?? '' };
  const [revision] = await orm.select().from(quoteRevisions).where(isRow(quoteRevisions, at));
  if (!revision) throw gone('revision', 'id');
  if (revision.disclosed === null || revision.feesHash === null) {
    return { ...(await disclose(orm, revision, ctx)), changed: false };
  }
  const now = revision.status === 'SENT' ? (await disclose(orm, revision, ctx)).feesHash : revision.feesHash;
  return { terms: [...revision.disclosed], feesHash: revision.feesHash, changed: now !== revision.feesHash };
}
