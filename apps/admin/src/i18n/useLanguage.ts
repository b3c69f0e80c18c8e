import { useLocaleState } from 'react-admin';
import type { Language } from './languages.ts';

/** The language the person reads now. */
export function useLanguage(): Language {
  return useLocaleState()[0] as Language;
}
