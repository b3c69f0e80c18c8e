import { countKnown, type LineCounts } from '@perennial/domain/importing/counts';
import type { Importable, ReadLine, SalesLine } from '@perennial/domain/importing/line';
import { rowsOf, type Orm } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { customerKeys } from '../customers/index.ts';
import { invoiceKeys, lineKeys } from '../sales/index.ts';

type Known = 'THERE' | 'DIFFERS';

/** So many lines are looked up at once. */
const PART = 5_000;

/**
 * Tells of lines as they are read whether they are on record, by the same key as an import (customer, invoice, code and
 * ordinal), without staging them: a dry run may go on while an import has the staging tables.
 */
export class KnownLines {
  readonly #orm: Orm;
  readonly #currency: string;
  #waiting: { kind: Importable; line: SalesLine }[] = [];
  readonly #found: Record<Importable, Record<Known, number>> = {
    FEE: { THERE: 0, DIFFERS: 0 },
    RETURN: { THERE: 0, DIFFERS: 0 },
    SALE: { THERE: 0, DIFFERS: 0 },
  };
  #nothing: boolean | null = null;

  constructor(orm: Orm, currency: string) {
    this.#orm = orm;
    this.#currency = currency;
  }

  add(read: ReadLine): void {
    if ('line' in read) this.#waiting.push({ kind: read.outcome, line: read.line });
  }

  /** Looks up what was added since, once it is enough for a question. */
  async look(): Promise<void> {
    if (this.#waiting.length >= PART) await this.all();
  }

  /** Looks up all that was added since. @returns what the record makes of each, null where it is not on it */
  async all(): Promise<(Known | null)[]> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const known = await this.#ask(waiting.map(({ line }) => line));
    known.forEach((each, at) => {
      if (each) this.#found[waiting[at]!.kind][each] += 1;
    });
    return known;
  }

  /** Looks up the rest, and counts every line found where it belongs. */
  async countInto(counts: LineCounts): Promise<void> {
    await this.all();
    for (const [kind, found] of Object.entries(this.#found) as [Importable, Record<Known, number>][]) {
      countKnown(counts, kind, 'THERE', found.THERE);
      countKnown(counts, kind, 'DIFFERS', found.DIFFERS);
    }
  }

  async #ask(lines: readonly SalesLine[]): Promise<(Known | null)[]> {
    const known: (Known | null)[] = lines.map(() => null);
    if (lines.length === 0 || (this.#nothing ??= await this.#nothingOnRecord())) return known;
    const asked = lines.map((l, at) => ({
      at,
      customer: l.customer,
      invoice: l.invoice,
      code: l.code,
      ordinal: l.ordinal,
      quantity: l.quantity,
      unit_price: l.unitPrice,
      description: l.description,
    }));
    const found = await rowsOf<{ at: number; differs: boolean }>(
      this.#orm,
      sql`
      select a.at, (s.quantity, s.unit_price, s.description) <> (a.quantity, a.unit_price, a.description) as differs
      from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as a (at int, customer text, invoice text, code text,
        ordinal int, quantity int, unit_price bigint, description text)
      join (${customerKeys()}) k on k.number = a.customer
      join (${invoiceKeys()}) i on i.customer_id = k.customer_id and i.number = a.invoice and i.currency = ${this.#currency}::text
      join (${lineKeys()}) s on s.customer_id = i.customer_id and s.invoice_id = i.id and s.code = a.code and s.ordinal = a.ordinal`,
    );
    for (const { at, differs } of found) known[at] = differs ? 'DIFFERS' : 'THERE';
    return known;
  }

  /** The first file of a business finds nothing, and need not ask line by line. */
  async #nothingOnRecord(): Promise<boolean> {
    return (await rowsOf(this.#orm, sql`select 1 as there from (${lineKeys()}) s limit 1`)).length === 0;
  }
}
