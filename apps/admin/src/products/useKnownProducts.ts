import { useState } from 'react';
import { useRead } from '../api/useRead.ts';
import { KnownProductsDocument, ProductCategoriesDocument } from '../gql/graphql.ts';
import type { Known } from '../ui/knownWords.ts';

/** The categories that products are in; undefined until they are known. */
export function useKnownCategories(enabled = true): readonly Known[] | undefined {
  const read = useRead(ProductCategoriesDocument, {}, { enabled });
  return read.data?.productCategories.map((value) => ({ value, label: value }));
}

/**
 * Products with these codes, and those whose code or name holds what is being typed: there are too many to have them all.
 * `settled`: the answer is about exactly these codes, so that one it does not hold does not exist.
 */
export function useKnownProducts(codes: readonly string[], enabled = true) {
  const [text, type] = useState('');
  const read = useRead(KnownProductsDocument, { codes: [...codes], search: text.trim() }, { enabled, keep: true });
  const found = read.data && [...read.data.chosen.nodes, ...read.data.offered.nodes];
  const byCode = new Map(found?.map(({ code, name }) => [code, { value: code, label: `${code} ${name}` }]));
  const known: readonly Known[] | undefined = found && [...byCode.values()];
  return { known, settled: read.isSuccess && !read.isPlaceholderData, type };
}
