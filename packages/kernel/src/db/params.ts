/**
 * Turns a parameter into PostgreSQL's text form, so that both drivers send the same bytes and only the server decides
 * on the type. (Left to themselves, one driver would read the boolean text 'true' as false, and the other would refuse
 * it.) Arrays become array literals; an array meant as JSON must be given as JSON text.
 */
export function encodeParam(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return arrayLiteral(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value as number | bigint | boolean);
}

export function encodeParams(values: readonly unknown[]): (string | null)[] {
  return values.map(encodeParam);
}

function arrayLiteral(values: readonly unknown[]): string {
  const items = values.map((value) => {
    if (Array.isArray(value)) return arrayLiteral(value);
    const text = encodeParam(value);
    return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  });
  return `{${items.join(',')}}`;
}

/**
 * An array literal as the server writes it, one level deep. (The library's own parser loses backslashes and takes NULL
 * for a word.)
 */
export function parseArray(literal: string): (string | null)[] {
  const items: (string | null)[] = [];
  for (const [, quoted, plain] of literal.matchAll(/[{,](?:"((?:[^"\\]|\\.)*)"|([^{},"]+))/gs)) {
    if (quoted !== undefined) items.push(quoted.replace(/\\(.)/gs, '$1'));
    else items.push(plain === 'NULL' ? null : plain!);
  }
  return items;
}

/** An int8 as a number where that is exact, else as a bigint: money and counts are safe integers by declaration. */
export function parseInt8(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

/** A name quoted for SQL. Names come from code only, never from input; quoting keeps a typo from becoming syntax. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal quoted for the few statements that take no parameters (roles, policies). */
export function quoteText(text: string): string {
  if (text.includes('\\') || text.includes('\0')) throw new TypeError('a literal may hold no backslash or zero byte');
  return `'${text.replaceAll("'", "''")}'`;
}
