import type { Database } from '../db/database.ts';
import type { PartnerActor } from './actor.ts';

/** Why a key was turned away. `UNAUTHENTICATED`: no key at all, or nothing that could be one. */
export type PartnerRefusalCode =
  | 'UNAUTHENTICATED'
  | 'KEY_MALFORMED'
  | 'KEY_UNKNOWN'
  | 'KEY_EXPIRED'
  | 'KEY_REVOKED'
  | 'AGREEMENT_NOT_ACTIVE';

export interface PartnerRefusal {
  readonly refused: PartnerRefusalCode;
  /** English sentence naming what to do; it never says whether some other key would have worked. */
  readonly message: string;
}

/**
 * Port the server asks before it parses anything a partner sent. The area that keeps agreements and keys supplies
 * it; `bearer` is what followed `Authorization: Bearer `, already known to be non-empty.
 */
export type AuthenticatePartner = (db: Database, bearer: string, now: Date) => Promise<PartnerActor | PartnerRefusal>;

export function isRefusal(answer: PartnerActor | PartnerRefusal): answer is PartnerRefusal {
  return 'refused' in answer;
}
