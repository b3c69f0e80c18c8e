import type { Format } from '../format/format.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A refusal's values with days and moments as the reader's language writes them; what is no date stays as it is. */
export function sayDates(
  params: Readonly<Record<string, unknown>>,
  format: Pick<Format, 'date' | 'time'>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, sayDate(value, format)]));
}

function sayDate(value: unknown, format: Pick<Format, 'date' | 'time'>): unknown {
  // 2026-13-45 is what somebody typed, not a date
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return value;
  if (DAY.test(value)) return format.date(value);
  return MOMENT.test(value) ? format.time(value) : value;
}
