import { isAnswered, outcomeOf, type CLAIM_LANGUAGES } from '@perennial/domain/claims/claim';
import { newId } from '@perennial/kernel/db/ids';
import { and, count, eq } from 'drizzle-orm';
import { grantTo } from '../policies/index.ts';
import { decideStated, type DecidedLine, type Stated } from './decide-service.ts';
import { issueReceipt } from './receipt-service.ts';
import { subject, type Ref, type Writing } from './rows.ts';
import { claimLines, claims } from './table.ts';

export interface Opening extends Stated {
  /** Of the receipt. */
  language: (typeof CLAIM_LANGUAGES)[number];
  note: string;
}

/**
 * Enters a claim, decided on the spot from what was promised at the sale (S1), and issues its receipt. Lines that a
 * person has to look at leave it OPEN. Errors: see `decideStated`.
 */
export async function openClaim(ctx: Writing, opening: Opening): Promise<Ref> {
  // what an import added a moment ago is promised something, too
  await grantTo(ctx.tx, opening.customerId, ctx);
  const decided = await decideStated(ctx.tx, ctx, opening, true);
  const { customerId } = opening;
  const { invoiceId, purchase } = decided;
  const [earlier] = await ctx.tx
    .select({ n: count() })
    .from(claims)
    .where(and(eq(claims.customerId, customerId), eq(claims.invoiceId, invoiceId)));
  const id = newId();
  const review = decided.lines.some(({ decision }) => decision.review);
  const outcome = outcomeOf(decided.lines.map(({ decision }) => decision));
  const row = {
    customerId,
    id,
    number: `${purchase.number}-${(earlier?.n ?? 0) + 1}`,
    kind: opening.kind,
    invoiceId,
    claimedOn: decided.on,
    claimedAt: decided.at,
    promisedTimes: decided.promisedTimes,
    // what is decided against on the spot leaves nothing to do
    closedAt: isAnswered(decided.lines.map(({ decision }) => decision)) ? decided.at : null,
    status: review ? ('OPEN' as const) : ('DECIDED' as const),
    outcome,
    language: opening.language,
    note: opening.note,
    refund: decided.lines.reduce((sum, { refund }) => sum + (refund ?? 0), 0),
    currency: purchase.currency,
    receiptHash: '',
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  await ctx.tx.insert(claims).values(row);
  await ctx.tx.insert(claimLines).values(decided.lines.map((line) => lineRow(customerId, id, line)));
  const ref = { customerId, id };
  const receiptHash = await issueReceipt(ctx, ref);
  ctx.audit({
    subject: subject(ref),
    after: {
      ...row,
      receiptHash,
      lines: decided.lines.map(({ line, quantity, decision }) => ({
        code: line.code,
        quantity,
        outcome: decision.outcome,
        // a reader knows a term by its kind; its short name stands with the line
        kind: decision.termKind,
      })),
    },
  });
  return ref;
}

function lineRow(customerId: string, claimId: string, each: DecidedLine): typeof claimLines.$inferInsert {
  const { decision, line } = each;
  return {
    customerId,
    id: newId(),
    claimId,
    saleLineId: line.id,
    code: line.code,
    quantity: each.quantity,
    outcome: decision.outcome,
    remedy: decision.remedy,
    review: decision.review,
    termKind: decision.termKind,
    termId: decision.termId,
    policyId: decision.policyId,
    policyVersionId: decision.versionId,
    snapshotHash: decision.snapshotHash,
    countedFrom: decision.countedFrom,
    deadline: decision.deadline,
    refund: each.refund,
    currency: line.currency,
    serialFailed: each.serialFailed,
    details: each.details,
    result: decision.result,
    trace: decision.trace,
    extras: decision.extras,
  };
}
