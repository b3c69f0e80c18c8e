import type { Language } from '../i18n/languages.ts';
import { policyNameIn } from './policyIn.ts';

type Named = Parameters<typeof policyNameIn>[0];

/** Where refusals name a policy. */
const NAMED = ['policy', 'firstPolicy', 'secondPolicy'] as const;

/**
 * What a refusal is filled in with, its policies called as the reader knows them: the rules name them in the words of
 * whoever made them, and every page beside the refusal in the reader's.
 */
export function namesIn<Said extends { params?: unknown }>(
  said: Said,
  policies: readonly Named[],
  language: Language,
): Said {
  if (typeof said.params !== 'object' || said.params === null) return said;
  const params: Record<string, unknown> = { ...said.params };
  for (const field of NAMED) {
    const policy = policies.find(({ name }) => name === params[field]);
    if (policy) params[field] = policyNameIn(policy, language);
  }
  return { ...said, params };
}
