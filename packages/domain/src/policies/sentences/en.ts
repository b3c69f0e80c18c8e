import { casesOf, UNKNOWN, type Cases, type Range, type Side } from '../cases.ts';
import type { Dictionary, Say } from './language.ts';
import type { CommonSteps } from './steps.ts';

const SEGMENTS: Record<string, string> = {
  KEY: 'key customers',
  STANDARD: 'standard customers',
  PROSPECT: 'prospects',
};
const COMPLEXITY: Record<string, string> = {
  LOW: 'simple products',
  MEDIUM: 'products of medium complexity',
  HIGH: 'complex products',
};

/** Whom a term is for. */
function scopeOf(cases: Cases, currency: string, say: Say, who: readonly string[] = []): string {
  const some = (
    side: Side,
    these: (items: string) => string,
    others: (items: string) => string,
    name = (item: string): string => item,
  ) => (side.items.length === 0 ? [] : [(side.except ? others : these)(say.list(side.items.map(name)))]);
  const about = [
    ...who,
    ...some(
      cases.regions,
      (i) => `region ${i}`,
      (i) => `regions other than ${i}`,
    ),
    ...some(
      cases.segments,
      (i) => i,
      (i) => `customers other than ${i}`,
      (s) => SEGMENTS[s] ?? s,
    ),
    ...some(
      cases.productCodes,
      (i) => `product ${i}`,
      (i) => `products other than ${i}`,
    ),
    ...some(
      cases.categories,
      (i) => `category ${i}`,
      (i) => `categories other than ${i}`,
    ),
    ...some(
      cases.complexity,
      (i) => i,
      (i) => `products other than ${i}`,
      (c) => COMPLEXITY[c] ?? c,
    ),
    ...worthOf(cases.value, currency, say),
    ...tenureOf(cases.tenure, say),
  ];
  return about.length > 0 ? about.join(', ') : 'every purchase';
}

/** The worth of a purchase is known where it is in the currency in which worth is asked for. */
function worthOf({ low, high }: Range, currency: string, say: Say): string[] {
  const unknown = low === UNKNOWN;
  if (unknown && high === 0) return [`purchases in a currency other than ${currency}`];
  if (low === 0 && high === null) return [`purchases in ${currency}`];
  return [
    ...(low > 0 ? [`purchases of ${say.money(low, currency)} or more`] : []),
    ...(high === null
      ? []
      : [`purchases below ${say.money(high, currency)}${unknown ? ' or in another currency' : ''}`]),
  ];
}

function tenureOf(tenure: Range, say: Say): string[] {
  const months = (n: number) => say.count(n, 'month', 'months');
  const unknown = tenure.low === UNKNOWN;
  if (unknown && tenure.high === 0) return ['customers with no start date on record'];
  if (tenure.low === 0 && tenure.high === null) return ['customers whose start date is on record'];
  return [
    ...(tenure.low > 0 ? [`customers of ${months(tenure.low)} or longer`] : []),
    ...(tenure.high === null
      ? []
      : [
          unknown
            ? `customers of less than ${months(tenure.high)} or with no start date on record`
            : `customers of less than ${months(tenure.high)}`,
        ]),
  ];
}

export const en: Dictionary<CommonSteps> = {
  NO_PURCHASE: () =>
    'No earlier purchase of this product by this customer is on record, so there is nothing to judge it by.',
  BOUGHT_LATER: (p, say) => `On ${say.day(p.claimedOn)} it was not bought yet: the purchase is of ${say.day(p.on)}.`,
  PURCHASED: (p, say) => `${p.code} was bought on ${say.day(p.on)}.`,
  NO_VERSION: (p, say) => `No published promise was in force on ${say.day(p.on)}.`,
  VERSION_IN_FORCE: (p, say) =>
    `On that day version ${say.number(p.number)} of “${say.typed(p.policy)}” was in force (since ${say.day(p.from)}).`,
  VERSION_SUPPOSED: (p, say) =>
    `Supposing version ${say.number(p.number)} of “${say.typed(p.policy)}” had been in force on that day:`,
  VERSION_MOVED: (p, say) =>
    `The purchase was later moved to version ${say.number(p.number)} of “${say.typed(p.policy)}”.`,
  NO_TERM: () => 'None of the promises that apply to this purchase speaks of this case.',
  TERM_SCOPE: (p, say) => {
    const [scope, ...but] = [p.appliesTo, ...(p.but ?? [])].map((to) => scopeOf(casesOf(to), p.currency, say));
    if (but.length === 0) return `For ${scope}.`;
    return `For ${scope}, except where something more specific counts: ${but.join('; ')}.`;
  },
  CASES: (p, say) => `For ${scopeOf(p.cases, p.currency, say)}.`,
  TERM_CHOSEN: (p, say) => {
    const scope = `for ${scopeOf(casesOf(p.appliesTo), p.currency, say, p.likeYou ? ['customers like you'] : [])}`;
    return p.passedOver === 0
      ? `The promise ${scope} applies.`
      : `The promise ${scope} applies: it is more specific than ${say.count(p.passedOver, 'other', 'others')}.`;
  },
};
