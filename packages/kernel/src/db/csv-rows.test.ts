import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowBlocks, type RowBlock } from './csv-rows.ts';

async function* pieces(text: string, cuts: readonly number[]) {
  let from = 0;
  for (const cut of [...cuts].map((c) => c % (text.length + 1)).sort((a, b) => a - b)) {
    yield text.slice(from, cut);
    from = Math.max(from, cut);
  }
  yield text.slice(from);
}

async function collect(blocks: AsyncIterable<RowBlock>): Promise<RowBlock[]> {
  const all: RowBlock[] = [];
  for await (const block of blocks) all.push(block);
  return all;
}

const field = fc.constantFrom('a', '"b,c"', '"two\nlines"', '"say ""hi"""', '', '"\n"');
const row = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(','));

test('wherever the chunks break, the text stays whole, blocks end where rows end, and rows are counted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      fc.boolean(),
      fc.array(fc.nat(), { maxLength: 20 }),
      fc.integer({ min: 1, max: 60 }),
      async (rows, endsWithNewline, cuts, size) => {
        const text = rows.join('\n') + (endsWithNewline && rows.length > 0 ? '\n' : '');
        const blocks = await collect(rowBlocks(pieces(text, cuts), size));
        expect(blocks.map((block) => block.text).join('')).toBe(text);
        for (const block of blocks.slice(0, -1)) {
          expect(block.text.endsWith('\n')).toBe(true);
          expect(block.text.split('"').length % 2).toBe(1);
        }
        // an empty last row without a newline is no row
        const expected = rows.length - (!endsWithNewline && rows.at(-1) === '' ? 1 : 0);
        expect(blocks.reduce((sum, block) => sum + block.rows, 0)).toBe(expected);
      },
    ),
  );
});

test('a long text is held a block at a time', async () => {
  async function* long() {
    for (let i = 0; i < 1000; i += 1) yield `${i},${'x'.repeat(100)}\n`;
  }
  for await (const block of rowBlocks(long(), 1000)) expect(block.text.length).toBeLessThan(1200);
});
