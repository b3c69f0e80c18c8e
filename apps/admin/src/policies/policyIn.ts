import type { Phrases } from '@perennial/domain/policies/phrases';
import { phrasesWithName, policyWords } from '@perennial/domain/policies/policy';
import type { Term } from '@perennial/domain/policies/terms';
import { typedTexts } from '@perennial/domain/policies/typed-texts';
import type { Language } from '../i18n/languages.ts';
import type { PolicyFile } from './version.ts';

type Named = Pick<PolicyFile, 'name'> & { words?: unknown };
type Called = Named & Pick<PolicyFile, 'description'>;

const given = ({ words }: Named) => policyWords.safeParse(words ?? {}).data ?? {};

/** How the policy is called and described to who reads that language: its own words where none were given for it. */
export const policyIn = (policy: Called, language: Language): { name: string; description: string } => ({
  name: policyNameIn(policy, language),
  description: given(policy)[language]?.description || policy.description,
});

export const policyNameIn = (policy: Named, language: Language): string => given(policy)[language]?.name || policy.name;

/** How the texts of a draft and the policy's name are said in every language, for what is decided in the browser. */
export const draftPhrases = (policy: Called, terms: readonly Term[], phrases: Phrases): Phrases =>
  phrasesWithName({ ...policy, words: given(policy) }, typedTexts(terms), phrases);
