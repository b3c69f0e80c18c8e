import type { SerialOnRecord } from '@perennial/domain/claims/serials';
import { piecesOf, type Earlier } from './given-back.ts';

/** The serial numbers that the claims on a purchase name. */
export const serialsOf = (earlier: Earlier): SerialOnRecord[] =>
  earlier.map((each) => ({
    ...piecesOf(each),
    claim: each.claim.number,
    code: each.line.code,
    failed: each.line.serialFailed,
    replacement: each.line.serialReplacement,
  }));
