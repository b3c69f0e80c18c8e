import type { Shift } from '@perennial/domain/calendars/calendar';

/** Minutes since midnight as an input of the browser has them, `HH:MM`; the next day's are those after 24 hours. */
export function clock(minutes: number): string {
  const ofDay = minutes % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** Minutes since midnight of `HH:MM`; null while it is being typed. */
export function minutesOf(text: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** Hours as they are typed. */
export interface TypedHours {
  from: string;
  to: string;
}

export const typed = ({ from, to }: Shift): TypedHours => ({ from: clock(from), to: clock(to) });

/** An end that is not after its beginning lies on the next day. Null while something is missing. */
export function shiftOf({ from, to }: TypedHours): Shift | null {
  const [a, b] = [minutesOf(from), minutesOf(to)];
  if (a === null || b === null) return null;
  return { from: a, to: b > a ? b : b + 1440 };
}

/** "09:00–17:30", as hours are shown. */
export const hoursText = ({ from, to }: Shift): string => `${clock(from)}–${to === 1440 ? '24:00' : clock(to)}`;

/** The same of hours as they are typed, whole or not. */
export function typedText(hours: TypedHours): string {
  const shift = shiftOf(hours);
  return shift ? hoursText(shift) : `${hours.from}–${hours.to}`;
}
