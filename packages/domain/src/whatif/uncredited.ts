import { shareOut, type ClaimFigure } from './tally.ts';

/** A claim to give goods back, as the count of its pieces sees it. */
export interface ClaimedBack extends ClaimFigure {
  saleLineId: string;
  /** Day of the claim. */
  on: string;
  /** Pieces of its line that were bought. */
  bought: number;
}

/** Pieces that a credit note took back, and its day. */
export interface Credited {
  saleLineId: string | null;
  quantity: number;
  on: string;
}

/**
 * The part of the claimed returns that is on no credit note. Goods that were claimed back come back as a return of the
 * record sooner or later, on the day of the claim or after, and are counted there; a refused claim never does, and is
 * missing from who wins and what it costs unless it is counted here. A credit note is taken for what was allowed before
 * what was refused. No piece is given back twice, however often it was claimed.
 */
export function uncredited<Claim extends ClaimedBack>(claims: readonly Claim[], credits: readonly Credited[]): Claim[] {
  const creditsOf = Map.groupBy(credits, ({ saleLineId }) => saleLineId);
  return [...Map.groupBy(claims, ({ saleLineId }) => saleLineId)].flatMap(([line, own]) =>
    uncreditedOf(own, creditsOf.get(line) ?? []),
  );
}

function uncreditedOf<Claim extends ClaimedBack>(claims: readonly Claim[], credits: readonly Credited[]): Claim[] {
  const unexplained = credits.map((credit) => ({ ...credit })).sort((a, b) => (a.on < b.on ? -1 : 1));
  let stillThere = (claims[0]?.bought ?? 0) - credits.reduce((sum, { quantity }) => sum + quantity, 0);
  return [...claims].sort(allowedFirst).flatMap((claim): Claim[] => {
    let quantity = claim.quantity;
    for (const credit of unexplained) {
      if (credit.on < claim.on) continue;
      const same = Math.min(quantity, credit.quantity);
      credit.quantity -= same;
      quantity -= same;
    }
    quantity = Math.min(quantity, Math.max(0, stillThere));
    stillThere -= quantity;
    if (quantity === 0) return [];
    const [value] = shareOut(claim.value, [quantity, claim.quantity - quantity]);
    return [{ ...claim, quantity, value: value! }];
  });
}

const allowedFirst = (a: ClaimedBack, b: ClaimedBack): number => {
  const allowed = ({ before }: ClaimedBack) => (before === 'ALLOWED' ? 0 : 1);
  return allowed(a) - allowed(b) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
};
