import type { Column } from './column.ts';

/** A cell that a spreadsheet would run as a formula gets a leading apostrophe: exports hold what customers typed. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One field of an export. */
export interface Field<Row> {
  heading: string;
  csv: Column<Row>['csv'];
}

/**
 * What a list's columns say in an export: an amount is followed by its currency, because 16000 beside pounds is none.
 * @param currencyOf the heading of the currency of the amounts under a heading
 */
export function fieldsOf<Row>(
  columns: readonly Column<Row>[],
  heading: (column: Column<Row>) => string,
  currencyOf: (heading: string) => string,
): Field<Row>[] {
  return columns.flatMap((column) => {
    const { csv, currency } = column;
    const amount = { heading: heading(column), csv };
    const known = (row: Row) => csv(row) !== undefined && csv(row) !== null && csv(row) !== '';
    if (!currency) return [amount];
    return [amount, { heading: currencyOf(amount.heading), csv: (row) => (known(row) ? currency(row) : '') }];
  });
}

/** Rows as CSV (RFC 4180) under their fields' headings; starts with a byte order mark so that Excel reads Chinese. */
export function csvOf<Row>(rows: readonly Row[], fields: readonly Field<Row>[]): string {
  const lines = [
    fields.map((field) => cell(field.heading)),
    ...rows.map((row) => fields.map((field) => cell(field.csv(row)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** Hands a text to the browser as a file to save. */
export function saveFile(name: string, content: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
