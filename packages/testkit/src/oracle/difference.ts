/** Where two JSON values first differ, in words; null where they are the same. */
export function difference(ours: unknown, theirs: unknown, path = 'data'): string | null {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length !== theirs.length) return `${path}: ${ours.length} against ${theirs.length} elements`;
    return firstOf(ours.map((item, i) => () => difference(item, theirs[i], `${path}[${i}]`)));
  }
  if (isObject(ours) && isObject(theirs)) {
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
    return firstOf(keys.map((key) => () => difference(ours[key], theirs[key], `${path}.${key}`)));
  }
  return Object.is(ours, theirs) ? null : `${path}: ${short(ours)} against ${short(theirs)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const short = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200);

function firstOf(checks: (() => string | null)[]): string | null {
  for (const check of checks) {
    const found = check();
    if (found) return found;
  }
  return null;
}
