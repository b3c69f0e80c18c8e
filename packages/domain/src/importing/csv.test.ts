import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvField, CsvReader, guessDelimiter, type CsvRecord } from './csv.ts';

function readAll(text: string, pieces = 1, delimiter = ','): CsvRecord[] {
  const records: CsvRecord[] = [];
  const reader = new CsvReader(delimiter, (r) => records.push(r));
  const size = Math.max(1, Math.ceil(text.length / pieces));
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
  reader.finish();
  return records;
}

describe('reading delimited text', () => {
  it('gives back what was written, however it arrives', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'ß', '中', '"', ',', '\n', '\r\n', ' ', ';'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (rows, pieces) => {
          const text = rows.map((row) => row.map((v) => csvField(v)).join(',')).join('\r\n');
          const expected = rows.map((row) => row.map((v) => v.replaceAll('\r\n', '\n')));
          expect(readAll(text, pieces).map((r) => r.fields?.map((f) => f.replaceAll('\r\n', '\n')))).toEqual(expected);
        },
      ),
    );
  });

  it('loses one line to a quote that does not close, not the rest of the file', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `${i},ok`);
    lines[3] = '3,"broken';
    const records = readAll(lines.join('\n'));
    expect(records).toHaveLength(100);
    expect(records.filter((r) => r.fields === null).map((r) => [r.line, r.raw])).toEqual([[4, '3,"broken']]);
    expect(records.map((r) => r.line)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  it('keeps a line break inside quotes', () => {
    expect(readAll('1,"two\nlines",x\n2,b,c').map((r) => [r.line, r.fields])).toEqual([
      [1, ['1', 'two\nlines', 'x']],
      [3, ['2', 'b', 'c']],
    ]);
  });

  it('takes a line of any length for one line, and nothing of it for another', () => {
    const records: [number, string[] | null][] = [];
    const reader = new CsvReader(',', ({ line, fields }) => records.push([line, fields]));
    // in pieces, as a file is read: the line is longer than what is kept of one
    reader.push('a,b\n1,');
    for (let i = 0; i < 60; i++) reader.push('x'.repeat(50_000));
    reader.push(',7\n2,c\n');
    reader.finish();
    expect(records.map(([line]) => line)).toEqual([1, 2, 3]);
    expect(records[2]).toEqual([3, ['2', 'c']]);
  });

  it('reads lines that end with a carriage return alone, however they arrive', () => {
    const text = 'a,b\r1,"two\rlines"\r\r2,c\r';
    for (let pieces = 1; pieces <= text.length; pieces += 1) {
      expect(readAll(text, pieces).map(({ line, fields }) => [line, fields])).toEqual([
        [1, ['a', 'b']],
        [2, ['1', 'two\nlines']],
        [5, ['2', 'c']],
      ]);
    }
    // one inside a field ends no line where lines end otherwise
    expect(readAll('"a\rx",b\n1,x\ry\n2,z').map(({ fields }) => fields)).toEqual([
      ['a\rx', 'b'],
      ['1', 'x\ry'],
      ['2', 'z'],
    ]);
  });

  it('reads lines that end with a carriage return alone where a field of the first one holds a line feed', () => {
    const text = '"Order\nno","b ""\n"\r1,"two\nlines"\r2,c';
    for (let pieces = 1; pieces <= text.length; pieces += 1) {
      expect(readAll(text, pieces).map(({ fields }) => fields)).toEqual([
        ['Order\nno', 'b "\n'],
        ['1', 'two\nlines'],
        ['2', 'c'],
      ]);
    }
    // a quote that is a slip hides no line end for long, and a carriage return after it ends none
    const slip = ['a,"b', ...Array.from({ length: 50 }, (_, n) => `${n},x`), '50,"x\ry"'].join('\n');
    for (const pieces of [1, 7]) {
      const read = readAll(slip, pieces);
      expect(read).toHaveLength(52);
      expect(read.at(-1)?.fields).toEqual(['50', 'x\ry']);
    }
    expect(readAll('a,"b\n1,x').map(({ line, fields }) => [line, fields])).toEqual([
      [1, null],
      [2, ['1', 'x']],
    ]);
  });

  it('passes over blank lines and needs no line end at the end', () => {
    expect(readAll('a,b\n\n\r\nc,d').map((r) => r.fields)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

it('guesses the delimiter from the header', () => {
  expect(guessDelimiter('a;b;"c,d,e,f"')).toBe(';');
  expect(guessDelimiter('a\tb\tc')).toBe('\t');
  expect(guessDelimiter('a,b')).toBe(',');
});
