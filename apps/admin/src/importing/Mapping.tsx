import { Alert, Box } from '@mui/material';
import { TARGETS, type Target } from '@perennial/domain/importing/columns';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import type { DomainError } from '@perennial/domain/shared/errors';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Choices, type Choice } from './Choices.tsx';
import { Origin } from './Origin.tsx';
import { useFaultText } from './useFaultText.ts';
import { Written } from './Written.tsx';

interface Props {
  mapping: ImportMapping;
  faults: readonly DomainError[];
  /** The dates of the file can be read in two ways. */
  asksOrder: boolean;
  onChange: (mapping: ImportMapping) => void;
}

/** How the file is to be read: its money and its clock, which no file says by itself, then which column is what. */
export function Mapping({ mapping, faults, asksOrder, onChange }: Props) {
  const t = useWords();
  const format = useFormat();
  const wrong = useFaultText(mapping, faults);
  const set = (change: Partial<ImportMapping>) => onChange({ ...mapping, ...change });
  const missing = faults.find(({ code }) => code === 'COLUMN_MISSING')?.params.targets as Target[] | undefined;
  const columns: Choice[] = mapping.header.map((name, index) => ({
    value: String(index),
    label: name || `#${index + 1}`,
  }));
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Origin mapping={mapping} wrong={wrong.of} asksOrder={asksOrder} onChange={set} />
      <Panel title={t('importing.mapping.title')} tone={missing ? 'warning' : undefined}>
        <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
          {missing && (
            <Alert severity="warning">
              {t('importing.mapping.missing', {
                targets: format.list(missing.map((target) => t(`importing.target.${target}`))),
              })}
            </Alert>
          )}
          {TARGETS.map((target) => (
            <Choices
              key={target}
              label={t(`importing.target.${target}`)}
              value={mapping.columns[target] === null ? '' : String(mapping.columns[target])}
              choices={[{ value: '', label: t('importing.mapping.none') }, ...columns]}
              wrong={wrong.ofColumn(target)}
              onChange={(value) =>
                set({
                  columns: { ...mapping.columns, [target]: value === '' ? null : Number(value) },
                  // another column's dates may be written otherwise
                  ...(target === 'at' ? { dateOrder: null } : {}),
                })
              }
            />
          ))}
          <Written mapping={mapping} asksOrder={asksOrder} onChange={set} />
        </Box>
      </Panel>
    </Box>
  );
}
