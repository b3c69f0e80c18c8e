import { DomainError } from '../../shared/errors.ts';

/** A promise that counts working time, in a version that names no calendar: `CALENDAR_MISSING`. */
export const calendarMissing = (): DomainError =>
  new DomainError(
    'CALENDAR_MISSING',
    'This promise counts working time, but its version names no calendar; choose a calendar for the version, or count every hour and day.',
    { path: ['calendarId'] },
  );
