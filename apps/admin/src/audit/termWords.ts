import { termKinds } from '@perennial/domain/policies/kinds/all';
import { keysSaid, valueSaid } from '@perennial/domain/policies/sentences/values';
import type { Language } from '@perennial/domain/shared/language';
import type { useFieldWords } from '../partners/fieldWords.ts';

/** What a row may tell of the term it is about; a floor (S11) tells the field, and of a table row and cell. */
interface AboutTerm {
  kind?: unknown;
  termKind?: unknown;
  field?: unknown;
  cell?: unknown;
}

/**
 * A value that names or measures a part of a term, by the labels of the term's kind; undefined where `row` does not
 * tell that kind, or the value is of another sort. `currency`: of amounts, which are in minor units.
 */
export function termValueSaid(
  row: unknown,
  name: string,
  value: unknown,
  currency: string,
  language: Language,
): string | undefined {
  const told = (typeof row === 'object' && row !== null ? row : {}) as AboutTerm;
  const kindCalled = (called: unknown) => termKinds.find((each) => each.kind === called);
  const kind = kindCalled(told.termKind ?? told.kind);
  // the editor calls a term by its kind, as long as there is no second one
  if (name === 'termId') return (kind ?? kindCalled(value))?.label[language];
  if (!kind) return undefined;
  const declared = kind.params[String(told.field)];
  if (!declared) return undefined;
  const cell = declared.type === 'rows' ? declared.cells[String(told.cell)] : declared;
  switch (name) {
    case 'field':
      return declared.label[language];
    case 'row':
      return declared.type === 'rows' ? keysSaid(declared, [String(value)], currency, language) : undefined;
    case 'cell':
      return cell?.label[language];
    case 'bound':
      return valueSaid(cell, value, currency, language);
    default:
      return undefined;
  }
}

const GRANT = /^([A-Z]\w*)\.(\w+)$/;

/** A granted field as the page of its agreement names it; undefined for what is no grant. */
export function grantSaid(
  name: string,
  value: string,
  words: Pick<ReturnType<typeof useFieldWords>, 'entity' | 'field'>,
): string | undefined {
  if (name !== 'grants' && name !== 'fields') return undefined;
  const [, entity, field] = GRANT.exec(value) ?? [];
  return entity !== undefined && field !== undefined ? `${words.entity(entity)} · ${words.field(field)}` : undefined;
}
