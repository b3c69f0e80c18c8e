import { DomainError } from '../../shared/errors.ts';
import type { InEvery, Language } from '../../shared/language.ts';
import type { Say } from '../sentences/language.ts';

/** One option of a choice. */
export interface Option {
  value: string;
  label: InEvery<string>;
}

interface Named {
  label: InEvery<string>;
  /**
   * The field came after terms of its kind had been stored: where they say nothing of it, its default holds, which
   * therefore has to promise what those terms promised.
   */
  added?: true;
}

/** A cell of a table of rows: every field but a table itself. */
export type Cell =
  | (Named & {
      type: 'int';
      min: number;
      max: number;
      default: number;
      unit: InEvery<string>;
      /** Minutes of a clock: they are said as hours and minutes. */
      clock?: true;
      /** Values that mean something of their own, said and offered in words: 0 that offers nothing, 101 that never comes. */
      special?: readonly { value: number; label: InEvery<string> }[];
      better?: 'more' | 'less' | 'neutral';
    })
  | (Named & { type: 'money'; min: number; max: number; default: number; better?: 'more' | 'less' | 'neutral' })
  | (Named & { type: 'bool'; default: boolean; better?: boolean | 'neutral' })
  /** `better`: the options from the least to the most promised. */
  | (Named & { type: 'choice'; options: readonly Option[]; default: string; better?: readonly string[] | 'neutral' })
  | (Named & {
      type: 'choices';
      options: readonly Option[];
      default: readonly string[];
      min: number;
      better?: 'more' | 'less' | 'neutral';
    })
  | (Named & {
      type: 'words';
      max: number;
      default: readonly string[];
      better?: 'more' | 'less' | 'neutral';
      /** What it means that none is named, where that is not "none". */
      empty?: InEvery<string>;
    })
  /**
   * One line of text of `min` (none where left out: it may be empty) to `max` characters. `better`: it stays the `same`,
   * for only a reader can tell whether other words promise as much (ADR 21); neutral where it is a mere name.
   */
  | (Named & { type: 'text'; min?: number; max: number; default: string; better?: 'same' | 'neutral' });

/**
 * One declaration of a term's or a claim's field: what it may hold, within which bounds, how a form asks for it, and
 * which way is better for the customer. Validation on the server, the form on the dashboard, the type in the rules and
 * the service-cut guard (S11) are all read off it. Where `better` is left out, every change counts as a promise of less:
 * a kind that forgets to say never lets a cut through. Amounts of money are minor units of the version's currency.
 */
export type FormField =
  | Cell
  /**
   * A table; `key` names the cells by which a row is told from the others and found again in the next version, `name` the
   * cell by which people call it (left out: the key), and `said` says a whole row.
   */
  | (Named & {
      type: 'rows';
      cells: Readonly<Record<string, Cell>>;
      key: readonly string[];
      name?: string;
      said?: (row: Readonly<Record<string, unknown>>, currency: string, language: Language, say: Say) => string;
      min: number;
      max: number;
      default: readonly Readonly<Record<string, unknown>>[];
      better?: 'more' | 'less' | 'neutral';
    });

export type Form = Readonly<Record<string, FormField>>;

type CellOf<F> = F extends { type: 'int' | 'money' }
  ? number
  : F extends { type: 'bool' }
    ? boolean
    : F extends { type: 'choice'; options: readonly { value: infer V }[] }
      ? V
      : F extends { type: 'choices'; options: readonly { value: infer V }[] }
        ? readonly V[]
        : F extends { type: 'words' }
          ? readonly string[]
          : F extends { type: 'text' }
            ? string
            : never;

type ValueOf<F> = F extends { type: 'rows'; cells: infer C extends Readonly<Record<string, Cell>> }
  ? readonly { readonly [K in keyof C]: CellOf<C[K]> }[]
  : CellOf<F>;

export type ValuesOf<F extends Form> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** Keeps the literal types of a form's options. */
export const form = <const F extends Form>(fields: F): F => fields;

/** A new term's values before anybody touched them. */
export const defaultsOf = <F extends Form>(fields: F): ValuesOf<F> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default])) as ValuesOf<F>;

/**
 * Checks values against their declaration. Refusals name the field and the remedy: `TERM_FIELD_MISSING`,
 * `UNKNOWN_TERM_FIELD`, `TERM_OUT_OF_RANGE`.
 *
 * @param path where the values lie in the input, e.g. `['terms', '0', 'params']`.
 */
export function readForm<F extends Form>(fields: F, values: unknown, path: string[]): ValuesOf<F> {
  const given = isRecord(values) ? values : {};
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(fields, name)) continue;
    throw new DomainError(
      'UNKNOWN_TERM_FIELD',
      `${name} is not a field here; it can be ${Object.keys(fields).join(', ')}.`,
      {
        path: [...path, name],
        params: { field: name, known: Object.keys(fields) },
      },
    );
  }
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) read[name] = readField(name, fields[name]!, given[name], path);
  return read as ValuesOf<F>;
}

/** `within`: the path of the form; that of the field is made only where something is wrong, as every claim is read. */
function readField(name: string, field: FormField, value: unknown, within: string[]): unknown {
  if (value === undefined && field.added) return field.default;
  const path = () => [...within, name];
  if (value === undefined || value === null) {
    throw new DomainError('TERM_FIELD_MISSING', `${name} is missing; it ${wants(field)}.`, {
      path: path(),
      params: { field: name },
    });
  }
  if (field.type === 'rows') return readRows(name, field, value, path());
  if (fits(field, value)) return value;
  throw new DomainError('TERM_OUT_OF_RANGE', `${name} is ${JSON.stringify(value)}; it ${wants(field)}.`, {
    path: path(),
    params: {
      field: name,
      value,
      ...('min' in field ? { min: field.min } : {}),
      ...('max' in field ? { max: field.max } : {}),
    },
  });
}

/** Refusals besides those of the cells: `TERM_OUT_OF_RANGE` for the number of rows, `DUPLICATE_ROW` for a key used twice. */
function readRows(name: string, field: FormField & { type: 'rows' }, value: unknown, path: string[]): unknown {
  if (!Array.isArray(value) || value.length < field.min || value.length > field.max) {
    throw new DomainError('TERM_OUT_OF_RANGE', `${name} takes ${field.min} to ${field.max} rows.`, {
      path,
      params: { field: name, min: field.min, max: field.max },
    });
  }
  const seen = new Set<string>();
  return value.map((each: unknown, index) => {
    const row = readForm(field.cells, each, [...path, String(index)]) as Readonly<Record<string, unknown>>;
    const key = rowKey(field.key, row);
    if (seen.has(key)) {
      throw new DomainError('DUPLICATE_ROW', `${name} has two rows for ${key}; keep one of them.`, {
        path: [...path, String(index), field.key[0] ?? ''],
        params: { field: name, key },
      });
    }
    seen.add(key);
    return row;
  });
}

/**
 * Values as they were stored before fields were added to their form: what holds the default of an added field, in rows
 * too, is left out. So two values that promise the same can be told to be the same, whenever they were stored.
 */
export const withoutAdded = (fields: Form, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      const field = fields[name];
      if (field?.added && JSON.stringify(value) === JSON.stringify(field.default)) return [];
      if (field?.type !== 'rows' || !Array.isArray(value)) return [[name, value]];
      return [[name, value.map((row: unknown) => (isRecord(row) ? withoutAdded(field.cells, row) : row))]];
    }),
  );

/** Stands between the cells of a row's key. */
export const BETWEEN_KEYS = ' / ';

/** By what a row is told from the others of its table; blanks around a code are nothing that a person sees. */
export const rowKey = (key: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  key.map((name) => String(row[name]).trim()).join(BETWEEN_KEYS);

function fits(field: Cell, value: unknown): boolean {
  switch (field.type) {
    case 'text':
      return (
        typeof value === 'string' &&
        value.trim().length >= (field.min ?? 0) &&
        value.length <= field.max &&
        !/\p{Cc}/u.test(value)
      );
    case 'int':
    case 'money':
      return typeof value === 'number' && Number.isInteger(value) && value >= field.min && value <= field.max;
    case 'bool':
      return typeof value === 'boolean';
    case 'choice':
      return field.options.some((option) => option.value === value);
    case 'choices':
      return (
        isWords(value) && value.length >= field.min && value.every((v) => field.options.some((o) => o.value === v))
      );
    case 'words':
      return (
        isWords(value) && value.length <= field.max && value.every((word) => word.trim() !== '' && word.length <= 120)
      );
  }
}

function wants(field: FormField): string {
  switch (field.type) {
    case 'text':
      return `takes one line of ${field.min ?? 0} to ${field.max} characters`;
    case 'money':
      return `takes a whole number of minor units from ${field.min} to ${field.max}`;
    case 'rows':
      return `takes ${field.min} to ${field.max} rows`;
    case 'int':
      return `takes a whole number from ${field.min} to ${field.max} (${field.unit.en})`;
    case 'bool':
      return 'takes true or false';
    case 'choice':
      return `takes one of ${field.options.map((option) => option.value).join(', ')}`;
    case 'choices':
      return `takes at least ${field.min} of ${field.options.map((option) => option.value).join(', ')}, each once`;
    case 'words':
      return `takes at most ${field.max} different words of 1 to 120 characters`;
  }
}

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') && new Set(value).size === value.length;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
