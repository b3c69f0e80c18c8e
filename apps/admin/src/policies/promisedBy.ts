import type { WithBesides } from '@perennial/domain/policies/besides';
import { settingsOf } from './editor/settings.ts';
import { phrasesOf } from './editor/words.ts';
import { termsOf } from './termsOf.ts';
import type { Version } from './version.ts';

/** What a stored version promises, as the rules compare it. */
export const promisedBy = (version: Pick<Version, 'terms' | 'phrases' | 'pointIds' | 'calendarId'>): WithBesides => ({
  terms: termsOf(version.terms),
  phrases: phrasesOf(version.phrases),
  ...settingsOf(version),
});
