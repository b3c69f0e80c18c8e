const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Brings two spellings of one answer together: moments to milliseconds, cursors to what they hold. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  if (typeof value !== 'string') return value;
  if (MOMENT.test(value)) return Date.parse(value);
  if (value.startsWith('WyJ')) return plain(JSON.parse(Buffer.from(value, 'base64').toString()));
  return value;
}
