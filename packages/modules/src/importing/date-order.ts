import { CsvReader } from '@perennial/domain/importing/csv';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { DateOrderGuess, type DateOrder } from '@perennial/domain/importing/moment';
import { openSource } from './source-file.ts';

/** Lines after which nobody is kept waiting any longer. A busy shop writes some thousand a day: the 13th is among them. */
const LINES = 100_000;

/**
 * Which of day and month comes first in a file, as far as its first 100,000 lines show it: a busy shop's first thousand
 * are all of one day. Null where none decides that, where some contradict others, or where no column is chosen.
 * @throws DomainError FILE_UNREADABLE
 */
export async function dateOrderOf(path: string, mapping: ImportMapping): Promise<DateOrder | null> {
  const { at } = mapping.columns;
  if (at === null) return null;
  const guess = new DateOrderGuess();
  let lines = 0;
  const csv = new CsvReader(mapping.delimiter, ({ fields }) => {
    // the header is no date
    if (fields?.length === mapping.header.length) guess.add(fields[at]!.trim());
    lines++;
  });
  const source = await openSource(path, mapping.encoding);
  for await (const text of source.text) {
    csv.push(text);
    if (lines > LINES) return guess.order;
  }
  csv.finish();
  return guess.order;
}
