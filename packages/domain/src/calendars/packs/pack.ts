import type { SpecialDay } from '../calendar.ts';
import type { InEvery } from '../../shared/language.ts';

/**
 * The public holidays of one region and year, to begin with: a business edits them like any other days. Only what has
 * been announced is here; a year without a pack stays unknown until somebody enters it.
 */
export interface HolidayPack {
  /** Region and year, e.g. `cn-2026`. */
  id: string;
  year: number;
  label: InEvery<string>;
  /** Who announced it. */
  source: string;
  days: Readonly<Record<string, SpecialDay>>;
}

/** Days of the year as `MM-DD`; several that follow each other as `MM-DD..MM-DD`. */
export function daysOf(
  year: number,
  holidays: readonly (readonly [days: string, name: string])[],
  worked: readonly (readonly [day: string, name: string])[] = [],
): Record<string, SpecialDay> {
  const found: Record<string, SpecialDay> = {};
  for (const [span, name] of holidays) {
    const [first, last = first] = span.split('..') as [string, string?];
    const end = Date.parse(`${year}-${last}T00:00Z`);
    for (let at = Date.parse(`${year}-${first}T00:00Z`); at <= end; at += 86_400_000) {
      found[new Date(at).toISOString().slice(0, 10)] = { kind: 'HOLIDAY', name };
    }
  }
  for (const [day, name] of worked) found[`${year}-${day}`] = { kind: 'WORKING', name };
  return found;
}
