import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';
import { LANGUAGES } from '../shared/language.ts';
import { phrasesFor, tidyPhrases, type Phrases } from './phrases.ts';

/** When in the life of a sale a promise is kept (售前、售中、售後, C2); ALWAYS = in all three. */
export const POLICY_STAGES = ['PRE_SALE', 'SALE', 'AFTER_SALE', 'ALWAYS'] as const;

/** How a policy is called and described in a language, where its own name is not meant for that language's readers. */
export const policyWords = z.partialRecord(
  z.enum(LANGUAGES),
  z.object({ name: z.string().trim().max(120), description: z.string().max(10_000) }),
);

export type PolicyWords = z.infer<typeof policyWords>;

interface Called {
  name: string;
  description: string;
  words: PolicyWords;
}

const saidOf = (text: string, words: PolicyWords, field: 'name' | 'description'): Phrases =>
  tidyPhrases({ [text]: Object.fromEntries(Object.entries(words).map(([language, each]) => [language, each[field]])) });

type Named = Pick<Called, 'name' | 'words'> & Partial<Called>;

/** How a policy's name is said in the languages for which words were given. */
export const namePhrases = ({ name, words }: Named): Phrases => saidOf(name, words, 'name');

/**
 * How the texts typed into a version are said in other languages, and the policy's name beside them. Of a text that is
 * typed like the name only the version speaks (S1): it is what was published, and a name is changed by one person.
 */
export const phrasesWithName = (policy: Called, typed: readonly string[], given: Phrases): Phrases => ({
  ...phrasesFor(typed, given),
  ...(typed.includes(policy.name) ? {} : namePhrases(policy)),
});

/** A policy's description as the intro of a version, with how it is said in other languages; empty: it has none. */
export function introOf({ description, words }: Called): { intro: string; phrases: Phrases } {
  const intro =
    description ||
    Object.values(words)
      .map((each) => each.description)
      .find((each) => each !== '') ||
    '';
  return { intro, phrases: intro === '' ? {} : saidOf(intro, words, 'description') };
}

/**
 * A service policy (服務政策, C1): the named promise; what it says, and since when, is in its versions.
 *
 * With `baseId` it is a regional variant (差異性, C45): it says only what differs in its `regions`, and everything else
 * is promised there by its base.
 */
export const policy = entity('Policy', {
  plural: 'policies',
  owner: 'reference',
  fields: {
    name: f.text({ max: 120, share: 'grantable', filter: true, sort: true }),
    description: f.longText({ share: 'grantable' }),
    stage: f.enum('PolicyStage', POLICY_STAGES, { share: 'grantable', filter: true }),
    /** The address of its public charter (服務承諾, C5). */
    slug: f.text({ max: 80, filter: true }),
    baseId: f.ref('Policy', { filter: true, nullable: true, write: 'create' }),
    /** Where it is promised; empty = everywhere. */
    regions: f.textList({ max: 200 }),
    words: f.json(policyWords, {}),
    /** A listed service point must have answered a probe within so many days (S14). */
    probeDays: f.int({ min: 1, max: 366, unit: 'days' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never', sort: true }),
  },
});

export type Policy = Infer<typeof policy>;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An address made from a name; null where the name has no letters an address may have (a Chinese name, say). */
export function slugOf(name: string): string | null {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain === '' ? null : plain;
}

/** Refuses an address that cannot stand in a link as it is (`BAD_SLUG`). */
export function checkSlug(slug: string): void {
  if (SLUG.test(slug)) return;
  throw new DomainError(
    'BAD_SLUG',
    `"${slug}" cannot be the charter's address; use small letters, digits and single hyphens, such as service-promise.`,
    { path: ['slug'], params: { slug } },
  );
}
