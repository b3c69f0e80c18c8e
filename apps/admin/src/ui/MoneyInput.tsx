import { NumberInput, type NumberInputProps } from 'react-admin';
import { minorUnits } from '../format/format.ts';

/** Asks for an amount in the major unit (pounds) and keeps it in minor units (pence), as the API does. */
export function MoneyInput({ currency, label, ...rest }: NumberInputProps & { currency: string; label: string }) {
  const unit = minorUnits(currency);
  return (
    <NumberInput
      {...rest}
      label={`${label} (${currency})`}
      min={0}
      step={1 / unit}
      format={(value: number | null | undefined) => (typeof value === 'number' ? value / unit : '')}
      parse={(text: string) => (text === '' ? null : Math.round(Number(text) * unit))}
      helperText={rest.helperText ?? false}
    />
  );
}
