import { gid, mutation } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { startWhatIf, stopWhatIf } from './run-service.ts';

const KEEPERS = ['OWNER', 'POLICY_MANAGER'] as const;

export const mutations = [
  mutation({
    name: 'whatIfStart',
    description:
      'Judges everything that ever came back once more, as if a version (or terms of a policy that were not saved) had ' +
      'been in force. Runs in the background; ask `whatIfRun` how far it is.',
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
    description: 'Stops a replay that is running.',
    roles: KEEPERS,
    input: z.object({ id: gid('WhatIfRun') }),
    payload: { whatIfRun: 'WhatIfRun' },
    handle: async (ctx, { id }) => {
      await stopWhatIf(ctx, id.id ?? '');
      return { whatIfRun: id };
    },
  }),
];
