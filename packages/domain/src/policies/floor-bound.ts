import { BETWEEN_KEYS, rowKey, type FormField } from './kinds/form.ts';
import type { TermKind } from './kinds/kind.ts';
import { derivedWorsenings } from './kinds/worsenings.ts';

type Values = Readonly<Record<string, unknown>>;
type Rows = FormField & { type: 'rows' };

/** What a floor holds, as a kind's rule is asked about it. */
interface Bound {
  field: string;
  /** Of a table: the name of the row, and the cell of it. */
  row: string | null;
  cell: string | null;
  bound: unknown;
}

/**
 * Whether a term promises less than a floor holds (S11), by the kind's own rule of what is worse: a list may mean
 * everything when it is empty, and a row may answer for another one, or hide it.
 *
 * @returns what the term promises there; null: nothing. Undefined: it keeps the floor.
 */
export function belowBound(kind: TermKind, floor: Bound, params: Values): unknown {
  const table = kind.params[floor.field];
  const given = params[floor.field];
  if (table?.type === 'rows') return belowInRow(kind, table, floor, params);
  // stored before the field was, and nothing is promised there
  if (given === undefined) return null;
  return worse(kind, { ...params, [floor.field]: floor.bound }, params).some(({ field }) => field === floor.field)
    ? given
    : undefined;
}

function belowInRow(kind: TermKind, table: Rows, { field, row, cell, bound }: Bound, params: Values): unknown {
  const key = keyCells(table, row ?? '');
  // no row can be called so, and what was set before that was refused promises nothing
  if (key === null) return table.better === 'less' ? undefined : null;
  const rows = (params[field] ?? []) as readonly Values[];
  const same = rows.find((each) => rowKey(table.key, each) === rowKey(table.key, key));
  const held = { ...params, [field]: [{ ...same, ...key, [cell ?? '']: bound }] };
  const less = worse(kind, held, { ...params, [field]: rows }).find(
    (each) => each.field === field && (each.cell === cell || (each.cell === undefined && each.after === null)),
  );
  return less?.after;
}

const worse = (kind: TermKind, before: Values, after: Values) =>
  kind.worse(before, after, derivedWorsenings(kind.params, before, after));

/** The cells by which a table tells its rows apart, read from the name of a row; null: no row can be called so. */
export function keyCells({ key, cells }: Rows, row: string): Values | null {
  const parts = key.length === 1 ? [row] : row.split(BETWEEN_KEYS);
  if (parts.length !== key.length) return null;
  const read: Record<string, unknown> = {};
  for (const [place, name] of key.entries()) {
    const cell = cells[name];
    const part = parts[place]!.trim();
    if (cell?.type === 'choice' && !cell.options.some(({ value }) => value === part)) return null;
    const numeric = cell?.type === 'int' || cell?.type === 'money';
    if (numeric && !/^\d+$/.test(part)) return null;
    read[name] = numeric ? Number(part) : part;
  }
  return read;
}

/** How a row of a table is called, by example, for who has to name one. */
export const rowNames = ({ key, cells }: Rows): string =>
  key
    .map((name) => {
      const cell = cells[name];
      return cell?.type === 'choice' ? cell.options.map(({ value }) => value).join(', ') : name;
    })
    .join(BETWEEN_KEYS);
