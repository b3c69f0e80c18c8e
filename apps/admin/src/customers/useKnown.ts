import { AUTOMATIC_SEGMENTS } from '@perennial/domain/customers/customer';
import { useRead } from '../api/useRead.ts';
import { CustomerRegionsDocument, CustomerSegmentsDocument } from '../gql/graphql.ts';
import type { Known } from '../ui/knownWords.ts';
import { useSegmentWord } from './useCustomerWords.ts';

/** The regions that customers are in; undefined until they are known. */
export function useKnownRegions(enabled = true): readonly Known[] | undefined {
  const read = useRead(CustomerRegionsDocument, {}, { enabled });
  return read.data?.customerRegions.map((value) => ({ value, label: value }));
}

/** The segments that the system assigns, and those that customers are in besides; undefined until they are known. */
export function useKnownSegments(enabled = true): readonly Known[] | undefined {
  const word = useSegmentWord();
  const read = useRead(CustomerSegmentsDocument, {}, { enabled });
  if (!read.data) return undefined;
  const all = [...new Set<string>([...AUTOMATIC_SEGMENTS, ...read.data.customerSegments])];
  return all.map((value) => ({ value, label: word(value) }));
}
