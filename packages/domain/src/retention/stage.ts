import type { Customer } from '../customers/customer.ts';
import { asKnownOn, purchaseDays, type Facts } from './facts.ts';
import { UNKNOWN_HEALTH } from './health.ts';

/** Below this a customer is called cooling. */
export const COOLING_BELOW = 60;
const NEW_FOR_DAYS = 90;
/** Lost: silent for half a year and for six times the customer's own rhythm; without a rhythm, for nine months. */
const LOST_AFTER_DAYS = 180;
const LOST_AFTER_RHYTHMS = 6;
const LOST_WITHOUT_RHYTHM_DAYS = 270;

/** Where in life a customer stands at the end of the day `asOf` (a day number), given the health of that day. */
export function stageOf(known: Facts, asOf: number, score: number): Customer['stage'] {
  const days = purchaseDays(asKnownOn(known, asOf));
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return 'PROSPECT';
  const silent = asOf - last;
  const rhythm = days.length > 1 ? (last - first) / (days.length - 1) : null;
  const lost =
    rhythm === null
      ? silent >= LOST_WITHOUT_RHYTHM_DAYS
      : silent >= Math.max(LOST_AFTER_DAYS, rhythm * LOST_AFTER_RHYTHMS);
  if (lost) return 'LOST';
  if (score !== UNKNOWN_HEALTH && score < COOLING_BELOW) return 'COOLING';
  return asOf - first < NEW_FOR_DAYS ? 'NEW' : 'ACTIVE';
}
