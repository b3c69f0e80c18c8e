import { JUDGEMENTS, type Judgement } from './judge.ts';

export type Side = 'before' | 'after';

/** Pieces of one return line that belong to one purchase (or to none), judged twice. */
export interface ReplayedClaim {
  customerId: string;
  /** The return invoice. */
  invoiceId: string;
  quantity: number;
  /** Of the goods, minor units. */
  value: number;
  before: Judgement;
  after: Judgement;
  /** Allowed on that side only because no day of delivery is on record (`judgedOn`). */
  assumed: Record<Side, boolean>;
}

/** A claim (repair, replacement, upkeep …) decided twice. */
export interface ClaimFigure {
  kind: string;
  quantity: number;
  value: number;
  before: Judgement;
  after: Judgement;
  assumed: Record<Side, boolean>;
}

/** Why nothing on a return invoice can be judged. */
export const UNJUDGED = ['NO_CUSTOMER', 'SET_ASIDE', 'ONLY_FEES', 'NO_PURCHASE', 'UNDECIDABLE'] as const;
export type Unjudged = (typeof UNJUDGED)[number];

export interface Figure {
  claims: number;
  quantity: number;
  /** Minor units of the business's currency; goods in another one are counted and add nothing to it. */
  value: number;
}

export interface Range {
  low: number;
  high: number;
}

export interface WhatIfResult {
  currency: string;
  /** Every outcome there is, before and after; each side sums to all claims. */
  outcomes: { outcome: Judgement; before: Figure; after: Figure }[];
  /**
   * Of those, allowed only because no day of delivery is on record: once the days are known, fewer may be. `gained` were
   * not allowed before. Absent in results from before this was counted.
   */
  assumed?: Record<Side | 'gained', Figure>;
  /** Claims whose outcome changes. */
  moves: ({ before: Judgement; after: Judgement } & Figure)[];
  /** Return invoices on record. `judged + partly + notJudged` sums to `all`. */
  invoices: {
    all: number;
    /** Everything on it was judged. */
    judged: number;
    /** For some of its pieces no purchase is on record. */
    partly: number;
    notJudged: { reason: Unjudged; invoices: number; value: number }[];
  };
  /**
   * Claims that customers made, by kind; each side of a kind sums to its claims. Of those only returns that no credit
   * note shows are part of the cost, as goods on a credit note are among `outcomes` already.
   */
  claims: {
    kind: string;
    outcomes: { outcome: Judgement; before: Figure; after: Figure }[];
    assumed?: Record<Side, Figure>;
  }[];
  winners: Figure & { customers: number };
  losers: Figure & { customers: number };
  /**
   * Worth of the goods that would be taken back: `low` of what is allowed for certain, `high` as if everything that
   * cannot be judged were allowed too.
   */
  cost: { before: Range; after: Range };
  /** Purchases of the last twelve months. One may be promised less in one thing and more in another. */
  purchases: { from: string; to: string; seen: number; less: number; more: number; lessValue: number };
}

/** What changes for one customer. */
export interface Effect {
  customerId: string;
  won: number;
  /** Pieces of those claims. */
  wonQuantity: number;
  wonValue: number;
  lost: number;
  lostQuantity: number;
  lostValue: number;
  purchasesLess: number;
  purchasesMore: number;
}

const CERTAIN: ReadonlySet<Judgement> = new Set(['ALLOWED', 'REFUSED', 'NOT_COVERED']);
const none = (): Figure => ({ claims: 0, quantity: 0, value: 0 });
const add = (to: Figure, claim: Figure): void => {
  to.claims += claim.claims;
  to.quantity += claim.quantity;
  to.value += claim.value;
};

const addAssumed = (
  to: Record<Side, Figure>,
  { assumed }: { assumed: Record<Side, boolean> },
  figure: Figure,
): void => {
  for (const side of ['before', 'after'] as const) if (assumed[side]) add(to[side], figure);
};

/**
 * Sums a replay up, piece by piece, in a memory that does not grow with the number of claims. The order in which claims
 * come makes no difference as long as a return invoice comes in one call of `invoice`.
 */
export class Tally {
  readonly #currency: string;
  readonly #moves = new Map<string, { before: Judgement; after: Judgement } & Figure>();
  readonly #assumed = { before: none(), after: none(), gained: none() };
  readonly #claims = new Map<string, (Omit<ClaimFigure, 'assumed'> & { claims: number })[]>();
  readonly #assumedOf = new Map<string, Record<Side, Figure>>();
  /** Worth of what was claimed back and is on no credit note. */
  readonly #claimedBack: Record<Side, Range> = {
    before: { low: 0, high: 0 },
    after: { low: 0, high: 0 },
  };
  readonly #invoices = { judged: 0, partly: 0 };
  readonly #unjudged = new Map<Unjudged, { invoices: number; value: number }>();
  readonly #winners = { customers: 0, ...none() };
  readonly #losers = { customers: 0, ...none() };
  readonly #purchases = { seen: 0, less: 0, more: 0, lessValue: 0 };

  constructor(currency: string) {
    this.#currency = currency;
  }

  /** A return invoice with all that came back on it; without anything it holds only fees. */
  invoice(claims: readonly ReplayedClaim[]): void {
    for (const claim of claims) {
      const key = `${claim.before} ${claim.after}`;
      const move = this.#moves.get(key) ?? { before: claim.before, after: claim.after, ...none() };
      const figure = { claims: 1, quantity: claim.quantity, value: claim.value };
      add(move, figure);
      this.#moves.set(key, move);
      addAssumed(this.#assumed, claim, figure);
      if (claim.assumed.after && claim.before !== 'ALLOWED') add(this.#assumed.gained, figure);
    }
    const judged = claims.filter(({ after }) => CERTAIN.has(after)).length;
    if (judged > 0) this.#invoices[judged === claims.length ? 'judged' : 'partly'] += 1;
    else if (claims.length === 0) this.setAside('ONLY_FEES', 0);
    // the value of these claims is among the claims already
    else this.setAside(claims.some(({ after }) => after === 'UNDECIDABLE') ? 'UNDECIDABLE' : 'NO_PURCHASE', 0);
  }

  /** A return invoice that is on no customer's record; `value` of the goods on it. */
  setAside(reason: Unjudged, value: number): void {
    const known = this.#unjudged.get(reason) ?? { invoices: 0, value: 0 };
    this.#unjudged.set(reason, { invoices: known.invoices + 1, value: known.value + value });
  }

  claim({ assumed, ...figure }: ClaimFigure): void {
    const own = this.#claims.get(figure.kind) ?? [];
    const doubtful = this.#assumedOf.get(figure.kind) ?? { before: none(), after: none() };
    addAssumed(doubtful, { assumed }, { ...figure, claims: 1 });
    this.#assumedOf.set(figure.kind, doubtful);
    const same = own.find(({ before, after }) => before === figure.before && after === figure.after);
    if (same) {
      same.quantity += figure.quantity;
      same.value += figure.value;
      same.claims += 1;
    } else own.push({ ...figure, claims: 1 });
    this.#claims.set(figure.kind, own);
  }

  /** A claim to give goods back, as far as they are on no credit note (`uncredited`). */
  claimedBack({ value, ...judged }: Pick<ClaimFigure, 'value' | 'before' | 'after'>): void {
    for (const side of ['before', 'after'] as const) {
      if (judged[side] === 'ALLOWED') this.#claimedBack[side].low += value;
      if (judged[side] === 'ALLOWED' || judged[side] === 'UNDECIDABLE') this.#claimedBack[side].high += value;
    }
  }

  effect(effect: Effect): void {
    const { won, wonQuantity, wonValue, lost, lostQuantity, lostValue } = effect;
    if (won > 0) this.#winners.customers += 1;
    if (lost > 0) this.#losers.customers += 1;
    add(this.#winners, { claims: won, quantity: wonQuantity, value: wonValue });
    add(this.#losers, { claims: lost, quantity: lostQuantity, value: lostValue });
  }

  purchase(change: { less: boolean; more: boolean; value: number }): void {
    this.#purchases.seen += 1;
    if (change.less) this.#purchases.less += 1;
    if (change.less) this.#purchases.lessValue += change.value;
    if (change.more) this.#purchases.more += 1;
  }

  result(period: { from: string; to: string }): WhatIfResult {
    const all = [...this.#moves.values()];
    const outcomes = sums(all);
    const notJudged = UNJUDGED.flatMap((reason) => {
      const found = this.#unjudged.get(reason);
      return found ? [{ reason, ...found }] : [];
    });
    const aside = notJudged.reduce((total, { value }) => total + value, 0);
    const cost = (side: Side): Range => {
      const value = (outcome: Judgement) => outcomes.find((each) => each.outcome === outcome)![side].value;
      const certain = value('ALLOWED');
      const { low, high } = this.#claimedBack[side];
      return { low: certain + low, high: certain + value('NO_PURCHASE') + value('UNDECIDABLE') + aside + high };
    };
    const { judged, partly } = this.#invoices;
    const order = ({ before, after }: { before: Judgement; after: Judgement }) => `${before} ${after}`;
    return {
      currency: this.#currency,
      outcomes,
      assumed: this.#assumed,
      moves: all
        .filter(({ before, after }) => before !== after)
        .sort((a, b) => b.claims - a.claims || (order(a) < order(b) ? -1 : 1)),
      invoices: {
        all: judged + partly + notJudged.reduce((total, each) => total + each.invoices, 0),
        judged,
        partly,
        notJudged,
      },
      claims: [...this.#claims]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([kind, own]) => ({ kind, outcomes: sums(own), assumed: this.#assumedOf.get(kind)! })),
      winners: this.#winners,
      losers: this.#losers,
      cost: { before: cost('before'), after: cost('after') },
      purchases: { ...period, ...this.#purchases },
    };
  }
}

/** Every outcome there is, with what has it before and after. */
function sums(
  moves: readonly ({ before: Judgement; after: Judgement } & Figure)[],
): { outcome: Judgement; before: Figure; after: Figure }[] {
  const sum = (side: Side, outcome: Judgement): Figure => {
    const figure = none();
    for (const move of moves) if (move[side] === outcome) add(figure, move);
    return figure;
  };
  return JUDGEMENTS.map((outcome) => ({ outcome, before: sum('before', outcome), after: sum('after', outcome) }));
}

/** What the claims of one customer come to, and the purchases that would be promised less or more. */
export function effectOn(
  customerId: string,
  claims: readonly Pick<ReplayedClaim, 'quantity' | 'value' | 'before' | 'after'>[],
  purchases: readonly { less: boolean; more: boolean }[],
): Effect | null {
  const won = claims.filter(({ before, after }) => before !== 'ALLOWED' && after === 'ALLOWED');
  const lost = claims.filter(({ before, after }) => before === 'ALLOWED' && after !== 'ALLOWED');
  const pieces = (those: readonly { quantity: number }[]) => those.reduce((sum, { quantity }) => sum + quantity, 0);
  const worth = (those: readonly { value: number }[]) => those.reduce((sum, { value }) => sum + value, 0);
  const effect: Effect = {
    customerId,
    won: won.length,
    wonQuantity: pieces(won),
    wonValue: worth(won),
    lost: lost.length,
    lostQuantity: pieces(lost),
    lostValue: worth(lost),
    purchasesLess: purchases.filter(({ less }) => less).length,
    purchasesMore: purchases.filter(({ more }) => more).length,
  };
  return effect.won + effect.lost + effect.purchasesLess + effect.purchasesMore > 0 ? effect : null;
}

/**
 * The value of one line's pieces, shared out over the parts in which they came back: whole minor units that sum to the
 * line exactly.
 */
export function shareOut(total: number, quantities: readonly number[]): number[] {
  const pieces = quantities.reduce((sum, quantity) => sum + quantity, 0);
  let given = 0;
  let before = 0;
  return quantities.map((quantity) => {
    before += quantity;
    const upTo = pieces === 0 ? 0 : Number((BigInt(total) * BigInt(before)) / BigInt(pieces));
    const share = upTo - given;
    given = upTo;
    return share;
  });
}
