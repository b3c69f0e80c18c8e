import type { FieldMeta } from '@perennial/domain/shared/fields';
import type { Model } from '@perennial/kernel/graphql/model';
import { idOf, type Row } from './world.ts';

/** Arguments of a connection, as GraphQL coerced them. */
export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  offset?: number | null;
  orderBy?: string | null;
  search?: string | null;
  filter?: Record<string, unknown> | null;
}

export interface OracleOrder {
  list: string;
  name: string;
  field: string | null;
  descending: boolean;
}

/** How rows are told apart and cursors made; a partner sees its agreement's references in place of ids. */
export type TieBreak = (row: Row) => string;

export function orderFrom(model: Model, name: string, offered: ReadonlySet<string>): OracleOrder {
  const chosen = offered.has(name) ? name : 'ID_ASC';
  const stem = chosen.replace(/_(ASC|DESC)$/, '');
  const field = [...model.fields.keys()].find((key) => key.replace(/([A-Z])/g, '_$1').toUpperCase() === stem) ?? null;
  return { list: model.entity.name, name: chosen, field, descending: chosen.endsWith('_DESC') };
}

export function comparable(meta: FieldMeta | undefined, value: unknown): string | number {
  if (value instanceof Date) return value.getTime();
  if (meta?.kind === 'instant') return Date.parse(String(value));
  return typeof value === 'number' ? value : String(value);
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

export function sorted(model: Model, rows: readonly Row[], order: OracleOrder, tie: TieBreak): Row[] {
  const meta = order.field ? model.fields.get(order.field)?.meta : undefined;
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const byKey = order.field ? compare(comparable(meta, a[order.field]), comparable(meta, b[order.field])) : 0;
    return sign * (byKey || compare(tie(a), tie(b)));
  });
}

/** A cursor as the compiler reads it, made from a row: list and order, sort key, tie-break. */
export function cursorFor(order: OracleOrder, row: Row, tie: TieBreak): string {
  const key = order.field ? row[order.field] : null;
  const text = JSON.stringify([`${order.list}.${order.name}`, key instanceof Date ? key.toISOString() : key, tie(row)]);
  return Buffer.from(text).toString('base64');
}

function position(model: Model, row: Row, order: OracleOrder, cursor: string, tie: TieBreak): number {
  const [, key, id] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as [string, unknown, string];
  const meta = order.field ? model.fields.get(order.field)?.meta : undefined;
  const byKey = order.field ? compare(comparable(meta, row[order.field]), comparable(meta, key)) : 0;
  return (order.descending ? -1 : 1) * (byKey || compare(tie(row), id));
}

export interface OraclePage {
  rows: Row[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  total: number;
  order: OracleOrder;
}

/** Filters were applied already; sorts, cuts at the cursor and pages. */
export function pageOf(
  model: Model,
  rows: readonly Row[],
  args: PageArguments,
  order: OracleOrder,
  tie: TieBreak,
): OraclePage {
  const all = sorted(model, rows, order, tie);
  const backward = args.last != null;
  const cursor = args.after ?? args.before ?? null;
  const beyond =
    cursor === null ? all : all.filter((row) => (backward ? -1 : 1) * position(model, row, order, cursor, tie) > 0);
  const size = args.last ?? args.first ?? 25;
  const from = args.offset ?? 0;
  const came = cursor !== null || from > 0;
  const more = backward ? beyond.length > size : beyond.length > from + size;
  return {
    rows: backward ? beyond.slice(Math.max(0, beyond.length - size)) : beyond.slice(from, from + size),
    hasNextPage: backward ? came : more,
    hasPreviousPage: backward ? more : came,
    total: all.length,
    order,
  };
}

export const ownTie =
  (model: Model): TieBreak =>
  (row) =>
    idOf(model, row);
