import { minorDigits } from '@perennial/domain/shared/money';
import { minorUnits } from '../format/format.ts';
import { useWords } from '../i18n/useWords.ts';
import { unitsOf } from '../format/units.ts';
import { RangedInput } from './RangedInput.tsx';

interface Props {
  source: string;
  label: string;
  currency: string;
  helperText?: string;
}

/** Asks for an amount in the major unit (pounds) and keeps it in minor units (pence), as the API does; rounds nothing. */
export function MoneyInput({ currency, label, ...rest }: Props) {
  const t = useWords();
  const unit = minorUnits(currency);
  return (
    <RangedInput
      {...rest}
      label={`${label} (${currency})`}
      min={0}
      step={1 / unit}
      also={(value: unknown) =>
        typeof value === 'number' && !Number.isInteger(value)
          ? t('shell.form.badAmount', { digits: minorDigits(currency) })
          : undefined
      }
      format={(value: number | null | undefined) => (typeof value === 'number' ? value / unit : '')}
      parse={(text: string) => (text === '' ? null : (unitsOf(text, unit) ?? Number(text) * unit))}
    />
  );
}
