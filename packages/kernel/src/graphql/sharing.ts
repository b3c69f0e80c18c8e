import type { PartnerActor } from '../auth/actor.ts';
import type { AgreementTable } from '../db/secure.ts';

export interface Statement {
  sql: string;
  params: unknown[];
}

/** What one partner read touched, for its receipt. */
export interface PartnerRead {
  operation: string;
  documentHash: string;
  /** `Type.field` of everything selected, filtered or sorted on; of a refused document, what of it is not granted. */
  fields: readonly string[];
  /** PostgreSQL array literal of the customers on the returned pages, or null where the read failed. */
  customerIds: string | null;
  outcome: 'OK' | 'FAILED';
  /** Code that the caller was told where the read failed. */
  refusal: string | null;
}

/**
 * How the kernel reaches the sharing index without knowing the area that owns it. The index holds one row per
 * (agreement, customer) with the agreement's own reference for the customer and copies, under the same column
 * names, of the customer columns that partners filter and sort on.
 */
export interface SharingPort {
  /** Table of the index. Columns: `customer_id`, `agreement_id`, `ref` (uuid, made from an HMAC), `expires_at` (null = never) and the copies. */
  indexTable: string;
  /** Column names copied from the customers' table. */
  copies: readonly string[];
  /** Tables and columns that `validate` reads and `receipt` writes as the partner's database role. */
  agreementTables: readonly AgreementTable[];
  /**
   * Checks, inside the read's transaction, that key and agreement are still good. One row, one text column: `OK`,
   * or the code of the refusal, or `STALE` when the grants changed since the caller was recognised.
   */
  validate(actor: PartnerActor): Statement;
  /** Writes the receipt, inside the read's transaction. */
  receipt(actor: PartnerActor, read: PartnerRead): Statement;
}
