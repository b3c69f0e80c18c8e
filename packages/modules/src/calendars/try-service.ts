import { explainWorking, type WorkingStep } from '@perennial/domain/calendars/explain';
import type { Pause } from '@perennial/domain/calendars/working-time';
import type { ReadContext } from '@perennial/kernel/write/context';
import { calendarData, notFound } from './rows.ts';

export interface TriedTime {
  /** Instant in UTC. */
  due: string;
  timeZone: string;
  steps: WorkingStep[];
}

/** When a promised time would be over, and how that came about. @throws DomainError NOT_FOUND, those of `addWorking` */
export async function tryCalendar(
  ctx: Pick<ReadContext, 'db'>,
  trial: { id: string; start: string; minutes: number; pauses?: readonly Pause[] | undefined },
): Promise<TriedTime> {
  const calendar = await calendarData(ctx.db.orm, trial.id);
  if (!calendar) throw notFound();
  return { ...explainWorking(calendar, trial.start, trial.minutes, trial.pauses), timeZone: calendar.timeZone };
}
