import type { VersionTerms } from '@perennial/domain/policies/decide';
import { fees } from '@perennial/domain/policies/kinds/fees';
import { canonical, versionOf, type PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import type { Orm } from '@perennial/kernel/db/database';
import { claimedPurchase } from '../sales/index.ts';
import { promisesKnown } from './disclosure-service.ts';
import type { Promised } from './snapshot-service.ts';

/**
 * What a purchase could be charged before and after the customer consents to its promise of one policy being `to`, as
 * versions that say nothing else. Its promises may name fees that were published after it and cannot be charged (S2): held
 * against those alone, a version that names them too would seem to change nothing. Null where there are none. Errors:
 * `SNAPSHOT_ALTERED`.
 *
 * @param all what the purchase is promised.
 */
export async function undisclosedCharges(
  orm: Orm,
  held: { customerId: string; invoiceId: string; id: string },
  { all, to }: { all: readonly Promised[]; to: PromiseSnapshot },
  timezone: string,
): Promise<{ was: VersionTerms[]; is: VersionTerms[] } | null> {
  const purchase = await claimedPurchase(orm, held, timezone);
  if (!purchase) return null;
  const known = await promisesKnown(orm, { ...held, at: purchase.at });
  const knownOf = (promise: Promised) => known.filter(({ entitlementId }) => entitlementId === promise.entitlementId);
  const said = (promises: readonly Promised[]) =>
    canonical(promises.flatMap(({ snapshot }) => chargesOf(snapshot).terms));
  if (all.every((promise) => said([promise]) === said(knownOf(promise)))) return null;
  // amounts of another currency cannot be held against those of `to`, so that all of it is told
  const comparable = known.filter(({ snapshot }) => snapshot.currency === to.currency);
  const [mine, beside] = [true, false].map((own) =>
    comparable
      .filter(({ entitlementId }) => (entitlementId === held.id) === own)
      .map(({ snapshot }) => chargesOf(snapshot)),
  ) as [VersionTerms[], VersionTerms[]];
  return { was: [...mine, ...beside], is: [chargesOf(to), ...beside] };
}

function chargesOf(snapshot: PromiseSnapshot): VersionTerms {
  const version = versionOf(snapshot);
  return { ...version, terms: version.terms.filter(({ kind }) => kind === fees.kind) };
}
