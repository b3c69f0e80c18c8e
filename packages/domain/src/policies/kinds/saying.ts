import type { InEvery, Language } from '../../shared/language.ts';
import { inAnyWording, type Phrases } from '../phrases.ts';
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

/**
 * What somebody's word means among the names: itself where it is one of them, the name as it was typed where it is a
 * wording of it in any language (whoever read the promise read it in theirs); undefined: none of them. People do not type
 * capitals and blanks alike.
 */
export function nameMeant(names: readonly string[], word: string, phrases: Phrases = {}): string | undefined {
  const meant = plain(word);
  if (names.some((name) => plain(name) === meant)) return word;
  return names.find((name) => inAnyWording(name, phrases).some((each) => plain(each) === meant));
}

const plain = (word: string): string => word.trim().toLowerCase();
