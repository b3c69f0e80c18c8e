import type { InEvery, Language } from '../../shared/language.ts';
import type { Say } from '../sentences/language.ts';
import type { Option } from './form.ts';

/** What an option is called within a sentence; one that is no longer offered is shown as it was stored. */
export const optionIn = (options: readonly Option[], language: Language, value: string): string =>
  options.find((option) => option.value === value)?.label[language] ?? value;

const HOURS: InEvery<(hours: number, minutes: number, say: Say) => string> = {
  en: (hours, minutes, say) =>
    [
      ...(hours > 0 ? [say.count(hours, 'hour', 'hours')] : []),
      ...(minutes > 0 || hours === 0 ? [say.count(minutes, 'minute', 'minutes')] : []),
    ].join(' '),
  'zh-Hant': (hours, minutes, say) =>
    [
      ...(hours > 0 ? [`${say.number(hours)} 小時`] : []),
      ...(minutes > 0 || hours === 0 ? [`${say.number(minutes)} 分鐘`] : []),
    ].join(' '),
  'zh-Hans': (hours, minutes, say) =>
    [
      ...(hours > 0 ? [`${say.number(hours)} 小时`] : []),
      ...(minutes > 0 || hours === 0 ? [`${say.number(minutes)} 分钟`] : []),
    ].join(' '),
};

/** Minutes as hours and minutes; never as days, because a day has not as many working hours as hours. */
export const hoursIn = (language: Language, minutes: number, say: Say): string =>
  HOURS[language](Math.floor(minutes / 60), minutes % 60, say);

/** Whether somebody's word is among those named; people do not type capitals and blanks alike. */
export const isNamed = (names: readonly string[], word: string): boolean =>
  names.some((name) => plain(name) === plain(word));

const plain = (word: string): string => word.trim().toLowerCase();
