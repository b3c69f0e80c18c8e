import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useWords } from '../i18n/useWords.ts';
import type { Disclosed, Fee } from './charges.ts';
import { useFeeAmount } from './useFeeAmount.ts';

interface Props {
  disclosed: Disclosed | undefined;
  code: string;
  /** A charge is being entered and has none yet. */
  missing: boolean;
  onChange: (code: string) => void;
}

/** A disclosed code to choose, by name and amount; another can be typed, and the guard says why it is refused. */
export function ChargeCode({ disclosed, code, missing, onChange }: Props) {
  const t = useWords();
  const amountOf = useFeeAmount(disclosed?.currency ?? '');
  return (
    <Autocomplete<Fee, false, true, true>
      freeSolo
      forcePopupIcon
      disableClearable
      options={disclosed?.schedule ?? []}
      value={code}
      inputValue={code}
      isOptionEqualToValue={(option, value) => codeOf(option) === codeOf(value)}
      onInputChange={(_event, typed) => onChange(typed)}
      // a row whose code is disclosed offers the others too
      filterOptions={(options, { inputValue }) =>
        options.some((fee) => fee.code === inputValue) ? options : options.filter((fee) => matches(fee, inputValue))
      }
      getOptionLabel={codeOf}
      getOptionKey={codeOf}
      openText={t('claims.charges.choose')}
      closeText={t('shell.form.close')}
      renderOption={({ key, ...props }, fee) => (
        <Box component="li" key={key} {...props}>
          <div>
            {fee.label || fee.code}
            <Typography variant="body2" color="textSecondary">
              {fee.code} · {amountOf(fee)}
              {fee.kinds.filter((kind) => kind !== 'FEE').map((kind) => ` · ${t(`values.ChargeKind.${kind}`)}`)}
            </Typography>
          </div>
        </Box>
      )}
      slotProps={{ popper: { sx: { minWidth: 260 }, placement: 'bottom-start' } }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('claims.charges.code')}
          error={missing}
          helperText={missing && t('claims.charges.noCode')}
        />
      )}
      sx={{ flex: '1 1 150px' }}
    />
  );
}

/** Of a disclosed fee, or as it was typed. */
const codeOf = (fee: Fee | string): string => (typeof fee === 'string' ? fee : fee.code);

const matches = ({ code, label }: Fee, typed: string): boolean =>
  `${code} ${label}`.toLowerCase().includes(typed.trim().toLowerCase());
