import { minorUnits } from '../format/format.ts';
import { RangedInput } from './RangedInput.tsx';

interface Props {
  source: string;
  label: string;
  currency: string;
  helperText?: string;
}

/** Asks for an amount in the major unit (pounds) and keeps it in minor units (pence), as the API does. */
export function MoneyInput({ currency, label, ...rest }: Props) {
  const unit = minorUnits(currency);
  return (
    <RangedInput
      {...rest}
      label={`${label} (${currency})`}
      min={0}
      step={1 / unit}
      format={(value: number | null | undefined) => (typeof value === 'number' ? value / unit : '')}
      parse={(text: string) => (text === '' ? null : Math.round(Number(text) * unit))}
    />
  );
}
