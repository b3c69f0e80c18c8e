import { policyGaps, termFor } from './gap-service.ts';
import { gid, mutation, named, query } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { addTermToDraft } from '../policies/index.ts';
import { startWhatIf, stopWhatIf } from './queue-service.ts';

const KEEPERS = ['OWNER', 'POLICY_MANAGER'] as const;

export const queries = [
  query({
    name: 'policyGaps',
    description:
      'What customers came with and no promise spoke of, grouped by kind, region, segment and category, the most ' +
      'frequent first; at most 50 groups. `asked`: by which names it was asked for, at most 20. `value` in minor units of `currency`.',
    roles: null,
    args: z.object({}),
    returns: z.array(
      named(
        'PolicyGap',
        z.object({
          kind: z.string(),
          region: z.string(),
          segment: z.string(),
          category: z.string().nullable(),
          asked: z.array(z.string()),
          claims: z.int32(),
          customers: z.int32(),
          quantity: z.int32(),
          value: z.int(),
          currency: z.string(),
        }),
      ),
    ),
    handle: (ctx) => policyGaps(ctx.db.orm, ctx),
  }),
];

export const mutations = [
  mutation({
    name: 'whatIfStart',
    description:
      'Judges everything that ever came back once more, as if a version (or terms of a policy that were not saved) had ' +
      'been in force. Runs in the background, one after the other; ask `whatIfRun` how far it is. The same words while they ' +
      'are under way: the answer is that run.',
    roles: KEEPERS,
    input: z.object({
      policyVersionId: gid('PolicyVersion').optional(),
      policyId: gid('Policy').optional(),
      terms: z.unknown().optional(),
    }),
    payload: { whatIfRun: 'WhatIfRun' },
    handle: async (ctx, { policyVersionId, policyId, terms }) => ({
      whatIfRun: {
        id: await startWhatIf(ctx, {
          versionId: policyVersionId?.id,
          policyId: policyId?.id,
          terms: terms ?? undefined,
        }),
      },
    }),
  }),
  mutation({
    name: 'whatIfStop',
    description: 'Stops a replay that waits or runs.',
    roles: KEEPERS,
    input: z.object({ id: gid('WhatIfRun') }),
    payload: { whatIfRun: 'WhatIfRun' },
    handle: async (ctx, { id }) => {
      await stopWhatIf(ctx, id.id ?? '');
      return { whatIfRun: id };
    },
  }),
  mutation({
    name: 'policyGapDraft',
    description:
      'Puts a term for a gap into the newest draft of a policy, or into a new draft: it speaks of that kind, region, ' +
      'segment and category, with the values a new term begins with. For `exclusions` what is `asked` is declared as not ' +
      'served, besides what is so declared already.',
    roles: KEEPERS,
    input: z.object({
      policyId: gid('Policy'),
      kind: z.string().max(60),
      region: z.string().max(120).nullable().optional(),
      segment: z.string().max(120).nullable().optional(),
      category: z.string().max(120).nullable().optional(),
      asked: z.array(z.string().max(120)).max(50).nullable().optional(),
    }),
    payload: { policyVersion: 'PolicyVersion', termId: z.string() },
    handle: async (ctx, { policyId, ...gap }) => {
      const { versionId, termId } = await addTermToDraft(ctx, policyId.id ?? '', (draft, others) =>
        termFor(gap, draft, others),
      );
      return { policyVersion: { id: versionId }, termId };
    },
  }),
];
