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
  let rowEnd = 0;
  let rows = 0;
  let quoted = false;
  for await (const chunk of chunks) {
    // only the chunk is looked at: reading the growing text would copy it anew for every chunk
    const before = pending.length;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      // a doubled quote inside a field flips twice, which is the same as not at all
      if (code === QUOTE) quoted = !quoted;
      else if (code === NEWLINE && !quoted) {
        rowEnd = before + at + 1;
        rows += 1;
      }
    }
    pending += chunk;
    if (rowEnd >= size) {
      yield { text: pending.slice(0, rowEnd), rows };
      pending = pending.slice(rowEnd);
      rowEnd = 0;
      rows = 0;
    }
  }
  if (pending.length > rowEnd) rows += 1;
  if (pending.length > 0) yield { text: pending, rows };
}
