import { noWorseFor, tieWith, type Cut, type InVersion } from '@perennial/domain/policies/compare';
import { checkConsentDay } from '@perennial/domain/policies/consent';
import { followsFor, type Follow } from '@perennial/domain/policies/follows';
import { hoursCutsFor, wordingCutsFor } from '@perennial/domain/policies/less';
import { canonical, factsFrom, versionOf, type PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import { dayOfMoment } from '@perennial/domain/shared/business-clock';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { BusinessFrame, WriteContext } from '@perennial/kernel/write/context';
import { and, eq, sql } from 'drizzle-orm';
import { soldGoods } from '../sales/index.ts';
import { notFound } from './rows.ts';
import {
  entitlementHash,
  freezeVersions,
  hashOf,
  promisesOf,
  snapshotsToday,
  type Promised,
} from './snapshot-service.ts';
import { entitlements, policyVersions, promiseMoves } from './table.ts';

/** The customer's own agreement to a promise that is worse in some way. */
export interface Consent {
  /** Who agreed, on the customer's side. */
  by: string;
  on: string;
  /** How: a letter, a call … */
  note: string;
}

interface Target {
  held: typeof entitlements.$inferSelect;
  promised: Promised;
  to: PromiseSnapshot;
  /** What this purchase would lose; empty: nothing. */
  cuts: Cut[];
  /** What its terms are read by, and would be read by otherwise afterwards; empty: all stays. */
  readings: ReadingChange[];
  /** What this purchase would have in place of what it has, where that differs. */
  follows: OfProducts[];
  /** Since when customers could know of the version; null: nobody knows. */
  disclosedAt: Date | null;
}

/** The same words mean another sum in another currency, and another last moment in another time zone. */
interface ReadingChange {
  field: 'currency' | 'timeZone';
  before: string;
  after: string;
}

/** A change, the products of the purchase that it is for (none named: all of them), and other hours it is counted by. */
export interface OfProducts extends Follow {
  codes: readonly string[];
  hours: { before: string; after: string | null } | null;
}

type Ref = { customerId: string; id: string };
type Frame = Pick<BusinessFrame, 'currency' | 'timezone'>;

/**
 * What moving a purchase to another version of its policy would mean for exactly this purchase: everything it is promised,
 * by other policies too, before and after. Writes nothing. Errors: `NOT_FOUND`, `OTHER_POLICY`, `VERSION_NOT_PUBLISHED`,
 * `SNAPSHOT_ALTERED`, `MOVE_AMBIGUOUS` (together with its other promises it would be open which term decides).
 */
export async function weighMove(orm: Orm, frame: Frame, ref: Ref, versionId: string): Promise<Target> {
  const [held] = await orm
    .select()
    .from(entitlements)
    .where(and(eq(entitlements.customerId, ref.customerId), eq(entitlements.id, ref.id)));
  if (!held) throw notFound('Entitlement');
  const [version] = await orm.select().from(policyVersions).where(eq(policyVersions.id, versionId));
  if (!version) throw notFound('PolicyVersion', 'policyVersionId');
  if (version.policyId !== held.policyId) {
    throw new DomainError(
      'OTHER_POLICY',
      'This version belongs to another policy; choose a version of the policy the purchase was promised.',
      { path: ['policyVersionId'] },
    );
  }
  if (version.status === 'DRAFT') {
    throw new DomainError(
      'VERSION_NOT_PUBLISHED',
      `Version ${version.number} is a draft; publish it before anybody is promised it.`,
      { path: ['policyVersionId'], params: { number: version.number, status: version.status } },
    );
  }
  const all = await promisesOf(orm, held);
  const promised = all.find(({ entitlementId }) => entitlementId === held.id);
  if (!promised) throw notFound('Entitlement');
  const to = (await snapshotsToday(orm, [versionId], frame)).get(versionId)!;
  const [before, after] = [versionOf(promised.snapshot), versionOf(to)];
  const beside = all.filter((each) => each !== promised).map(({ snapshot }) => versionOf(snapshot));
  const codes = await soldGoods(orm, held);
  const found: { code: string; follow: Follow; shorter: Cut | undefined }[] = [];
  const cuts = codes.flatMap((code) => {
    const line = { at: held.grantedOn, code };
    const facts = factsFrom(promised.facts, promised.snapshot.timeZone, line, { kind: 'returns' });
    const tie = tieWith(facts, after, beside);
    if (tie) throw openTogether(tie.first, tie.second, code);
    const [was, is] = [
      [before, ...beside],
      [after, ...beside],
    ];
    const shorter = hoursCutsFor(facts, was, is);
    const reworded = wordingCutsFor(facts, was, is);
    for (const follow of followsFor(facts, was, is, [...shorter, ...reworded])) {
      found.push({ code, follow, shorter: shorter.find((cut) => cut.kind === follow.kind) });
    }
    return [...noWorseFor(facts, was, is), ...shorter, ...reworded];
  });
  return {
    held,
    promised,
    to,
    cuts: distinct(cuts),
    readings: readingChanges(promised.snapshot, to),
    follows: byProducts(found, codes.length),
    disclosedAt: version.disclosedAt,
  };
}

const readingChanges = (before: PromiseSnapshot, after: PromiseSnapshot): ReadingChange[] =>
  (['currency', 'timeZone'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));

/** Products for which the same follows are told together. */
function byProducts(
  found: readonly { code: string; follow: Follow; shorter: Cut | undefined }[],
  products: number,
): OfProducts[] {
  const groups = new Map<string, OfProducts>();
  for (const { code, follow, shorter } of found) {
    const key = canonical([follow, shorter?.worsenings ?? null]);
    const [hours] = shorter?.worsenings ?? [];
    const group = groups.get(key) ?? {
      ...follow,
      codes: [],
      hours: hours ? { before: String(hours.before), after: hours.after === null ? null : String(hours.after) } : null,
    };
    groups.set(key, { ...group, codes: [...group.codes, code] });
  }
  return [...groups.values()].map((each) => (each.codes.length === products ? { ...each, codes: [] } : each));
}

/** Two products may lose the same thing by the same term. */
function distinct(cuts: readonly Cut[]): Cut[] {
  return [...new Map(cuts.map((cut) => [JSON.stringify([cut.kind, cut.termId, cut.worsenings]), cut])).values()];
}

/**
 * Moves a purchase to another version of its policy (S1): allowed where every term that speaks of it is no worse and is
 * read by the same currency and time zone, or with the customer's recorded consent. Errors: those of {@link weighMove},
 * `MOVE_NOTHING`, `PROMISE_DOWNGRADE`, `BAD_DATE`, `CONSENT_TOO_EARLY`,
 * `CONSENT_IN_FUTURE`.
 */
export async function movePromise(
  ctx: WriteContext,
  ref: Ref,
  versionId: string,
  consent: Consent | null,
): Promise<void> {
  // two moves of one purchase wait for each other, whichever of its promises they move: each weighs them all
  await ctx.tx.execute(sql`
    select 1 from ${entitlements} where customer_id = ${ref.customerId}::uuid and invoice_id = (
      select invoice_id from ${entitlements} where customer_id = ${ref.customerId}::uuid and id = ${ref.id}::uuid)
    order by id for update`);
  const weighed = await weighMove(ctx.tx, ctx, ref, versionId);
  const { held, promised, to: body, cuts, readings } = weighed;
  if (hashOf(body) === promised.snapshotHash) throw nothingMoved(body.number);
  if (consent) {
    const days = { from: consentFrom(weighed, ctx.timezone), today: ctx.asOf };
    checkConsentDay(consent.on, days, ['consent', 'on']);
  }
  if (cuts.length + readings.length > 0 && !consent) throw downgrade(cuts, readings, body.number);
  const to = (await freezeVersions(ctx.tx, [versionId], ctx)).get(versionId)!;
  const { customerId } = ref;
  const hash = entitlementHash({ ...held, snapshotHash: to.hash, facts: promised.facts });
  const change = { policyVersionId: versionId, snapshotId: to.id, hash };
  await ctx.tx
    .update(entitlements)
    .set(change)
    .where(and(eq(entitlements.customerId, customerId), eq(entitlements.id, held.id)));
  await ctx.tx.insert(promiseMoves).values({
    customerId,
    id: newId(),
    entitlementId: held.id,
    fromSnapshotId: held.snapshotId!,
    toSnapshotId: to.id,
    at: ctx.now,
    by: ctx.actor.email,
    cuts,
    consentBy: consent?.by ?? null,
    consentOn: consent?.on ?? null,
    consentNote: consent?.note ?? null,
  });
  ctx.audit({
    subject: `Entitlement_${customerId}_${held.id}`,
    before: { policyVersionId: held.policyVersionId, hash: held.hash },
    after: { ...change, worse: cuts.length, readings, consented: consent !== null },
  });
}

/** Consent makes a promise smaller, and never unclear. */
function openTogether(first: InVersion, second: InVersion, code: string): DomainError {
  const words = ({ version, term }: InVersion) => `"${term.id}" (${version.policy}, version ${version.number})`;
  return new DomainError(
    'MOVE_AMBIGUOUS',
    `Moved to this version, the purchase would be promised both ${words(first)} and ${words(second)} for ${code}, and neither ` +
      'is more specific. Choose another version, or move its other promise to one that fits first.',
    {
      path: ['policyVersionId'],
      params: {
        kind: first.term.kind,
        code,
        first: first.term.id,
        firstPolicy: first.version.policy,
        number: first.version.number,
        second: second.term.id,
        secondPolicy: second.version.policy,
      },
    },
  );
}

/** When the customer could first be asked: once the version was published and the purchase made. */
function consentFrom({ held, disclosedAt }: Target, timezone: string): string {
  const known = disclosedAt === null ? held.grantedOn : dayOfMoment(disclosedAt, timezone);
  return known > held.grantedOn ? known : held.grantedOn;
}

function nothingMoved(number: number): DomainError {
  return new DomainError(
    'MOVE_NOTHING',
    `The purchase holds version ${number} already, word for word; choose another version.`,
    { path: ['policyVersionId'], params: { number } },
  );
}

function downgrade(cuts: readonly Cut[], readings: readonly ReadingChange[], number: number): DomainError {
  const terms = [...new Set(cuts.map(({ kind, termId, byTermId }) => termId ?? byTermId ?? kind))];
  const less = [...terms, ...readings.map(({ field, before, after }) => `${field} ${after} in place of ${before}`)];
  const kinds = [...new Set(cuts.map(({ kind }) => kind))];
  return new DomainError(
    'PROMISE_DOWNGRADE',
    `Version ${number} promises this purchase less (${less.join(', ')}); leave it as it is, or record the customer's consent.`,
    { path: ['policyVersionId'], params: { number, terms, kinds, readings: readings.map(({ field }) => field) } },
  );
}
