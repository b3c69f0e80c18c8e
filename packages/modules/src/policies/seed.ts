import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { returns } from '@perennial/domain/policies/kinds/returns';
import { warranty } from '@perennial/domain/policies/kinds/warranty';
import type { JobContext } from '@perennial/kernel/write/context';
import { keepPromises } from './promise-service.ts';
import { createPolicy, hasPolicies, publishVersion, saveDraft } from './service.ts';

const HOME = 'United Kingdom';

const TERMS = [
  {
    id: 'returns-abroad',
    kind: returns.kind,
    params: { ...defaultsOf(returns.params), days: 45, openedAllowed: true },
  },
  {
    id: 'returns-home',
    kind: returns.kind,
    params: { ...defaultsOf(returns.params), days: 30, openedAllowed: true },
    appliesTo: { regions: [HOME] },
  },
  {
    id: 'warranty-12',
    kind: warranty.kind,
    params: { ...defaultsOf(warranty.params), months: 12, causes: ['DEFECT', 'TRANSPORT'], transferable: true },
  },
];

/**
 * The promise of the sample shop, in force since the first day of its data: what goes overseas takes longer to come
 * back, so customers abroad have more time. Every purchase in the sample carries it, and every return is decided by it.
 */
export async function seed(ctx: JobContext): Promise<void> {
  await ctx.write('policies.seed', async (write) => {
    // a start that was cut off here goes on where it was
    if (await hasPolicies(write.tx)) return;
    const { versionId } = await createPolicy(write, {
      name: 'Giftware service promise',
      description:
        'Bring it back within 30 days, no questions asked; from abroad within 45. Twelve months of warranty against ' +
        'defects and damage in transport.',
      stage: 'AFTER_SALE',
    });
    await saveDraft(write, versionId, 1, { effectiveFrom: '2010-12-01', terms: TERMS });
    await publishVersion(write, versionId, 2);
  });
  await keepPromises(ctx);
}
