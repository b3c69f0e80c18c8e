import { useState } from 'react';
import { useRead } from '../api/useRead.ts';
import { KnownProductsDocument, ProductCategoriesDocument } from '../gql/graphql.ts';
import type { WhatIsKnown } from '../ui/knownWords.ts';

/** The categories that products are in. */
export function useKnownCategories(enabled = true): WhatIsKnown {
  const { data } = useRead(ProductCategoriesDocument, {}, { enabled });
  return {
    known: (data?.productCategories ?? []).map((value) => ({ value, label: value })),
    settled: data !== undefined,
  };
}

/**
 * Products with these codes, and those whose code or name holds what is being typed: there are too many to have them all.
 * The answer is settled where it is about exactly these codes, so that one it does not hold does not exist.
 */
export function useKnownProducts(
  codes: readonly string[],
  enabled = true,
): WhatIsKnown & { type: (text: string) => void } {
  const [text, type] = useState('');
  const read = useRead(KnownProductsDocument, { codes: [...codes], search: text.trim() }, { enabled, keep: true });
  const found = read.data && [...read.data.chosen.nodes, ...read.data.offered.nodes];
  const byCode = new Map(found?.map(({ code, name }) => [code, { value: code, label: `${code} ${name}` }]));
  return { known: [...byCode.values()], settled: read.isSuccess && !read.isPlaceholderData, type };
}
