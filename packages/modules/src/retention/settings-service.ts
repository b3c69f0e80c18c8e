import { DEFAULT_SETTINGS, type RetentionSettings } from '@perennial/domain/retention/settings';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import type { WriteContext } from '@perennial/kernel/write/context';
import { eq } from 'drizzle-orm';
import { retentionSettings } from './table.ts';

/** How the queue is run; the domain's defaults until somebody changes them. */
export async function readSettings(orm: Orm): Promise<RetentionSettings> {
  const [row] = await orm.select().from(retentionSettings).limit(1);
  if (!row) return DEFAULT_SETTINGS;
  const { warnBelow, margin, perAgentPerDay, dueInWorkingDays, closedDays, version } = row;
  return { warnBelow, margin, perAgentPerDay, dueInWorkingDays, closedDays, version };
}

type SettingsChange = { [K in keyof Omit<RetentionSettings, 'version'>]?: RetentionSettings[K] | undefined };

/** Changes what is given. Errors: `VERSION_CONFLICT` when somebody else was faster. */
export async function updateSettings(
  ctx: WriteContext,
  version: number,
  change: SettingsChange,
): Promise<RetentionSettings> {
  const before = await readSettings(ctx.tx);
  if (before.version !== version) {
    throw new DomainError('VERSION_CONFLICT', 'Somebody changed these settings meanwhile; reload them and try again.', {
      path: ['version'],
    });
  }
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after = { ...before, ...given, version: version + 1 };
  const [row] = await ctx.tx.select({ id: retentionSettings.id }).from(retentionSettings).limit(1);
  if (row)
    await ctx.tx
      .update(retentionSettings)
      .set({ ...after, updatedAt: ctx.now })
      .where(eq(retentionSettings.id, row.id));
  else await ctx.tx.insert(retentionSettings).values({ id: newId(), ...after, updatedAt: ctx.now });
  ctx.audit({ subject: 'RetentionSettings', before, after });
  return after;
}
