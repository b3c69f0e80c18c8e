import { termKinds } from '@perennial/domain/policies/kinds/all';
import { keysSaid, valueSaid } from '@perennial/domain/policies/sentences/values';
import type { Language } from '../i18n/languages.ts';

/** What a refusal for going below a floor carries, as the rules name it. */
interface BelowFloor {
  kind: string;
  field: string;
  row: string | null;
  cell: string | null;
  value: unknown;
  bound: unknown;
}

const isBelowFloor = (params: object): params is BelowFloor =>
  ['kind', 'field', 'row', 'cell', 'value', 'bound'].every((name) => name in params);

/** The field, its value and the floor as a reader knows them; nothing for refusals of another sort. */
export function floorInWords(params: object, currency: string, language: Language): Record<string, string> {
  if (!isBelowFloor(params)) return {};
  const table = termKinds.find((each) => each.kind === params.kind)?.params[params.field];
  const declared = table?.type === 'rows' ? table.cells[params.cell ?? ''] : table;
  const label = declared?.label[language] ?? params.field;
  const row = table?.type === 'rows' && params.row ? keysSaid(table, [params.row], currency, language) : null;
  const said = (value: unknown) => valueSaid(declared, value, currency, language);
  return {
    field: row === null ? label : language === 'en' ? `${label} (${row})` : `${label}（${row}）`,
    value: said(params.value),
    bound: said(params.bound),
  };
}
