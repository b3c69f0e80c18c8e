import { useTranslate } from 'react-admin';
import type { Words } from './en/index.ts';
import type { Paths } from './same.ts';

/** A key that exists in every dictionary. */
export type WordKey = Paths<Words>;

export type Translate = (key: WordKey, values?: Record<string, unknown>) => string;

/** The typed way to sentences: a key that is in no dictionary does not compile. */
export function useWords(): Translate {
  return useTranslate();
}
