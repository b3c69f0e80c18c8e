import { decide, type VersionTerms } from '@perennial/domain/policies/decide';
import type { Decision } from '@perennial/domain/policies/decision';
import { statusOfCredited } from '@perennial/domain/policies/return';
import { factsFrom, type FrozenFacts } from '@perennial/domain/policies/snapshot';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { sql, type SQL } from 'drizzle-orm';
import { returnedPieces, type CustomerRange, type Reckoning } from '../sales/index.ts';
import { snapshotsById } from './snapshot-service.ts';
import { entitlements, returns } from './table.ts';

/** One returned quantity with everything its decision depends on. */
type Piece = {
  customer_id: string;
  return_line_id: string;
  invoice_id: string;
  code: string;
  at: string;
  returned_on: string;
  quantity: number;
  sale_line_id: string | null;
  /** Was decided before, and no term spoke of it. */
  uncovered: boolean;
  bought_on: string | null;
  delivered_on: string | null;
  /** What the purchase carries, frozen at the sale; null: nothing. */
  promised: { snapshot: string; facts: FrozenFacts }[] | null;
};

/**
 * Decides what a range of customers brought back and has not been decided yet, from the versions their purchases
 * carry. Decisions whose pieces are gone or are matched otherwise by now are removed; where no term spoke of a return
 * and one does meanwhile, it is decided anew. All other decisions stand, also when the day of delivery becomes known
 * later.
 */
export async function decideReturns(
  tx: Orm,
  range: CustomerRange,
  frame: Reckoning,
): Promise<{ decided: number; removed: number }> {
  const pieces = returnedPieces(range, frame);
  const removed = await removeStale(tx, range, pieces);
  const open = await undecided(tx, pieces);
  const promised = open.flatMap((piece) => (piece.promised ?? []).map(({ snapshot }) => snapshot));
  const versions = await snapshotsById(tx, promised);
  const decided = open
    .map((piece) => ({ piece, decision: decidePiece(piece, frame.timezone, versions) }))
    .filter(({ piece, decision }) => !piece.uncovered || decision.outcome !== 'NOT_COVERED');
  await write(tx, decided);
  return { decided: decided.length, removed };
}

const SAME_PIECES = sql`r.customer_id = p.customer_id and r.return_line_id = p.return_line_id
  and r.sale_line_id is not distinct from p.sale_line_id and r.quantity = p.quantity`;

async function removeStale(tx: Orm, range: CustomerRange, pieces: SQL): Promise<number> {
  const gone = await rowsOf(
    tx,
    sql`
    with pieces as materialized (${pieces})
    delete from ${returns} r
    where r.customer_id between ${range.from}::uuid and ${range.to}::uuid
      and not exists (select 1 from pieces p where ${SAME_PIECES})
    returning r.id`,
  );
  return gone.length;
}

async function undecided(tx: Orm, pieces: SQL): Promise<Piece[]> {
  return rowsOf<Piece>(
    tx,
    sql`
    select p.customer_id, p.return_line_id, p.invoice_id, p.code, p.at::text as at, p.returned_on::text as returned_on,
      p.quantity, p.sale_line_id, r.id is not null as uncovered, p.bought_on::text as bought_on,
      p.delivered_on::text as delivered_on,
      (select jsonb_agg(jsonb_build_object('snapshot', e.snapshot_id, 'facts', e.facts)) from ${entitlements} e
        where e.customer_id = p.customer_id and e.invoice_id = p.sale_invoice_id and e.snapshot_id is not null) as promised
    from (${pieces}) p
    left join ${returns} r on ${SAME_PIECES}
    where r.id is null or r.outcome = 'NOT_COVERED'
    order by p.at, p.return_line_id, p.sale_line_id`,
  );
}

function decidePiece(piece: Piece, timeZone: string, versions: ReadonlyMap<string, VersionTerms>): Decision {
  const [first] = piece.promised ?? [];
  const facts = factsFrom(
    // a purchase that carries nothing is judged by nothing, whatever is known of it
    first?.facts ?? { region: null, segment: null, tenureMonths: null, value: null, goods: {} },
    timeZone,
    { at: piece.bought_on ?? piece.returned_on, code: piece.code, deliveredOn: piece.delivered_on },
    { kind: 'returns' },
  );
  return decide(
    piece.bought_on === null ? { ...facts, purchase: null } : facts,
    (piece.promised ?? []).flatMap(({ snapshot }) => versions.get(snapshot) ?? []),
    piece.returned_on,
  );
}

async function write(tx: Orm, decided: readonly { piece: Piece; decision: Decision }[]): Promise<void> {
  if (decided.length === 0) return;
  const rows = decided.map(({ piece, decision }) => ({
    customer_id: piece.customer_id,
    id: newId(),
    return_line_id: piece.return_line_id,
    sale_line_id: piece.sale_line_id,
    invoice_id: piece.invoice_id,
    code: piece.code,
    quantity: piece.quantity,
    at: piece.at,
    outcome: decision.outcome,
    status: statusOfCredited(decision),
    policy_version_id: decision.versionId,
    policy_id: decision.policyId,
    term_id: decision.termId,
    counted_from: decision.countedFrom,
    deadline: decision.deadline,
    trace: decision.trace,
  }));
  await tx.execute(sql`
    insert into ${returns} (customer_id, id, return_line_id, sale_line_id, invoice_id, code, quantity, at, outcome, status,
      policy_version_id, policy_id, term_id, counted_from, deadline, trace)
    select customer_id, id, return_line_id, sale_line_id, invoice_id, code, quantity, at, outcome, status,
      policy_version_id, policy_id, term_id, counted_from, deadline, trace
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (
      customer_id uuid, id uuid, return_line_id uuid, sale_line_id uuid, invoice_id uuid, code text, quantity int,
      at timestamptz, outcome text, status text, policy_version_id uuid, policy_id uuid, term_id text, counted_from date,
      deadline date, trace jsonb)
    on conflict (customer_id, return_line_id, coalesce(sale_line_id, return_line_id)) do update
      set outcome = excluded.outcome, status = excluded.status, policy_version_id = excluded.policy_version_id,
        policy_id = excluded.policy_id, term_id = excluded.term_id, counted_from = excluded.counted_from,
        deadline = excluded.deadline, trace = excluded.trace`);
}
