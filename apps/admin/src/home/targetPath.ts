import type { Target } from '@perennial/domain/insights/target';

/** Where the dashboard keeps each list. */
const PATHS: Record<Target['resource'], string> = {
  customers: '/customers',
  invoices: '/invoices',
  warnings: '/warnings',
  retentionPlans: '/plans',
  planActions: '/plans',
  returns: '/returns',
  importBatches: '/import',
  policies: '/policies',
  claims: '/claims',
  fulfilmentTasks: '/fulfilment',
  servicePoints: '/servicePoints',
};

/** `{value: {gte: 1}}` as the flat values that lists keep in their address: `{value_gte: 1}`. */
function flatFilter(filter: Record<string, unknown>): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [field, operators] of Object.entries(filter)) {
    for (const [operator, value] of Object.entries(operators as Record<string, unknown>)) {
      flat[operator === 'eq' ? field : `${field}_${operator}`] = value;
    }
  }
  return flat;
}

/** The address of the list, or of the one thing, behind a figure. */
export function targetPath(target: { resource: Target['resource']; id: string | null; filter: unknown }): string {
  const path = PATHS[target.resource];
  if (target.id) {
    // A warning has no page of its own: its list is narrowed to it.
    if (target.resource === 'warnings')
      return `${path}?filter=${encodeURIComponent(JSON.stringify({ id: target.id }))}`;
    return `${path}/${encodeURIComponent(target.id)}/show`;
  }
  const filter = flatFilter((target.filter ?? {}) as Record<string, unknown>);
  return `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
