import { runningTotal } from '@perennial/domain/claims/shares';
import { asIf } from '@perennial/domain/policies/as-if';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { Complexity, Facts } from '@perennial/domain/policies/facts';
import { factsFrom, type FrozenFacts } from '@perennial/domain/policies/snapshot';
import { monthsBetween } from '@perennial/domain/shared/period';
import { judge, judgedOn, type Judged } from '@perennial/domain/whatif/judge';
import { shareOut, type ReplayedClaim } from '@perennial/domain/whatif/tally';
import type { Credited } from '@perennial/domain/whatif/uncredited';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';
import { productTraits } from '../catalog/index.ts';
import { paidForDiscounted, type PaidLine } from '../claims/index.ts';
import { customerTraits } from '../customers/index.ts';
import { promisesHeld } from '../policies/index.ts';
import { Comparison, type PromisedChange } from './promised-change.ts';
import {
  goodsSold,
  purchasesOf,
  returnedPieces,
  returnInvoices,
  type CustomerRange,
  type Reckoning,
} from '../sales/index.ts';

/** What a purchase carries, as stored. */
type Promised = { snapshot: string; facts: FrozenFacts }[] | null;

type Traits = { region: string; segment: string; since: string; promised: Promised };

type Piece = Traits & {
  customer_id: string;
  return_line_id: string;
  invoice_id: string;
  code: string;
  returned_on: string;
  quantity: number;
  line_amount: string;
  sale_line_id: string | null;
  bought_on: string | null;
  delivered_on: string | null;
  value: string | null;
  category: string | null;
  complexity: Complexity | null;
};

/** The words to try and what is needed to judge by the words of old. */
export interface Replay {
  supposed: VersionTerms;
  frame: Reckoning;
  /** Every frozen wording that some purchase carries, by id. */
  snapshots: ReadonlyMap<string, VersionTerms>;
  /** The service points that versions list, by the version's id. */
  points: ReadonlyMap<string, readonly string[]>;
}

/** Promises of the purchase `invoice` (an SQL alias's column) of customer `c`. */
const promisedTo = (invoice: SQL): SQL => sql`
  (select jsonb_agg(jsonb_build_object('snapshot', e.snapshot_id, 'facts', e.facts) order by e.policy_id)
    from (${promisesHeld()}) e where e.customer_id = c.customer_id and e.invoice_id = ${invoice})`;

/** Pieces of a credit note, judged twice. */
export type ReplayedReturn = ReplayedClaim & Credited;

/**
 * Judges everything that a range of customers ever brought back: by what was promised, and as if. One statement, then
 * the same pure function for every piece that judges one claim through the API.
 * @returns by return invoice; an invoice without claims holds only fees.
 */
export async function replayReturns(
  orm: Orm,
  range: CustomerRange,
  replay: Replay,
): Promise<Map<string, ReplayedReturn[]>> {
  const { frame } = replay;
  const invoices = await rowsOf<{ customer_id: string; id: string }>(orm, returnInvoices(range));
  const claims = new Map<string, ReplayedReturn[]>(invoices.map(({ id }) => [id, []]));
  if (invoices.length === 0) return claims;
  const pieces = await rowsOf<Piece>(
    orm,
    sql`
    select p.customer_id, p.return_line_id, p.invoice_id, p.code, p.returned_on::text as returned_on, p.quantity,
      p.line_amount::text as line_amount, p.sale_line_id, p.bought_on::text as bought_on,
      p.delivered_on::text as delivered_on, p.value::text as value,
      c.region, c.segment, c.since::text as since, t.category, t.complexity,
      ${promisedTo(sql`p.sale_invoice_id`)} as promised
    from (${returnedPieces(range, frame)}) p
    join (${customerTraits()}) c on c.customer_id = p.customer_id
    left join (${productTraits()}) t on t.id = p.product_id
    order by p.customer_id, p.return_line_id, p.sale_line_id`,
  );
  const mostOf = mostPaid(pieces.length > 0 ? await paidForDiscounted(orm, range, frame.currency) : new Map());
  for (const [index, piece] of pieces.entries()) {
    const value = Math.min(shareOf(pieces, index), mostOf(piece));
    const held = heldBy(piece.promised, replay);
    const judged = (versions: readonly VersionTerms[]): Judged =>
      judgedOn({ boughtOn: piece.bought_on, deliveredOn: piece.delivered_on }, (delivered_on) =>
        judge(factsOfPiece({ ...piece, delivered_on }, frame.timezone), versions, piece.returned_on),
      );
    const before = judged(held);
    const after = judged(asIf(held, replay.supposed));
    claims.get(piece.invoice_id)?.push({
      customerId: piece.customer_id,
      invoiceId: piece.invoice_id,
      saleLineId: piece.sale_line_id,
      on: piece.returned_on,
      quantity: piece.quantity,
      value,
      before: before.outcome,
      after: after.outcome,
      assumed: { before: before.assumed, after: after.assumed },
    });
  }
  return claims;
}

/** The part of its line's value that one piece has; the pieces of a line follow one another. */
function shareOf(pieces: readonly Piece[], index: number): number {
  const { return_line_id: line, line_amount: amount } = pieces[index]!;
  let first = index;
  while (pieces[first - 1]?.return_line_id === line) first -= 1;
  let end = index + 1;
  while (pieces[end]?.return_line_id === line) end += 1;
  const quantities = pieces.slice(first, end).map(({ quantity }) => quantity);
  return shareOut(Number(amount), quantities)[index - first]!;
}

/**
 * The most that can be given back for the pieces of a line, each asked about once: what was paid for them. A credit note
 * may name the price of goods that were sold with a discount.
 */
function mostPaid(discounted: ReadonlyMap<string, PaidLine>): (piece: Piece) => number {
  const gone = new Map<string, number>();
  return ({ sale_line_id: id, quantity }) => {
    const line = id === null ? undefined : discounted.get(id);
    if (id === null || line === undefined) return Infinity;
    const before = gone.get(id) ?? 0;
    gone.set(id, before + quantity);
    return runningTotal(line.paid, line.bought, before + quantity) - runningTotal(line.paid, line.bought, before);
  };
}

function factsOfPiece(piece: Piece, timezone: string): Facts {
  const { bought_on: boughtOn, code } = piece;
  const goods = { [code]: { category: piece.category, complexity: piece.complexity } };
  const facts = factsFrom(
    frozenFacts(piece, boughtOn ?? piece.returned_on, worthOf(piece), goods),
    timezone,
    { at: boughtOn ?? piece.returned_on, code, deliveredOn: piece.delivered_on },
    { kind: 'returns' },
  );
  return boughtOn === null ? { ...facts, purchase: null } : facts;
}

/** In the business's currency; null: not known. */
const worthOf = ({ value }: { value: string | null }): number | null => (value === null ? null : Number(value));

/** As frozen at the sale; of a purchase that carries no promise, those of today. */
const frozenFacts = (of: Traits, boughtOn: string, value: number | null, goods: FrozenFacts['goods']): FrozenFacts =>
  of.promised?.[0]?.facts ?? {
    region: of.region,
    segment: of.segment,
    tenureMonths: monthsBetween(of.since, boughtOn),
    value,
    goods,
  };

type Purchase = Traits & {
  customer_id: string;
  bought_on: string;
  value: string | null;
  goods: FrozenFacts['goods'] | null;
};

export interface ReplayedPurchase extends PromisedChange {
  customerId: string;
  /** Minor units of the business's currency; 0 where it was sold in another one. */
  value: number;
}

/**
 * Purchases of a range of customers on the days of (from, to]: would the words to try promise less, or more, in anything
 * about any of the goods, than what the purchase was promised?
 *
 * @param comparison of the same words for all ranges: it remembers what it compared.
 */
export async function replayPurchases(
  orm: Orm,
  range: CustomerRange,
  period: { from: string; to: string },
  replay: Replay,
  comparison = new Comparison(replay.supposed, replay.points),
): Promise<ReplayedPurchase[]> {
  const { frame } = replay;
  const purchases = await rowsOf<Purchase>(
    orm,
    sql`
    select p.customer_id, p.bought_on::text as bought_on, p.value::text as value, c.region, c.segment,
      c.since::text as since, g.goods, ${promisedTo(sql`p.invoice_id`)} as promised
    from (${purchasesOf(range, frame)}) p
    join (${customerTraits()}) c on c.customer_id = p.customer_id
    left join (
      select s.customer_id, s.invoice_id,
        jsonb_object_agg(s.code, jsonb_build_object('category', t.category, 'complexity', t.complexity)) as goods
      from (${goodsSold(range)}) s
      left join (${productTraits()}) t on t.id = s.product_id
      where ${asksForGoods(replay)}
      group by 1, 2
    ) g on g.customer_id = p.customer_id and g.invoice_id = p.invoice_id
    where p.bought_on > ${period.from}::date and p.bought_on <= ${period.to}::date`,
  );
  return purchases.map((purchase) => {
    const held = wordingsOf(purchase.promised, replay);
    const worth = worthOf(purchase);
    const frozen = frozenFacts(purchase, purchase.bought_on, worth, purchase.goods ?? {});
    const codes = Object.keys(purchase.goods ?? {});
    const worths = Object.keys(frozen.worths ?? {});
    const change = { less: false, more: false };
    for (const code of codes.length > 0 ? codes : ['', ...worths]) {
      const facts = factsFrom(frozen, frame.timezone, { at: purchase.bought_on, code }, { kind: 'returns' });
      const found = comparison.of(facts, held);
      change.less ||= found.less;
      change.more ||= found.more;
    }
    // not what was frozen: that may be a sum in another currency, from before its worth was told apart
    return { customerId: purchase.customer_id, value: worth ?? 0, ...change };
  });
}

/** Goods are looked at one by one only where some term tells them apart. */
function asksForGoods({ supposed, snapshots }: Replay): boolean {
  return [supposed, ...snapshots.values()].some(({ terms }) =>
    terms.some(
      ({ appliesTo }) => appliesTo.productCodes.length + appliesTo.categories.length + appliesTo.complexity.length > 0,
    ),
  );
}

/** By the id of the frozen wording. */
const wordingsOf = (promised: Promised, { snapshots }: Replay): Map<string, VersionTerms> =>
  new Map(
    (promised ?? []).flatMap(({ snapshot }): [string, VersionTerms][] => {
      const version = snapshots.get(snapshot);
      return version ? [[snapshot, version]] : [];
    }),
  );

const heldBy = (promised: Promised, replay: Replay): VersionTerms[] => [...wordingsOf(promised, replay).values()];
