import { useMemo } from 'react';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useLanguage } from '../i18n/useLanguage.ts';
import { formatFor, type Format } from './format.ts';

/** Dates, money and numbers in the reader's language and the business's zone. */
export function useFormat(): Format {
  const language = useLanguage();
  const { timezone } = useBusiness();
  return useMemo(() => formatFor(language, timezone), [language, timezone]);
}
