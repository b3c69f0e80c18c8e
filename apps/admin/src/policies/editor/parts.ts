import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { isRecord, rowKey, withoutAdded, type FormField } from '@perennial/domain/policies/kinds/form';
import type { Term } from '@perennial/domain/policies/terms';
import { same, threeWay, type Asked } from './threeWay.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Table = FormField & { type: 'rows' };

/** What a term says, by the paths of its fields: `params.rows`, `appliesTo.regions`. */
export type Parts = Readonly<Record<string, unknown>>;

/** The parts of a term. */
export const partsOf = ({ params, appliesTo }: Term): Parts =>
  Object.fromEntries(
    Object.entries({ params, appliesTo }).flatMap(([group, fields]) =>
      Object.entries(fields).map(([name, value]): [string, unknown] => [`${group}.${name}`, value]),
    ),
  );

/** The term with these parts in place of its own. */
export function withParts(term: Term, parts: Parts): Term {
  const within = (group: string) =>
    Object.fromEntries(
      Object.entries(parts)
        .filter(([path]) => path.startsWith(`${group}.`))
        .map(([path, value]) => [path.slice(group.length + 1), value]),
    );
  return {
    ...term,
    params: { ...term.params, ...within('params') },
    appliesTo: { ...term.appliesTo, ...within('appliesTo') },
  };
}

const fieldAt = (kind: string, path: string): FormField | undefined =>
  path.startsWith('params.')
    ? termKinds.find((each) => each.kind === kind)?.params[path.slice('params.'.length)]
    : undefined;

/** The table of rows that a kind of term has at a path, if it has one there. */
export function tableAt(kind: string, path: string): Table | undefined {
  const field = fieldAt(kind, path);
  return field?.type === 'rows' ? field : undefined;
}

/** How many items a list of words needs to say no more than they do: an empty one may mean everything. Undefined: no list. */
function leastAt(kind: string, path: string): number | undefined {
  if (path.startsWith('appliesTo.')) {
    return Array.isArray((EVERYTHING as unknown as Parts)[path.slice('appliesTo.'.length)]) ? 1 : undefined;
  }
  const field = fieldAt(kind, path);
  if (field?.type === 'choices') return field.min;
  return field?.type === 'words' ? (field.empty ? 1 : 0) : undefined;
}

const rowsIn = (value: unknown): readonly Row[] | undefined =>
  Array.isArray(value) && value.every(isRecord) ? value : undefined;

const wordsIn = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') && new Set(value).size === value.length
    ? value
    : undefined;

/** The rows of a table by what tells them apart; undefined where something does not (two rows for the same). */
function toldApart(table: Table, value: unknown): readonly Row[] | undefined {
  const rows = rowsIn(value);
  return rows && new Set(rows.map((row) => rowKey(table.key, row))).size === rows.length ? rows : undefined;
}

/** One part as it was, as I have it and as they have it. */
type Three = readonly [was: unknown, mine: unknown, theirs: unknown];

function joinRows(table: Table, three: Three, isOpen: (key: string) => boolean) {
  const [was, mine, theirs] = three.map((value) => toldApart(table, value));
  if (!was || !mine || !theirs) return undefined;
  // a cell that came after the row was stored says what it always said
  const read = (row: Row | undefined) => row && withoutAdded(table.cells, row);
  return threeWay(was, mine, theirs, {
    keyOf: (row) => rowKey(table.key, row),
    isOpen,
    alike: (a, b) => same(read(a), read(b)),
  });
}

function joinWords(least: number, three: Three) {
  const [was, mine, theirs] = three.map(wordsIn);
  if (!was || !mine || !theirs) return undefined;
  const { kept } = threeWay(was, mine, theirs, { keyOf: (word) => word });
  // where none named means all, to name the first, or none any more, is more than to add or to remove an item
  return [was, mine, theirs, kept].some(({ length }) => length < least) ? undefined : { kept, asked: [] };
}

/**
 * What two people made of a table or of a list of words, item by item; undefined where that cannot be told (a single value,
 * rows that nothing tells apart, a list in which the items of the two contradict each other): such a part is taken as one.
 */
export function joinPart(
  kind: string,
  path: string,
  three: Three,
  isOpen: (key: string) => boolean,
): { kept: unknown; asked: readonly Asked<Row>[] } | undefined {
  const table = tableAt(kind, path);
  if (table) return joinRows(table, three, isOpen);
  const least = leastAt(kind, path);
  return least === undefined ? undefined : joinWords(least, three);
}

/** A table's row by its key. */
export const rowAt = (table: Table, value: unknown, key: string): Row | undefined =>
  rowsIn(value)?.find((row) => rowKey(table.key, row) === key);

/** The rows of a table with one as it was chosen: in the place of that of its key, at the end, or removed. */
export function withRow(table: Table, value: unknown, key: string, chosen: Row | undefined): readonly Row[] {
  const rows = rowsIn(value) ?? [];
  const isIt = (row: Row) => rowKey(table.key, row) === key;
  if (!chosen) return rows.filter((row) => !isIt(row));
  return rows.some(isIt) ? rows.map((row) => (isIt(row) ? chosen : row)) : [...rows, chosen];
}
