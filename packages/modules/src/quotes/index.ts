import { currencyFixed } from '@perennial/domain/shared/currency-fixed';
import { defineModule } from '@perennial/kernel/registry/module';
import { z } from 'zod';
import { mutations, queries } from './graphql.ts';
import { extensions, models } from './models.ts';
import { anySent } from './rows.ts';

export { anySent } from './rows.ts';

const leaving = z.object({ currency: z.string() });

/** Solutions and prices offered in rounds, until one of them is bought (解決方案、報價, C3). */
export const quotesModule = defineModule({
  name: 'quotes',
  models,
  extend: extensions,
  queries,
  mutations,
  inTransaction: {
    // a quote that was sent names the fees that were disclosed in the business's currency
    'business.currency': async (tx, payload) => {
      if (await anySent(tx)) throw currencyFixed(leaving.parse(payload).currency);
    },
  },
  // what the customer has seen stands, whatever program writes
  frozen: [
    {
      table: 'quote_revisions',
      when: `old.status <> 'DRAFT'`,
      columns: [
        'quote_id',
        'number',
        'valid_until',
        'solution',
        'note',
        'currency',
        'discount',
        'total',
        'sent_at',
        'disclosed',
        'fees_hash',
      ],
    },
    {
      table: 'quote_lines',
      when: `exists (select 1 from quote_revisions r where r.customer_id = old.customer_id and r.id = old.revision_id and r.status <> 'DRAFT')`,
      columns: [
        'revision_id',
        'product_id',
        'code',
        'description',
        'quantity',
        'unit_price',
        'amount',
        'currency',
        'extras',
      ],
    },
  ],
});
