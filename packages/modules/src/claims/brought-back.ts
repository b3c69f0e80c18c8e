import { broughtBack } from '@perennial/domain/claims/brought-back';
import type { ReturnHistory } from '@perennial/domain/policies/facts';
import type { Orm } from '@perennial/kernel/db/database';
import { and, eq } from 'drizzle-orm';
import { creditedPieces, returnHistory } from '../sales/index.ts';
import { statusOf } from './given-back.ts';
import { claimLines, claims } from './table.ts';

/**
 * What a customer bought and brought back in the twelve months up to and including the day `until` (C10): what the record
 * of sales says, and the returns that were claimed here and are on no credit note yet.
 */
export async function returnsOf(
  orm: Orm,
  customerId: string,
  until: string,
  frame: { currency: string; timezone: string },
): Promise<ReturnHistory> {
  const history = await returnHistory(orm, customerId, until, frame);
  const claimed = await orm
    .select({
      saleLineId: claimLines.saleLineId,
      currency: claimLines.currency,
      kind: claims.kind,
      status: claims.status,
      outcome: claimLines.outcome,
      remedy: claimLines.remedy,
      quantity: claimLines.quantity,
      on: claims.claimedOn,
      refund: claimLines.refund,
      review: claimLines.review,
    })
    .from(claimLines)
    .innerJoin(claims, and(eq(claims.customerId, claimLines.customerId), eq(claims.id, claimLines.claimId)))
    .where(eq(claimLines.customerId, customerId));
  if (claimed.length === 0) return history;
  const lines = claimed.map((each) => ({ ...each, status: statusOf(each, each) }));
  return broughtBack(history, lines, await creditedPieces(orm, { customerId }, frame.timezone), {
    until,
    currency: frame.currency,
  });
}
