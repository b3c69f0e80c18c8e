import { guessColumns } from './columns.ts';
import { CsvReader, guessDelimiter, lineEndOf, splitRecord } from './csv.ts';
import { DEFAULT_FEE_CODES } from './fee-codes.ts';
import { guessCurrency } from './line-currency.ts';
import type { ImportMapping } from './mapping.ts';
import { guessDateOrder } from './moment.ts';
import { guessDecimalMark } from './numbers.ts';

/** The first lines of a file, told apart from its header. */
export interface FileHead {
  header: string[];
  rows: string[][];
}

/** Splits the beginning of a file (its last, perhaps cut, line left out) into header and readable rows. */
export function readHead(text: string, delimiter: string, limit = 1000): FileHead {
  let header: string[] | undefined;
  const rows: string[][] = [];
  const reader = new CsvReader(delimiter, ({ fields }) => {
    // a first line that cannot be split has no names; the line below it is no header
    if (header === undefined) header = fields ?? [];
    else if (fields && rows.length < limit) rows.push(fields);
  });
  const end = text.lastIndexOf(lineEndOf(text) ?? '\n');
  reader.push(end === -1 ? `${text}\n` : text.slice(0, end + 1));
  const names = (header ?? []).map((name) => name.trim().slice(0, 200));
  return { header: names, rows: rows.filter((row) => row.length === names.length) };
}

/** First guess at how a file is to be read, from its beginning and what the business says about itself. */
export function guessMapping(
  text: string,
  business: { timeZone: string; currency: string },
  encoding: ImportMapping['encoding'] = 'utf-8',
): ImportMapping {
  const end = text.indexOf(lineEndOf(text) ?? '\n');
  const firstLine = text.slice(0, end === -1 ? text.length : end).replace(/\r$/, '');
  const delimiter = guessDelimiter(firstLine) as ImportMapping['delimiter'];
  const head = readHead(text, delimiter);
  const plain = splitRecord(firstLine, delimiter);
  const header = head.header.length > 0 ? head.header : Array.isArray(plain) ? plain : [''];
  const columns = guessColumns(header);
  const samples = (column: number | null) => (column === null ? [] : head.rows.map((row) => row[column]!.trim()));
  return {
    columns,
    header,
    delimiter,
    encoding,
    dateOrder: guessDateOrder(samples(columns.at)),
    decimalMark: guessDecimalMark(samples(columns.unitPrice)),
    timeZone: business.timeZone,
    currency: guessCurrency(samples(columns.currency)) ?? business.currency,
    returnPrefix: 'C',
    feeCodes: [...DEFAULT_FEE_CODES],
  };
}
