import { useTranslate } from 'react-admin';
import type { PartnerPageQuery } from '../gql/graphql.ts';

export type GrantableField = PartnerPageQuery['grantableFields'][number];

/** `lastTouchAt` → `Last touch at`, for a field somebody added that the dictionaries do not know yet. */
const humanised = (name: string): string => {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** Words for types and fields of the schema. */
export function useFieldWords() {
  const translate = useTranslate();
  return {
    entity: (name: string): string => translate(`fields.entity.${name}`, { _: humanised(name) }),
    field: (name: string): string => translate(`fields.field.${name}`, { _: humanised(name) }),
    /** The word of a field that somebody typed; undefined where there is none. */
    known: (name: string): string | undefined => translate(`fields.field.${name}`, { _: '' }) || undefined,
  };
}

/** Entries by the type they belong to, in the order in which the types are reached from a customer. */
export function byEntity(entries: readonly GrantableField[]): [string, GrantableField[]][] {
  const groups = new Map<string, GrantableField[]>();
  for (const entry of entries) groups.set(entry.entity, [...(groups.get(entry.entity) ?? []), entry]);
  return [...groups];
}

export const grantName = (entry: Pick<GrantableField, 'entity' | 'field'>): string => `${entry.entity}.${entry.field}`;

/** Links and book-keeping, of which nobody would think as data about a customer: not named among what is never shared. */
export const KEEPING = /(Id|At)$|^(version|customer|ordinal|repeated|segmentSource)$/;
