import { AUTOMATIC_SEGMENTS } from '@perennial/domain/customers/customer';
import { useRead } from '../api/useRead.ts';
import { CustomerRegionsDocument, CustomerSegmentsDocument } from '../gql/graphql.ts';
import type { WhatIsKnown } from '../ui/knownWords.ts';
import { useSegmentWord } from './useCustomerWords.ts';

/** The regions that customers are in. */
export function useKnownRegions(enabled = true): WhatIsKnown {
  const { data } = useRead(CustomerRegionsDocument, {}, { enabled });
  return {
    known: (data?.customerRegions ?? []).map((value) => ({ value, label: value })),
    settled: data !== undefined,
  };
}

/** The segments that the system assigns, and those that customers are in besides. */
export function useKnownSegments(enabled = true): WhatIsKnown {
  const word = useSegmentWord();
  const { data } = useRead(CustomerSegmentsDocument, {}, { enabled });
  const all = [...new Set<string>([...AUTOMATIC_SEGMENTS, ...(data?.customerSegments ?? [])])];
  return { known: all.map((value) => ({ value, label: word(value) })), settled: data !== undefined };
}
