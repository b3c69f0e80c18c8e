import { DomainError } from '@perennial/domain/shared/errors';
import type { KeyKind, Model } from './model.ts';

/** Identity of a row as services know it. Customers have only `customerId`, set-up rows only `id`. */
export interface RowRef {
  customerId?: string | undefined;
  id?: string | undefined;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const GLOBAL_ID = new RegExp(`^([A-Z][A-Za-z]*)_(${UUID})(?:_(${UUID}))?$`);

/** `Type_customerId`, `Type_customerId_id` or `Type_id`: opaque to clients, safe in addresses. */
export function toGlobalId(type: string, ref: RowRef): string {
  return [type, ref.customerId, ref.id].filter((part) => part !== undefined).join('_');
}

/** Type name in front of a global id, or null. */
export function typeOfGlobalId(id: string): string | null {
  return GLOBAL_ID.exec(id)?.[1] ?? null;
}

/** Reads a global id of a given type; anything else is refused with `BAD_ID`. */
export function fromGlobalId(type: string, key: KeyKind, id: string, path: string[] = ['id']): RowRef {
  const match = GLOBAL_ID.exec(id);
  const parts = key === 'owned' ? 2 : 1;
  if (!match || match[1] !== type || (match[3] === undefined ? 1 : 2) !== parts) {
    throw new DomainError('BAD_ID', `This is not the id of a ${type}; pass an id that the API gave you.`, {
      path,
      params: { type },
    });
  }
  if (key === 'customer') return { customerId: match[2] };
  if (key === 'owned') return { customerId: match[2], id: match[3] };
  return { id: match[2] };
}

/** SQL for a row's global id. */
export function globalIdSql(m: Pick<Model, 'key' | 'entity'>, alias: string): string {
  const name = m.entity.name;
  if (m.key === 'customer') return `'${name}_' || ${alias}.customer_id`;
  if (m.key === 'owned') return `'${name}_' || ${alias}.customer_id || '_' || ${alias}.id`;
  return `'${name}_' || ${alias}.id`;
}
