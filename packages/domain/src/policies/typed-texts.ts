import type { Language } from '../shared/language.ts';
import { speaks } from '../shared/script.ts';
import { termKinds } from './kinds/all.ts';
import { isRecord, type Form, type FormField } from './kinds/form.ts';
import type { TermKind } from './kinds/kind.ts';
import type { Phrases } from './phrases.ts';
import type { Term } from './terms.ts';

/** The texts that a person typed into terms, each once and in their order; cells that a row is known by are codes. */
export function typedTexts(
  terms: readonly Pick<Term, 'kind' | 'params'>[],
  kinds: readonly TermKind[] = termKinds,
): string[] {
  const found = terms.flatMap(({ kind, params }) => {
    const known = kinds.find((each) => each.kind === kind);
    return known ? textsIn(known.params, params) : [];
  });
  return [...new Set(found)];
}

const textsIn = (form: Form, values: Readonly<Record<string, unknown>>, codes: readonly string[] = []): string[] =>
  Object.entries(form).flatMap(([name, field]) => (codes.includes(name) ? [] : textsOf(field, values[name])));

function textsOf(field: FormField, value: unknown): string[] {
  if (field.type === 'text') return typeof value === 'string' && value.trim() !== '' ? [value] : [];
  if (!Array.isArray(value)) return [];
  if (field.type === 'words') return value.filter((each): each is string => typeof each === 'string');
  if (field.type !== 'rows') return [];
  return value.filter(isRecord).flatMap((row) => textsIn(field.cells, row, field.key));
}

/** The texts that somebody who reads only that language could not read: not worded in it, nor typed in it. */
export const unwordedIn = (language: Language, texts: readonly string[], given: Phrases): string[] =>
  texts.filter((text) => !(Object.hasOwn(given, text) && given[text]?.[language]) && !speaks(text, language));
