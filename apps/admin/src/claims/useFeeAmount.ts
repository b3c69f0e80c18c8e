import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Fee } from './charges.ts';

/** The amount of a disclosed fee as people read it: a cap is no price. */
export function useFeeAmount(currency: string): (fee: Pick<Fee, 'mode' | 'amount'>) => string {
  const t = useWords();
  const format = useFormat();
  return ({ mode, amount }) => {
    // nothing is disclosed where no currency is
    const money = currency === '' ? '' : format.money(amount, currency);
    return mode === 'CAP' ? t('claims.charges.atMost', { amount: money }) : money;
  };
}
