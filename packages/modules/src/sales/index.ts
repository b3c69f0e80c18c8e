import { currencyFixed } from '@perennial/domain/shared/currency-fixed';
import { timezoneFixed } from '@perennial/domain/shared/timezone-fixed';
import { invoice, invoiceLine, returnMatch } from '@perennial/domain/sales/invoice';
import { belongsTo, extendModel, hasMany, model } from '@perennial/kernel/graphql/model';
import { defineModule } from '@perennial/kernel/registry/module';
import { z } from 'zod';
import { mutations } from './graphql.ts';
import { anySold } from './purchases.ts';
import { invoiceLines, invoices, returnMatches } from './table.ts';

export { goodsCreditedBy, piecesGivenBack, setTakenBack } from './came-back-service.ts';
export {
  claimedPurchase,
  creditedPieces,
  linesOfPurchases,
  newestPurchases,
  returnHistory,
  type ClaimedPurchase,
  type PurchaseLine,
} from './claimed-purchase.ts';
export { awaitDelivery, setDelivered } from './delivery-service.ts';
export { broughtWith, linesAddedLater, piecesBroughtBy } from './extended.ts';
export { endOfDay, isoInstant, purchaseHistories, type PurchaseHistory, type Reckoning } from './facts.ts';
export { revenueFigures, type RevenueFigures } from './figures.ts';
export {
  goodsOfBatch,
  holdInvoices,
  invoiceKeys,
  invoicesExtendedBy,
  lineKeys,
  refreshInvoices,
  refreshStatistics,
  removeSalesOfBatch,
  revenueOf,
  takeInInvoices,
  takeInLines,
} from './intake-service.ts';
export { countMatched, matchReturnsOf } from './matching-service.ts';
export {
  invoiceNumbers,
  linesOfGoods,
  purchaseOf,
  goodsOnPurchase,
  type PurchaseOnRecord,
  type PurchaseRef,
} from './one-purchase.ts';
export {
  anySold,
  EVERYBODY,
  goodsSold,
  invoicesOfBatch,
  lastSoldBy,
  linesOfBatch,
  netSales,
  newestDay,
  purchasesOf,
  purchasesWithFee,
  returnedPieces,
  returnInvoices,
  returnNumbersKnown,
  soldValues,
  soldLine,
  type CustomerRange,
  type SoldLine,
} from './purchases.ts';
export { recordSale, type Sale } from './record-service.ts';

const leaving = z.object({ currency: z.string() });
const moving = z.object({ timezone: z.string() });

/** What was sold and what came back. */
export const salesModule = defineModule({
  name: 'sales',
  models: [
    model(invoice, invoices, {
      root: true,
      search: ['number'],
      defaultOrder: 'AT_DESC',
      relations: {
        customer: belongsTo('Customer', { key: 'customerId' }),
        invoiceLines: hasMany('InvoiceLine', { key: 'invoiceId', share: 'grantable' }),
      },
    }),
    model(invoiceLine, invoiceLines, {
      relations: {
        invoice: belongsTo('Invoice', { key: 'invoiceId', share: 'grantable' }),
        product: belongsTo('Product', { key: 'productId', share: 'grantable' }),
        purchases: hasMany('ReturnMatch', { key: 'returnLineId' }),
        returned: hasMany('ReturnMatch', { key: 'saleLineId' }),
      },
    }),
    model(returnMatch, returnMatches, {
      relations: {
        returnLine: belongsTo('InvoiceLine', { key: 'returnLineId' }),
        saleLine: belongsTo('InvoiceLine', { key: 'saleLineId' }),
      },
    }),
  ],
  mutations,
  extend: [extendModel('Customer', { relations: { invoices: hasMany('Invoice', { share: 'grantable' }) } })],
  inTransaction: {
    // what was sold is reckoned in the business's currency
    'business.currency': async (tx, payload) => {
      if (await anySold(tx)) throw currencyFixed(leaving.parse(payload).currency);
    },
    // … and on days of its clocks
    'business.timezone': async (tx, payload) => {
      if (await anySold(tx)) throw timezoneFixed(moving.parse(payload).timezone);
    },
  },
});
