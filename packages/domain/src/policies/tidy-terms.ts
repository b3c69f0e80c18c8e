import type { Applicability } from './applicability.ts';
import { termKinds } from './kinds/all.ts';
import { isRecord, type FormField } from './kinds/form.ts';
import type { TermKind } from './kinds/kind.ts';
import type { Term } from './terms.ts';

const WORDS = ['regions', 'segments', 'productCodes', 'categories'] as const satisfies (keyof Applicability)[];

/**
 * Terms as a draft keeps them: without blanks around the words of their conditions, each word once, and without any
 * around the codes by which rows are known. Customers, products and charges are kept so, and a term that is for "X " would
 * be for nobody. Texts stay as they were typed, and what cannot be read as it is. Asked when terms are written, never
 * when they are read: what was promised stays what it is.
 */
export const tidyTerms = (terms: readonly Term[], kinds: readonly TermKind[] = termKinds): Term[] =>
  terms.map((term) => {
    const fields = kinds.find(({ kind }) => kind === term.kind)?.params ?? {};
    const params = Object.entries(term.params).map(([name, value]) => [name, tidyRows(fields[name], value)]);
    const words = WORDS.map((name) => [name, tidyWords(term.appliesTo[name])]);
    return {
      ...term,
      params: Object.fromEntries(params) as Term['params'],
      appliesTo: { ...term.appliesTo, ...(Object.fromEntries(words) as Pick<Applicability, (typeof WORDS)[number]>) },
    };
  });

const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

const tidyWords = (words: unknown): unknown => (Array.isArray(words) ? [...new Set(words.map(trimmed))] : words);

function tidyRows(field: FormField | undefined, value: unknown): unknown {
  if (field?.type !== 'rows' || !Array.isArray(value)) return value;
  const codes = field.key.filter((name) => field.cells[name]?.type === 'text');
  if (codes.length === 0) return value;
  return value.map((row: unknown) =>
    isRecord(row) ? { ...row, ...Object.fromEntries(codes.map((name) => [name, trimmed(row[name])])) } : row,
  );
}
