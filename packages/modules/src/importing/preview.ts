import { guessColumns, missingColumns, type Target } from '@perennial/domain/importing/columns';
import { CsvReader, lineEndOf } from '@perennial/domain/importing/csv';
import { guessMapping, readHead } from '@perennial/domain/importing/guess';
import { IMPORTABLE, LineReader, type Fault, type Outcome } from '@perennial/domain/importing/line';
import { mappingMistakes, type ImportMapping } from '@perennial/domain/importing/mapping';
import type { Orm } from '@perennial/kernel/db/database';
import { dateOrderOf } from './date-order.ts';
import { KnownLines } from './known-lines.ts';
import { readBeginning } from './source-file.ts';
import { unfittingInvoices } from './unfitting.ts';

const ROWS = 20;
/** Characters: a longer beginning of a file may end in the middle of a line. */
const CUT = 200_000;

export interface PreviewRow {
  line: number;
  /** Values as they stand in the file; empty where the line cannot be split. */
  values: string[];
  /** Null while the mapping is not complete. */
  outcome: Outcome | null;
  fault: Fault | null;
  field: Target | null;
  /** The moment as it was read, of a line that can be imported. */
  at: string | null;
  /** Of the line or of its invoice on record, where that is what is wrong. */
  currency: string | null;
}

export interface Preview {
  mapping: ImportMapping;
  missing: Target[];
  rows: PreviewRow[];
}

/**
 * How a file would be read: the mapping (guessed unless one is given) and what it makes of the first lines. Where the
 * given one parts the columns otherwise than the names it chose from, those names and columns are read anew, and where it
 * leaves the order of day and month open, the file is asked for it.
 * @param orm to be left out where it does not matter which invoices are on record
 * @throws DomainError FILE_UNREADABLE, FILE_NOT_TEXT, FILE_EMPTY, and those of `mappingMistakes`
 */
export async function previewFile(
  path: string,
  business: { timezone: string; currency: string },
  given?: ImportMapping | null,
  orm?: Orm,
): Promise<Preview> {
  const { text, encoding } = await readBeginning(path, given?.encoding);
  const first = given
    ? asWritten(given, text)
    : guessMapping(
        text.length > CUT ? text : `${text}${lineEndOf(text) ?? '\n'}`,
        { timeZone: business.timezone, currency: business.currency },
        encoding,
      );
  const [wrong] = given ? mappingMistakes(first) : [];
  if (wrong) throw wrong;
  const mapping = first.dateOrder === null ? { ...first, dateOrder: await dateOrderOf(path, first) } : first;
  const missing = missingColumns(mapping.columns);
  const unfitting = orm && (await unfittingInvoices(orm, mapping));
  const reader = missing.length === 0 && mapping.dateOrder !== null ? new LineReader(mapping, unfitting) : null;
  const known = orm && new KnownLines(orm, mapping.currency);
  const rows: PreviewRow[] = [];
  let header = true;
  const csv = new CsvReader(mapping.delimiter, (record) => {
    if (header) {
      header = false;
      return;
    }
    if (rows.length >= ROWS) return;
    const read = reader?.read(record) ?? null;
    if (read) known?.add(read);
    const aside = read && 'fault' in read ? read : null;
    rows.push({
      line: record.line,
      values: record.fields ?? [],
      outcome: read?.outcome ?? null,
      fault: aside?.fault ?? null,
      field: aside?.field ?? null,
      at: read && 'line' in read ? new Date(read.line.at).toISOString() : null,
      currency: read && 'currency' in read ? read.currency : null,
    });
  });
  // the last line of the beginning is cut off somewhere; the file's own last line is not
  const end = text.lastIndexOf(lineEndOf(text) ?? '\n');
  csv.push(rows.length < ROWS && end !== -1 && text.length > CUT ? text.slice(0, end + 1) : text);
  if (text.length <= CUT) csv.finish();
  const onRecord = (await known?.all()) ?? [];
  // those that were found are in the order of the lines that can be imported
  rows
    .filter(({ outcome }) => IMPORTABLE.some((kind) => kind === outcome))
    .forEach((row, at) => (row.outcome = onRecord[at] ?? row.outcome));
  return { mapping, missing, rows };
}

/** The mapping with the names that its delimiter and character set make of the file's first line. */
function asWritten(mapping: ImportMapping, text: string): ImportMapping {
  const { header } = readHead(text, mapping.delimiter, 1);
  const same = header.length === mapping.header.length && header.every((name, at) => name === mapping.header[at]);
  return same || header.length === 0 ? mapping : { ...mapping, header, columns: guessColumns(header), dateOrder: null };
}
