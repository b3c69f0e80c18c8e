import { policyPacks } from '@perennial/domain/policies/packs/all';
import { policy } from '@perennial/domain/policies/policy';
import { policyVersion } from '@perennial/domain/policies/version';
import { gid, mutation } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { createVariant } from './variant-service.ts';
import { createFromPack, draftFromPack } from './pack-service.ts';
import { discardDraft, draftFrom, emptyDraft, saveDraft } from './draft-service.ts';
import { createPolicy, updatePolicy } from './policy-service.ts';
import { publishVersion, retireVersion } from './publish-service.ts';
import { day, idOf, inLanguage, KEEPERS, tagOf, version } from './arguments.ts';

const { name, description, stage, slug, regions, words, probeDays } = policy.fields;
const { effectiveFrom, effectiveTo, intro, phrases, calendarId } = policyVersion.fields;

export const mutations = [
  mutation({
    name: 'policyCreate',
    description: 'Enters a service policy and its first, empty draft.',
    roles: KEEPERS,
    input: z.object({
      name,
      description: description.optional(),
      stage: stage.optional(),
      slug: slug.optional(),
      regions: regions.optional(),
      words: words.optional(),
      probeDays: probeDays.optional(),
    }),
    payload: { policy: 'Policy', policyVersion: 'PolicyVersion' },
    handle: async (ctx, input) => {
      const made = await createPolicy(ctx, input);
      return { policy: { id: made.policyId }, policyVersion: { id: made.versionId } };
    },
  }),
  mutation({
    name: 'policyCreateFromPack',
    description:
      'Enters a service policy whose first draft holds a complete set of terms for a kind of business: ' +
      `${policyPacks.map((each) => each.name).join(', ')}. Amounts are suggestions in the business's currency.`,
    roles: KEEPERS,
    input: z.object({ pack: z.string().max(60), language: inLanguage.optional(), name: name.optional() }),
    payload: { policy: 'Policy', policyVersion: 'PolicyVersion' },
    handle: async (ctx, { pack, language, name: called }) => {
      const made = await createFromPack(ctx, { pack, language: tagOf(language), name: called });
      return { policy: { id: made.policyId }, policyVersion: { id: made.versionId } };
    },
  }),
  mutation({
    name: 'policyUpdate',
    description: 'Changes how a policy is called and described and leaves the rest.',
    roles: KEEPERS,
    input: z.object({
      id: gid('Policy'),
      version,
      name: name.optional(),
      description: description.optional(),
      stage: stage.optional(),
      slug: slug.optional(),
      regions: regions.optional(),
      words: words.optional(),
      probeDays: probeDays.optional(),
    }),
    payload: { policy: 'Policy' },
    handle: async (ctx, { id, version: seen, ...change }) => {
      await updatePolicy(ctx, idOf(id), seen, change);
      return { policy: id };
    },
  }),
  mutation({
    name: 'policyVersionSave',
    description:
      'Saves what is given of a draft. `terms` is the whole list; each term names its kind, see `policyKinds`. `phrases` is ' +
      'the whole of how its intro and the texts in its terms are said in other languages: { [text]: { [language]: wording } }.',
    roles: KEEPERS,
    input: z.object({
      id: gid('PolicyVersion'),
      version,
      effectiveFrom: effectiveFrom.optional(),
      effectiveTo: effectiveTo.optional(),
      intro: intro.optional(),
      terms: z.unknown().optional(),
      phrases: phrases.optional(),
      calendarId: calendarId.optional(),
      pointIds: z.array(gid('ServicePoint')).max(200).optional(),
    }),
    payload: { policyVersion: 'PolicyVersion' },
    handle: async (ctx, { id, version: seen, pointIds, ...change }) => {
      await saveDraft(ctx, idOf(id), seen, { ...change, ...(pointIds ? { pointIds: pointIds.map(idOf) } : {}) });
      return { policyVersion: id };
    },
  }),
  mutation({
    name: 'policyVersionPublish',
    description: 'Promises a draft to all purchases from a day on, and ends the version before it on that day.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyVersion'), version, effectiveFrom: effectiveFrom.optional() }),
    payload: { policyVersion: 'PolicyVersion' },
    handle: async (ctx, { id, version: seen, effectiveFrom: from }) => {
      await publishVersion(ctx, idOf(id), seen, from);
      return { policyVersion: id };
    },
  }),
  mutation({
    name: 'policyVersionRetire',
    description:
      'Ends a published version: `on` is the first day on which it holds no more, tomorrow or later. Purchases that carry it keep it.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyVersion'), version, on: day.optional() }),
    payload: { policyVersion: 'PolicyVersion' },
    handle: async (ctx, { id, version: seen, on }) => {
      await retireVersion(ctx, idOf(id), seen, on);
      return { policyVersion: id };
    },
  }),
  mutation({
    name: 'policyVersionDraftFrom',
    description: 'Starts a draft as a copy of any version, or with the terms of a pack in their place.',
    roles: KEEPERS,
    input: z.object({
      id: gid('PolicyVersion'),
      pack: z.string().max(60).optional(),
      language: inLanguage.optional(),
    }),
    payload: { policyVersion: 'PolicyVersion' },
    handle: async (ctx, { id, pack, language }) => {
      const from = idOf(id);
      const made =
        pack === undefined
          ? await draftFrom(ctx, from)
          : await draftFromPack(ctx, from, { pack, language: tagOf(language) });
      return { policyVersion: { id: made } };
    },
  }),
  mutation({
    name: 'policyVersionBegin',
    description: 'Starts a draft that promises nothing yet.',
    roles: KEEPERS,
    input: z.object({ policyId: gid('Policy') }),
    payload: { policyVersion: 'PolicyVersion' },
    handle: async (ctx, { policyId }) => ({
      policyVersion: { id: await emptyDraft(ctx, idOf(policyId)) },
    }),
  }),
  mutation({
    name: 'policyVersionDiscard',
    description: 'Throws a draft away.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyVersion'), version }),
    payload: { discarded: z.boolean() },
    handle: async (ctx, { id, version: seen }) => {
      await discardDraft(ctx, idOf(id), seen);
      return { discarded: true };
    },
  }),
  mutation({
    name: 'policyVariantCreate',
    description: 'Begins a regional variant: a policy that says only what differs from its base in its regions.',
    roles: KEEPERS,
    input: z.object({ baseId: gid('Policy'), name, regions }),
    payload: { policy: 'Policy', policyVersion: 'PolicyVersion' },
    handle: async (ctx, { baseId, ...input }) => {
      const made = await createVariant(ctx, { ...input, baseId: idOf(baseId) });
      return { policy: { id: made.policyId }, policyVersion: { id: made.versionId } };
    },
  }),
];
