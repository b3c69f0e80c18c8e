/** A sale or return line of one customer and one product, as the matching needs it. */
export interface MatchableLine {
  id: string;
  kind: 'SALE' | 'RETURN';
  /** Moment of the invoice, milliseconds since 1970. */
  at: number;
  /** Pieces; the sign is ignored, because returns are stored negative. */
  quantity: number;
}

export interface Match {
  returnLineId: string;
  saleLineId: string;
  /** Pieces, at least 1. */
  quantity: number;
}

export interface Matching {
  /** Per return in order of time, and within one return the newest sale first. */
  matches: Match[];
  /** What came back without a purchase to be found for it (NO_PURCHASE): pieces per return line, only above 0. */
  unmatched: Map<string, number>;
}

/** Order in which lines count: by moment, a sale before a return of the same moment, then by id. */
export function compareForMatching(a: MatchableLine, b: MatchableLine): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.kind !== b.kind) return a.kind === 'SALE' ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Finds what each returned piece was bought with: the newest pieces of the same customer and product that were bought
 * before the return (or at the same moment) and have not come back yet. What finds no purchase stays unmatched; nothing
 * is guessed across customers, products or into the future.
 *
 * All lines must be of one customer and one product; their order does not matter. Every line is looked at once: newest
 * first is a stack of sales with pieces left.
 */
export function matchReturns(lines: readonly MatchableLine[]): Matching {
  const matches: Match[] = [];
  const unmatched = new Map<string, number>();
  const open: { id: string; left: number }[] = [];
  for (const line of [...lines].sort(compareForMatching)) {
    let pieces = Math.abs(line.quantity);
    if (pieces === 0) continue;
    if (line.kind === 'SALE') {
      open.push({ id: line.id, left: pieces });
      continue;
    }
    while (pieces > 0) {
      const newest = open.at(-1);
      if (!newest) {
        unmatched.set(line.id, pieces);
        break;
      }
      const taken = Math.min(pieces, newest.left);
      matches.push({ returnLineId: line.id, saleLineId: newest.id, quantity: taken });
      pieces -= taken;
      newest.left -= taken;
      if (newest.left === 0) open.pop();
    }
  }
  return { matches, unmatched };
}
