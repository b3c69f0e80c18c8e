import { createHash } from 'node:crypto';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import { canonical, versionOf, type FrozenFacts, type PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { and, eq, inArray } from 'drizzle-orm';
import { calendarData } from '../calendars/index.ts';
import { entitlements, policies, policyVersions, promiseSnapshots } from './table.ts';

/** What identifies a frozen document: the SHA-256 of its canonical JSON, in hex. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** What a purchase holds of one policy. */
export interface Held {
  customerId: string;
  invoiceId: string;
  policyId: string;
  grantedOn: string;
  snapshotHash: string;
  facts: FrozenFacts;
}

/** The hash over one purchase's promise: which words, for whom and which goods, since when (S1). */
export const entitlementHash = ({ customerId, invoiceId, policyId, grantedOn, snapshotHash, facts }: Held): string =>
  hashOf({ customerId, invoiceId, policyId, grantedOn, snapshotHash, facts });

/** A stored snapshot. */
export interface Stored {
  id: string;
  hash: string;
  body: PromiseSnapshot;
}

type Frame = Pick<BusinessFrame, 'currency' | 'timezone'>;

/** Versions as they are promised today, with the working hours they count by: what would be frozen at a sale. */
export async function snapshotsToday(
  orm: Orm,
  versionIds: readonly string[],
  frame: Frame,
): Promise<Map<string, PromiseSnapshot>> {
  const bodies = new Map<string, PromiseSnapshot>();
  if (versionIds.length === 0) return bodies;
  const rows = await orm
    .select({ version: policyVersions, policy: policies.name })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(inArray(policyVersions.id, [...new Set(versionIds)]));
  for (const { version, policy } of rows) {
    bodies.set(version.id, {
      format: 1,
      policyId: version.policyId,
      policy,
      versionId: version.id,
      number: version.number,
      // when the version ends is no part of what this purchase was promised
      period: { from: version.effectiveFrom, to: null },
      currency: frame.currency,
      timeZone: frame.timezone,
      terms: version.terms,
      calendar: version.calendarId === null ? null : await calendarData(orm, version.calendarId),
    });
  }
  return bodies;
}

/** Stores what {@link snapshotsToday} says, by version. What was frozen with the same contents before is not stored again. */
export async function freezeVersions(
  tx: Orm,
  versionIds: readonly string[],
  frame: Frame & { now: Date },
): Promise<Map<string, Stored>> {
  const frozen = new Map<string, Stored>();
  for (const [id, body] of await snapshotsToday(tx, versionIds, frame))
    frozen.set(id, await store(tx, body, frame.now));
  return frozen;
}

async function store(tx: Orm, body: PromiseSnapshot, now: Date): Promise<Stored> {
  const hash = hashOf(body);
  const { policyId, versionId: policyVersionId } = body;
  await tx
    .insert(promiseSnapshots)
    .values({ id: newId(), hash, policyId, policyVersionId, body, createdAt: now })
    .onConflictDoNothing({ target: promiseSnapshots.hash });
  const [row] = await tx.select().from(promiseSnapshots).where(eq(promiseSnapshots.hash, hash));
  return { id: row!.id, hash, body };
}

/** Snapshots as the engine reads them, by id. Each is checked against its hash: `SNAPSHOT_ALTERED`. */
export async function snapshotsById(orm: Orm, ids: readonly string[]): Promise<Map<string, VersionTerms>> {
  const stored = await storedById(orm, ids);
  return new Map([...stored].map(([id, { body }]) => [id, versionOf(body)]));
}

/** Snapshots by id. Each is checked against its hash: `SNAPSHOT_ALTERED`. */
export async function storedById(orm: Orm, ids: readonly string[]): Promise<Map<string, Stored>> {
  const rows =
    ids.length === 0
      ? []
      : await orm
          .select()
          .from(promiseSnapshots)
          .where(inArray(promiseSnapshots.id, [...new Set(ids)]));
  return new Map(
    rows.map(({ id, hash, body }) => {
      if (hashOf(body) !== hash) throw altered(hash);
      return [id, { id, hash, body }];
    }),
  );
}

/** The working hours of snapshots, by their hash; null for those that name none. `SNAPSHOT_ALTERED`. */
export async function calendarsFrozen(
  orm: Orm,
  hashes: readonly string[],
): Promise<Map<string, PromiseSnapshot['calendar']>> {
  const rows =
    hashes.length === 0
      ? []
      : await orm
          .select()
          .from(promiseSnapshots)
          .where(inArray(promiseSnapshots.hash, [...new Set(hashes)]));
  return new Map(
    rows.map(({ hash, body }) => {
      if (hashOf(body) !== hash) throw altered(hash);
      return [hash, body.calendar];
    }),
  );
}

/** One promise of a purchase, as it was frozen at the sale. */
export interface Promised {
  entitlementId: string;
  policyId: string;
  policyVersionId: string;
  grantedOn: string;
  snapshot: PromiseSnapshot;
  snapshotHash: string;
  facts: FrozenFacts;
  hash: string;
}

/**
 * What a purchase was promised, one entry per policy (S1). Everything is checked against its hashes: whoever changed a
 * frozen promise in the database, by whatever program, is found out here and nothing is decided by it
 * (`SNAPSHOT_ALTERED`).
 */
export async function promisesOf(orm: Orm, purchase: { customerId: string; invoiceId: string }): Promise<Promised[]> {
  const rows = await orm
    .select({ held: entitlements, snapshot: promiseSnapshots })
    .from(entitlements)
    .innerJoin(promiseSnapshots, eq(promiseSnapshots.id, entitlements.snapshotId))
    .where(and(eq(entitlements.customerId, purchase.customerId), eq(entitlements.invoiceId, purchase.invoiceId)))
    .orderBy(entitlements.policyId);
  return rows.map(({ held, snapshot }) => {
    const facts = held.facts!;
    const hash = entitlementHash({ ...held, snapshotHash: snapshot.hash, facts });
    if (hashOf(snapshot.body) !== snapshot.hash || hash !== held.hash) throw altered(held.hash ?? '');
    return {
      entitlementId: held.id,
      policyId: held.policyId,
      policyVersionId: held.policyVersionId,
      grantedOn: held.grantedOn,
      snapshot: snapshot.body,
      snapshotHash: snapshot.hash,
      facts,
      hash,
    };
  });
}

function altered(hash: string): DomainError {
  return new DomainError(
    'SNAPSHOT_ALTERED',
    'What this purchase was promised was changed in the database after the sale; restore it from a backup before deciding anything.',
    { params: { hash: hash.slice(0, 12) } },
  );
}
