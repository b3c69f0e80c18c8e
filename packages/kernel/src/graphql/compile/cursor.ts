import { DomainError } from '@perennial/domain/shared/errors';

/** A list's order: the sort column (none when only by id) and the direction, which the id as tie-break follows. */
export interface Order {
  name: string;
  column: string | null;
  kind: string;
  descending: boolean;
}

/**
 * SQL of a row's cursor: base64 of `[order, sort key, id]`; `id` is the SQL of the tie-break. Opaque to clients; holds
 * nothing they may not see.
 */
export function cursorSql(order: Order, alias: string, id: string): string {
  const key = order.column ? `${alias}.${order.column}` : 'null';
  return `translate(encode(convert_to(json_build_array('${order.name}', ${key}, ${id})::text, 'UTF8'), 'base64'), E'\\n', '')`;
}

/** Reads a cursor back; one that is broken or belongs to another order is refused with `BAD_CURSOR`. */
export function readCursor(order: Order, value: unknown): { key: unknown; id: string } {
  try {
    const parts: unknown = JSON.parse(Buffer.from(String(value), 'base64').toString('utf8'));
    if (
      Array.isArray(parts) &&
      parts.length === 3 &&
      parts[0] === order.name &&
      plausible(order, parts[1]) &&
      isUuid(parts[2])
    ) {
      return { key: parts[1], id: parts[2] };
    }
  } catch {
    // not JSON: refused below like every other broken cursor
  }
  throw new DomainError('BAD_CURSOR', 'This cursor is not from this list in this order; start from the first page.', {
    path: ['after'],
  });
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

function plausible(order: Order, key: unknown): boolean {
  switch (order.kind) {
    case 'int':
    case 'money':
    case 'unitPrice':
      return Number.isSafeInteger(key);
    case 'instant':
    case 'date':
      return typeof key === 'string' && !Number.isNaN(Date.parse(key));
    case 'none':
      return key === null;
    default:
      return typeof key === 'string';
  }
}
