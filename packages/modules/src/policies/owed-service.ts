import { termsOwed, type OwedFor } from '@perennial/domain/policies/owed';
import type { Phrases } from '@perennial/domain/policies/phrases';
import type { FrozenFacts } from '@perennial/domain/policies/snapshot';
import type { Term } from '@perennial/domain/policies/terms';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { goodsSold } from '../sales/index.ts';
import { snapshotsById } from './snapshot-service.ts';
import { entitlements } from './table.ts';

/** What a customer's purchases under one version of a policy are owed. */
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
  purchases: number;
  /** Days, ISO, of the first and the last of those purchases. */
  since: string;
  until: string;
  /** Only those that can decide something for one of them. */
  terms: Term[];
}

type HeldRow = {
  id: string;
  version_id: string;
  snapshot_id: string;
  on: string;
  facts: FrozenFacts;
  codes: string[] | null;
};

/** The promises that a customer's purchases carry, by the version they carry, the newest purchase first. */
export async function promisesOwed(orm: Orm, customerId: string): Promise<OwedPromise[]> {
  const rows = await rowsOf<HeldRow>(
    orm,
    sql`
    with goods as (
      select g.invoice_id, jsonb_agg(distinct g.code order by g.code) as codes
      from (${goodsSold({ from: customerId, to: customerId })}) g group by 1)
    select e.id, e.policy_version_id as version_id, e.snapshot_id, e.granted_on::text as on, e.facts, g.codes
    from ${entitlements} e
    left join goods g on g.invoice_id = e.invoice_id
    where e.customer_id = ${customerId}::uuid and e.snapshot_id is not null
    order by e.granted_on desc, e.id desc`,
  );
  const byVersion = Map.groupBy(rows, (row) => row.version_id);
  const newest = [...byVersion.values()].map(([first]) => first!.snapshot_id);
  const versions = await snapshotsById(orm, newest);
  return [...byVersion.values()].map((held) => {
    const first = held[0]!;
    const version = versions.get(first.snapshot_id)!;
    const purchases: OwedFor[] = held.map(({ facts, codes }) => ({ facts, codes: codes ?? [] }));
    return {
      policyId: version.policyId,
      policyVersionId: version.id,
      policy: version.policy,
      number: version.number,
      currency: version.currency,
      phrases: version.phrases,
      entitlementId: first.id,
      purchases: held.length,
      since: held.at(-1)!.on,
      until: first.on,
      terms: termsOwed(version.terms, purchases),
    };
  });
}
