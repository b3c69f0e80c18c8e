import { defineModule } from '@perennial/kernel/registry/module';
import { z } from 'zod';
import { mutations } from './graphql.ts';
import { queries } from './read-graphql.ts';
import { extensions, models } from './models.ts';
import { receiptPage } from './receipt-page.ts';
import { seed } from './seed.ts';
import { closeServedBefore } from './served.ts';

export { dueClaims, type DueClaim } from './due-service.ts';
export { paidForClaimed, paidForDiscounted, type PaidLine } from './paid-lines.ts';
export { claimedLines, uncoveredClaims } from './replay-figures.ts';

const opened = z.object({
  customerId: z.string(),
  invoiceId: z.string(),
  taskIds: z.array(z.string()),
  asOf: z.string(),
  latestDay: z.string(),
  now: z.date(),
});

/** Claims on purchases, decided by what was promised at the sale; their charges and receipts (C6, C10, C11, C19, S1, S2). */
export const claimsModule = defineModule({
  name: 'claims',
  models,
  extend: extensions,
  queries,
  mutations,
  pages: [receiptPage],
  inTransaction: {
    // what settled claims gave before anybody opened the tasks is not to be done again; the opening is in the audit trail
    'fulfilment.opened': async (tx, payload) => {
      const { customerId, invoiceId, taskIds, ...frame } = opened.parse(payload);
      await closeServedBefore({ ...frame, tx, audit: () => undefined }, { customerId, invoiceId }, taskIds);
    },
  },
  // what a customer was told stands
  frozen: [
    // and so does what was promised for a claim, from the moment it was made
    { table: 'claims', when: `tg_op = 'UPDATE'`, columns: ['claimed_at', 'promised_times'] },
    { table: 'claim_receipts', when: 'true', columns: ['customer_id', 'claim_id', 'hash', 'body', 'created_at'] },
  ],
  seed,
});
