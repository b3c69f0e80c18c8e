import { matchReturns, type Match, type MatchableLine } from '@perennial/domain/sales/return-matching';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql, type SQL } from 'drizzle-orm';
import { invoiceLines, invoices, returnMatches } from './table.ts';

/** So many customers' products are matched at a time: bounds the memory, whatever the size of the business. */
const PAIRS_AT_A_TIME = 5000;
const ROWS_PER_STATEMENT = 5000;

type LineRow = { customer_id: string; code: string; id: string; kind: 'SALE' | 'RETURN'; at: string; quantity: number };
type MatchRow = { customer_id: string; return_line_id: string; sale_line_id: string; quantity: number };

/**
 * Matches returns to purchases anew for customers and products (`customer_id, code`), by the rule in the domain. The
 * result depends on the lines alone, not on the order in which they came, so undoing an import and matching again gives
 * what was there before; matches that stay keep their rows.
 */
export async function matchReturnsOf(tx: Orm, goods: SQL): Promise<void> {
  const pairs = await rowsOf<{ customer_id: string; code: string }>(
    tx,
    sql`
    select customer_id, code from (
      select distinct customer_id, code from ${invoiceLines} where kind = 'RETURN'
    ) r
    where (customer_id, code) in (select customer_id, code from (${goods}) g)
    order by customer_id, code`,
  );
  for (let from = 0; from < pairs.length; from += PAIRS_AT_A_TIME) {
    const slice = JSON.stringify(pairs.slice(from, from + PAIRS_AT_A_TIME));
    await matchSlice(
      tx,
      sql`select * from jsonb_to_recordset(${slice}::text::jsonb) as p (customer_id uuid, code text)`,
    );
  }
}

async function matchSlice(tx: Orm, scope: SQL): Promise<void> {
  const lines = await rowsOf<LineRow>(
    tx,
    sql`
    select l.customer_id, l.code, l.id, l.kind, (extract(epoch from i.at) * 1000)::bigint as at, l.quantity
    from (${scope}) g
    join ${invoiceLines} l on l.customer_id = g.customer_id and l.code = g.code and l.kind in ('SALE', 'RETURN')
    join ${invoices} i on i.customer_id = l.customer_id and i.id = l.invoice_id
    order by l.customer_id, l.code`,
  );
  const there = await rowsOf<MatchRow>(
    tx,
    sql`
    select m.customer_id, m.return_line_id, m.sale_line_id, m.quantity
    from (${scope}) g
    join ${invoiceLines} l on l.customer_id = g.customer_id and l.code = g.code and l.kind = 'RETURN'
    join ${returnMatches} m on m.customer_id = l.customer_id and m.return_line_id = l.id`,
  );
  const wanted = new Map<string, MatchRow>();
  for (const [customerId, matches] of matchGroups(lines)) {
    for (const match of matches) {
      const row = {
        customer_id: customerId,
        return_line_id: match.returnLineId,
        sale_line_id: match.saleLineId,
        quantity: match.quantity,
      };
      wanted.set(keyOf(row), row);
    }
  }
  const gone = there.filter((row) => !wanted.delete(keyOf(row)));
  await inParts(gone, (rows) =>
    tx.execute(sql`
      delete from ${returnMatches} m using jsonb_to_recordset(${rows}::text::jsonb)
        as g (customer_id uuid, return_line_id uuid, sale_line_id uuid)
      where m.customer_id = g.customer_id and m.return_line_id = g.return_line_id and m.sale_line_id = g.sale_line_id`),
  );
  // the id follows from the pair, so that a match that comes back is the same row
  await inParts([...wanted.values()], (rows) =>
    tx.execute(sql`
      insert into ${returnMatches} (customer_id, id, return_line_id, sale_line_id, quantity)
      select customer_id, md5(return_line_id::text || sale_line_id::text)::uuid, return_line_id, sale_line_id, quantity
      from jsonb_to_recordset(${rows}::text::jsonb)
        as g (customer_id uuid, return_line_id uuid, sale_line_id uuid, quantity int)`),
  );
}

function* matchGroups(lines: readonly LineRow[]): Generator<[customerId: string, matches: Match[]]> {
  let group: MatchableLine[] = [];
  for (const [index, line] of lines.entries()) {
    group.push({ id: line.id, kind: line.kind, at: Number(line.at), quantity: line.quantity });
    const next = lines[index + 1];
    if (next && next.customer_id === line.customer_id && next.code === line.code) continue;
    yield [line.customer_id, matchReturns(group).matches];
    group = [];
  }
}

const keyOf = (row: MatchRow): string => `${row.return_line_id}${row.sale_line_id}${row.quantity}`;

async function inParts(rows: readonly MatchRow[], write: (json: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await write(JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT)));
  }
}

/** How many return lines of a query (`customer_id, id`) found a purchase for all, some or none of their pieces. */
export async function countMatched(
  tx: Orm,
  returnLines: SQL,
): Promise<{ matched: number; partly: number; none: number }> {
  const [row] = await rowsOf<{ matched: number; partly: number; none: number }>(
    tx,
    sql`
    select count(*) filter (where found >= pieces)::int as matched,
      count(*) filter (where found > 0 and found < pieces)::int as partly,
      count(*) filter (where found = 0 and pieces > 0)::int as none
    from (
      select l.id, -l.quantity as pieces, coalesce(sum(m.quantity), 0) as found
      from (${returnLines}) w
      join ${invoiceLines} l on l.customer_id = w.customer_id and l.id = w.id and l.kind = 'RETURN'
      left join ${returnMatches} m on m.customer_id = l.customer_id and m.return_line_id = l.id
      group by l.customer_id, l.id
    ) s`,
  );
  return row!;
}
