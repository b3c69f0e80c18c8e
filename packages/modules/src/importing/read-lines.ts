import { countLine, emptyLineCounts, sumOfParts, type LineCounts } from '@perennial/domain/importing/counts';
import { CsvReader, type CsvRecord } from '@perennial/domain/importing/csv';
import { LineReader, type ReadLine, type Unfitting } from '@perennial/domain/importing/line';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { DomainError } from '@perennial/domain/shared/errors';
import { openSource } from './source-file.ts';

export interface Reading {
  /** Invoices whose lines are to be set aside. */
  unfitting?: Unfitting;
  /** The first moment after the business's latest day; left out: no line is told to be dated after it. */
  tomorrow?: Date;
  /** Called for every line of the file, the header not counted. */
  line: (record: CsvRecord, read: ReadLine) => void;
  /** Called after every piece of the file; reading waits for it. */
  piece?: (fraction: number, lines: number) => Promise<void> | void;
}

/**
 * Reads a whole file by a mapping, line by line, in a memory that does not grow with it but for the 40 bytes a line that
 * telling repeats apart takes.
 * @throws DomainError FILE_UNREADABLE, FILE_EMPTY, FILE_WITHOUT_LINES, HEADER_DIFFERS
 */
export async function readLines(path: string, mapping: ImportMapping, reading: Reading): Promise<LineCounts> {
  const counts = emptyLineCounts();
  const reader = new LineReader(mapping, reading.unfitting);
  const tomorrow = reading.tomorrow?.getTime();
  let header: CsvRecord | null = null;
  const csv = new CsvReader(mapping.delimiter, (record) => {
    if (header === null) {
      header = record;
      checkHeader(record, mapping);
      return;
    }
    const read = reader.read(record);
    countLine(counts, read, tomorrow);
    reading.line(record, read);
  });
  const source = await openSource(path, mapping.encoding);
  for await (const text of source.text) {
    csv.push(text);
    await reading.piece?.(source.fraction(), counts.lines);
  }
  csv.finish();
  if (header === null)
    throw new DomainError('FILE_EMPTY', 'The file is empty; choose one with a header and lines.', { path: ['file'] });
  // done with nothing, it would look as if everything had come
  if (counts.lines === 0) {
    throw new DomainError(
      'FILE_WITHOUT_LINES',
      'The file holds a header and no line below it; choose one with lines, or export it again.',
      { path: ['file'] },
    );
  }
  if (sumOfParts(counts) !== counts.lines) throw new Error('the outcomes do not add up to the lines of the file');
  return counts;
}

function checkHeader(record: CsvRecord, mapping: ImportMapping): void {
  const names = record.fields?.map((name) => name.trim().slice(0, 200)) ?? [];
  if (names.length === mapping.header.length && names.every((name, i) => name === mapping.header[i])) return;
  throw new DomainError(
    'HEADER_DIFFERS',
    'The columns of this file are not the ones that were chosen from; look at its preview again.',
    {
      path: ['mapping', 'header'],
      params: { chosen: mapping.header, found: names },
    },
  );
}
