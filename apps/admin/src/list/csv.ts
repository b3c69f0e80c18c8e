import type { Column } from './column.ts';

/** A cell that a spreadsheet would run as a formula gets a leading apostrophe: exports hold what customers typed. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180) under the headings a reader sees; starts with a byte order mark so that Excel reads Chinese. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[], headings: readonly string[]): string {
  const lines = [headings.map(cell), ...rows.map((row) => columns.map((column) => cell(column.csv(row))))];
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
