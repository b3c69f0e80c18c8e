import type { SystemWriteContext, WriteContext } from '@perennial/kernel/write/context';
import { eq } from 'drizzle-orm';
import type { VersionRow } from './rows.ts';
import { policyVersions } from './table.ts';

/** What these services need of a write: staff and jobs (seeding) can both offer it. */
export type Writing = Pick<
  WriteContext | SystemWriteContext,
  'tx' | 'now' | 'asOf' | 'latestDay' | 'currency' | 'timezone' | 'audit' | 'emit' | 'actor'
>;

/** By whom it is done, as it is written down. */
export const nameOf = (ctx: Writing): string => (ctx.actor.kind === 'staff' ? ctx.actor.email : 'system');

/** Changes a version: one row, its number one higher, its trace in the audit. */
export async function writeVersion(ctx: Writing, before: VersionRow, change: Partial<VersionRow>): Promise<void> {
  await ctx.tx
    .update(policyVersions)
    .set({ ...change, version: before.version + 1, updatedAt: ctx.now })
    .where(eq(policyVersions.id, before.id));
  const told = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof VersionRow]]));
  ctx.audit({ subject: `PolicyVersion_${before.id}`, before: told, after: change });
}
