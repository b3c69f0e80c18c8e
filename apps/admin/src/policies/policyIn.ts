import { policyWords } from '@perennial/domain/policies/policy';
import type { Language } from '../i18n/languages.ts';
import type { PolicyFile } from './version.ts';

/** How the policy is called and described to who reads that language: its own words where none were given for it. */
export function policyIn(policy: PolicyFile, language: Language): { name: string; description: string } {
  const said = policyWords.safeParse(policy.words ?? {}).data?.[language];
  return { name: said?.name || policy.name, description: said?.description || policy.description };
}
