import { readApplicability } from '@perennial/domain/policies/applicability';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { isRecord, readForm, type Form, type FormField } from '@perennial/domain/policies/kinds/form';
import type { TermKind } from '@perennial/domain/policies/kinds/kind';
import { readTerms, type Term } from '@perennial/domain/policies/terms';
import { DomainError } from '@perennial/domain/shared/errors';

/** What is wrong with a term, by the path of the field inside it: `params.days`, `params.lines.2.amount`, `appliesTo.maxValue`. */
export type Problems = ReadonlyMap<string, DomainError>;

const refusalOf = (read: () => unknown): DomainError | undefined => {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

/**
 * Everything the rules' own reader refuses in one term, each at its field. The reader stops at the first fault, so every
 * field is given to it on its own; what the kind refuses beyond single fields comes last.
 */
export function problemsOf(term: Term, all: readonly Term[], kinds: readonly TermKind[] = termKinds): Problems {
  const found = new Map<string, DomainError>();
  const note = (error: DomainError | undefined, from = 0) => {
    const at = error?.path.slice(from).join('.') ?? '';
    if (error && !found.has(at)) found.set(at, error);
  };
  const kind = kinds.find((each) => each.kind === term.kind);
  if (kind) {
    for (const error of formProblems(kind.params, term.params, ['params'])) note(error);
    if (found.size === 0) note(refusalOf(() => kind.readParams(term.params, ['params'])));
  }
  note(refusalOf(() => readApplicability(term.appliesTo, ['appliesTo'])));
  // the reader's own refusal of the whole: an unknown kind, a bad short name
  if (found.size === 0)
    note(
      refusalOf(() => readTerms([term], kinds)),
      2,
    );
  if (all.filter((each) => each.id === term.id).length > 1) {
    note(
      refusalOf(() => readTerms([term, term], kinds)),
      2,
    );
  }
  return found;
}

/** The faults of a form's values by where they are shown. */
export const problemsBy = (form: Form, values: unknown, path: readonly string[]): Problems =>
  new Map(formProblems(form, values, path).map((error) => [error.path.join('.'), error]));

/** The faults of a form's values, each by its own path. */
export function formProblems(form: Form, values: unknown, path: readonly string[]): DomainError[] {
  const given = isRecord(values) ? values : {};
  return Object.entries(form).flatMap(([name, field]) => fieldProblems(name, field, given[name], path));
}

function fieldProblems(name: string, field: FormField, value: unknown, path: readonly string[]): DomainError[] {
  if (field.type === 'rows' && Array.isArray(value)) {
    const inCells = value.flatMap((row: unknown, index) =>
      formProblems(field.cells, row, [...path, name, String(index)]),
    );
    if (inCells.length > 0) return inCells;
  }
  const refusal = refusalOf(() => readForm({ [name]: field }, { [name]: value }, [...path]));
  return refusal ? [refusal] : [];
}
