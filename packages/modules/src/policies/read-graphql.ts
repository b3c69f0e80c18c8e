import { OUTCOMES } from '@perennial/domain/policies/decision';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { sentencesOf } from '@perennial/domain/policies/sentences/sentence';
import { gid, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { variantsOf } from './variant-service.ts';
import { returnsSummary } from './summary-service.ts';
import { tryPolicy } from './try-service.ts';
import { day, idOf, inLanguage, tagOf } from './arguments.ts';

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
