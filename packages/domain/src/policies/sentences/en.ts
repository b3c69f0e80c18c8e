import type { Dictionary, Say } from './language.ts';
import type { CommonSteps } from './steps.ts';

const SEGMENTS: Record<string, string> = {
  KEY: 'key customers',
  STANDARD: 'standard customers',
  PROSPECT: 'prospects',
};
const COMPLEXITY = {
  LOW: 'simple products',
  MEDIUM: 'products of medium complexity',
  HIGH: 'complex products',
} as const;

/** Whom a term is for. */
function scopeOf(p: CommonSteps['TERM_SCOPE'], say: Say): string {
  const to = p.appliesTo;
  const about = [
    ...(to.regions.length > 0 ? [`region ${say.list(to.regions)}`] : []),
    ...(to.segments.length > 0 ? [say.list(to.segments.map((s) => SEGMENTS[s] ?? s))] : []),
    ...(to.productCodes.length > 0 ? [`product ${say.list(to.productCodes)}`] : []),
    ...(to.categories.length > 0 ? [`category ${say.list(to.categories)}`] : []),
    ...(to.complexity.length > 0 ? [say.list(to.complexity.map((c) => COMPLEXITY[c]))] : []),
    ...(to.minValue === null ? [] : [`purchases of ${say.money(to.minValue, p.currency)} or more`]),
    ...(to.maxValue === null ? [] : [`purchases below ${say.money(to.maxValue, p.currency)}`]),
  ];
  return about.length > 0 ? about.join(', ') : 'every purchase';
}

export const en: Dictionary<CommonSteps> = {
  NO_PURCHASE: () =>
    'No earlier purchase of this product by this customer is on record, so there is nothing to judge it by.',
  BOUGHT_LATER: (p, say) => `On ${say.day(p.claimedOn)} it was not bought yet: the purchase is of ${say.day(p.on)}.`,
  PURCHASED: (p, say) => `${p.code} was bought on ${say.day(p.on)}.`,
  NO_VERSION: (p, say) => `No published promise was in force on ${say.day(p.on)}.`,
  VERSION_IN_FORCE: (p, say) =>
    `On that day version ${say.number(p.number)} of “${p.policy}” was in force (since ${say.day(p.from)}).`,
  VERSION_SUPPOSED: (p, say) =>
    `Supposing version ${say.number(p.number)} of “${p.policy}” had been in force on that day:`,
  NO_TERM: () => 'None of the promises in force that day speaks of this case.',
  TERM_SCOPE: (p, say) => `For ${scopeOf(p, say)}.`,
  TERM_CHOSEN: (p, say) => {
    const scope = `for ${scopeOf(p, say)}`;
    return p.passedOver === 0
      ? `The promise ${scope} applies.`
      : `The promise ${scope} applies: it is more specific than ${say.count(p.passedOver, 'other', 'others')}.`;
  },
};
