import type { WhatIfResult } from './tally.ts';

export interface Change {
  won: number;
  lost: number;
}

/**
 * What would be allowed and is not, and the other way round: of the returns on credit notes, which are among `outcomes`,
 * and of the claims beside them, which are not. Both together are the winners' and losers' claims.
 */
export function changesIn({ moves, winners, losers }: Pick<WhatIfResult, 'moves' | 'winners' | 'losers'>): {
  returns: Change;
  claims: Change;
} {
  const count = (side: 'before' | 'after'): number =>
    moves.reduce((sum, move) => sum + (move[side] === 'ALLOWED' ? move.claims : 0), 0);
  const returns = { won: count('after'), lost: count('before') };
  return { returns, claims: { won: winners.claims - returns.won, lost: losers.claims - returns.lost } };
}
