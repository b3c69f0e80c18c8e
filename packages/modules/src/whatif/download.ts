import { csvField } from '@perennial/domain/importing/csv';
import { minorDigits } from '@perennial/domain/shared/money';
import { rowsOf } from '@perennial/kernel/db/database';
import { fromGlobalId } from '@perennial/kernel/graphql/global-id';
import type { Download, TransferContext } from '@perennial/kernel/server/transfer';
import { and, eq, sql } from 'drizzle-orm';
import { customerNames } from '../customers/index.ts';
import { whatIfEffects, whatIfRuns } from './table.ts';

const COLUMNS = [
  'customer',
  'name',
  'claims_won',
  'value_won',
  'claims_lost',
  'value_lost',
  'purchases_promised_less',
  'purchases_promised_more',
  'currency',
] as const;
const ROWS = 2_000;

/** Everybody for whom something would change, however many: the lists on the dashboard stop somewhere, this does not. */
export const effectsDownload: Download = {
  path: 'what-if',
  roles: ['OWNER', 'POLICY_MANAGER', 'AGENT', 'AUDITOR'],
  handle: async (ctx, globalId) => {
    const id = fromGlobalId('WhatIfRun', 'reference', globalId).id ?? '';
    const [run] = await ctx.db.orm
      .select({ id: whatIfRuns.id })
      .from(whatIfRuns)
      .where(and(eq(whatIfRuns.id, id), eq(whatIfRuns.status, 'DONE')));
    if (!run) return null;
    return { name: 'what-if.csv', contentType: 'text/csv; charset=utf-8', body: lines(ctx, run.id) };
  },
};

type Row = Record<(typeof COLUMNS)[number] | 'id', string | number | null>;

async function* lines({ db }: TransferContext, runId: string): AsyncGenerator<string> {
  // without the mark, spreadsheets take UTF-8 for something else
  yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await rowsOf<Row>(
      db.orm,
      sql`
      select e.customer_id::text as id, c.number as customer, c.name, e.won as claims_won, e.won_value::text as value_won,
        e.lost as claims_lost, e.lost_value::text as value_lost, e.purchases_less as purchases_promised_less,
        e.purchases_more as purchases_promised_more, e.currency
      from ${whatIfEffects} e
      join (${customerNames()}) c on c.customer_id = e.customer_id
      where e.run_id = ${runId}::uuid and (${after}::uuid is null or e.customer_id > ${after}::uuid)
      order by e.customer_id
      limit ${ROWS}`,
    );
    if (rows.length === 0) return;
    yield rows.map((row) => `${COLUMNS.map((name) => cell(row, name)).join(',')}\r\n`).join('');
    after = String(rows.at(-1)!.id);
  }
}

function cell(row: Row, name: (typeof COLUMNS)[number]): string {
  const value = row[name];
  // what begins like a formula must not become one, in whatever column somebody typed it
  if (name === 'customer' || name === 'name') {
    const text = String(value ?? '');
    return csvField(/^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
  }
  if (name !== 'value_won' && name !== 'value_lost') return csvField(String(value ?? ''));
  const digits = minorDigits(String(row.currency));
  return (Number(value) / 10 ** digits).toFixed(digits);
}
