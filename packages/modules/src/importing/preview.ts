import { missingColumns, type Target } from '@perennial/domain/importing/columns';
import { CsvReader } from '@perennial/domain/importing/csv';
import { guessMapping } from '@perennial/domain/importing/guess';
import { LineReader, type Fault, type Outcome } from '@perennial/domain/importing/line';
import { checkMapping, type ImportMapping } from '@perennial/domain/importing/mapping';
import { readBeginning } from './source-file.ts';

const ROWS = 20;

export interface PreviewRow {
  line: number;
  /** Values as they stand in the file; empty where the line cannot be split. */
  values: string[];
  /** Null while the mapping is not complete. */
  outcome: Outcome | null;
  fault: Fault | null;
  field: Target | null;
}

export interface Preview {
  mapping: ImportMapping;
  missing: Target[];
  rows: PreviewRow[];
}

/**
 * How a file would be read: the mapping (guessed unless one is given) and what it makes of the first lines.
 * @throws DomainError FILE_UNREADABLE, FILE_EMPTY, and those of `checkMapping`
 */
export async function previewFile(
  path: string,
  business: { timezone: string; currency: string },
  given?: ImportMapping | null,
): Promise<Preview> {
  const { text, encoding } = await readBeginning(path, given?.encoding);
  const guess = () => guessMapping(text, { timeZone: business.timezone, currency: business.currency }, encoding);
  const mapping = given ?? guess();
  const missing = missingColumns(mapping.columns);
  if (given && missing.length === 0) checkMapping(given);
  const reader = missing.length === 0 ? new LineReader(mapping) : null;
  const rows: PreviewRow[] = [];
  let header = true;
  const csv = new CsvReader(mapping.delimiter, (record) => {
    if (header) {
      header = false;
      return;
    }
    if (rows.length >= ROWS) return;
    const read = reader?.read(record) ?? null;
    const aside = read && 'fault' in read ? read : null;
    rows.push({
      line: record.line,
      values: record.fields ?? [],
      outcome: read?.outcome ?? null,
      fault: aside?.fault ?? null,
      field: aside?.field ?? null,
    });
  });
  // the last line of the beginning is cut off somewhere; the file's own last line is not
  const end = text.lastIndexOf('\n');
  csv.push(rows.length < ROWS && end !== -1 && text.length > 200_000 ? text.slice(0, end + 1) : text);
  if (text.length <= 200_000) csv.finish();
  return { mapping, missing, rows };
}
