import type { Step } from '@perennial/domain/policies/decision';
import type { Term } from '@perennial/domain/policies/terms';

/** One field that a change touched; undefined: it is not told, as before a thing was made or after it was removed. */
export interface FieldChange {
  /** By the schema's own name; of a document within it, both names: `schedule.from`. */
  field: string;
  before: unknown;
  after: unknown;
}

/** What nobody would think of as a change: keys, book-keeping, and what stands for the thing itself. */
const KEEPING = new Set(['id', 'version', 'createdAt', 'updatedAt', 'customerId', 'idempotencyKey', 'seq']);

/** Documents of the program's own making: that they changed, and how many entries they have, is all a reader needs. */
const COUNTED = new Set([
  'added',
  'cases',
  'cuts',
  'disclosed',
  'faults',
  'outcomes',
  'phrases',
  'promisedTimes',
  'snapshot',
]);

type Told = Readonly<Record<string, unknown>>;

/**
 * What a line of the trail says that changed, field by field: of a change the fields that differ, of something new or
 * removed all that is told of it. A refused attempt changed nothing.
 */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [was, is] = [toldOf(before), toldOf(after)];
  if (is && 'refused' in is) return [];
  const fields = Object.keys(is ?? was ?? {}).filter((field) => !KEEPING.has(field));
  const compared = fields.flatMap((field) => {
    if (was && is && field === 'phrases') return wordings(was[field], is[field]);
    return compare(field, was ? was[field] : NOT_TOLD, is ? is[field] : NOT_TOLD, 3);
  });
  return [...yearOf(was, is), ...compared];
}

/** A calendar's year that nobody knew until now, whether it has holidays or not: to be unknown is not to have none. */
function yearOf(was: Told | null, is: Told | null): FieldChange[] {
  const [year, days] = [is?.['year'], is?.['days']];
  if (typeof year !== 'number' || was?.['days'] !== null || toldOf(days) === null) return [];
  return [{ field: `days.${year}`, before: null, after: days }];
}

/** Which text of a version is worded otherwise, and in which language: `phrases.zh-Hant.<the text>`. */
function wordings(was: unknown, is: unknown): FieldChange[] {
  const [before, after] = [toldOf(was) ?? {}, toldOf(is) ?? {}];
  const at = (phrases: Told, text: string, language: string) => toldOf(phrases[text])?.[language] ?? null;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((text) =>
    [...new Set([before, after].flatMap((each) => Object.keys(toldOf(each[text]) ?? {})))]
      .map((language) => ({
        field: `phrases.${language}.${text}`,
        before: at(before, text, language),
        after: at(after, text, language),
      }))
      .filter((each) => !same(each.before, each.after)),
  );
}

const NOT_TOLD = Symbol('not told');

/** `depth`: how far documents and lists of documents are told part by part. */
function compare(field: string, before: unknown, after: unknown, depth: number): FieldChange[] {
  const [was, is] = [before, after].map((each) => (each === NOT_TOLD ? null : (each ?? null)));
  // what is not there and was not there before says nothing
  if (same(was, is)) return [];
  const [inner, outer] = COUNTED.has(field.split('.').at(-1) ?? field) ? [null, null] : [partsOf(was), partsOf(is)];
  if (depth > 0 && (inner || outer) && (inner || isNothing(was)) && (outer || isNothing(is))) {
    const side = (told: unknown, parts: Told | null, name: string) => (told === NOT_TOLD ? NOT_TOLD : parts?.[name]);
    return [...new Set([...Object.keys(inner ?? {}), ...Object.keys(outer ?? {})])]
      .filter((name) => !KEEPING.has(name))
      .flatMap((name) => compare(`${field}.${name}`, side(before, inner, name), side(after, outer, name), depth - 1));
  }
  // a key that names nothing would only fill the row
  if ([was, is].some(isKey) && ![was, is].some((each) => subjectOfKey(field, each))) return [];
  return [{ field, before: before === NOT_TOLD ? undefined : was, after: after === NOT_TOLD ? undefined : is }];
}

/**
 * What is told part by part: a document, and a list of documents by their own short names or their places, counted from
 * 1; but a trace and the hours of a day are read as one.
 */
function partsOf(value: unknown): Told | null {
  if (Array.isArray(value)) {
    const documents = value.map(toldOf);
    if (value.length === 0 || documents.includes(null)) return null;
    if (value.every(isStep) || value.every(isShift)) return null;
    return Object.fromEntries(
      documents.map((each, index) => {
        const id = each?.['id'];
        return [typeof id === 'string' && !isKey(id) ? id : String(index + 1), each];
      }),
    );
  }
  const told = toldOf(value);
  return told && ![isAmount, isTerm, isStep, isShift].some((isOne) => isOne(told)) ? told : null;
}

/** An amount with its currency. */
export const isAmount = (value: unknown): value is { amount: number; currency: string } => {
  const told = toldOf(value);
  return typeof told?.['amount'] === 'number' && typeof told['currency'] === 'string';
};

/** A term of a policy: it has a sentence. */
export const isTerm = (value: unknown): value is Term => {
  const told = toldOf(value);
  return told !== null && ['id', 'kind', 'params', 'appliesTo'].every((key) => key in told);
};

/** A step of a trace: it has a sentence too. */
export const isStep = (value: unknown): value is Step => {
  const told = toldOf(value);
  return typeof told?.['code'] === 'string' && toldOf(told['params']) !== null;
};

/** Hours of a day, minutes since its midnight. */
export const isShift = (value: unknown): value is { from: number; to: number } => {
  const told = toldOf(value);
  return typeof told?.['from'] === 'number' && typeof told['to'] === 'number' && Object.keys(told).length === 2;
};

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whose rows a field's key names, where that has a name to be shown. */
const REFERS: Readonly<Record<string, string>> = {
  ownerId: 'StaffMember',
  policyId: 'Policy',
  policyVersionId: 'PolicyVersion',
  calendarId: 'Calendar',
  partnerId: 'Partner',
  pointId: 'ServicePoint',
  pointIds: 'ServicePoint',
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

/** The subjects that a field's key, or its list of keys, names; null where it is neither. */
export function subjectsOf(field: string, value: unknown): string[] | null {
  const keys = Array.isArray(value) ? value : [value];
  const subjects = keys.map((each) => subjectOfKey(field, each));
  return keys.length > 0 && subjects.every((each) => each !== null) ? subjects : null;
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
