import type { Product } from './product.ts';

/** What terms may ask of goods, and what these bring along at no extra price (C20), as they were at some moment. */
export interface GoodsFacts {
  code: string;
  category: string | null;
  /** null: not known. */
  complexity: Product['complexity'] | null;
  extras: readonly string[];
}
