import {
  beginningOf,
  businessNow,
  dayOfMoment,
  latestMoment,
  wallOf,
  type BusinessClock,
} from '@perennial/domain/shared/business-clock';
import { DomainError } from '@perennial/domain/shared/errors';

/** When a claim is stated to have been made. */
interface Told {
  claimedOn?: string | undefined;
  claimedAt?: Date | undefined;
}

/** The day of a claim: as it was stated, else that of its moment, else the business's as-of day. */
export const claimDay = (stated: Told, { asOf, timezone }: BusinessClock): string =>
  stated.claimedOn ?? (stated.claimedAt ? dayOfMoment(stated.claimedAt, timezone) : asOf);

/**
 * The moment from which the promised times of a claim run (C8). Where it is not stated: now, for a claim of today; of an
 * earlier day the first moment it can have been made, so that a time of day nobody kept is never at the customer's cost.
 *
 * Errors, all of `claimedAt`: `CLAIM_MOMENT_DAY` (it is of another day than `claimedOn`), `CLAIM_BEFORE_PURCHASE`,
 * `CLAIM_IN_THE_FUTURE`.
 */
export function claimMoment(on: string, stated: Date | undefined, bought: { at: string }, frame: BusinessClock): Date {
  const sold = new Date(bought.at);
  // as the business's clocks show it
  const told = (at: Date) => {
    const wall = wallOf(at, frame.timezone);
    return `${wall.on} ${wall.at}`;
  };
  const path = ['claimedAt'];
  if (stated === undefined) {
    const soonest = on === frame.asOf ? businessNow(frame) : beginningOf(on, frame.timezone);
    return soonest < sold ? sold : soonest;
  }
  const day = dayOfMoment(stated, frame.timezone);
  if (day !== on) {
    throw new DomainError(
      'CLAIM_MOMENT_DAY',
      `claimedAt is on ${day}, but claimedOn is ${on}; leave one of them out, or let both be of the same day.`,
      { path, params: { day, on } },
    );
  }
  if (stated < sold) {
    throw new DomainError(
      'CLAIM_BEFORE_PURCHASE',
      `claimedAt is ${told(stated)}, but it was bought at ${told(sold)}; choose that moment or a later one.`,
      { path, params: { on: told(stated), boughtOn: told(sold) } },
    );
  }
  const latest = latestMoment(frame);
  if (stated > latest) {
    throw new DomainError(
      'CLAIM_IN_THE_FUTURE',
      `claimedAt is ${told(stated)}; choose ${told(latest)} or an earlier moment.`,
      { path, params: { on: told(stated), today: told(latest) } },
    );
  }
  return stated;
}
