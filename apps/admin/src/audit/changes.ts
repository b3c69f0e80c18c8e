/** One field that a change touched; undefined: it is not told, as before a thing was made or after it was removed. */
export interface FieldChange {
  /** By the schema's own name; of a document within it, both names: `schedule.from`. */
  field: string;
  before: unknown;
  after: unknown;
}

/** What nobody would think of as a change: keys, book-keeping, and what stands for the thing itself. */
const KEEPING = new Set(['id', 'version', 'createdAt', 'updatedAt', 'customerId', 'idempotencyKey', 'seq']);

type Told = Readonly<Record<string, unknown>>;

/**
 * What a line of the trail says that changed, field by field: of a change the fields that differ, of something new or
 * removed all that is told of it. A refused attempt changed nothing.
 */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [was, is] = [toldOf(before), toldOf(after)];
  if (is && 'refused' in is) return [];
  const fields = Object.keys(is ?? was ?? {}).filter((field) => !KEEPING.has(field));
  return fields.flatMap((field) => compare(field, was, is, 1));
}

function compare(field: string, was: Told | null, is: Told | null, depth: number): FieldChange[] {
  const name = field.split('.').at(-1)!;
  const [before, after] = [was?.[name], is?.[name]];
  if (was && is && same(before, after)) return [];
  // what is not there and was not there before says nothing
  if (isNothing(before) && isNothing(after)) return [];
  const [inner, outer] = [documentOf(before), documentOf(after)];
  if (depth > 0 && (inner || outer) && (inner || isNothing(before)) && (outer || isNothing(after))) {
    const names = [...new Set([...Object.keys(inner ?? {}), ...Object.keys(outer ?? {})])];
    return names
      .filter((each) => !KEEPING.has(each))
      .flatMap((each) => compare(`${field}.${each}`, was && (inner ?? {}), is && (outer ?? {}), depth - 1));
  }
  // a key that names nothing would only fill the row
  if ([before, after].some(isKey) && ![before, after].some((each) => subjectOfKey(field, each))) return [];
  return [{ field, before: was ? (before ?? null) : undefined, after: is ? (after ?? null) : undefined }];
}

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whose rows a field's key names, where that has a name to be shown. */
const REFERS: Readonly<Record<string, string>> = {
  ownerId: 'StaffMember',
  policyId: 'Policy',
  policyVersionId: 'PolicyVersion',
  calendarId: 'Calendar',
  partnerId: 'Partner',
  pointId: 'ServicePoint',
  productId: 'Product',
  batchId: 'ImportBatch',
};

/** Whether a value is a key, which says nothing to a reader. */
export const isKey = (value: unknown): boolean => typeof value === 'string' && KEY.test(value);

/** The subject that a field's key names, as `Subject` asks for it; null where it has no name of its own. */
export function subjectOfKey(field: string, value: unknown): string | null {
  const type = REFERS[field.split('.').at(-1) ?? field];
  return type !== undefined && isKey(value) ? `${type}_${String(value)}` : null;
}

/** What a thing is called, by what is told of it; null where nothing of that is told. */
export function nameIn(told: unknown): string | null {
  const found = toldOf(told);
  if (!found) return null;
  const said = (key: string): string | null => {
    const value = found[key];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  const name = said('name') ?? said('title') ?? said('label') ?? said('fileName');
  const code = said('code') ?? (typeof found['number'] === 'string' ? said('number') : null);
  return name !== null && code !== null ? `${code} ${name}` : (name ?? code);
}

const toldOf = (value: unknown): Told | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Told) : null;

/** A document whose parts are told one by one; an amount with its currency is one thing. */
function documentOf(value: unknown): Told | null {
  const told = toldOf(value);
  return told && !('currency' in told && 'amount' in told) ? told : null;
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  const told = toldOf(value);
  if (!told) return value;
  return Object.fromEntries(
    Object.entries(told)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
};

const same = (a: unknown, b: unknown): boolean =>
  (isNothing(a) && isNothing(b)) || JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
