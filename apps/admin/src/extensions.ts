import { registerTermKind } from '@perennial/domain/policies/kinds/all';
import type { TermKind } from '@perennial/domain/policies/kinds/kind';

/**
 * Kinds of policy term from packages outside the product, one line each. They stand in the API's `extensions.ts` as well,
 * so that browser and server judge alike; forms, sentences and comparison come from the kind's own declaration.
 */
const kinds: readonly TermKind[] = [];

export function registerExtensions(): void {
  for (const kind of kinds) registerTermKind(kind);
}
