import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { csvOf } from './csv.ts';

const column = (key: string): Column<Record<string, string | number | null>> => ({
  key,
  label: 'customers.column.name',
  render: () => null,
  csv: (row) => row[key],
});

test('quotes what needs quoting, leaves numbers as numbers, and an empty cell for what is not known', () => {
  const csv = csvOf(
    [
      { a: 'x, "y"', b: -3 },
      { a: null, b: 1.5 },
    ],
    [column('a'), column('b')],
    ['A', 'B'],
  );
  expect(csv).toBe('\uFEFFA,B\r\n"x, ""y""",-3\r\n,1.5\r\n');
});

test('a text that a spreadsheet would run as a formula is defused', () => {
  expect(csvOf([{ a: '=HYPERLINK("http://x")' }], [column('a')], ['A'])).toContain(`"'=HYPERLINK(""http://x"")"`);
});
