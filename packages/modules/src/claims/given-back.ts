import type { ClaimDecision } from '@perennial/domain/claims/decide-claim';
import type { ClaimKind, ClaimStatus } from '@perennial/domain/claims/claim';
import { moneyLeft, mostPaidBack, type GivingClaim } from '@perennial/domain/claims/money-left';
import { piecesGone, takesBack, type ClaimedPieces, type PiecesGone } from '@perennial/domain/claims/pieces';
import { refundSteps } from '@perennial/domain/claims/refund-steps';
import { refundOf, runningTotal } from '@perennial/domain/claims/shares';
import type { Step } from '@perennial/domain/policies/decision';
import type { Orm } from '@perennial/kernel/db/database';
import { and, asc, eq } from 'drizzle-orm';
import { creditedPieces, type ClaimedPurchase } from '../sales/index.ts';
import { paidForEach } from './paid-lines.ts';
import type { ClaimRow } from './rows.ts';
import { claimLines, claims } from './table.ts';

type Ref = { customerId: string; invoiceId: string };

/** What came back of a purchased line so far, and what is left of it. */
export interface GivenBack extends PiecesGone {
  /** Pieces bought, and what was paid for them after their share of discounts, minor units. */
  bought: number;
  paid: number;
  /** What they cost on the invoice, before that. */
  goods: number;
  currency: string;
  /** Minor units that can still be given back, all claims and credit notes counted. */
  moneyLeft: number;
}

/** Minor units, null where nothing is given back; and why it is less than the goods cost, where it is. */
interface Refund {
  refund: number | null;
  steps: readonly Step[];
}

/**
 * What is given back for a decided line. Never more than was paid and has not been given back yet:
 * the line bears its share of a discount on the purchase, and what other claims on it were paid beyond their due counts.
 */
export function refundFor(
  kind: ClaimKind,
  decision: Pick<ClaimDecision, 'outcome' | 'remedy' | 'review'>,
  of: GivenBack,
  quantity: number,
): Refund {
  if (decision.outcome !== 'ALLOWED' || decision.review || !takesBack({ kind, remedy: decision.remedy })) {
    return { refund: null, steps: [] };
  }
  const before = { credited: of.credited, claimed: of.refundedPieces, refunded: of.refunded };
  const due = refundOf(of.paid, of.bought, before, quantity);
  const refund = Math.min(due, Math.max(0, of.moneyLeft));
  const gone = before.credited + before.claimed;
  return { refund, steps: refundSteps({ ...of, gone, refund, due }, quantity) };
}

/** By purchased line, what came back of it and what is left. */
export async function givenBack(
  orm: Orm,
  ref: Ref,
  purchase: Pick<ClaimedPurchase, 'lines'>,
  timezone: string,
): Promise<(saleLineId: string) => GivenBack> {
  return givenBackFrom(purchase, await earlierLines(orm, ref), await creditedPieces(orm, ref, timezone));
}

/** The most that can be paid back when a claim is settled, minor units. */
export async function mostFor(
  orm: Orm,
  claim: ClaimRow,
  purchase: Pick<ClaimedPurchase, 'lines'>,
  timezone: string,
): Promise<number> {
  const earlier = await earlierLines(orm, claim);
  const { worth } = countOf(purchase, earlier, await creditedPieces(orm, claim, timezone));
  const [mine] = givingClaims(earlier.filter((each) => each.claim.id === claim.id));
  const others = givingClaims(earlier.filter((each) => each.claim.id !== claim.id));
  return mine ? mostPaidBack(worth, others, mine) : 0;
}

/** As {@link givenBack}, from what was read already. */
export function givenBackFrom(
  purchase: Pick<ClaimedPurchase, 'lines'>,
  earlier: Earlier,
  credits: Credits,
): (saleLineId: string) => GivenBack {
  const { lines, worth } = countOf(purchase, earlier, credits);
  const left = moneyLeft(worth, givingClaims(earlier));
  return (id) => ({ ...lines.get(id)!, moneyLeft: left.get(id) ?? 0 });
}

export type Earlier = Awaited<ReturnType<typeof earlierLines>>;
type Credits = Awaited<ReturnType<typeof creditedPieces>>;

/** The lines of all claims on a purchase with their claims, in the order in which these were settled. */
export const earlierLines = (orm: Orm, ref: Ref) =>
  orm
    .select({ line: claimLines, claim: claims })
    .from(claimLines)
    .innerJoin(claims, and(eq(claims.customerId, claimLines.customerId), eq(claims.id, claimLines.claimId)))
    .where(and(eq(claims.customerId, ref.customerId), eq(claims.invoiceId, ref.invoiceId)))
    .orderBy(asc(claims.settledOn), asc(claims.updatedAt), asc(claims.id), asc(claimLines.id));

/** By line of goods: the pieces that are gone, and what was paid for it less what credit notes took (`worth`). */
function countOf(purchase: Pick<ClaimedPurchase, 'lines'>, earlier: Earlier, credits: Credits) {
  const lines = new Map(
    paidForEach(purchase.lines).map(({ line, paid }) => {
      const gone = goneOf(line.id, earlier, credits);
      return [line.id, { ...gone, bought: line.quantity, paid, goods: line.amount, currency: line.currency }];
    }),
  );
  const worth = new Map(
    [...lines].map(([id, { bought, paid, credited }]) => [
      id,
      credited === 0 ? paid : paid - runningTotal(paid, bought, credited),
    ]),
  );
  return { lines, worth };
}

function givingClaims(earlier: Earlier): GivingClaim[] {
  const byId = new Map<
    string,
    { status: GivingClaim['status']; refundPaid: number | null; lines: Earlier[number]['line'][] }
  >();
  for (const { line, claim } of earlier) {
    const { status, refundPaid } = claim;
    const known = byId.get(claim.id) ?? { status, refundPaid, lines: [] };
    known.lines.push(line);
    byId.set(claim.id, known);
  }
  return [...byId.values()];
}

function goneOf(saleLineId: string, earlier: Earlier, credits: Credits): PiecesGone {
  return piecesGone(
    earlier.filter(({ line }) => line.saleLineId === saleLineId).map(piecesOf),
    credits.filter((credit) => credit.saleLineId === saleLineId),
  );
}

export const piecesOf = ({ line, claim }: Earlier[number]): ClaimedPieces => ({
  kind: claim.kind,
  status: statusOf(line, claim),
  outcome: line.outcome,
  remedy: line.remedy,
  quantity: line.quantity,
  on: claim.claimedOn,
  refund: line.refund,
});

/** A line that a person looks at keeps its claim open; the others of the claim are decided. */
export const statusOf = ({ review }: { review: boolean }, { status }: { status: ClaimStatus }): ClaimStatus =>
  status === 'OPEN' && !review ? 'DECIDED' : status;
