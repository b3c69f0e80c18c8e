import { z } from 'zod';

/**
 * The list (or the one thing) behind a figure: every figure leads there. `filter` is the list's own GraphQL filter;
 * `id` a global id where the figure is about one thing.
 */
export const targetSchema = z.object({
  resource: z.enum([
    'customers',
    'invoices',
    'warnings',
    'retentionPlans',
    'planActions',
    'returns',
    'importBatches',
    'policies',
    'claims',
    'fulfilmentTasks',
    'servicePoints',
  ]),
  id: z.string().nullable(),
  filter: z.record(z.string(), z.unknown()),
});

export type Target = z.infer<typeof targetSchema>;

export function listOf(resource: Target['resource'], filter: Target['filter'] = {}): Target {
  return { resource, id: null, filter };
}

export function oneOf(resource: Target['resource'], id: string): Target {
  return { resource, id, filter: {} };
}
