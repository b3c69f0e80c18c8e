import type { CalendarData, Shift } from '../calendars/calendar.ts';
import { hoursOf } from '../calendars/hours.ts';
import { holidayName } from '../calendars/packs/names.ts';
import { DATE_LOCALE, sayDay } from '../shared/dates.ts';
import type { InEvery, Language } from '../shared/language.ts';
import { addDays, dayNumber } from '../shared/period.ts';

const CLOSED: InEvery<string> = { en: 'closed', 'zh-Hant': '休息', 'zh-Hans': '休息' };
const NEXT_DAY: InEvery<string> = { en: ' (next day)', 'zh-Hant': '（次日）', 'zh-Hans': '（次日）' };
const AND: InEvery<string> = { en: ', ', 'zh-Hant': '、', 'zh-Hans': '、' };
const NAMED: InEvery<(day: string, name: string) => string> = {
  en: (day, name) => `${day} (${name})`,
  'zh-Hant': (day, name) => `${day}（${name}）`,
  'zh-Hans': (day, name) => `${day}（${name}）`,
};
const DAY = 1440;

/** Name of a weekday, 1 = Monday. */
function weekday(number: number, language: Language): string {
  const format = new Intl.DateTimeFormat(DATE_LOCALE[language], { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday
  return format.format(Date.UTC(2024, 0, number));
}

function clock(minute: number, language: Language): string {
  const inDay = minute % DAY;
  const text = `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
  if (minute === DAY) return '24:00';
  return minute > DAY ? `${text}${NEXT_DAY[language]}` : text;
}

const shiftsIn = (shifts: readonly Shift[], language: Language): string =>
  shifts.length === 0
    ? CLOSED[language]
    : shifts.map(({ from, to }) => `${clock(from, language)}–${clock(to, language)}`).join(AND[language]);

export interface HoursLine {
  /** "Mon–Fri". */
  days: string;
  hours: string;
}

/** The hours of a week, days with the same hours together: "Mon–Fri 09:00–17:00", "Sat, Sun closed". */
export function weekHours(calendar: CalendarData, language: Language): HoursLine[] {
  const groups: { first: number; last: number; hours: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const hours = shiftsIn(calendar.week[String(day)] ?? [], language);
    const before = groups.at(-1);
    if (before?.hours === hours) before.last = day;
    else groups.push({ first: day, last: day, hours });
  }
  return groups.map(({ first, last, hours }) => ({
    days: first === last ? weekday(first, language) : `${weekday(first, language)}–${weekday(last, language)}`,
    hours,
  }));
}

const IN_ONE_LINE: InEvery<(name: string, week: readonly string[]) => string> = {
  en: (name, week) => `${name}: ${week.join('; ')}`,
  'zh-Hant': (name, week) => `${name}：${week.join('；')}`,
  'zh-Hans': (name, week) => `${name}：${week.join('；')}`,
};

/** The name of a calendar, its clocks and the hours of its week in one line. */
export function hoursTold(calendar: CalendarData, language: Language): string {
  const week = weekHours(calendar, language).map(({ days, hours }) => `${days} ${hours}`);
  return IN_ONE_LINE[language](NAMED[language](calendar.name, calendar.timeZone), week);
}

/** Days of [from, from + days] that differ from their week: holidays, and days worked in exchange (調休). */
export function specialDays(calendar: CalendarData, from: string, days: number, language: Language): HoursLine[] {
  const until = addDays(from, days);
  return Object.entries(calendar.days)
    .filter(([date]) => date >= from && date <= until)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, special]) => {
      const { shifts } = hoursOf(calendar).of(dayNumber(date));
      const day = sayDay(date, language, 'shortWeekday');
      const days = special.name ? NAMED[language](day, holidayName(special.name, language)) : day;
      return { days, hours: shiftsIn(shifts, language) };
    });
}

/** The years within [from, from + days] whose holidays nobody has entered: that no day differs is then not known. */
export function unknownYears({ years }: CalendarData, from: string, days: number): number[] {
  const [first, last] = [from, addDays(from, days)].map((day) => Number(day.slice(0, 4)));
  return [...new Set([first!, last!])].filter((year) => !years.includes(year));
}
