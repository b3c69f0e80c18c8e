import type { ReadContext } from '@perennial/kernel/write/context';
import { anyPublished } from '../policies/index.ts';
import { anySent } from '../quotes/index.ts';
import { anySold, newestDay } from '../sales/index.ts';

/** Whether the currency is fixed, as the areas' hooks on `business.currency` would say it, and how far the figures reach. */
export async function readDealings({ db: { orm }, timezone }: Pick<ReadContext, 'db' | 'timezone'>) {
  return {
    currencyFixed: (await anySold(orm)) || (await anyPublished(orm)) || (await anySent(orm)),
    newestDay: await newestDay(orm, timezone),
  };
}
