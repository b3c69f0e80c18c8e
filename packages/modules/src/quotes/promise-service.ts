import type { DisclosedTerm } from '@perennial/domain/quotes/quote';
import { feesText, goodsShown, lessThanShown, promisedBy } from '@perennial/domain/quotes/disclosure';
import type { GoodsFacts } from '@perennial/domain/catalog/goods';
import { monthsBetween } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import { isRow, noSuch, type OwnedRef } from '@perennial/kernel/db/owned';
import type { BusinessFrame, ReadContext } from '@perennial/kernel/write/context';
import { createHash } from 'node:crypto';
import { productsById } from '../catalog/index.ts';
import { buyerOf, type Buyer } from '../customers/index.ts';
import { offeredVersions } from '../policies/index.ts';
import { linesOf, type RevisionRow } from './rows.ts';
import { quoteRevisions } from './table.ts';

export interface Disclosure {
  terms: DisclosedTerm[];
  /** SHA-256 of the fee schedule among them, in hex (C7). */
  feesHash: string;
}

interface OfferDisclosure extends Disclosure {
  /** What is offered, line by line. */
  goods: GoodsFacts[];
}

/**
 * What the customer would be promised, were the revision accepted on the as-of day: the terms in force, fees included.
 * The goods are those that were shown, where it was sent: what becomes of the product afterwards takes nothing from it.
 */
export async function disclose(
  orm: Orm,
  revision: Pick<RevisionRow, 'customerId' | 'id' | 'total' | 'currency' | 'disclosed'>,
  frame: Pick<BusinessFrame, 'asOf' | 'currency' | 'timezone'>,
  known?: Buyer,
): Promise<OfferDisclosure> {
  const buyer = known ?? (await buyerOf(orm, revision.customerId));
  const lines = await linesOf(orm, revision);
  const products = await productsById(
    orm,
    lines.map((line) => line.productId),
  );
  const shown = goodsShown(revision.disclosed ?? []);
  const goods = lines.map(({ code, productId, extras }) => {
    // a code may be a name that every object knows
    const known = Object.hasOwn(shown, code) ? shown[code] : products.get(productId);
    const { category = null, complexity = null } = known ?? {};
    return { code, category, complexity, extras };
  });
  const terms = promisedBy(
    {
      timeZone: frame.timezone,
      customer: {
        region: buyer.region,
        segment: buyer.segment,
        tenureMonths: monthsBetween(buyer.since, frame.asOf),
      },
      value: revision.currency === frame.currency ? revision.total : null,
      goods,
    },
    // what they say of money is said in the business's currency, and frozen in it at the sale
    await offeredVersions(orm, buyer.region, frame.currency),
    frame.asOf,
  );
  return { terms, goods, feesHash: createHash('sha256').update(feesText(terms)).digest('hex') };
}

/**
 * What a revision promises: a draft what is in force now, one that was sent what was shown with it. `changed` says that
 * an open offer can no longer be accepted as it is, because the fees have changed since or less is promised. Errors:
 * `NOT_FOUND`.
 */
export async function disclosureOf(
  ctx: Pick<ReadContext, 'db' | 'asOf' | 'latestDay' | 'currency' | 'timezone'>,
  ref: OwnedRef,
): Promise<Disclosure & { changed: boolean }> {
  const { orm } = ctx.db;
  const at = { customerId: ref.customerId ?? '', id: ref.id ?? '' };
  const [revision] = await orm.select().from(quoteRevisions).where(isRow(quoteRevisions, at));
  if (!revision) throw noSuch('revision', 'id');
  if (revision.disclosed === null || revision.feesHash === null) {
    const { terms, feesHash } = await disclose(orm, revision, ctx);
    return { terms, feesHash, changed: false };
  }
  const shown = { terms: [...revision.disclosed], feesHash: revision.feesHash };
  if (revision.status !== 'SENT') return { ...shown, changed: false };
  // an offer stands on the latest day: what was in force on a day that is looked back at takes nothing from it
  const now = await disclose(orm, revision, { ...ctx, asOf: ctx.latestDay });
  const less = lessThanShown(shown.terms, now.terms, now.goods);
  return { ...shown, changed: now.feesHash !== shown.feesHash || less.length > 0 };
}
