import type { JobContext } from '@perennial/kernel/write/context';
import { eq } from 'drizzle-orm';
import { claimedPurchase, newestPurchases } from '../sales/index.ts';
import { openClaim, type Opening } from './open-service.ts';
import type { Writing } from './rows.ts';
import { settleClaim } from './settle-service.ts';
import { claims } from './table.ts';

const SAMPLES: readonly (Pick<Opening, 'kind' | 'language' | 'note'> & { settled: boolean })[] = [
  { kind: 'RETURN', language: 'en', note: 'Brought back to the counter, unopened.', settled: false },
  { kind: 'REPAIR', language: 'zh_Hant', note: 'The clasp does not close.', settled: false },
  { kind: 'RETURN', language: 'en', note: 'Ordered twice by mistake.', settled: true },
];

/** A few claims on the newest purchases of the sample, so that a decision and its receipt can be looked at. */
export async function seed(ctx: JobContext): Promise<void> {
  await ctx.write('claims.seed', async (write) => {
    const some = await write.tx.select({ id: claims.id }).from(claims).limit(1);
    if (some.length > 0) return;
    const purchases = await newestPurchases(write.tx, write.asOf, write.timezone, SAMPLES.length);
    for (const [index, purchase] of purchases.entries()) {
      const { settled, ...sample } = SAMPLES[index]!;
      await enter(write, purchase, sample, settled);
    }
  });
}

async function enter(
  write: Writing,
  { customerId, invoiceId }: { customerId: string; invoiceId: string },
  sample: Pick<Opening, 'kind' | 'language' | 'note'>,
  settled: boolean,
): Promise<void> {
  const purchase = await claimedPurchase(write.tx, { customerId, invoiceId }, write.timezone);
  const line = purchase?.lines.find((each) => each.kind === 'SALE' && each.quantity > 0 && each.amount > 0);
  if (!line) return;
  const ref = await openClaim(write, {
    ...sample,
    customerId,
    invoiceId: { customerId, id: invoiceId },
    lines: [{ lineId: { customerId, id: line.id }, quantity: 1 }],
  });
  const [claim] = await write.tx.select().from(claims).where(eq(claims.id, ref.id));
  if (!settled || claim?.status !== 'DECIDED' || claim.outcome !== 'ALLOWED') return;
  await settleClaim(write, ref, claim.version, { refundPaid: { amount: claim.refund, currency: claim.currency } });
}
