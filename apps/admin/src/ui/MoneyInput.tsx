import { minorDigits } from '@perennial/domain/shared/money';
import { minorUnits } from '../format/format.ts';
import { unitsOf } from '../format/units.ts';
import { useWords } from '../i18n/useWords.ts';
import { RangedInput } from './RangedInput.tsx';

interface Props {
  source: string;
  label: string;
  currency: string;
  helperText?: string;
}

/**
 * Asks for an amount in the major unit (pounds) and keeps it in minor units (pence), as the API does. One that is finer
 * than its money is kept as it was typed, and refused at the field.
 */
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
      parse={(typed: unknown) => minorOf(typed, unit)}
    />
  );
}

/** What was typed, as the field hands it over: a number, or nothing; null where it is none. */
export function minorOf(typed: unknown, unit: number): number | null {
  const text = typed === null || typed === undefined ? '' : String(typed);
  if (text.trim() === '' || !Number.isFinite(Number(text))) return null;
  return unitsOf(text, unit) ?? Number(text) * unit;
}
