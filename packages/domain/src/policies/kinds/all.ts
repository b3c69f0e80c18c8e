import type { TermKind } from './kind.ts';
import { returns } from './returns.ts';
import { warranty } from './warranty.ts';

/** The kinds of term that come with the product; a new one is one line here. */
export const termKinds: readonly TermKind[] = [returns, warranty];
