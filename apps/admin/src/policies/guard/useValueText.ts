import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { Cell } from '@perennial/domain/policies/kinds/form';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';

/** The declaration of a field of a kind, or of a cell of its table. */
export function fieldOf(kind: string, field: string, cell: string | null): Cell | undefined {
  const declared = termKinds.find((each) => each.kind === kind)?.params[field];
  return declared?.type === 'rows' ? declared.cells[cell ?? ''] : declared;
}

/** How values of a term are called and written in the reader's language; what no kind declares stays as it is. */
export function useValueText(currency: string) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  return (kind: string, field: string, cell: string | null) => {
    const declared = fieldOf(kind, field, cell);
    const option = (value: unknown) =>
      declared && 'options' in declared
        ? (declared.options.find((each) => each.value === value)?.label[language] ?? String(value))
        : String(value);
    const text = (value: unknown): string => {
      if (value === null || value === undefined) return '–';
      if (typeof value === 'boolean') return t(value ? 'policyGuard.floors.yes' : 'policyGuard.floors.no');
      if (Array.isArray(value)) return format.list(value.map(option)) || '–';
      if (typeof value === 'object') return format.list(Object.values(value).map(String));
      if (typeof value !== 'number') return option(value);
      if (declared?.type === 'money') return format.money(value, currency);
      const unit = declared?.type === 'int' ? declared.unit[language] : '';
      return unit ? `${format.number(value)} ${unit}` : format.number(value);
    };
    return { label: declared?.label[language] ?? field, text };
  };
}
