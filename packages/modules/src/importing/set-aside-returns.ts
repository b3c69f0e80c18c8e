import { CsvReader } from '@perennial/domain/importing/csv';
import { LineReader } from '@perennial/domain/importing/line';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import type { Orm } from '@perennial/kernel/db/database';
import { and, asc, eq, gt, ne, sql } from 'drizzle-orm';
import { importBatches, importRejects } from './table.ts';

/** A return invoice of an imported file of which at least one line was set aside. */
export interface SetAsideReturn {
  number: string;
  /** NO_CUSTOMER where one of its lines named nobody; else the lines had another fault. */
  reason: 'NO_CUSTOMER' | 'SET_ASIDE';
  /** Of the goods on these lines as far as they can be read, minor units, not negative; 0 where in another currency. */
  value: number;
}

const LINES = 5_000;

/**
 * The return invoices among the lines that imports set aside, each once. Lines are read again as they stand in the file;
 * of files imported more than once the last import counts.
 * @param currency in which `value` is
 */
export async function setAsideReturns(orm: Orm, currency: string): Promise<SetAsideReturn[]> {
  const batches = await orm
    .select({ id: importBatches.id, mapping: importBatches.mapping })
    .from(importBatches)
    .where(eq(importBatches.status, 'COMPLETE'))
    .orderBy(asc(importBatches.id));
  const found = new Map<string, SetAsideReturn>();
  for (const { id, mapping } of batches) {
    if (!mapping?.returnPrefix) continue;
    for (const each of await ofBatch(orm, id, mapping, currency)) found.set(each.number, each);
  }
  return [...found.values()];
}

async function ofBatch(orm: Orm, batchId: string, mapping: ImportMapping, currency: string): Promise<SetAsideReturn[]> {
  const { columns, returnPrefix, delimiter } = mapping;
  const found = new Map<string, SetAsideReturn>();
  const reader = new LineReader(mapping);
  const csv = new CsvReader(
    delimiter,
    (record) => {
      const { fields } = record;
      const number = columns.invoice === null ? '' : (fields?.[columns.invoice]?.trim() ?? '');
      if (!fields || !number.startsWith(returnPrefix)) return;
      const known = found.get(number) ?? { number, reason: 'SET_ASIDE' as const, value: 0 };
      const nobody = reader.read(record).outcome === 'NO_CUSTOMER';
      // read once more as if somebody had been named: what the goods were worth does not depend on it
      const named =
        columns.customer === null
          ? null
          : reader.read({ ...record, raw: `${record.raw} `, fields: fields.with(columns.customer, 'somebody') });
      const worth = named?.outcome === 'RETURN' && mapping.currency === currency ? Math.abs(named.line.amount) : 0;
      found.set(number, { number, reason: nobody ? 'NO_CUSTOMER' : known.reason, value: known.value + worth });
    },
    '\n',
  );
  // a line on which no value begins with the mark of returns is none: most lines never leave the database
  const begins = `(^|["${delimiter === '\t' ? '\\t' : delimiter}])\\s*${returnPrefix.replace(/[^\p{L}\p{N}]/gu, '\\$&')}`;
  for (let after = 0; ; ) {
    const rows = await orm
      .select({ line: importRejects.line, raw: importRejects.raw })
      .from(importRejects)
      .where(
        and(
          eq(importRejects.batchId, batchId),
          gt(importRejects.line, after),
          // a line that differs is there, as it came first
          ne(importRejects.reason, 'DIFFERS'),
          sql`${importRejects.raw} ~ ${begins}`,
        ),
      )
      .orderBy(asc(importRejects.line))
      .limit(LINES);
    for (const { raw } of rows) csv.push(`${raw}\n`);
    if (rows.length < LINES) break;
    after = rows.at(-1)!.line;
  }
  csv.finish();
  return [...found.values()];
}
