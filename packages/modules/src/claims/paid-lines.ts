import { paidFor, type SoldLine } from '@perennial/domain/claims/paid-for';
import type { Orm } from '@perennial/kernel/db/database';
import type { SQL } from 'drizzle-orm';
import { linesOfPurchases, purchasesWithFee, type CustomerRange, type PurchaseLine } from '../sales/index.ts';
import { claimedLines } from './replay-figures.ts';

/** The code of a discount, as quotes and the price list know it. */
const DISCOUNT = 'D';

type Priced = Pick<PurchaseLine, 'id' | 'kind' | 'code' | 'amount' | 'currency' | 'addedBy'>;

/**
 * What was paid for each line of goods of one purchase: its amount less its share of the discount in its money that it was
 * sold with.
 */
export function paidForEach<Line extends Priced>(lines: readonly Line[]): { line: Line; paid: number }[] {
  return [...new Set(lines.map(({ currency }) => currency))].flatMap((currency) => {
    const same = lines.filter((line) => line.currency === currency);
    return paidFor(same.flatMap((line) => asSold(line))).map(({ line, paid }) => ({ line: line.of, paid }));
  });
}

/** Lines that are neither goods nor a discount, carriage say, have no part in it. */
function asSold<Line extends Priced>(of: Line): (SoldLine & { of: Line })[] {
  const { kind, code, amount, addedBy } = of;
  if (kind === 'SALE') return [{ what: 'GOODS', amount, addedBy, of }];
  return kind === 'FEE' && code === DISCOUNT && amount < 0 ? [{ what: 'DISCOUNT', amount: -amount, addedBy, of }] : [];
}

/** What was paid for a line of goods, minor units, and its pieces. */
export interface PaidLine {
  paid: number;
  bought: number;
}

/** Of the purchases of which a range of customers claimed something, by line; what was sold in another money is left out. */
export const paidForClaimed = (orm: Orm, range: CustomerRange, currency: string): Promise<Map<string, PaidLine>> =>
  paidOn(orm, claimedLines(range), currency);

/** As {@link paidForClaimed}, of the purchases with a discount: for all other goods what they cost was paid. */
export const paidForDiscounted = (orm: Orm, range: CustomerRange, currency: string): Promise<Map<string, PaidLine>> =>
  paidOn(orm, purchasesWithFee(range, DISCOUNT), currency);

async function paidOn(orm: Orm, purchases: SQL, currency: string): Promise<Map<string, PaidLine>> {
  const lines = await linesOfPurchases(orm, purchases);
  return new Map(
    [...Map.groupBy(lines, ({ invoiceId }) => invoiceId).values()].flatMap((own) =>
      paidForEach(own.filter((line) => line.currency === currency)).map(({ line, paid }): [string, PaidLine] => [
        line.id,
        { paid, bought: line.quantity },
      ]),
    ),
  );
}
