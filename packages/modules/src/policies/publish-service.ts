import { phrasesFor } from '@perennial/domain/policies/phrases';
import { readTerms } from '@perennial/domain/policies/terms';
import { intersectRegions } from '@perennial/domain/policies/variant';
import { checkDraft, placeVersion } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';
import { businessFrame } from '@perennial/kernel/write/business';
import { sameVersion } from '@perennial/kernel/write/version';
import { eq } from 'drizzle-orm';
import { problemsOf } from './check-service.ts';
import { changeOf } from './cut-service.ts';
import { disclosureMoment } from './disclosure-service.ts';
import { lessBy, refuseBelowFloors, refuseUnapproved } from './guard-service.ts';
import { lockPublishing, lockVersion, refuseToTakeBack, textsOf } from './rows.ts';
import { policyVersions } from './table.ts';
import { nameOf, writeVersion, type Writing } from './writing.ts';

/**
 * Publishes a draft from `from` (else from its own first day): promises it to every purchase made on the days of its
 * period. The open-ended version before it ends on that day.
 *
 * A first day in the past is allowed as long as it only adds promises: purchases that carry another version of the
 * policy keep it (`ALREADY_PROMISED`), and less is never promised for today or days past (`CUT_IN_THE_PAST`). That is how a
 * business that starts here promises what it always did. Charges are no promise: those of a version bind only who bought
 * after it was published (S2, see `promisesKnown`).
 *
 * Of two people who publish at once exactly one does; the other is told that the version is no draft any more.
 * Errors: `VERSION_NOT_DRAFT`, `VERSION_CONFLICT`, and the first of those of `problemsOf`, which finds them all.
 *
 * @param disclosedAt since when customers could know of it, if that is not the business's moment: only for samples, whose
 * shop is made up with its past.
 */
export async function publishVersion(
  ctx: Writing,
  id: string,
  seen: number,
  from?: string,
  disclosedAt?: Date,
): Promise<void> {
  const found = await lockVersion(ctx.tx, id);
  const { policy, version: before } = found;
  checkDraft(before);
  sameVersion(before, seen);
  // two policies published at once wait for each other here: each must see the other's terms
  await lockPublishing(ctx.tx);
  await sameSettings(ctx);
  const problem = (await problemsOf(ctx.tx, found, from, ctx)).find(({ blocking }) => blocking);
  if (problem) throw problem.error;
  const draft = { ...before, effectiveFrom: from ?? before.effectiveFrom };
  const siblings = await ctx.tx.select().from(policyVersions).where(eq(policyVersions.policyId, policy.id));
  const closing = placeVersion(draft, siblings);
  const closed = siblings.find((each) => each.id === closing?.id);
  if (closing && closed) await writeVersion(ctx, closed, { effectiveTo: closing.effectiveTo });
  await writeVersion(ctx, before, {
    effectiveFrom: draft.effectiveFrom,
    // a policy for some regions is promised there only: frozen so, it is ranked among others as what it is
    terms: intersectRegions(readTerms(before.terms), policy.regions),
    phrases: phrasesFor(textsOf(before), before.phrases),
    status: 'PUBLISHED',
    publishedAt: ctx.now,
    publishedBy: nameOf(ctx),
    disclosedAt: disclosedAt ?? (await disclosureMoment(ctx)),
  });
  ctx.emit('policies.published', { policyId: policy.id, versionId: id });
}

/** The sums of the words are in a currency: where that changed a moment ago, they are not what their author wrote. */
async function sameSettings(ctx: Writing): Promise<void> {
  const { currency } = await businessFrame(ctx.tx, ctx.now);
  if (currency === ctx.currency) return;
  throw new DomainError(
    'VERSION_CONFLICT',
    `The currency of the business became ${currency} meanwhile; look at the sums once more, then publish.`,
    { path: ['version'], params: { yours: ctx.currency, current: currency } },
  );
}

/**
 * Ends a published version on `on`, the first day on which it holds no more (after the latest day of the business). What it promised stays promised; that new
 * purchases are promised nothing in its place needs a second person (S11). Errors: `VERSION_NOT_PUBLISHED`,
 * `VERSION_CONFLICT`, `RETIRED_IN_THE_PAST`, `ALREADY_PROMISED`, `BELOW_FLOOR`, `SERVICE_CUT`.
 */
export async function retireVersion(ctx: Writing, id: string, seen: number, on?: string): Promise<void> {
  const found = await lockVersion(ctx.tx, id);
  const { version: before } = found;
  sameVersion(before, seen);
  await lockPublishing(ctx.tx);
  const change = await changeOf(ctx.tx, found, { effectiveFrom: on, retiring: true }, ctx.latestDay);
  const { effectiveFrom: effectiveTo } = change.version;
  await refuseToTakeBack(ctx.tx, id, before.number, effectiveTo);
  const less = await lessBy(ctx.tx, change, ctx);
  await refuseBelowFloors(ctx.tx, change, less);
  await refuseUnapproved(ctx.tx, change, less, ctx);
  await writeVersion(ctx, before, { status: 'RETIRED', effectiveTo });
}
