import { Alert, Box, TextField } from '@mui/material';
import { TARGETS, type Target } from '@perennial/domain/importing/columns';
import { ENCODINGS, type ImportMapping } from '@perennial/domain/importing/mapping';
import { useFormat } from '../format/useFormat.ts';
import { useWords, type WordKey } from '../i18n/useWords.ts';
import { ListField } from './ListField.tsx';
import { Panel } from '../ui/Panel.tsx';

interface Props {
  mapping: ImportMapping;
  missing: readonly Target[];
  onChange: (mapping: ImportMapping) => void;
}

interface Choice {
  value: string;
  label: string;
}

const DELIMITERS: [ImportMapping['delimiter'], WordKey][] = [
  [',', 'importing.delimiter.comma'],
  [';', 'importing.delimiter.semicolon'],
  ['\t', 'importing.delimiter.tab'],
  ['|', 'importing.delimiter.bar'],
];

/** Which column is what: guessed from the names, changeable. */
export function Mapping({ mapping, missing, onChange }: Props) {
  const t = useWords();
  const format = useFormat();
  const set = (change: Partial<ImportMapping>) => onChange({ ...mapping, ...change });
  const columns: Choice[] = mapping.header.map((name, index) => ({
    value: String(index),
    label: name || `#${index + 1}`,
  }));
  return (
    <Panel title={t('importing.mapping.title')} tone={missing.length ? 'warning' : undefined}>
      <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
        {missing.length > 0 && (
          <Alert severity="warning">
            {t('importing.mapping.missing', {
              targets: format.list(missing.map((target) => t(`importing.target.${target}`))),
            })}
          </Alert>
        )}
        {TARGETS.map((target) => (
          <Select
            key={target}
            label={t(`importing.target.${target}`)}
            value={mapping.columns[target] === null ? '' : String(mapping.columns[target])}
            choices={[{ value: '', label: t('importing.mapping.none') }, ...columns]}
            onChange={(value) =>
              set({ columns: { ...mapping.columns, [target]: value === '' ? null : Number(value) } })
            }
          />
        ))}
        <Box component="details" sx={{ '& summary': { cursor: 'pointer', minHeight: 28 } }}>
          <summary>{t('importing.mapping.more')}</summary>
          <Box sx={{ display: 'grid', gap: 2, pt: 2 }}>
            <Select
              label={t('importing.mapping.delimiter')}
              value={mapping.delimiter}
              choices={DELIMITERS.map(([value, label]) => ({ value, label: t(label) }))}
              onChange={(value) => set({ delimiter: value as ImportMapping['delimiter'] })}
            />
            <Select
              label={t('importing.mapping.encoding')}
              value={mapping.encoding}
              choices={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
              onChange={(value) => set({ encoding: value as ImportMapping['encoding'] })}
            />
            <Select
              label={t('importing.mapping.dateOrder')}
              value={mapping.dateOrder}
              choices={(['DMY', 'MDY'] as const).map((value) => ({ value, label: t(`importing.dateOrder.${value}`) }))}
              onChange={(value) => set({ dateOrder: value as ImportMapping['dateOrder'] })}
            />
            <Select
              label={t('importing.mapping.decimalMark')}
              value={mapping.decimalMark}
              choices={['.', ','].map((value) => ({ value, label: `1${value}50` }))}
              onChange={(value) => set({ decimalMark: value as ImportMapping['decimalMark'] })}
            />
            <TextField
              label={t('importing.mapping.timeZone')}
              value={mapping.timeZone}
              onChange={(event) => set({ timeZone: event.target.value })}
            />
            <TextField
              label={t('importing.mapping.currency')}
              value={mapping.currency}
              onChange={(event) => set({ currency: event.target.value.toUpperCase().slice(0, 3) })}
            />
            <TextField
              label={t('importing.mapping.returnPrefix')}
              value={mapping.returnPrefix}
              onChange={(event) => set({ returnPrefix: event.target.value })}
            />
            <ListField
              label={t('importing.mapping.feeCodes')}
              value={mapping.feeCodes}
              onChange={(feeCodes) => set({ feeCodes })}
            />
          </Box>
        </Box>
      </Box>
    </Panel>
  );
}

interface SelectProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}

function Select({ label, value, choices, onChange }: SelectProps) {
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </TextField>
  );
}
