import { InputAdornment, TextField } from '@mui/material';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { minorUnits } from '../../format/format.ts';
import { minorOf } from './outOfRange.ts';

interface Props {
  id?: string;
  /** Read out where no visible label stands beside it. */
  label?: string;
  value: unknown;
  min: number;
  max: number;
  wrong?: boolean;
  describedBy?: string | undefined;
  onChange: (value: number | null) => void;
}

/** A whole number; its unit stands beside it. An empty field is no value, which the reader of terms refuses in words. */
export function NumberControl({ id, label, value, min, max, wrong = false, describedBy, onChange }: Props) {
  return (
    <TextField
      id={id ?? ''}
      hiddenLabel
      type="number"
      value={typeof value === 'number' ? value : ''}
      error={wrong}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      slotProps={{
        htmlInput: {
          min,
          max,
          'aria-label': label,
          'aria-describedby': describedBy,
          'aria-invalid': wrong || undefined,
        },
      }}
      sx={{ width: `${7 + String(max).length}ch` }}
    />
  );
}

/** An amount in the business's currency: typed in its major unit, kept in minor units. */
export function MoneyControl({ value, min, max, ...rest }: Props) {
  const { currency } = useBusiness();
  const unit = minorUnits(currency);
  const { id, label, wrong = false, describedBy, onChange } = rest;
  return (
    <TextField
      id={id ?? ''}
      hiddenLabel
      type="number"
      value={typeof value === 'number' ? value / unit : ''}
      error={wrong}
      onChange={(event) => onChange(event.target.value === '' ? null : minorOf(Number(event.target.value), unit))}
      slotProps={{
        htmlInput: {
          min: min / unit,
          max: max / unit,
          step: 1 / unit,
          inputMode: 'decimal',
          'aria-label': label,
          'aria-describedby': describedBy,
          'aria-invalid': wrong || undefined,
        },
        input: { startAdornment: <InputAdornment position="start">{currency}</InputAdornment> },
      }}
      sx={{ width: 152 }}
    />
  );
}
