import { packOf } from '@perennial/domain/policies/packs/all';
import { termsOfPack, underNamesOf, wordsOfPack } from '@perennial/domain/policies/packs/pack';
import { LANGUAGES, type Language } from '@perennial/domain/shared/language';
import { calendarIds } from '../calendars/index.ts';
import { readVersion } from './rows.ts';
import { draftFrom, saveDraft } from './draft-service.ts';
import { createPolicy } from './policy-service.ts';
import type { Writing } from './writing.ts';

export interface FromPack {
  /** Name of the pack; see `policyPacks` of the domain package. */
  pack: string;
  /** The language in which the terms' own words (charges, checklists) are typed; they are worded in the others. */
  language: Language;
  /** What the policy is called instead of the pack's own name. */
  name?: string | undefined;
}

/**
 * A policy whose first draft holds the terms of a pack, with amounts in the business's currency. All its words exist in
 * every language from the start, and where there are working hours it counts by the oldest of them, so that it can be
 * published as it is. Errors: `UNKNOWN_PACK`, `NAME_TAKEN`.
 */
export async function createFromPack(ctx: Writing, input: FromPack): Promise<{ policyId: string; versionId: string }> {
  const pack = packOf(input.pack);
  const name = input.name ?? pack.label[input.language];
  const made = await createPolicy(ctx, {
    name,
    description: pack.description[input.language],
    stage: pack.stage,
    words: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        // a name of the business's own is its name in every language
        { name: input.name ?? pack.label[language], description: pack.description[language] },
      ]),
    ),
  });
  const [calendarId = null] = await calendarIds(ctx.tx);
  const terms = termsOfPack(pack, input.language, ctx.currency);
  await saveDraft(ctx, made.versionId, 1, { ...wordsOfPack(pack, input.language, ctx.currency), terms, calendarId });
  return made;
}

/**
 * A draft that is to follow `versionId` and promises what a pack does instead; it keeps the working hours and service
 * points of that version. Errors: `UNKNOWN_PACK`, `NOT_FOUND`.
 */
export async function draftFromPack(ctx: Writing, versionId: string, input: Omit<FromPack, 'name'>): Promise<string> {
  const pack = packOf(input.pack);
  const terms = termsOfPack(pack, input.language, ctx.currency);
  const { version } = await readVersion(ctx.tx, versionId);
  const id = await draftFrom(ctx, versionId);
  await saveDraft(ctx, id, 1, {
    ...wordsOfPack(pack, input.language, ctx.currency),
    terms: underNamesOf(version.terms, terms),
  });
  return id;
}
