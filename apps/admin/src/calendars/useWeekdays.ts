import { WEEKDAYS } from '@perennial/domain/calendars/calendar';
import { DATE_LOCALE } from '@perennial/domain/shared/dates';
import { useLanguage } from '../i18n/useLanguage.ts';

/** Names of the weekdays in the reader's language, Monday first. */
export function useWeekdays(style: 'long' | 'narrow' = 'long'): { key: string; name: string }[] {
  const format = new Intl.DateTimeFormat(DATE_LOCALE[useLanguage()], { weekday: style, timeZone: 'UTC' });
  // 1970-01-05 was a Monday
  return WEEKDAYS.map((key) => ({ key, name: format.format(Date.UTC(1970, 0, 4 + Number(key))) }));
}
