import { z } from 'zod';
import { isCurrency, isTimezone } from '../shared/codes.ts';
import { DomainError } from '../shared/errors.ts';
import { missingColumns, TARGETS, type ColumnMap } from './columns.ts';
import { DATE_ORDERS } from './moment.ts';
import { DECIMAL_MARKS } from './numbers.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252', 'gb18030', 'big5'] as const;

const column = z.int().min(0).max(999).nullable();

/** How a file is to be read. Guessed from its first lines, shown, and changeable before anything is imported. */
export const importMapping = z.object({
  /** Which column (from 0) holds what; null where the file has none. */
  columns: z.object({
    ...(Object.fromEntries(TARGETS.map((t) => [t, column])) as Record<(typeof TARGETS)[number], typeof column>),
    // mappings from before there was one have none
    currency: column.default(null),
  }),
  /** Names of all columns, as in the header: a line with more or fewer values cannot be read. */
  header: z.array(z.string().max(200)).min(1).max(1000),
  delimiter: z.enum([',', ';', '\t', '|']),
  encoding: z.enum(ENCODINGS),
  /** Null where the dates of the file can be read in both ways, until somebody says in which. */
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  decimalMark: z.enum(DECIMAL_MARKS),
  /** IANA zone that times without an offset are in, e.g. `Europe/London`; `checkMapping` says where there is none such. */
  timeZone: z.string().max(60),
  /** ISO 4217; lines in another are set aside. `checkMapping` says where there is none such. */
  currency: z.string().max(60),
  /** Invoice numbers that start with this are returns. */
  returnPrefix: z.string().max(10),
  /** Codes that stand for charges and not for goods; letter case does not matter. */
  feeCodes: z.array(z.string().trim().min(1).max(60)).max(200),
});

export type ImportMapping = z.infer<typeof importMapping>;

/**
 * Everything that keeps a mapping from working, each with the field and the remedy: a needed column without a choice
 * (`COLUMN_MISSING`, one refusal for all of them), an order of day and month that the file does not decide and nobody has
 * said (`DATE_ORDER_MISSING`), a column chosen twice (`COLUMN_TWICE`, at each of the two) or one that
 * the file does not have (`COLUMN_UNKNOWN`), a time zone that IANA (`TIMEZONE_UNKNOWN`) or a currency that ISO 4217 does
 * not know (`CURRENCY_UNKNOWN`). Empty: it can be used.
 */
export function mappingFaults(mapping: ImportMapping): DomainError[] {
  const { timeZone, currency, dateOrder } = mapping;
  const faults = columnFaults(mapping);
  if (dateOrder === null) {
    const text =
      'The dates of the file can be read day first or month first; say which in the field "dateOrder", DMY or MDY.';
    faults.push(new DomainError('DATE_ORDER_MISSING', text, { path: ['mapping', 'dateOrder'] }));
  }
  if (!isTimezone(timeZone)) {
    const text = `The field "timeZone" is "${timeZone}", which is no time zone; write it like Europe/London.`;
    faults.push(new DomainError('TIMEZONE_UNKNOWN', text, { path: ['mapping', 'timeZone'], params: { timeZone } }));
  }
  if (!isCurrency(currency)) {
    const text = `The field "currency" is "${currency}", which is no currency; use its three letters, such as GBP.`;
    faults.push(new DomainError('CURRENCY_UNKNOWN', text, { path: ['mapping', 'currency'], params: { currency } }));
  }
  return faults;
}

/** What is still to be chosen, and stands in nobody's way of looking at the lines. */
const OPEN = ['COLUMN_MISSING', 'DATE_ORDER_MISSING'];

/** Those of `mappingFaults` by which no line can be shown: the others are choices that are still open. */
export const mappingMistakes = (mapping: ImportMapping): DomainError[] =>
  mappingFaults(mapping).filter(({ code }) => !OPEN.includes(code));

/** Refuses a mapping that cannot work, with the first of `mappingFaults`. */
export function checkMapping(mapping: ImportMapping): void {
  const [first] = mappingFaults(mapping);
  if (first) throw first;
}

function columnFaults({ columns, header }: ImportMapping): DomainError[] {
  const faults: DomainError[] = [];
  const missing = missingColumns(columns as ColumnMap);
  if (missing.length > 0) {
    faults.push(
      new DomainError('COLUMN_MISSING', `No column is chosen for: ${missing.join(', ')}. Choose one for each.`, {
        path: ['mapping', 'columns', missing[0]!],
        params: { targets: missing },
      }),
    );
  }
  for (const target of TARGETS) {
    const index = columns[target];
    if (index === null) continue;
    const path = ['mapping', 'columns', target];
    const other = TARGETS.find((each) => each !== target && columns[each] === index);
    if (other !== undefined) {
      const text = `Column ${index + 1} is chosen for ${target} and for ${other}; choose another for one of them.`;
      faults.push(new DomainError('COLUMN_TWICE', text, { path, params: { column: index + 1, target, other } }));
    } else if (index >= header.length) {
      const text = `The file has ${header.length} columns; choose one of them for ${target}.`;
      const params = { column: index + 1, columns: header.length, target };
      faults.push(new DomainError('COLUMN_UNKNOWN', text, { path, params }));
    }
  }
  return faults;
}
