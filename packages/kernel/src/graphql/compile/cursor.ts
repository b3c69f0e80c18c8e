import { DomainError } from '@perennial/domain/shared/errors';
import { isDay, isMoment } from '../scalars.ts';

/** A list's order: the sort column (none when only by id) and the direction, which the id as tie-break follows. */
export interface Order {
  /** Entity that is listed: a cursor of another list is refused. */
  list: string;
  name: string;
  column: string | null;
  kind: string;
  descending: boolean;
}

/**
 * SQL of a row's cursor: base64 of `[list and order, sort key, id]`; `id` is the SQL of the tie-break. Opaque to clients; holds
 * nothing they may not see.
 */
export function cursorSql(order: Order, alias: string, id: string): string {
  const key = order.column ? `${alias}.${order.column}` : 'null';
  return `translate(encode(convert_to(json_build_array('${mark(order)}', ${key}, ${id})::text, 'UTF8'), 'base64'), E'\\n', '')`;
}

const mark = (order: Order): string => `${order.list}.${order.name}`;

/**
 * Reads a cursor back; one that is broken or belongs to another list or order is refused with `BAD_CURSOR`.
 * `argument` is what it was given as.
 */
export function readCursor(order: Order, value: unknown, argument: 'after' | 'before'): { key: unknown; id: string } {
  try {
    const parts: unknown = JSON.parse(Buffer.from(String(value), 'base64').toString('utf8'));
    if (
      Array.isArray(parts) &&
      parts.length === 3 &&
      parts[0] === mark(order) &&
      plausible(order, parts[1]) &&
      isUuid(parts[2])
    ) {
      return { key: parts[1], id: parts[2] };
    }
  } catch {
    // not JSON: refused below like every other broken cursor
  }
  throw new DomainError('BAD_CURSOR', 'This cursor is not from this list in this order; start from the first page.', {
    path: [argument],
  });
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

/** Whether the database can read the sort key as what it must be. */
function plausible(order: Order, key: unknown): boolean {
  switch (order.kind) {
    case 'int':
      return Number.isInteger(key) && key === (Number(key) | 0);
    case 'money':
    case 'unitPrice':
      return Number.isSafeInteger(key);
    case 'instant':
      return typeof key === 'string' && isMoment(key);
    case 'date':
      return typeof key === 'string' && isDay(key);
    case 'none':
      return key === null;
    default:
      // the one character that PostgreSQL's texts cannot hold
      return typeof key === 'string' && !key.includes('\0');
  }
}
