import type { Cases } from '@perennial/domain/policies/cases';
import { kindLabel } from '@perennial/domain/policies/kinds/all';
import { valuesIn } from '@perennial/domain/policies/phrases';
import { sentenceOf } from '@perennial/domain/policies/sentences/sentence';
import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { sentenceKey, type ApiProblem } from './errors.ts';
import { floorInWords } from './floorInWords.ts';
import { grantInWords } from './grantInWords.ts';
import { moneyInWords, nameIn } from './moneyInWords.ts';
import { sayDates } from './sayDates.ts';

interface Refusal {
  message: string;
  params?: unknown;
}

type Said = Pick<ApiProblem, 'code' | 'message' | 'path'> & { params?: unknown };

/**
 * What a refusal's sentence is filled in with, in the reader's words: a kind of term by its label, the cases that two
 * terms share as a promise would say them, a floor with the field it is for, a grant as the page of its agreement names
 * it, sums with their currency, what has names in several languages by the reader's, days and moments as the language
 * writes them.
 */
export function useRefusalArgs(): (refusal: Refusal) => Record<string, unknown> {
  const t = useWords();
  const translate = useTranslate();
  const language = useLanguage();
  const { currency } = useBusiness();
  const format = useFormat();
  return useCallback(
    ({ message, params: given }) => {
      const params = valuesIn(given ?? {}, language);
      const { kind, shared, ...rest } = params as { kind?: string; shared?: Cases | null };
      const label = kind && kindLabel(kind, language);
      const scope = shared ? sentenceOf({ code: 'CASES', params: { cases: shared, currency } }, language) : undefined;
      return {
        ...sayDates(rest, format),
        ...moneyInWords(params, format),
        ...nameIn(params, language),
        ...floorInWords(params, currency, language),
        ...grantInWords(params, translate),
        kind: label,
        scope: scope?.replace(/[。.]$/, '') ?? t('shell.thisPurchase'),
        _: message,
      };
    },
    [t, translate, language, currency, format],
  );
}

/** A refusal as a sentence in the reader's language. */
export function useRefusalText(): (refusal: Said) => string {
  const translate = useTranslate();
  const args = useRefusalArgs();
  return (refusal) =>
    translate(sentenceKey({ ...refusal, params: refusal.params as ApiProblem['params'] }), args(refusal));
}
