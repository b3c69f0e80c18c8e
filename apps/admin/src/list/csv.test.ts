import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { csvOf, fieldsOf } from './csv.ts';

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
    [
      { ...column('a'), heading: 'A' },
      { ...column('b'), heading: 'B' },
    ],
  );
  expect(csv).toBe('\uFEFFA,B\r\n"x, ""y""",-3\r\n,1.5\r\n');
});

test('a text that a spreadsheet would run as a formula is defused', () => {
  expect(csvOf([{ a: '=HYPERLINK("http://x")' }], [{ ...column('a'), heading: 'A' }])).toContain(
    `"'=HYPERLINK(""http://x"")"`,
  );
});

test('an amount is followed by its currency, and nothing by none', () => {
  const columns = [
    column('number'),
    { ...column('total'), currency: (row: Record<string, unknown>) => String(row['in']) },
  ];
  const fields = fieldsOf(
    columns,
    ({ key }) => key,
    (of) => `${of} (currency)`,
  );
  const rows = [
    { number: 'E-1', total: 157.04, in: 'GBP' },
    { number: 'E-2', total: 16_000, in: 'JPY' },
    { number: 'E-3', total: 0, in: 'EUR' },
    { number: 'E-4', total: '', in: 'GBP' },
  ];
  expect(csvOf(rows, fields)).toBe(
    '\uFEFFnumber,total,total (currency)\r\nE-1,157.04,GBP\r\nE-2,16000,JPY\r\nE-3,0,EUR\r\nE-4,,\r\n',
  );
});
