import { checkConsentDay } from '@perennial/domain/policies/consent';
import { dayOfMoment } from '@perennial/domain/shared/business-clock';
import { IN_CHARGE } from '@perennial/domain/shared/roles';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { and, eq, sql } from 'drizzle-orm';
import { downgrade, nothingMoved, weighedOtherwise } from './move-refusals.ts';
import { grantTo } from './promise-service.ts';
import { weighMove, type Ref, type Weighed } from './move-weighing.ts';
import { entitlementHash, freezeVersions, hashOf } from './snapshot-service.ts';
import { entitlements, promiseMoves } from './table.ts';

/** The customer's own agreement to a promise that is worse in some way. */
export interface Consent {
  /** Who agreed, on the customer's side. */
  by: string;
  on: string;
  /** How: a letter, a call … */
  note: string;
  /** What they were told that they agree to: {@link Weighed.weighing}. */
  weighing: string;
}

/**
 * Moves a purchase to another version of its policy (S1): allowed where every term that speaks of it, or would speak of
 * goods that it may yet get, is no worse and is read by the same currency and time zone, or with the customer's recorded
 * consent to just what it would lose by now. Errors: those of {@link weighMove}, `MOVE_NOTHING`, `PROMISE_DOWNGRADE`,
 * `MOVE_WEIGHED_OTHERWISE`, `BAD_DATE`, `CONSENT_TOO_EARLY`, `CONSENT_IN_FUTURE`.
 */
export async function movePromise(
  ctx: WriteContext,
  ref: Ref,
  versionId: string,
  consent: Consent | null,
): Promise<void> {
  // what an import added a moment ago is weighed as well; and who extends, grants or takes back promises waits for the move
  await grantTo(ctx.tx, ref.customerId, ctx);
  // two moves of one purchase wait for each other, whichever of its promises they move: each weighs them all
  await ctx.tx.execute(sql`
    select 1 from ${entitlements} where customer_id = ${ref.customerId}::uuid and invoice_id = (
      select invoice_id from ${entitlements} where customer_id = ${ref.customerId}::uuid and id = ${ref.id}::uuid)
    order by id for update`);
  const weighed = await weighMove(ctx.tx, ctx, ref, versionId);
  const { held, promised, to: body, cuts, readings } = weighed;
  if (hashOf(body) === promised.snapshotHash) throw nothingMoved(body.number);
  if (consent) {
    if (consent.weighing !== weighed.weighing) throw weighedOtherwise(body.number);
    const from = [...consentFrom(weighed, ctx), ...(await heldSince(ctx.tx, held))].sort().at(-1)!;
    const days = { from, today: ctx.latestDay };
    checkConsentDay(consent.on, days, ['consent', 'on']);
  }
  if (cuts.length + readings.length > 0 && !consent) throw downgrade(weighed, body.number);
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
    movedOn: ctx.latestDay,
    by: ctx.actor.email,
    cuts,
    consentBy: consent?.by ?? null,
    consentOn: consent?.on ?? null,
    consentNote: consent?.note ?? null,
  });
  ctx.audit({
    subject: `Entitlement_${customerId}_${held.id}`,
    before: { policyVersionId: held.policyVersionId, hash: held.hash },
    after: {
      ...change,
      worse: cuts.length,
      readings,
      ...(consent && { consentBy: consent.by, consentOn: consent.on, note: consent.note }),
    },
  });
  const { timezone, now, actor } = ctx;
  await ctx.hook('policies.moved', {
    customerId,
    invoiceId: held.invoiceId,
    consented: consent !== null,
    ownerId: IN_CHARGE.includes(actor.role) ? actor.id : null,
    timezone,
    now,
  });
}

/**
 * When the customer could first be asked: once the version was published and the purchase made. What is published while
 * somebody looks back counts for charges only from a day yet to come (`disclosureMoment`), and can be told of on the latest.
 */
function consentFrom({ held, disclosedAt }: Weighed, ctx: Pick<WriteContext, 'timezone' | 'latestDay'>): string[] {
  if (disclosedAt === null) return [held.grantedOn];
  const disclosed = dayOfMoment(disclosedAt, ctx.timezone);
  return [held.grantedOn, disclosed < ctx.latestDay ? disclosed : ctx.latestDay];
}

/**
 * Since when the purchase holds what it does of this policy: nobody knew of it before. Of a move with consent that is the
 * day of the consent, which may have been written down later; of a free one the day of the move.
 */
async function heldSince(tx: Orm, held: Pick<Weighed['held'], 'customerId' | 'id'>): Promise<string[]> {
  const [last] = await rowsOf<{ on: string | null }>(
    tx,
    sql`
    select max(case when jsonb_array_length(m.cuts) > 0 then coalesce(m.consent_on, m.moved_on) else m.moved_on end)::text as on
    from ${promiseMoves} m where m.customer_id = ${held.customerId}::uuid and m.entitlement_id = ${held.id}::uuid`,
  );
  return last?.on ? [last.on] : [];
}
