import { z } from 'zod';
import { DomainError } from '../shared/errors.ts';
import { missingColumns, TARGETS, type ColumnMap } from './columns.ts';
import { DATE_ORDERS } from './moment.ts';
import { DECIMAL_MARKS } from './numbers.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252', 'gb18030', 'big5'] as const;

const column = z.int().min(0).max(999).nullable();

/** How a file is to be read. Guessed from its first lines, shown, and changeable before anything is imported. */
export const importMapping = z.object({
  /** Which column (from 0) holds what; null where the file has none. */
  columns: z.object(
    Object.fromEntries(TARGETS.map((t) => [t, column])) as Record<(typeof TARGETS)[number], typeof column>,
  ),
  /** Names of all columns, as in the header: a line with more or fewer values cannot be read. */
  header: z.array(z.string().max(200)).min(1).max(1000),
  delimiter: z.enum([',', ';', '\t', '|']),
  encoding: z.enum(ENCODINGS),
  dateOrder: z.enum(DATE_ORDERS),
  decimalMark: z.enum(DECIMAL_MARKS),
  /** Zone that times without an offset are in, e.g. `Europe/London`. */
  timeZone: z.string().min(1).max(60),
  /** ISO 4217; the file has one currency. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Invoice numbers that start with this are returns. */
  returnPrefix: z.string().max(10),
  /** Codes that stand for charges and not for goods; letter case does not matter. */
  feeCodes: z.array(z.string().trim().min(1).max(60)).max(200),
});

export type ImportMapping = z.infer<typeof importMapping>;

/**
 * Refuses a mapping that cannot work: a needed column without a choice (`COLUMN_MISSING`), a column chosen twice
 * (`COLUMN_TWICE`) or one that the file does not have (`COLUMN_UNKNOWN`).
 */
export function checkMapping(mapping: ImportMapping): void {
  const missing = missingColumns(mapping.columns as ColumnMap);
  if (missing.length > 0) {
    throw new DomainError('COLUMN_MISSING', `No column is chosen for: ${missing.join(', ')}. Choose one for each.`, {
      path: ['mapping', 'columns', missing[0]!],
      params: { targets: missing },
    });
  }
  const used = new Map<number, string>();
  for (const target of TARGETS) {
    const index = mapping.columns[target];
    if (index === null) continue;
    const path = ['mapping', 'columns', target];
    const other = used.get(index);
    if (other !== undefined) {
      throw new DomainError(
        'COLUMN_TWICE',
        `Column ${index + 1} is chosen for ${other} and for ${target}; choose one.`,
        {
          path,
          params: { column: index + 1, targets: [other, target] },
        },
      );
    }
    if (index >= mapping.header.length) {
      throw new DomainError(
        'COLUMN_UNKNOWN',
        `The file has ${mapping.header.length} columns; choose one of them for ${target}.`,
        {
          path,
          params: { column: index + 1, columns: mapping.header.length, target },
        },
      );
    }
    used.set(index, target);
  }
}
