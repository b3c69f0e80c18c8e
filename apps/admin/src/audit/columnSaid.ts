/**
 * The name of the column that a mapping chose for something, by the header that is told with it: its place says nothing
 * to a reader. Undefined where the field is no such choice; a column without a name is told by its number, from 1.
 */
export function columnSaid(path: string, value: unknown, row: unknown): string | undefined {
  if (typeof value !== 'number' || !path.startsWith('mapping.columns.')) return undefined;
  const header = (row as { mapping?: { header?: unknown } } | null)?.mapping?.header;
  const name: unknown = Array.isArray(header) ? header[value] : undefined;
  return typeof name === 'string' && name.trim() !== '' ? name : `#${value + 1}`;
}
