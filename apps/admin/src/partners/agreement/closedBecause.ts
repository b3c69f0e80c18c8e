import type { Agreement } from './agreement.ts';

/** Why nobody can look through the partner's eyes: not put in force yet, stopped for a while, over, outside its days. */
export type Closed = 'DRAFT' | 'SUSPENDED' | 'ENDED' | 'ACTIVE';

/**
 * Says so before anything is asked: the endpoint would answer in the partner's language, and every refused look would
 * leave a receipt.
 */
export function closedBecause({ status, inForce }: Pick<Agreement, 'status' | 'inForce'>): Closed | undefined {
  return inForce ? undefined : status;
}
