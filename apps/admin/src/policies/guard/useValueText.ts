import { termKinds } from '@perennial/domain/policies/kinds/all';
import { keysSaid, valueSaid } from '@perennial/domain/policies/sentences/values';
import { useLanguage } from '../../i18n/useLanguage.ts';

/** How a field of a term, its values and the rows of its table are called in the reader's language. */
export function useValueText(currency: string) {
  const language = useLanguage();
  return (kind: string, field: string, cell: string | null) => {
    const table = termKinds.find((each) => each.kind === kind)?.params[field];
    const declared = table?.type === 'rows' ? table.cells[cell ?? ''] : table;
    return {
      label: declared?.label[language] ?? field,
      text: (value: unknown) => valueSaid(declared, value, currency, language),
      row: (key: string) => (table?.type === 'rows' ? keysSaid(table, [key], currency, language) : key),
    };
  };
}
