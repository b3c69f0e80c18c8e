import { termsOwed } from '@perennial/domain/policies/owed';
import type { Phrases } from '@perennial/domain/policies/phrases';
import type { FrozenFacts } from '@perennial/domain/policies/snapshot';
import type { Term } from '@perennial/domain/policies/terms';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { goodsSold, purchasesOf, type Reckoning } from '../sales/index.ts';
import { snapshotsById } from './snapshot-service.ts';
import { entitlements } from './table.ts';

/** What a customer's purchases under one version of a policy are still owed. */
export interface OwedPromise {
  policyId: string;
  policyVersionId: string;
  policy: string;
  number: number;
  currency: string;
  /** How its typed texts, and its name, are said in other languages. */
  phrases: Phrases | undefined;
  /** The newest of those purchases' promises. */
  entitlementId: string;
  /** Those to which something is owed; nothing is to an invoice of charges alone. */
  purchases: number;
  /** Days, ISO, of the first and the last of those purchases. */
  since: string;
  until: string;
  /** Only those that can still be called on for one of them. */
  terms: Term[];
  /** For how many of them each can. */
  counts: ReadonlyMap<Term, number>;
}

type HeldRow = {
  id: string;
  version_id: string;
  snapshot_id: string;
  on: string;
  delivered_on: string | null;
  facts: FrozenFacts;
  codes: string[] | null;
};

/** The promises that a customer can still call on at `asOf`, by the version the purchases carry, the newest one first. */
export async function promisesOwed(
  orm: Orm,
  customerId: string,
  frame: Reckoning & { asOf: string },
): Promise<OwedPromise[]> {
  const one = { from: customerId, to: customerId };
  const rows = await rowsOf<HeldRow>(
    orm,
    sql`
    with goods as (
      select g.invoice_id, jsonb_agg(distinct g.code order by g.code) as codes
      from (${goodsSold(one)}) g group by 1)
    select e.id, e.policy_version_id as version_id, e.snapshot_id, e.granted_on::text as on,
      p.delivered_on::text as delivered_on, e.facts, g.codes
    from ${entitlements} e
    join (${purchasesOf(one, frame)}) p on p.invoice_id = e.invoice_id
    left join goods g on g.invoice_id = e.invoice_id
    where e.customer_id = ${customerId}::uuid and e.snapshot_id is not null
    order by e.granted_on desc, e.id desc`,
  );
  const byVersion = Map.groupBy(rows, (row) => row.version_id);
  const newest = [...byVersion.values()].map(([first]) => first!.snapshot_id);
  const versions = await snapshotsById(orm, newest);
  return [...byVersion.values()].flatMap((held) => {
    const version = versions.get(held[0]!.snapshot_id)!;
    const purchases = held.map(({ id, on, delivered_on, facts, codes }) => ({
      id,
      facts,
      codes: codes ?? [],
      boughtOn: on,
      deliveredOn: delivered_on,
    }));
    const { terms, counts, purchases: owing } = termsOwed(version.terms, purchases, frame.asOf);
    const newest = owing[0];
    if (!newest) return [];
    return {
      policyId: version.policyId,
      policyVersionId: version.id,
      policy: version.policy,
      number: version.number,
      currency: version.currency,
      phrases: version.phrases,
      entitlementId: newest.id,
      purchases: owing.length,
      since: owing.at(-1)!.boughtOn,
      until: newest.boughtOn,
      terms,
      counts,
    };
  });
}
