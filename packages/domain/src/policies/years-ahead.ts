import { addDays } from '../shared/period.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import { kindOf, type Term } from './terms.ts';

/** The period of a version; `effectiveTo` is the first day that is no longer its. */
interface Dated {
  effectiveFrom: string;
  effectiveTo: string | null;
}

/**
 * The years in which the clocks of a version will have to count and whose holidays are not `known`: from its first day to
 * the end of its longest promise for what is bought on its last day (a warranty of three years is repaired within working
 * hours of the third year too). A version without an end is asked for what is bought on its first day: of later purchases
 * nothing is known yet. Empty where no clock counts working time.
 *
 * @returns in order.
 */
export function yearsAhead(
  terms: readonly Term[],
  { effectiveFrom, effectiveTo }: Dated,
  known: readonly number[],
  kinds: readonly TermKind[] = termKinds,
): number[] {
  if (!terms.some((term) => kindOf(term.kind, kinds).needsCalendar(term.params))) return [];
  const lastSale = effectiveTo === null || effectiveTo === effectiveFrom ? effectiveFrom : addDays(effectiveTo, -1);
  const reaches = terms.map((term) => kindOf(term.kind, kinds).reach(term.params, lastSale));
  const last = yearOf([lastSale, ...reaches].toSorted().at(-1)!);
  const years: number[] = [];
  for (let year = yearOf(effectiveFrom); year <= last; year++) if (!known.includes(year)) years.push(year);
  return years;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Years as a reader takes them in: `2027–2029, 2031`. */
export function yearsInWords(years: readonly number[]): string {
  const spans: { from: number; to: number }[] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last?.to === year - 1) last.to = year;
    else spans.push({ from: year, to: year });
  }
  return spans.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
