import { termKinds } from '@perennial/domain/policies/kinds/all';
import { BETWEEN_KEYS, type Cell, type FormField } from '@perennial/domain/policies/kinds/form';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';

/** The declaration of a field of a kind, or of a cell of its table; a table itself where no cell is named. */
function declaredOf(kind: string, field: string, cell: string | null): FormField | undefined {
  const declared = termKinds.find((each) => each.kind === kind)?.params[field];
  return declared?.type === 'rows' && cell !== null ? declared.cells[cell] : declared;
}

/** The declaration of a value: of a field that is no table, or of a cell of one. */
export function fieldOf(kind: string, field: string, cell: string | null): Cell | undefined {
  const declared = declaredOf(kind, field, cell);
  return declared?.type === 'rows' ? undefined : declared;
}

/**
 * How values of a term are called and written in the reader's language, rows of a table and their keys too; what no
 * kind declares stays as it is.
 */
export function useValueText(currency: string) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const one = (declared: Cell | undefined, value: unknown): string => {
    const option = (each: unknown) =>
      (declared && 'options' in declared
        ? declared.options.find(({ value: known }) => known === each)?.label[language]
        : undefined) ?? String(each);
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'policyGuard.floors.yes' : 'policyGuard.floors.no');
    if (Array.isArray(value)) return format.list(value.map(option)) || '–';
    if (typeof value !== 'number') return option(value);
    if (declared?.type === 'money') return format.money(value, currency);
    const unit = declared?.type === 'int' ? declared.unit[language] : '';
    return unit ? `${format.number(value)} ${unit}` : format.number(value);
  };
  return (kind: string, field: string, cell: string | null) => {
    const declared = declaredOf(kind, field, cell);
    const table = declaredOf(kind, field, null);
    const text = (value: unknown): string => {
      if (declared?.type !== 'rows') return one(declared, value);
      if (typeof value !== 'object' || value === null) return '–';
      const cells = value as Readonly<Record<string, unknown>>;
      // a row that came or went is told whole, by the names of its cells and in their order: a database keeps none
      return Object.entries(declared.cells)
        .filter(([name]) => name in cells)
        .map(([name, cell]) =>
          t('policyGuard.cut.cell', { label: cell.label[language], value: one(cell, cells[name]) }),
        )
        .join(language === 'en' ? '; ' : '；');
    };
    const row = (key: string): string => {
      if (table?.type !== 'rows') return key;
      const parts = key.split(BETWEEN_KEYS);
      if (parts.length !== table.key.length) return key;
      return parts.map((part, place) => one(table.cells[table.key[place] ?? ''], part)).join(BETWEEN_KEYS);
    };
    return { label: declared?.label[language] ?? field, text, row };
  };
}
