import type { Orm } from '@perennial/kernel/db/database';
import { policyVersions } from './table.ts';

/** The service points that each version lists, by the version's id, drafts among them: where it has customers served (S14). */
export async function pointsListed(orm: Orm): Promise<Map<string, readonly string[]>> {
  const rows = await orm.select({ id: policyVersions.id, pointIds: policyVersions.pointIds }).from(policyVersions);
  return new Map(rows.map(({ id, pointIds }) => [id, pointIds]));
}
