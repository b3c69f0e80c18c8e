import type { GrantableField } from '@perennial/domain/partners/grants';
import type { FieldKind } from '@perennial/domain/shared/fields';

/** What is known of a field when a sample question is put together. */
export interface PreviewField extends GrantableField {
  kind: FieldKind | 'many' | 'one';
}

const DEPTH = 3;

/**
 * The question that shows most of what an agreement grants: its first customers with every granted field, and a few
 * rows of every granted relation.
 */
export function previewQuery(grants: readonly string[], catalogue: readonly PreviewField[]): string {
  const granted = new Set(grants);
  const select = (entity: string, depth: number, indent: string): string[] =>
    catalogue
      .filter((entry) => entry.entity === entity)
      .filter((entry) => entry.share === 'always' || granted.has(`${entity}.${entry.field}`))
      .flatMap((entry) => {
        if (entry.kind === 'money') return [`${indent}${entry.field} { amount currency }`];
        if (entry.target === null || (entry.kind !== 'many' && entry.kind !== 'one')) return [indent + entry.field];
        const inner = depth < DEPTH ? select(entry.target, depth + 1, `${indent}  `) : [];
        if (inner.length === 0) return [];
        return entry.kind === 'one'
          ? [`${indent}${entry.field} {`, ...inner, `${indent}}`]
          : [`${indent}${entry.field}(first: 3) { nodes {`, ...inner, `${indent}} }`];
      });
  return [
    'query Preview {',
    '  customers(first: 5) {',
    '    totalCount',
    '    nodes {',
    '      id',
    ...select('Customer', 1, '      '),
    '    }',
    '    pageInfo { hasNextPage endCursor }',
    '  }',
    '}',
  ].join('\n');
}
