/** Where the head ends: the fewest customers who together make at least this many per cent of the revenue (80/20法則, C41). */
export const HEAD_PERCENT = 80;

export interface ParetoPoint {
  /** So many of the customers, best first … */
  customers: number;
  /** … have brought so much, in minor units. */
  revenue: number;
}

export interface Pareto {
  /** Customers with a positive net revenue; the others bring nothing to share. */
  customers: number;
  revenue: number;
  /** Customers in the head; 0 when there is no revenue. */
  head: number;
  /** Net revenue of the last customer in the head: whoever is at or above it belongs to it. */
  headValue: number;
  /** At most 101, from (0, 0) to (customers, revenue). */
  points: ParetoPoint[];
}

/** The curve of a list of net revenues. The database computes the same for everybody; this is what it must equal. */
export function paretoOf(values: readonly number[]): Pareto {
  const positive = values.filter((value) => value > 0).sort((a, b) => b - a);
  const revenue = positive.reduce((sum, value) => sum + value, 0);
  const curve: Pareto = {
    customers: positive.length,
    revenue,
    head: 0,
    headValue: 0,
    points: [{ customers: 0, revenue: 0 }],
  };
  let cumulated = 0;
  for (const [index, value] of positive.entries()) {
    const customers = index + 1;
    if (cumulated * 100 < revenue * HEAD_PERCENT) Object.assign(curve, { head: customers, headValue: value });
    cumulated += value;
    if (isPoint(customers, positive.length)) curve.points.push({ customers, revenue: cumulated });
  }
  return curve;
}

/** Whether the curve shows this rank: the first customer of each hundredth of all. */
export function isPoint(rank: number, of: number): boolean {
  return Math.ceil((rank * 100) / of) > Math.ceil(((rank - 1) * 100) / of);
}

/** A part of a whole in whole per cent; 0 of nothing is 0. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
