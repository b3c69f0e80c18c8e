import { Box, TextField } from '@mui/material';
import { ENCODINGS, type ImportMapping } from '@perennial/domain/importing/mapping';
import { DATE_ORDERS } from '@perennial/domain/importing/moment';
import { DECIMAL_MARKS } from '@perennial/domain/importing/numbers';
import { useWords, type WordKey } from '../i18n/useWords.ts';
import { Choices } from './Choices.tsx';
import { ListField } from './ListField.tsx';

interface Props {
  mapping: ImportMapping;
  /** The order of day and month is asked elsewhere. */
  asksOrder: boolean;
  onChange: (change: Partial<ImportMapping>) => void;
}

const DELIMITERS: [ImportMapping['delimiter'], WordKey][] = [
  [',', 'importing.delimiter.comma'],
  [';', 'importing.delimiter.semicolon'],
  ['\t', 'importing.delimiter.tab'],
  ['|', 'importing.delimiter.bar'],
];

/** How the file is written: rarely guessed wrong, so folded away. */
export function Written({ mapping, asksOrder, onChange }: Props) {
  const t = useWords();
  return (
    <Box component="details" sx={{ '& summary': { cursor: 'pointer', minHeight: 28 } }}>
      <summary>{t('importing.mapping.more')}</summary>
      <Box sx={{ display: 'grid', gap: 2, pt: 2 }}>
        <Choices
          label={t('importing.mapping.delimiter')}
          value={mapping.delimiter}
          choices={DELIMITERS.map(([value, label]) => ({ value, label: t(label) }))}
          onChange={(value) => onChange({ delimiter: value as ImportMapping['delimiter'] })}
        />
        <Choices
          label={t('importing.mapping.encoding')}
          value={mapping.encoding}
          choices={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(value) => onChange({ encoding: value as ImportMapping['encoding'] })}
        />
        {!asksOrder && mapping.dateOrder !== null && (
          <Choices
            label={t('importing.mapping.dateOrder')}
            value={mapping.dateOrder}
            choices={DATE_ORDERS.map((value) => ({ value, label: t(`importing.dateOrder.${value}`) }))}
            onChange={(value) => onChange({ dateOrder: value as ImportMapping['dateOrder'] })}
          />
        )}
        <Choices
          label={t('importing.mapping.decimalMark')}
          value={mapping.decimalMark}
          choices={DECIMAL_MARKS.map((value) => ({ value, label: `1${value}50` }))}
          onChange={(value) => onChange({ decimalMark: value as ImportMapping['decimalMark'] })}
        />
        <TextField
          label={t('importing.mapping.returnPrefix')}
          helperText={t('importing.mapping.returnPrefixHint')}
          value={mapping.returnPrefix}
          slotProps={{ htmlInput: { maxLength: 10 } }}
          onChange={(event) => onChange({ returnPrefix: event.target.value })}
        />
        <ListField
          label={t('importing.mapping.feeCodes')}
          hint={t('importing.mapping.feeCodesHint')}
          value={mapping.feeCodes}
          onChange={(feeCodes) => onChange({ feeCodes })}
        />
      </Box>
    </Box>
  );
}
