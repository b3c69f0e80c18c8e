import type { Version } from '../version.ts';
import { same } from './threeWay.ts';

/** By which hours a version counts and which service points it lists. */
export interface Settings {
  calendarId: string | null;
  pointIds: readonly string[];
}

/** Working hours that somebody else chose where others were chosen here; null: none. */
export interface RivalCalendar {
  theirs: string | null;
}

/** Stored ids of service points as the schema writes them. */
export const pointsOf = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.map((id) => `ServicePoint_${String(id).replace(/^ServicePoint_/, '')}`) : [];

/** The settings of a stored version. */
export const settingsOf = ({ calendarId, pointIds }: Pick<Version, 'calendarId' | 'pointIds'>): Settings => ({
  calendarId: calendarId ?? null,
  pointIds: pointsOf(pointIds),
});

/** Of what is chosen, what the stored version does not say yet; the order of points has no meaning. */
export function changedSettings({ calendarId, pointIds }: Settings, stored: Settings): Partial<Settings> {
  return {
    ...(calendarId === stored.calendarId ? {} : { calendarId }),
    ...(same([...pointIds].sort(), [...stored.pointIds].sort()) ? {} : { pointIds }),
  };
}

export const sameSettings = (a: Settings, b: Settings): boolean => Object.keys(changedSettings(a, b)).length === 0;

/**
 * Puts the choices of two people together: each service point is listed or not as whoever changed it left it; of working
 * hours that both changed differently mine stay, and theirs are told until somebody has chosen. `undecided`: what is told
 * already.
 */
export function mergeSettings(
  base: Settings,
  mine: Settings,
  theirs: Settings,
  undecided?: RivalCalendar,
): { settings: Settings; rivalCalendar: RivalCalendar | undefined } {
  const taken = theirs.pointIds.filter((id) => mine.pointIds.includes(id) || !base.pointIds.includes(id));
  const added = mine.pointIds.filter((id) => !base.pointIds.includes(id) && !taken.includes(id));
  const pointIds = [...taken, ...added];
  const [was, my, their] = [base.calendarId, mine.calendarId, theirs.calendarId];
  const asked = my !== their && (undecided !== undefined || (my !== was && their !== was));
  return {
    settings: { calendarId: asked || my !== was ? my : their, pointIds },
    rivalCalendar: asked ? { theirs: their } : undefined,
  };
}
