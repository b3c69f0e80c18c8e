import type { Target } from '@perennial/domain/importing/columns';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import type { DomainError } from '@perennial/domain/shared/errors';
import { useRefusalText } from '../api/useRefusalText.ts';
import { useWords } from '../i18n/useWords.ts';

/** What is wrong at a field of the mapping, in the reader's words; undefined where nothing is. */
export function useFaultText(mapping: ImportMapping, faults: readonly DomainError[]) {
  const t = useWords();
  const said = useRefusalText();
  const at = (...path: string[]) => faults.find((each) => each.path.slice(1).join('.') === path.join('.'));
  return {
    of(field: 'currency' | 'timeZone' | 'dateOrder'): string | undefined {
      const fault = at(field);
      return fault && said(fault);
    },
    ofColumn(target: Target): string | undefined {
      const fault = at('columns', target);
      const missing = faults.find(({ code }) => code === 'COLUMN_MISSING')?.params.targets as Target[] | undefined;
      if (missing?.includes(target)) return t('importing.mapping.choose');
      if (fault?.code !== 'COLUMN_TWICE') return fault && said(fault);
      const column = mapping.columns[target] ?? 0;
      return t('importing.mapping.twice', {
        column: mapping.header[column] || `#${column + 1}`,
        other: t(`importing.target.${fault.params.other as Target}`),
      });
    },
  };
}
