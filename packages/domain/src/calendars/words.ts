import { dateFormat, sayDay } from '../shared/dates.ts';
import type { InEvery, Language } from '../shared/language.ts';
import type { WorkingStep } from './explain.ts';

type Code = WorkingStep['code'];
type ParamsOf<C extends Code> = Extract<WorkingStep, { code: C }>['params'];

interface Speaker {
  day(date: string): string;
  duration(minutes: number): string;
  moment(instant: string): string;
}

type Words = { readonly [C in Code]: (params: ParamsOf<C>, say: Speaker) => string };

const words: InEvery<Words> = {
  en: {
    WORKED: (p, s) =>
      `${s.day(p.date)}: ${p.from}–${p.to} counts, ${s.duration(p.minutes)} (${s.duration(p.sum)} so far).`,
    MADE_UP: (p, s) => `${s.day(p.date)} is worked by exception (${p.name}).`,
    HOLIDAY: (p, s) => `${s.day(p.date)} is a holiday (${p.name}).`,
    CLOSED: (p, s) => (p.from === p.to ? `${s.day(p.from)}: closed.` : `${s.day(p.from)} to ${s.day(p.to)}: closed.`),
    MISSING: (p, s) => `${s.day(p.date)} did not exist there: the clocks left it out.`,
    CLOCKS: (p, s) =>
      `The clocks change in the shift of ${s.day(p.date)}: it is ${s.duration(Math.abs(p.minutes))} ${p.minutes < 0 ? 'shorter' : 'longer'}.`,
    PAUSED: (p, s) =>
      p.to === null
        ? `The clock stands still since ${s.moment(p.from)}.`
        : `The clock stood still from ${s.moment(p.from)} to ${s.moment(p.to)}.`,
    MORE: (p) => `And ${p.days} more days like these.`,
    DUE: (p, s) => `Due on ${s.day(p.date)} at ${p.time}.`,
  },
  'zh-Hant': {
    WORKED: (p, s) =>
      `${s.day(p.date)}：${p.from}–${p.to} 計入，${s.duration(p.minutes)}（累計 ${s.duration(p.sum)}）。`,
    MADE_UP: (p, s) => `${s.day(p.date)}為補班日（${p.name}）。`,
    HOLIDAY: (p, s) => `${s.day(p.date)}為假日（${p.name}）。`,
    CLOSED: (p, s) => (p.from === p.to ? `${s.day(p.from)}：休息。` : `${s.day(p.from)}至 ${s.day(p.to)}：休息。`),
    MISSING: (p, s) => `${s.day(p.date)}在當地並不存在：時鐘跳過了這一天。`,
    CLOCKS: (p, s) =>
      `${s.day(p.date)}的班次中時鐘調整：${p.minutes < 0 ? '短少' : '多出'} ${s.duration(Math.abs(p.minutes))}。`,
    PAUSED: (p, s) =>
      p.to === null ? `自 ${s.moment(p.from)} 起暫停計時。` : `${s.moment(p.from)} 至 ${s.moment(p.to)} 暫停計時。`,
    MORE: (p) => `其後還有 ${p.days} 天，依此類推。`,
    DUE: (p, s) => `期限為 ${s.day(p.date)} ${p.time}。`,
  },
  'zh-Hans': {
    WORKED: (p, s) =>
      `${s.day(p.date)}：${p.from}–${p.to} 计入，${s.duration(p.minutes)}（累计 ${s.duration(p.sum)}）。`,
    MADE_UP: (p, s) => `${s.day(p.date)}为调休上班日（${p.name}）。`,
    HOLIDAY: (p, s) => `${s.day(p.date)}为假日（${p.name}）。`,
    CLOSED: (p, s) => (p.from === p.to ? `${s.day(p.from)}：休息。` : `${s.day(p.from)}至 ${s.day(p.to)}：休息。`),
    MISSING: (p, s) => `${s.day(p.date)}在当地并不存在：时钟跳过了这一天。`,
    CLOCKS: (p, s) =>
      `${s.day(p.date)}的班次中时钟调整：${p.minutes < 0 ? '短少' : '多出'} ${s.duration(Math.abs(p.minutes))}。`,
    PAUSED: (p, s) =>
      p.to === null ? `自 ${s.moment(p.from)} 起暂停计时。` : `${s.moment(p.from)} 至 ${s.moment(p.to)} 暂停计时。`,
    MORE: (p) => `其后还有 ${p.days} 天，依此类推。`,
    DUE: (p, s) => `期限为 ${s.day(p.date)} ${p.time}。`,
  },
};

const UNITS: InEvery<{ hour: string; minute: string }> = {
  en: { hour: 'h', minute: 'min' },
  'zh-Hant': { hour: '小時', minute: '分鐘' },
  'zh-Hans': { hour: '小时', minute: '分钟' },
};

/** Minutes as people say them: "7 h 30 min". */
export function sayDuration(minutes: number, language: Language): string {
  const { hour, minute } = UNITS[language];
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return [...(hours > 0 ? [`${hours} ${hour}`] : []), ...(rest > 0 || hours === 0 ? [`${rest} ${minute}`] : [])].join(
    ' ',
  );
}

/** A step as a sentence in the reader's language; a pause's times are told in the calendar's zone. */
export function sayWorkingStep(step: WorkingStep, language: Language, timeZone: string): string {
  const say: Speaker = {
    day: (date) => sayDay(date, language, 'weekday'),
    duration: (minutes) => sayDuration(minutes, language),
    moment: (instant) => dateFormat(language, 'moment', timeZone).format(Date.parse(instant)),
  };
  return (words[language][step.code] as (params: WorkingStep['params'], say: Speaker) => string)(step.params, say);
}
