import { termsOwed, type OwedTerm } from '@perennial/domain/policies/owed';
import type { Phrases } from '@perennial/domain/policies/phrases';
import type { FrozenFacts } from '@perennial/domain/policies/snapshot';
import type { Delivered } from '@perennial/domain/sales/delivered';
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
  terms: OwedTerm[];
}

type HeldRow = {
  id: string;
  invoice_id: string;
  version_id: string;
  snapshot_id: string;
  on: string;
  delivered_on: string | null;
  delivered: Delivered['delivered'];
  facts: FrozenFacts;
  codes: string[] | null;
};

/**
 * The promises that a customer can still call on at `asOf`, by the version the purchases carry, the newest one first. What
 * of them decides anything on a purchase is judged among all that it carries. A few statements, however many purchases there are.
 */
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
    select e.id, e.invoice_id, e.policy_version_id as version_id, e.snapshot_id, e.granted_on::text as on,
      p.delivered_on::text as delivered_on, p.delivered, e.facts, g.codes
    from ${entitlements} e
    join (${purchasesOf(one, frame)}) p on p.invoice_id = e.invoice_id
    left join goods g on g.invoice_id = e.invoice_id
    where e.customer_id = ${customerId}::uuid and e.snapshot_id is not null
    order by e.granted_on desc, e.id desc`,
  );
  const newest = new Map(rows.toReversed().map((row) => [row.version_id, row.snapshot_id]));
  const snapshots = await snapshotsById(orm, [...newest.values()]);
  const purchases = [...Map.groupBy(rows, (row) => row.invoice_id).values()].map((held) => {
    const { facts, codes, on: boughtOn, delivered_on: deliveredOn, delivered } = held[0]!;
    return {
      // the terms of a version never change: what all its purchases carry are the same ones
      carries: held.map(({ version_id: version }) => snapshots.get(newest.get(version)!)!),
      entitlements: new Map(held.map(({ version_id: version, id }) => [version, id])),
      facts,
      codes: codes ?? [],
      boughtOn,
      deliveredOn,
      delivered,
    };
  });
  return [...termsOwed(purchases, frame.asOf)].map(([version, { terms, purchases: owing }]) => ({
    policyId: version.policyId,
    policyVersionId: version.id,
    policy: version.policy,
    number: version.number,
    currency: version.currency,
    phrases: version.phrases,
    entitlementId: owing[0]!.entitlements.get(version.id)!,
    purchases: owing.length,
    since: owing.at(-1)!.boughtOn,
    until: owing[0]!.boughtOn,
    terms,
  }));
}
