import { DomainError } from '../shared/errors.ts';

/** One thing an agreement can grant, or is known never to grant. Built from the declarations of all entities. */
export interface GrantableField {
  entity: string;
  field: string;
  share: 'never' | 'grantable' | 'always';
  pii: 'none' | 'indirect' | 'direct';
  /** Entity that a relation leads to; null for a plain field. */
  target: string | null;
}

export function grantName(entry: Pick<GrantableField, 'entity' | 'field'>): string {
  return `${entry.entity}.${entry.field}`;
}

/**
 * Refuses grants that cannot be: unknown fields and fields marked `share: never` (`FIELD_NOT_GRANTABLE`), and a
 * relation without any field behind it (`GRANT_INCOMPLETE`), which would be an empty type.
 */
export function checkGrants(fields: readonly string[], catalogue: readonly GrantableField[]): void {
  const known = new Map(catalogue.map((entry) => [grantName(entry), entry]));
  for (const [index, name] of fields.entries()) {
    const entry = known.get(name);
    if (entry?.share === 'grantable') continue;
    const why =
      entry === undefined
        ? 'there is no such field'
        : entry.share === 'never'
          ? 'it is marked as never shared'
          : 'it is always shared and needs no grant';
    throw new DomainError('FIELD_NOT_GRANTABLE', `"${name}" cannot be granted: ${why}. Remove it from "fields".`, {
      path: ['fields', String(index)],
      params: { field: name },
    });
  }
  for (const [index, name] of fields.entries()) {
    const target = known.get(name)?.target;
    if (!target || fields.some((other) => other.startsWith(`${target}.`))) continue;
    if (catalogue.some((entry) => entry.entity === target && entry.share === 'always' && entry.target === null))
      continue;
    throw new DomainError(
      'GRANT_INCOMPLETE',
      `"${name}" is granted but no field of ${target} is: grant at least one, or remove "${name}".`,
      { path: ['fields', String(index)], params: { field: name, target } },
    );
  }
}
