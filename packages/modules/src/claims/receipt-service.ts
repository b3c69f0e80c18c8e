import { askedFor } from '@perennial/domain/claims/asked-for';
import { replacementOf, toldToAnybody, receiptTime, type ReceiptBody } from '@perennial/domain/claims/receipt';
import { extrasSold } from '@perennial/domain/policies/snapshot';
import { LANGUAGES, type Language } from '@perennial/domain/shared/language';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { and, asc, desc, eq } from 'drizzle-orm';
import { productsById } from '../catalog/index.ts';
import { hashOf, promisesOf } from '../policies/index.ts';
import { claimedPurchase } from '../sales/index.ts';
import { chargesTold } from './charge-guard.ts';
import { clockOf } from './clock-reading.ts';
import { isClaim, linesOf, notFound, type ClaimRow, type Ref, type Writing } from './rows.ts';
import { claimReceipts, claims } from './table.ts';

export const languageOf = (name: string): Language => LANGUAGES.find((each) => each.replace('-', '_') === name) ?? 'en';

/** What the claim says now, as it is told to the customer. */
export async function receiptBody(orm: Orm, claim: ClaimRow, timezone: string): Promise<ReceiptBody> {
  const ref = { customerId: claim.customerId, invoiceId: claim.invoiceId };
  const purchase = await claimedPurchase(orm, ref, timezone);
  if (!purchase) throw notFound('Invoice', 'invoiceId');
  const promises = await promisesOf(orm, ref);
  const sold = new Map(purchase.lines.map((line) => [line.id, line]));
  const products = await productsById(
    orm,
    purchase.lines.flatMap(({ productId }) => productId ?? []),
  );
  const { currency } = claim;
  const charges = await chargesTold(orm, claim, timezone);
  const carried = promises.map((each) => each.snapshotHash);
  const phrases = promises.map(({ snapshot }) => snapshot.phrases);
  const decidedBy = (await firstReceipt(orm, claim))?.snapshots ?? carried;
  return {
    format: 1,
    language: languageOf(claim.language),
    claim: {
      number: claim.number,
      kind: claim.kind,
      claimedOn: claim.claimedOn,
      status: claim.status,
      outcome: claim.outcome,
      settledOn: claim.settledOn,
      // why a customer let go of a claim is written for colleagues; why it was decided so, for the customer
      reason: claim.status === 'WITHDRAWN' ? null : claim.reason,
    },
    invoice: { number: purchase.number, on: purchase.on },
    ...(await promisedTimesOf(orm, claim, timezone)),
    lines: (await linesOf(orm, claim)).map((line) => {
      const asked = askedFor(line.details, phrases);
      return {
        code: line.code,
        description: sold.get(line.saleLineId)?.description ?? '',
        ...(asked && { asked }),
        quantity: line.quantity,
        outcome: line.outcome,
        remedy: line.remedy,
        review: line.review,
        termKind: line.termKind,
        termId: line.termId,
        snapshotHash: line.snapshotHash,
        countedFrom: line.countedFrom,
        deadline: line.deadline,
        serialFailed: line.serialFailed,
        serialReplacement: line.serialReplacement,
        refund: line.refund === null ? null : { amount: line.refund, currency },
        trace: toldToAnybody(line.trace),
        extras: line.extras,
        included: extrasSold(
          promises,
          line.code,
          products.get(sold.get(line.saleLineId)?.productId ?? '')?.extras ?? [],
        ),
      };
    }),
    charges: charges.map((charge) => ({
      code: charge.code,
      description: charge.description,
      kind: charge.kind,
      amount: { amount: charge.amount, currency: charge.currency },
      verdict: charge.verdict,
      consentOn: charge.consentOn,
      trace: charge.trace,
    })),
    refund: { amount: claim.refund, currency },
    ...(claim.refundPaid !== null &&
      claim.refundPaid !== claim.refund && { paid: { amount: claim.refundPaid, currency } }),
    // its lines were decided once; what may be charged is held against what is promised by now (S2)
    snapshots: charges.length === 0 ? decidedBy : [...new Set([...decidedBy, ...carried])],
  };
}

/** What was told when the claim was decided: its purchase may have been moved, or given further promises, since. */
async function firstReceipt(orm: Orm, { customerId, id }: ClaimRow): Promise<ReceiptBody | undefined> {
  const [first] = await orm
    .select({ body: claimReceipts.body })
    .from(claimReceipts)
    .where(and(eq(claimReceipts.customerId, customerId), eq(claimReceipts.claimId, id)))
    .orderBy(asc(claimReceipts.createdAt), asc(claimReceipts.id))
    .limit(1);
  return first?.body;
}

async function promisedTimesOf(orm: Orm, claim: ClaimRow, timeZone: string): Promise<Pick<ReceiptBody, 'times'>> {
  const { claimedAt } = claim;
  if (claimedAt === null) return {};
  const { clocks, pausedSince, pauses } = await clockOf(orm, claim, claimedAt);
  if (clocks.length === 0) return {};
  const waited = pauses.flatMap(({ from, to }) => (to === null ? [] : { from, to }));
  return {
    times: {
      timeZone,
      claimedAt: claimedAt.toISOString(),
      pausedSince: pausedSince?.toISOString() ?? null,
      ...(waited.length > 0 ? { waited } : {}),
      promised: clocks.map(receiptTime),
    },
  };
}

/**
 * Freezes what the customer is told now and keeps its hash with the claim. Receipts that were issued before stay: what
 * somebody holds in print can still be checked. A claim that says the same as before keeps its receipt.
 */
export async function issueReceipt(ctx: Pick<Writing, 'tx' | 'now' | 'timezone'>, ref: Ref): Promise<string> {
  const [claim] = await ctx.tx.select().from(claims).where(isClaim(ref));
  if (!claim) throw notFound('Claim');
  const body = await receiptBody(ctx.tx, claim, ctx.timezone);
  const hash = hashOf(body);
  await ctx.tx
    .insert(claimReceipts)
    .values({ customerId: ref.customerId, id: newId(), claimId: ref.id, hash, body, createdAt: ctx.now })
    .onConflictDoNothing({ target: [claimReceipts.customerId, claimReceipts.claimId, claimReceipts.hash] });
  await ctx.tx.update(claims).set({ receiptHash: hash }).where(isClaim(ref));
  return hash;
}

export interface FoundReceipt {
  body: ReceiptBody;
  issuedAt: Date;
  /** The hash computed again from what is stored is the one asked for. */
  matches: boolean;
  /** Null while it holds. */
  replaced: {
    /** The receipt that holds now. */
    by: string;
    on: Date | null;
    /** The claim was withdrawn: nothing of what was decided holds any more. */
    withdrawn: boolean;
  } | null;
}

/** The receipt of a hash, checked; null where none was ever issued. */
export async function receiptByHash(orm: Orm, hash: string): Promise<FoundReceipt | null> {
  const [found] = await orm
    .select({ receipt: claimReceipts, holds: claims.receiptHash, status: claims.status })
    .from(claimReceipts)
    .innerJoin(claims, and(eq(claims.customerId, claimReceipts.customerId), eq(claims.id, claimReceipts.claimId)))
    .where(eq(claimReceipts.hash, hash))
    .orderBy(desc(claimReceipts.createdAt))
    .limit(1);
  if (!found) return null;
  const { body, createdAt: issuedAt } = found.receipt;
  const replaced = await replacementIn(orm, found.receipt, found.holds);
  return {
    // receipts issued before named what is not told any more; their hash still covers it
    body: { ...body, lines: body.lines.map((line) => ({ ...line, trace: toldToAnybody(line.trace) })) },
    issuedAt,
    matches: hashOf(body) === hash,
    replaced: replaced && { ...replaced, withdrawn: found.status === 'WITHDRAWN' },
  };
}

async function replacementIn(
  orm: Orm,
  { customerId, claimId, hash }: typeof claimReceipts.$inferSelect,
  holds: string,
): Promise<{ by: string; on: Date | null } | null> {
  if (hash === holds) return null;
  const issued = await orm
    .select({ hash: claimReceipts.hash, at: claimReceipts.createdAt })
    .from(claimReceipts)
    .where(and(eq(claimReceipts.customerId, customerId), eq(claimReceipts.claimId, claimId)))
    .orderBy(asc(claimReceipts.createdAt), asc(claimReceipts.id));
  return replacementOf(hash, issued, holds);
}
