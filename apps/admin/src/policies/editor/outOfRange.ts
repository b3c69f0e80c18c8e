import type { FormField } from '@perennial/domain/policies/kinds/form';
import { minorDigits } from '@perennial/domain/shared/money';
import type { Format } from '../../format/format.ts';
import type { Translate } from '../../i18n/useWords.ts';

/** What a value has to keep to; `max` left out: nothing but what is countable. */
export type Bounds =
  | { type: 'int' | 'money'; min: number; max?: number }
  | { type: 'text'; min?: number; max: number }
  | { type: 'words' | 'rows'; min?: number; max: number };

/** The bounds of a declared field; undefined where its control offers nothing that is out of them. */
export const boundsOf = (field: FormField): Bounds | undefined => ('max' in field ? field : undefined);

/** What would be right in place of a value that is out of its bounds, in the reader's words. */
export function outOfRange(bounds: Bounds, value: unknown, currency: string, t: Translate, format: Format): string {
  const { type, min = 0, max } = bounds;
  if (type === 'rows') return t('policyEditor.rangeRows', { min, max });
  if (type === 'words') return t('policyEditor.rangeWords', { max });
  if (type === 'text') return t(min > 0 ? 'policyEditor.rangeText' : 'policyEditor.rangeTextAtMost', { min, max });
  const said = (number: number) => (type === 'money' ? format.money(number, currency) : format.number(number));
  const range =
    max === undefined
      ? t('policyEditor.rangeAtLeast', { min: said(min) })
      : t('policyEditor.range', { min: said(min), max: said(max) });
  if (typeof value !== 'number' || Number.isInteger(value)) return range;
  const digits = minorDigits(currency);
  return type === 'money' && digits > 0
    ? t('policyEditor.decimals', { smart_count: digits, range })
    : t('policyEditor.whole', { range });
}

/** An amount as it was typed, in minor units: what is finer than those stays so, for the rules to refuse it. */
export const minorOf = (typed: number, unit: number): number => Number((typed * unit).toFixed(4));
