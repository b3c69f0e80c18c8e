import { isGivenBack } from '@perennial/domain/claims/pieces';
import { followGivenBack } from '../fulfilment/index.ts';
import { setTakenBack } from '../sales/index.ts';
import { earlierLines, piecesOf } from './given-back.ts';
import type { ClaimRow, Writing } from './rows.ts';

/**
 * What a settled claim took back for good is on the purchase, where everything that is owed for its goods reads it, and
 * the tasks for them follow (C4). Who calls this has locked the customer's tasks and the purchase.
 */
export async function noteTakenBack(ctx: Writing, claim: ClaimRow): Promise<void> {
  const back = (await earlierLines(ctx.tx, claim)).filter((each) => isGivenBack(piecesOf(each)));
  const codes = new Set(back.flatMap(({ line }) => (line.claimId === claim.id ? [line.code] : [])));
  if (codes.size === 0) return;
  const byLine = Map.groupBy(back, ({ line }) => line.saleLineId);
  const pieces = [...byLine].map(([id, its]) => [
    id,
    its.map(({ line: { quantity }, claim: { claimedOn: on } }) => ({ quantity, on })),
  ]);
  await setTakenBack(ctx.tx, claim, Object.fromEntries(pieces));
  await followGivenBack(ctx.tx, claim, codes, ctx);
}
