import { entity, type Infer } from '../shared/entity.ts';
import { f } from '../shared/fields.ts';

/** How the warning queue is run; one row per business. */
export const retentionSettings = entity('RetentionSettings', {
  plural: 'retentionSettings',
  owner: 'reference',
  fields: {
    /** A warning is raised below this health. */
    warnBelow: f.int({ min: 1, max: 100 }),
    /** How far health must rise above `warnBelow` before a warning is over, or fall further before it comes back. */
    margin: f.int({ min: 1, max: 50 }),
    /** Warnings one agent can look after in a working day. */
    perAgentPerDay: f.int({ min: 1, max: 200 }),
    dueInWorkingDays: f.int({ min: 1, max: 30, unit: 'working days' }),
    /** Days on which nobody works, besides Saturdays and Sundays. */
    closedDays: f.textList({ max: 400 }),
    version: f.int({ write: 'never' }),
  },
});

export type RetentionSettings = Infer<typeof retentionSettings>;

export const DEFAULT_SETTINGS: RetentionSettings = {
  warnBelow: 60,
  margin: 10,
  perAgentPerDay: 5,
  dueInWorkingDays: 3,
  closedDays: [],
  version: 1,
};

/**
 * How many warnings may be open at once: what the staff can look after until the newest falls due. Without an agent
 * the owner does the work alone.
 */
export function queueCapacity(settings: RetentionSettings, agents: number): number {
  return settings.perAgentPerDay * settings.dueInWorkingDays * Math.max(1, agents);
}
