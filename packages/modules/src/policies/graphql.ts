import { policyComment } from '@perennial/domain/policies/comment';
import { policyCut } from '@perennial/domain/policies/cut';
import { OUTCOMES } from '@perennial/domain/policies/decision';
import { policyFloor } from '@perennial/domain/policies/floor';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { policyPacks } from '@perennial/domain/policies/packs/all';
import { policy, POLICY_STAGES } from '@perennial/domain/policies/policy';
import { sentencesOf } from '@perennial/domain/policies/sentences/sentence';
import { policyVersion } from '@perennial/domain/policies/version';
import { LANGUAGES, type Language } from '@perennial/domain/shared/language';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { numbersOf } from '../customers/index.ts';
import { problemsOf } from './check-service.ts';
import { addComment, resolveComment } from './comment-service.ts';
import { decideCut, lessWouldBe, proposeCut } from './cut-service.ts';
import { removeFloor, setFloor } from './floor-service.ts';
import { approvalOf } from './guard-service.ts';
import { readVersion } from './rows.ts';
import { createVariant, variantsOf } from './variant-service.ts';
import { createFromPack, draftFromPack } from './pack-service.ts';
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

const { fields: floor } = policyFloor;
const { fields: comment } = policyComment;
const { reason } = policyCut.fields;
const note = z.string().trim().min(1).max(1000);
const inLanguage = named('Language', z.enum(['en', 'zh_Hant', 'zh_Hans']));

/** The language of an argument, GraphQL's names having no hyphen; English when left out. */
const tagOf = (language: string | undefined): Language =>
  LANGUAGES.find((each) => each === language?.replace('_', '-')) ?? 'en';

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
  mutation({
    name: 'policyCutPropose',
    description:
      'Asks a second person to let a version promise less, or, with `retiring`, to let it end without a successor.',
    roles: KEEPERS,
    input: z.object({
      versionId: gid('PolicyVersion'),
      effectiveFrom: effectiveFrom.optional(),
      retiring: z.boolean().optional(),
      reason,
    }),
    payload: { policyCut: 'PolicyCut' },
    handle: async (ctx, { versionId, ...asked }) => ({
      policyCut: { id: await proposeCut(ctx, { ...asked, versionId: idOf(versionId) }) },
    }),
  }),
  mutation({
    name: 'policyCutApprove',
    description: 'Approves that a version promises less. Never by the person who asked for it.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyCut'), note: note.optional() }),
    payload: { policyCut: 'PolicyCut' },
    handle: async (ctx, { id, note: said }) => {
      await decideCut(ctx, idOf(id), true, said ?? null);
      return { policyCut: id };
    },
  }),
  mutation({
    name: 'policyCutReject',
    description: 'Refuses that a version promises less. Never by the person who asked for it.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyCut'), note: note.optional() }),
    payload: { policyCut: 'PolicyCut' },
    handle: async (ctx, { id, note: said }) => {
      await decideCut(ctx, idOf(id), false, said ?? null);
      return { policyCut: id };
    },
  }),
  mutation({
    name: 'policyFloorSet',
    description:
      'Sets what no version may go below, whoever approves it; takes the place of a floor on the same field.',
    roles: ['OWNER'],
    input: z.object({
      kind: floor.kind,
      field: floor.field,
      row: floor.row.optional(),
      cell: floor.cell.optional(),
      bound: z.unknown(),
      reason: floor.reason,
    }),
    payload: { policyFloor: 'PolicyFloor' },
    handle: async (ctx, { row, cell, ...rest }) => ({
      policyFloor: { id: await setFloor(ctx, { ...rest, row: row ?? null, cell: cell ?? null }) },
    }),
  }),
  mutation({
    name: 'policyFloorRemove',
    description: 'Takes a floor away.',
    roles: ['OWNER'],
    input: z.object({ id: gid('PolicyFloor') }),
    payload: { removed: z.boolean() },
    handle: async (ctx, { id }) => {
      await removeFloor(ctx, idOf(id));
      return { removed: true };
    },
  }),
  mutation({
    name: 'policyCommentAdd',
    description: 'Says something about a draft, or about one of its terms.',
    roles: KEEPERS,
    input: z.object({ versionId: gid('PolicyVersion'), termId: comment.termId.optional(), text: comment.text }),
    payload: { policyComment: 'PolicyComment' },
    handle: async (ctx, { versionId, termId, text }) => ({
      policyComment: { id: await addComment(ctx, { versionId: idOf(versionId), termId: termId ?? null, text }) },
    }),
  }),
  mutation({
    name: 'policyCommentResolve',
    description: 'Settles what was said about a draft.',
    roles: KEEPERS,
    input: z.object({ id: gid('PolicyComment') }),
    payload: { policyComment: 'PolicyComment' },
    handle: async (ctx, { id }) => {
      await resolveComment(ctx, idOf(id));
      return { policyComment: id };
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
      'terms as if they had been in force, with `beside` among what other policies promised. `facts` and `versions` go into `decide` of the domain package unchanged.',
    roles: null,
    args: z.object({
      lineId: gid('InvoiceLine'),
      kind: z.string().max(60).optional(),
      details: z.record(z.string(), z.unknown()).optional(),
      at: day.optional(),
      versionId: gid('PolicyVersion').optional(),
      terms: z.unknown().optional(),
      policyId: gid('Policy').optional(),
      beside: z.boolean().optional(),
      language: inLanguage.optional(),
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
    handle: async (ctx, { lineId, versionId, policyId: ofPolicy, beside, language, kind, details, at, terms }) => {
      const { decision, facts, versions } = await tryPolicy(ctx, {
        line: { customerId: lineId.customerId ?? '', id: idOf(lineId) },
        kind: kind ?? 'returns',
        details,
        at,
        terms: terms ?? undefined,
        versionId: versionId?.id,
        policyId: ofPolicy?.id,
        beside,
      });
      const { versionId: decidedBy, policyId, ...rest } = decision;
      return {
        ...rest,
        policyId: decidedBy === null || decidedBy === 'draft' ? null : `Policy_${policyId}`,
        policyVersionId: decidedBy === null || decidedBy === 'draft' ? null : `PolicyVersion_${decidedBy}`,
        sentences: sentencesOf(decision.trace, tagOf(language)),
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
    name: 'policyVersionCheck',
    description:
      'Everything that would keep a draft from being published on a day (its own first day when left out), by the very ' +
      'checks of publishing, in the order in which it is best mended.',
    roles: null,
    args: z.object({ id: gid('PolicyVersion'), effectiveFrom: effectiveFrom.optional() }),
    returns: z.array(
      named(
        'PolicyProblem',
        z.object({
          code: z.string(),
          message: z.string(),
          path: z.array(z.string()),
          params: z.unknown(),
          /** false: good to know, and no hindrance. */
          blocking: z.boolean(),
        }),
      ),
    ),
    handle: async (ctx, { id, effectiveFrom: from }) => {
      const problems = await problemsOf(ctx.db.orm, await readVersion(ctx.db.orm, idOf(id)), from, ctx);
      return problems.map(({ error: { code, message, path, params }, blocking }) => ({
        code,
        message,
        path: [...path],
        params,
        blocking,
      }));
    },
  }),
  query({
    name: 'policyVersionCut',
    description:
      'Who would be promised less if a draft were published on a day (or a version ended, with `retiring`): the terms, ' +
      'the customers, and what they bought in the last 12 months.',
    roles: null,
    args: z.object({
      id: gid('PolicyVersion'),
      effectiveFrom: effectiveFrom.optional(),
      retiring: z.boolean().optional(),
    }),
    returns: named(
      'PolicyVersionCut',
      z.object({
        effectiveFrom,
        cuts: z.unknown(),
        affected: z.int32(),
        /** Minor units of `currency`. */
        valueAtRisk: z.number(),
        currency: z.string(),
        approved: z.boolean(),
        /** Those worth most, best first. */
        customers: z.array(
          named('AffectedCustomer', z.object({ id: z.string(), number: z.string(), value: z.number() })),
        ),
      }),
    ),
    handle: async (ctx, { id, ...asked }) => {
      const { orm } = ctx.db;
      const { change, less } = await lessWouldBe(orm, idOf(id), asked, ctx);
      const numbers = await numbersOf(
        orm,
        less.foremost.map(({ customerId }) => customerId),
      );
      return {
        effectiveFrom: change.version.effectiveFrom,
        cuts: less.cuts,
        affected: less.customers,
        valueAtRisk: less.valueAtRisk,
        currency: ctx.currency,
        approved: (await approvalOf(orm, change, less)) !== null,
        customers: less.foremost.map(({ customerId, value }) => ({
          id: `Customer_${customerId}`,
          number: numbers.get(customerId) ?? '',
          value,
        })),
      };
    },
  }),
  query({
    name: 'policyVariants',
    description:
      'How the variants of a policy (or this one, where it is a variant) differ from the base, in sentences.',
    roles: null,
    args: z.object({ id: gid('Policy'), language: inLanguage.optional() }),
    returns: z.array(
      named(
        'PolicyVariant',
        z.object({
          policyId: z.string(),
          policy: z.string(),
          regions: z.array(z.string()),
          versionId: z.string(),
          number: z.int32(),
          differences: z.array(
            named(
              'PolicyDifference',
              z.object({
                difference: named('PolicyDifferenceKind', z.enum(['ADDED', 'REPLACED'])),
                kind: z.string(),
                termId: z.string(),
                base: z.array(z.string()),
                variant: z.array(z.string()),
              }),
            ),
          ),
        }),
      ),
    ),
    handle: async (ctx, { id, language }) =>
      (await variantsOf(ctx.db.orm, idOf(id), tagOf(language), ctx)).map((each) => ({
        ...each,
        policyId: `Policy_${each.policyId}`,
        versionId: `PolicyVersion_${each.versionId}`,
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
