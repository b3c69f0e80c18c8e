import { OUTCOMES } from '@perennial/domain/policies/decision';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { policy, POLICY_STAGES } from '@perennial/domain/policies/policy';
import { sentencesOf } from '@perennial/domain/policies/sentences/sentence';
import { policyVersion } from '@perennial/domain/policies/version';
import { LANGUAGES } from '@perennial/domain/shared/language';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { closeReturn } from './return-service.ts';
import {
  createPolicy,
  discardDraft,
  draftFrom,
  publishVersion,
  retireVersion,
  saveDraft,
  updatePolicy,
} from './service.ts';
import { returnsSummary } from './summary-service.ts';
import { tryPolicy } from './try-service.ts';

const KEEPERS = ['OWNER', 'POLICY_MANAGER'] as const;
const { name, description, stage, slug, regions, words, probeDays } = policy.fields;
const { effectiveFrom, effectiveTo, calendarId } = policyVersion.fields;
const version = z.int32().min(1);
const day = z.iso.date();

/** The id of a set-up row; `gid` has checked that it is one. */
const idOf = (ref: { id?: string | undefined }): string => ref.id ?? '';

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
      'Saves what is given of a draft. `terms` is the whole list; each term names its kind, see `policyKinds`.',
    roles: KEEPERS,
    input: z.object({
      id: gid('PolicyVersion'),
      version,
      effectiveFrom: effectiveFrom.optional(),
      effectiveTo: effectiveTo.optional(),
      terms: z.unknown().optional(),
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
    description: 'Ends a published version today or on a later day. Purchases that carry it keep it.',
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
    description: 'Starts a draft as a copy of any version.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyVersion') }),
    payload: { policyVersion: 'PolicyVersion' },
    handle: async (ctx, { id }) => ({ policyVersion: { id: await draftFrom(ctx, idOf(id)) } }),
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
    name: 'returnClose',
    description: 'Closes a return about which nothing is left to do.',
    roles: ['OWNER', 'AGENT'],
    input: z.object({ id: gid('Return') }),
    payload: { return: 'Return' },
    handle: async (ctx, { id }) => {
      await closeReturn(ctx, id.customerId ?? '', idOf(id));
      return { return: id };
    },
  }),
];

const outcome = named('ReturnOutcome', z.enum(OUTCOMES));

export const queries = [
  query({
    name: 'policyTry',
    description:
      'Decides a claim on a purchased line without writing anything: by what it was promised, or by a version or by ' +
      'terms as if they had been in force. `facts` and `versions` go into `decide` of the domain package unchanged.',
    roles: null,
    args: z.object({
      lineId: gid('InvoiceLine'),
      kind: z.string().max(60).optional(),
      details: z.record(z.string(), z.unknown()).optional(),
      at: day.optional(),
      versionId: gid('PolicyVersion').optional(),
      terms: z.unknown().optional(),
      language: named('Language', z.enum(['en', 'zh_Hant', 'zh_Hans'])).optional(),
    }),
    returns: named(
      'PolicyTrial',
      z.object({
        outcome,
        policyId: z.string().nullable(),
        policyVersionId: z.string().nullable(),
        termId: z.string().nullable(),
        countedFrom: z.string().nullable(),
        deadline: z.string().nullable(),
        trace: z.unknown(),
        sentences: z.array(z.string()),
        facts: z.unknown(),
        versions: z.unknown(),
      }),
    ),
    handle: async (ctx, { lineId, versionId, language, kind, details, at, terms }) => {
      const { decision, facts, versions } = await tryPolicy(ctx, {
        line: { customerId: lineId.customerId ?? '', id: idOf(lineId) },
        kind: kind ?? 'returns',
        details,
        at,
        terms: terms ?? undefined,
        versionId: versionId?.id,
      });
      const { versionId: decidedBy, policyId, ...rest } = decision;
      const tag = LANGUAGES.find((each) => each === language?.replace('_', '-')) ?? 'en';
      return {
        ...rest,
        policyId: decidedBy === null || decidedBy === 'draft' ? null : `Policy_${policyId}`,
        policyVersionId: decidedBy === null || decidedBy === 'draft' ? null : `PolicyVersion_${decidedBy}`,
        sentences: sentencesOf(decision.trace, tag),
        facts,
        versions,
      };
    },
  }),
  query({
    name: 'policyKinds',
    description: 'The kinds of term there are, each with its form: fields, bounds, labels in every language, defaults.',
    roles: null,
    args: z.object({}),
    returns: z.array(
      named(
        'PolicyKind',
        z.object({
          kind: z.string(),
          stage: named('PolicyStage', z.enum(POLICY_STAGES)),
          label: z.unknown(),
          params: z.unknown(),
          claim: z.unknown(),
          defaults: z.unknown(),
        }),
      ),
    ),
    handle: async () =>
      termKinds.map(({ kind, stage: when, label, params, claim }) => ({
        kind,
        stage: when,
        label,
        params,
        claim,
        defaults: defaultsOf(params),
      })),
  }),
  query({
    name: 'returnsSummary',
    description: 'Returns counted by outcome and by the term that decided; the counts sum to all returns.',
    roles: null,
    args: z.object({}),
    returns: z.array(
      named(
        'ReturnsCount',
        z.object({
          outcome,
          policyId: z.string().nullable(),
          policy: z.string().nullable(),
          versionId: z.string().nullable(),
          versionNumber: z.int32().nullable(),
          termId: z.string().nullable(),
          returns: z.int32(),
          open: z.int32(),
          quantity: z.int32(),
        }),
      ),
    ),
    handle: async (ctx) =>
      (await returnsSummary(ctx.db)).map((row) => ({
        ...row,
        policyId: row.policyId && `Policy_${row.policyId}`,
        versionId: row.versionId && `PolicyVersion_${row.versionId}`,
      })),
  }),
];
