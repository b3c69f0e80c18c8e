import { dayNumber } from '../shared/period.ts';
import type { ServicePoint } from './point.ts';

/** A point that a policy lists, as its reachability is judged. */
export interface ListedPoint extends Pick<ServicePoint, 'name' | 'active'> {
  id: string;
  /** Last day on which somebody answered, on or before the as-of day; null: never. */
  lastAnsweredOn: string | null;
}

/**
 * Whether a service point can be reached (S14, 維修網點/無人接聽): it is in service, and somebody answered within the last
 * `days` days; on the last of them still counts, the day after does not. An answer that lies in the future of `asOf` says
 * nothing yet.
 */
export function isReachable(
  point: Pick<ListedPoint, 'active' | 'lastAnsweredOn'>,
  asOf: string,
  days: number,
): boolean {
  if (!point.active || point.lastAnsweredOn === null) return false;
  const ago = dayNumber(asOf) - dayNumber(point.lastAnsweredOn);
  return ago >= 0 && ago <= days;
}

/** Those of the listed points because of which a policy cannot be published (S14). */
export const unreachableOf = <P extends ListedPoint>(points: readonly P[], asOf: string, days: number): P[] =>
  points.filter((point) => !isReachable(point, asOf, days));
