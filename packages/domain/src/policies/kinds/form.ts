import { DomainError } from '../../shared/errors.ts';
import type { InEvery } from '../../shared/language.ts';

/** One option of a choice. */
export interface Option {
  value: string;
  label: InEvery<string>;
}

interface Named {
  label: InEvery<string>;
}

/**
 * One declaration of a term's or a claim's field: what it may hold, within which bounds, and how a form asks for it.
 * Validation on the server, the form on the dashboard and the type in the rules are all read off it.
 */
export type FormField =
  | (Named & { type: 'int'; min: number; max: number; default: number; unit: InEvery<string> })
  | (Named & { type: 'bool'; default: boolean })
  | (Named & { type: 'choice'; options: readonly Option[]; default: string })
  | (Named & { type: 'choices'; options: readonly Option[]; default: readonly string[]; min: number })
  | (Named & { type: 'words'; max: number; default: readonly string[] });

export type Form = Readonly<Record<string, FormField>>;

type ValueOf<F> = F extends { type: 'int' }
  ? number
  : F extends { type: 'bool' }
    ? boolean
    : F extends { type: 'choice'; options: readonly { value: infer V }[] }
      ? V
      : F extends { type: 'choices'; options: readonly { value: infer V }[] }
        ? readonly V[]
        : F extends { type: 'words' }
          ? readonly string[]
          : never;

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
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, readField(name, field, given[name], [...path, name])]),
  ) as ValuesOf<F>;
}

function readField(name: string, field: FormField, value: unknown, path: string[]): unknown {
  if (value === undefined || value === null) {
    throw new DomainError('TERM_FIELD_MISSING', `${name} is missing; it ${wants(field)}.`, {
      path,
      params: { field: name },
    });
  }
  if (fits(field, value)) return value;
  throw new DomainError('TERM_OUT_OF_RANGE', `${name} is ${JSON.stringify(value)}; it ${wants(field)}.`, {
    path,
    params: {
      field: name,
      value,
      ...('min' in field ? { min: field.min } : {}),
      ...('max' in field ? { max: field.max } : {}),
    },
  });
}

function fits(field: FormField, value: unknown): boolean {
  switch (field.type) {
    case 'int':
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
