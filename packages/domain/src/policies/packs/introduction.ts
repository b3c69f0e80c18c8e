import { LANGUAGES } from '../../shared/language.ts';
import type { Term } from '../terms.ts';
import { policyPacks } from './all.ts';
import { termsOfPack } from './pack.ts';

/**
 * The terms that an introduction was written for, where it is a pack's own in some language: as they are typed in each
 * language, for whoever took the pack chose that. Empty: somebody wrote the introduction.
 */
export const introducedBy = (intro: string, currency: string): Term[][] =>
  policyPacks
    .filter((pack) => LANGUAGES.some((language) => pack.description[language] === intro))
    .flatMap((pack) => LANGUAGES.map((language) => termsOfPack(pack, language, currency)));
