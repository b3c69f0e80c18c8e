/** CSV text cut at the end of a row, with the number of rows in it. */
export interface RowBlock {
  text: string;
  rows: number;
}

const QUOTE = 34;
const NEWLINE = 10;

/**
 * Regroups CSV chunks that may break anywhere into blocks of at least `size` characters that end where a row ends. One
 * block and one chunk are held at a time. A newline inside quotes ends no row; a last row needs no newline.
 */
export async function* rowBlocks(chunks: AsyncIterable<string>, size: number): AsyncGenerator<RowBlock> {
  let pending = '';
  let scanned = 0;
  let rowEnd = 0;
  let rows = 0;
  let quoted = false;
  for await (const chunk of chunks) {
    pending += chunk;
    for (; scanned < pending.length; scanned += 1) {
      const at = pending.charCodeAt(scanned);
      // a doubled quote inside a field flips twice, which is the same as not at all
      if (at === QUOTE) quoted = !quoted;
      else if (at === NEWLINE && !quoted) {
        rowEnd = scanned + 1;
        rows += 1;
      }
    }
    if (rowEnd >= size) {
      yield { text: pending.slice(0, rowEnd), rows };
      pending = pending.slice(rowEnd);
      scanned = pending.length;
      rowEnd = 0;
      rows = 0;
    }
  }
  if (pending.length > rowEnd) rows += 1;
  if (pending.length > 0) yield { text: pending, rows };
}
