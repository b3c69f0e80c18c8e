import { ordinalOf } from '@perennial/domain/claims/on-record';
import { closeServed, lockTasks } from '../fulfilment/index.ts';
import type { ClaimedPurchase } from '../sales/index.ts';
import { linesOf, subject, type ClaimRow, type LineRow, type Ref, type Writing } from './rows.ts';

/** Before the purchase and the claim are held: whoever does a task holds them in this order too. */
export const lockServed = (ctx: Writing, { customerId }: Ref): Promise<void> => lockTasks(ctx.tx, customerId);

/**
 * The visits and sessions that a settled claim gave were made (C17, C18): the tasks that stand for them are done. A task
 * that some of its pieces have not been served by stays open.
 */
export async function closeTasksOf(ctx: Writing, claim: ClaimRow, purchase: ClaimedPurchase): Promise<void> {
  const given = (await linesOf(ctx.tx, claim)).filter(({ outcome }) => outcome === 'ALLOWED');
  const key = (line: LineRow) => `${line.termKind} ${ordinalOf(line.termKind, line.details)}`;
  for (const lines of Map.groupBy(given, key).values()) {
    const { termKind, details } = lines[0]!;
    const ordinal = ordinalOf(termKind, details);
    if (termKind === null || ordinal === null) continue;
    const whole = (code: string) =>
      purchase.lines
        .filter((line) => line.kind === 'SALE' && line.code === code)
        .every((line) => lines.some((each) => each.saleLineId === line.id && each.quantity === line.quantity));
    const codes = new Set(lines.map(({ code }) => code).filter(whole));
    const proof = { id: subject(claim), number: claim.number };
    await closeServed(
      ctx,
      claim,
      { termKind, ordinal, codes },
      proof,
      ctx.actor.kind === 'staff' ? ctx.actor.name : null,
    );
  }
}
