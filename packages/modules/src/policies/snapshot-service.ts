import { createHash } from 'node:crypto';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import { withLaterYears } from '@perennial/domain/calendars/later-years';
import { canonical, versionOf, type FrozenFacts, type PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { and, eq, inArray } from 'drizzle-orm';
import { calendarData, calendarsById } from '../calendars/index.ts';
import { phrasesOf } from './rows.ts';
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
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(inArray(policyVersions.id, [...new Set(versionIds)]));
  for (const { version, policy } of rows) {
    bodies.set(version.id, {
      format: 1,
      policyId: version.policyId,
      policy: policy.name,
      versionId: version.id,
      number: version.number,
      // when the version ends is no part of what this purchase was promised
      period: { from: version.effectiveFrom, to: null },
      currency: frame.currency,
      timeZone: frame.timezone,
      terms: version.terms,
      ...phrasesOf(version, policy),
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
  const known = await withYearsSince(
    orm,
    [...stored.values()].map(({ body }) => body),
  );
  return new Map([...stored].map(([id, { body }]) => [id, versionOf(known(body))]));
}

/** Snapshots by id, as they were frozen. Each is checked against its hash: `SNAPSHOT_ALTERED`. */
export async function storedById(orm: Orm, ids: readonly string[]): Promise<Map<string, Stored>> {
  const rows =
    ids.length === 0
      ? []
      : await orm
          .select()
          .from(promiseSnapshots)
          .where(inArray(promiseSnapshots.id, [...new Set(ids)]));
  rows.forEach(checkHash);
  return new Map(rows.map(({ id, hash, body }) => [id, { id, hash, body }]));
}

function checkHash({ hash, body }: Pick<Stored, 'hash' | 'body'>): void {
  if (hashOf(body) !== hash) throw altered(hash);
}

/** The working hours that snapshots are counted by, by their hash; null for those that name none. `SNAPSHOT_ALTERED`. */
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
  rows.forEach(checkHash);
  const known = await withYearsSince(
    orm,
    rows.map(({ body }) => body),
  );
  return new Map(rows.map(({ hash, body }) => [hash, known(body).calendar]));
}

/**
 * Snapshots as they are decided by: what was frozen, its hours with the years that were entered in their calendar since
 * the sale. The hash stays that of what was frozen.
 */
async function withYearsSince(
  orm: Orm,
  bodies: readonly PromiseSnapshot[],
): Promise<(body: PromiseSnapshot) => PromiseSnapshot> {
  const counting = bodies.filter(({ calendar }) => calendar !== null);
  if (counting.length === 0) return (body) => body;
  const versions = await orm
    .select({ id: policyVersions.id, calendarId: policyVersions.calendarId })
    .from(policyVersions)
    .where(inArray(policyVersions.id, [...new Set(counting.map(({ versionId }) => versionId))]));
  const today = await calendarsById(orm, [...new Set(versions.flatMap(({ calendarId }) => calendarId ?? []))]);
  const live = new Map(versions.map(({ id, calendarId }) => [id, today.get(calendarId ?? '') ?? null]));
  return (body) =>
    body.calendar === null
      ? body
      : { ...body, calendar: withLaterYears(body.calendar, live.get(body.versionId) ?? null) };
}

/** One promise of a purchase, as it was frozen at the sale. */
export interface Promised {
  entitlementId: string;
  policyId: string;
  policyVersionId: string;
  grantedOn: string;
  /** Its hours know the years entered since, too (`withLaterYears`); everything else is as it was frozen. */
  snapshot: PromiseSnapshot;
  /** Of what was frozen. */
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
  const checked = rows.map(({ held, snapshot }) => {
    const facts = held.facts!;
    const hash = entitlementHash({ ...held, snapshotHash: snapshot.hash, facts });
    if (hashOf(snapshot.body) !== snapshot.hash || hash !== held.hash) throw altered(held.hash ?? '');
    return { held, snapshot, facts, hash };
  });
  const known = await withYearsSince(
    orm,
    rows.map(({ snapshot }) => snapshot.body),
  );
  return checked.map(({ held, snapshot, facts, hash }) => ({
    entitlementId: held.id,
    policyId: held.policyId,
    policyVersionId: held.policyVersionId,
    grantedOn: held.grantedOn,
    snapshot: known(snapshot.body),
    snapshotHash: snapshot.hash,
    facts,
    hash,
  }));
}

function altered(hash: string): DomainError {
  return new DomainError(
    'SNAPSHOT_ALTERED',
    'What this purchase was promised was changed in the database after the sale; restore it from a backup before deciding anything.',
    { params: { hash: hash.slice(0, 12) } },
  );
}
