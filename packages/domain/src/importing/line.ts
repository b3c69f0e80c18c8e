import { AMOUNT_LIMIT } from '../sales/record.ts';
import { lineAmount, minorDigits, UNIT_PRICE_SCALE } from '../shared/money.ts';
import type { Target } from './columns.ts';
import type { CsvRecord } from './csv.ts';
import { LineCurrency } from './line-currency.ts';
import type { ImportMapping } from './mapping.ts';
import { MomentReader } from './moment.ts';
import { readQuantity, readUnitPrice, type NumberFault } from './numbers.ts';
import { SeenCounter } from './repeats.ts';

/** Why a line was set aside, in the order in which the reasons are tried. */
const UNFIT = [
  'UNREADABLE',
  'NO_CUSTOMER',
  'NEGATIVE_PRICE',
  'NON_RETURN_NEGATIVE',
  'NO_PIECES',
  'OTHER_CURRENCY',
  'SALE_ON_RECORD',
  'RETURN_ON_RECORD',
] as const;
/** DIFFERS: on record, and the file says something else now. */
export const SET_ASIDE = [...UNFIT, 'DIFFERS'] as const;
/** What an importable line is. */
export const IMPORTABLE = ['FEE', 'RETURN', 'SALE'] as const;
export type Importable = (typeof IMPORTABLE)[number];
/** THERE: on record, just as the file says. What a line is by itself says nothing of the last two; the record does. */
export const OUTCOMES = [...SET_ASIDE, 'THERE', ...IMPORTABLE] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is wrong with an unreadable line. COLUMNS: too many or too few values. QUOTES: a quote that does not close. */
export const FAULTS = [
  'COLUMNS',
  'QUOTES',
  'MISSING',
  'NOT_A_NUMBER',
  'NOT_WHOLE',
  'TOO_FINE',
  'TOO_LARGE',
  'NOT_A_DATE',
  'NOT_A_CURRENCY',
  'CURRENCIES_DIFFER',
  'TOO_LONG',
  'BAD_CHARACTER',
] as const;
export type Fault = (typeof FAULTS)[number];

/** A line that can be imported. */
export interface SalesLine {
  invoice: string;
  code: string;
  /** Counts the lines of one customer's invoice with one code, from 1. */
  ordinal: number;
  description: string;
  /** Pieces; negative for returns. */
  quantity: number;
  /** Milliseconds since 1970, UTC. */
  at: number;
  /** 1/10,000 of the major unit. */
  unitPrice: number;
  /** Minor units, rounded half-even. */
  amount: number;
  rounded: boolean;
  customer: string;
  country: string;
}

/** `repeated`: the same line, letter for letter, stood further up in the file. */
export type ReadLine =
  | { outcome: Importable; line: SalesLine; repeated: boolean }
  | {
      outcome: 'OTHER_CURRENCY';
      fault: null;
      /** What of the line says so: its own currency, the sign of its price, or the invoice on record that it is of. */
      field: 'currency' | 'unitPrice' | 'invoice';
      /** Null: that of a sign that several have. */
      currency: string | null;
      repeated: boolean;
    }
  | {
      outcome: Exclude<(typeof UNFIT)[number], 'OTHER_CURRENCY'>;
      fault: Fault | null;
      field: Target | null;
      repeated: boolean;
    };

/**
 * Invoices on record that lines of the file do not fit, by `invoiceOf`: with the currency they are in where it is another
 * than the file's, or with what they are where the file takes a sale for a return or a return for a sale.
 */
export type Unfitting = ReadonlyMap<string, { currency: string } | { is: 'SALE' | 'RETURN' }>;

/** What tells one invoice from all others: two customers' invoices may have the same number. */
export const invoiceOf = (customer: string, number: string): string => `${customer}\n${number}`;

/** Ways in which exports write that there is no customer. */
const NOBODY = new Set(['', 'NA', 'N/A', 'NAN', 'NULL', 'NONE', '-', '0']);

/** For lines that do not say where; the real data uses the same word. */
export const UNKNOWN_COUNTRY = 'Unspecified';

const MAX_LENGTH: Partial<Record<Target, number>> = {
  invoice: 60,
  code: 60,
  customer: 60,
  country: 80,
  description: 500,
};
// PostgreSQL cannot store U+0000, and U+FFFD is what bytes become that are not of the chosen encoding
const BAD_CHARACTER = /[\u0000\uFFFD]/; // oxlint-disable-line no-control-regex

/**
 * Gives each record of a file its one outcome: the first that applies of `OUTCOMES`, the record left out. Keeps count of the lines seen, so
 * one reader reads one file, from its first line to its last.
 */
export class LineReader {
  readonly #mapping: ImportMapping;
  readonly #moments: MomentReader;
  readonly #fees: ReadonlySet<string>;
  readonly #divisor: number;
  readonly #currency: LineCurrency;
  readonly #equals = new SeenCounter();
  readonly #lines = new SeenCounter();
  readonly #texts: readonly (readonly [Target, number])[];
  readonly #unfitting: Unfitting;

  /** @param unfitting their lines are set aside: an invoice is in one currency, and a sale or a return as a whole */
  constructor(mapping: ImportMapping, unfitting: Unfitting = new Map()) {
    this.#mapping = mapping;
    this.#unfitting = unfitting;
    this.#moments = new MomentReader(mapping.timeZone, mapping.dateOrder);
    this.#fees = new Set(mapping.feeCodes.map((code) => code.trim().toUpperCase()));
    this.#divisor = UNIT_PRICE_SCALE / 10 ** minorDigits(mapping.currency);
    this.#currency = new LineCurrency(mapping.currency);
    this.#texts = (Object.keys(MAX_LENGTH) as Target[]).map((target) => [target, MAX_LENGTH[target]!] as const);
  }

  read(record: CsvRecord): ReadLine {
    const repeated = this.#lines.add(record.raw) > 1;
    const { fields } = record;
    if (fields === null) return unreadable('QUOTES', null, repeated);
    const { columns, header, decimalMark, returnPrefix } = this.#mapping;
    if (fields.length !== header.length) return unreadable('COLUMNS', null, repeated);
    const text = (target: Target) => (columns[target] === null ? '' : fields[columns[target]]!.trim());

    for (const [target, max] of this.#texts) {
      const value = text(target);
      if (value.length > max) return unreadable('TOO_LONG', target, repeated);
      if (BAD_CHARACTER.test(value)) return unreadable('BAD_CHARACTER', target, repeated);
    }
    const invoice = text('invoice');
    if (invoice === '') return unreadable('MISSING', 'invoice', repeated);
    const code = text('code');
    if (code === '') return unreadable('MISSING', 'code', repeated);
    const quantity = numberIn(text('quantity'), (t) => readQuantity(t, decimalMark));
    if (typeof quantity === 'string') return unreadable(quantity, 'quantity', repeated);
    const when = text('at');
    const at = this.#moments.read(when);
    if (at === null) return unreadable(when === '' ? 'MISSING' : 'NOT_A_DATE', 'at', repeated);
    const unitPrice = numberIn(text('unitPrice'), (t) => readUnitPrice(t, decimalMark));
    if (typeof unitPrice === 'string') return unreadable(unitPrice, 'unitPrice', repeated);
    const other = this.#currency.of(text('currency'), text('unitPrice'));
    if (typeof other === 'string') return unreadable(other, 'currency', repeated);
    // as by hand: more would make the sums of its customer too large to be told
    if (!this.#countable(quantity * unitPrice)) return unreadable('TOO_LARGE', 'quantity', repeated);

    const customer = customerNumber(text('customer'));
    if (customer === null) return { outcome: 'NO_CUSTOMER', fault: null, field: 'customer', repeated };
    if (unitPrice < 0) return { outcome: 'NEGATIVE_PRICE', fault: null, field: 'unitPrice', repeated };
    const isReturn = returnPrefix !== '' && invoice.startsWith(returnPrefix);
    if (quantity < 0 && !isReturn) return { outcome: 'NON_RETURN_NEGATIVE', fault: null, field: 'quantity', repeated };
    // as by hand: nothing was sold, and nothing is promised
    if (quantity === 0) return { outcome: 'NO_PIECES', fault: null, field: 'quantity', repeated };
    if (other) return { outcome: 'OTHER_CURRENCY', fault: null, ...other, repeated };
    const sold = invoiceOf(customer, invoice);
    const onRecord = this.#unfitting.get(sold);
    if (onRecord !== undefined) {
      const aside = { fault: null, field: 'invoice', repeated } as const;
      return 'is' in onRecord
        ? { outcome: `${onRecord.is}_ON_RECORD`, ...aside }
        : { outcome: 'OTHER_CURRENCY', ...onRecord, ...aside };
    }

    const outcome = this.#fees.has(code.toUpperCase()) ? 'FEE' : isReturn ? 'RETURN' : 'SALE';
    // some systems write a return's pieces without a sign; on a return invoice they came back either way
    const pieces = isReturn ? 0 - Math.abs(quantity) : quantity;
    const product = pieces * unitPrice;
    const exact = product % this.#divisor === 0;
    const amount = exact ? product / this.#divisor + 0 : lineAmount(pieces, unitPrice, this.#mapping.currency).amount;
    const ordinal = this.#equals.add(`${sold}\n${code}`);
    const country = text('country') || UNKNOWN_COUNTRY;
    const description = text('description');
    const line = {
      invoice,
      code,
      ordinal,
      description,
      quantity: pieces,
      at,
      unitPrice,
      amount,
      rounded: !exact,
      customer,
      country,
    };
    return { outcome, line, repeated };
  }

  /** @param product pieces times unit price */
  #countable(product: number): boolean {
    return Number.isSafeInteger(product) && Math.abs(product) <= AMOUNT_LIMIT * this.#divisor;
  }
}

function unreadable(fault: Fault, field: Target | null, repeated: boolean): ReadLine {
  return { outcome: 'UNREADABLE', fault, field, repeated };
}

function numberIn(text: string, read: (text: string) => number | NumberFault): number | Fault {
  return text === '' ? 'MISSING' : read(text);
}

/** "17850.0" is what spreadsheets and data frames make of 17850. Null where nobody is named. */
function customerNumber(text: string): string | null {
  if (NOBODY.has(text.toUpperCase())) return null;
  return text.endsWith('.0') && /^\d+\.0$/.test(text) ? text.slice(0, -2) : text;
}
