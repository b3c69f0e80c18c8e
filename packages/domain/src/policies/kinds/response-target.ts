import { beginningOf, wallOf } from '../../shared/business-clock.ts';
import { dueAfter } from '../../calendars/clock.ts';
import type { InEvery, Language } from '../../shared/language.ts';
import type { Dictionaries, Say } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { calendarMissing } from './calendar-missing.ts';
import { defaultsOf, form, readForm, type ValuesOf } from './form.ts';
import { termKind, type JudgeContext, type TermKind, type Worsening } from './kind.ts';
import { hoursIn, optionIn } from './saying.ts';

const PRIORITIES = [
  { value: 'URGENT', label: { en: 'urgent', 'zh-Hant': '緊急', 'zh-Hans': '紧急' } },
  { value: 'HIGH', label: { en: 'high priority', 'zh-Hant': '優先', 'zh-Hans': '优先' } },
  { value: 'NORMAL', label: { en: 'normal priority', 'zh-Hant': '一般', 'zh-Hans': '一般' } },
  { value: 'LOW', label: { en: 'low priority', 'zh-Hant': '不急', 'zh-Hans': '不急' } },
] as const;

const CHANNELS = [
  { value: 'PHONE', label: { en: 'by phone', 'zh-Hant': '電話', 'zh-Hans': '电话' } },
  { value: 'EMAIL', label: { en: 'by e-mail', 'zh-Hant': '電子郵件', 'zh-Hans': '电子邮件' } },
  { value: 'CHAT', label: { en: 'by chat', 'zh-Hant': '線上對話', 'zh-Hans': '在线对话' } },
  { value: 'VISIT', label: { en: 'at the customer’s', 'zh-Hant': '到府', 'zh-Hans': '上门' } },
  { value: 'SHOP', label: { en: 'in the shop', 'zh-Hant': '門市', 'zh-Hans': '门店' } },
] as const;

const ANY = { value: 'ANY', label: { en: 'any way', 'zh-Hant': '任何方式', 'zh-Hans': '任何方式' } } as const;

const CLOCKS = [
  { value: 'WORKING', label: { en: 'working hours', 'zh-Hant': '工作時間', 'zh-Hans': '工作时间' } },
  { value: 'ELAPSED', label: { en: 'every hour, day and night', 'zh-Hant': '不分晝夜', 'zh-Hans': '不分昼夜' } },
] as const;

const MINUTES = {
  type: 'int',
  min: 1,
  max: 525_600,
  better: 'less',
  unit: { en: 'minutes', 'zh-Hant': '分鐘', 'zh-Hans': '分钟' },
  clock: true,
} as const;

const priority = {
  type: 'choice',
  options: PRIORITIES,
  default: 'NORMAL',
  better: 'neutral',
  label: { en: 'Priority', 'zh-Hant': '優先程度', 'zh-Hans': '优先程度' },
} as const;

const params = form({
  rows: {
    type: 'rows',
    key: ['priority', 'channel'],
    said: (row, _currency, language, say): string => targets(language, [row as Row], say),
    min: 1,
    max: 24,
    default: [{ priority: 'NORMAL', channel: 'ANY', firstResponse: 480, resolution: 2400 }],
    better: 'more',
    label: { en: 'Targets', 'zh-Hant': '時限', 'zh-Hans': '时限' },
    cells: {
      priority,
      channel: {
        type: 'choice',
        options: [ANY, ...CHANNELS],
        default: 'ANY',
        better: 'neutral',
        label: { en: 'Asked', 'zh-Hant': '聯絡方式', 'zh-Hans': '联系方式' },
      },
      firstResponse: {
        ...MINUTES,
        default: 480,
        label: { en: 'First answer within', 'zh-Hant': '首次回覆時限', 'zh-Hans': '首次响应时限' },
      },
      resolution: {
        ...MINUTES,
        default: 2400,
        label: { en: 'Solved within', 'zh-Hant': '解決時限', 'zh-Hans': '解决时限' },
      },
    },
  },
  clock: {
    type: 'choice',
    options: CLOCKS,
    default: 'WORKING',
    better: ['WORKING', 'ELAPSED'],
    label: { en: 'The clock counts', 'zh-Hant': '計時方式', 'zh-Hans': '计时方式' },
  },
});

const asked = form({
  priority,
  channel: {
    type: 'choice',
    options: CHANNELS,
    default: 'PHONE',
    label: { en: 'Asked', 'zh-Hant': '聯絡方式', 'zh-Hans': '联系方式' },
  },
});

type Values = ValuesOf<typeof params>;
type Row = Values['rows'][number];

type ResponseSteps = {
  RESPONSE_PROMISE: Values;
  RESPONSE_NO_TARGET: { priority: string; channel: string };
  RESPONSE_COUNTED: { clock: string; calendar: string; firstResponse: number; resolution: number };
  /** Days and clock times of the business's time zone. */
  RESPONSE_DUE: { firstOn: string; firstAt: string; solvedOn: string; solvedAt: string };
};

/** The terms that promise a first answer later than the solution: whoever got that was answered long before. */
export const answeredAfterSolved = (terms: readonly { id: string; kind: string; params: unknown }[]): string[] =>
  terms
    .filter(({ kind, params: said }) =>
      kind === responseTarget.kind ? (said as Values).rows.some((row) => row.firstResponse > row.resolution) : false,
    )
    .map(({ id }) => id);

/** The row for a case: that of its channel before that for any channel. */
const rowFor = (rows: readonly Row[], wanted: string, channel: string): Row | undefined =>
  rows.find((row) => row.priority === wanted && row.channel === channel) ??
  rows.find((row) => row.priority === wanted && row.channel === ANY.value);

/**
 * Promised response and resolution time (維修響應的規定時間, C8) by priority and channel. The clock starts at the moment of
 * the claim; where only its day is known, with that day in the business's time zone.
 */
export const responseTarget = termKind({
  kind: 'response-target',
  stage: 'ALWAYS',
  label: { en: 'Response time', 'zh-Hant': '回應時限', 'zh-Hans': '响应时限' },
  params,
  claim: asked,
  needsCalendar: ({ clock }) => clock === 'WORKING',
  promise: (values) => step<ResponseSteps, 'RESPONSE_PROMISE'>('RESPONSE_PROMISE', values),
  judge: (values, claim, _purchase, on, context) => {
    const row = rowFor(values.rows, claim.priority, claim.channel);
    if (!row) {
      return {
        outcome: 'REFUSED',
        countedFrom: on,
        deadline: null,
        steps: [step<ResponseSteps, 'RESPONSE_NO_TARGET'>('RESPONSE_NO_TARGET', claim)],
      };
    }
    const { firstResponse, resolution } = row;
    const start = startOf(context);
    const firstResponseDueAt = later(values.clock, start, firstResponse, context);
    const resolutionDueAt = later(values.clock, start, resolution, context);
    const first = wallOf(new Date(firstResponseDueAt), context.timeZone);
    const solved = wallOf(new Date(resolutionDueAt), context.timeZone);
    return {
      outcome: 'ALLOWED',
      countedFrom: on,
      deadline: null,
      result: { firstResponseDueAt, resolutionDueAt },
      steps: [
        step<ResponseSteps, 'RESPONSE_COUNTED'>('RESPONSE_COUNTED', {
          clock: values.clock,
          calendar: values.clock === 'WORKING' ? (context.calendar?.name ?? '') : '',
          firstResponse,
          resolution,
        }),
        step<ResponseSteps, 'RESPONSE_DUE'>('RESPONSE_DUE', {
          firstOn: first.on,
          firstAt: first.at,
          solvedOn: solved.on,
          solvedAt: solved.at,
        }),
      ],
    };
  },
  worse: (before, after, derived) => [
    ...derived.filter(({ field }) => field !== 'rows'),
    ...slower(before.rows, after.rows),
  ],
  sentences: {
    en: {
      RESPONSE_PROMISE: (p, say) =>
        `First answer and solution within: ${targets('en', p.rows, say)}. ` +
        (p.clock === 'WORKING' ? 'Only working hours count.' : 'Every hour counts, day and night.'),
      RESPONSE_NO_TARGET: (p) =>
        `No time is promised for ${optionIn(PRIORITIES, 'en', p.priority)} asked ${optionIn(CHANNELS, 'en', p.channel)}.`,
      RESPONSE_COUNTED: (p, say) =>
        `The first answer is promised within ${hoursIn('en', p.firstResponse, say)}, the solution within ${hoursIn('en', p.resolution, say)}, counting ` +
        (p.clock === 'WORKING' ? `the working hours of “${p.calendar}”.` : 'every hour, day and night.'),
      RESPONSE_DUE: (p, say) =>
        `The first answer is due by ${say.day(p.firstOn)}, ${p.firstAt}, the solution by ${say.day(p.solvedOn)}, ${p.solvedAt}.`,
    },
    'zh-Hant': {
      RESPONSE_PROMISE: (p, say) =>
        `首次回覆與解決的時限：${targets('zh-Hant', p.rows, say)}。` +
        (p.clock === 'WORKING' ? '只計工作時間。' : '不分晝夜連續計時。'),
      RESPONSE_NO_TARGET: (p) =>
        `對於以${optionIn(CHANNELS, 'zh-Hant', p.channel)}提出的「${optionIn(PRIORITIES, 'zh-Hant', p.priority)}」需求，沒有承諾時限。`,
      RESPONSE_COUNTED: (p, say) =>
        `承諾 ${hoursIn('zh-Hant', p.firstResponse, say)}內首次回覆、${hoursIn('zh-Hant', p.resolution, say)}內解決，` +
        (p.clock === 'WORKING' ? `按「${p.calendar}」的工作時間計算。` : '不分晝夜連續計時。'),
      RESPONSE_DUE: (p, say) =>
        `首次回覆最遲於 ${say.day(p.firstOn)} ${p.firstAt}，解決最遲於 ${say.day(p.solvedOn)} ${p.solvedAt}。`,
    },
    'zh-Hans': {
      RESPONSE_PROMISE: (p, say) =>
        `首次响应与解决的时限：${targets('zh-Hans', p.rows, say)}。` +
        (p.clock === 'WORKING' ? '只计工作时间。' : '不分昼夜连续计时。'),
      RESPONSE_NO_TARGET: (p) =>
        `对于以${optionIn(CHANNELS, 'zh-Hans', p.channel)}提出的“${optionIn(PRIORITIES, 'zh-Hans', p.priority)}”需求，没有承诺时限。`,
      RESPONSE_COUNTED: (p, say) =>
        `承诺 ${hoursIn('zh-Hans', p.firstResponse, say)}内首次响应、${hoursIn('zh-Hans', p.resolution, say)}内解决，` +
        (p.clock === 'WORKING' ? `按“${p.calendar}”的工作时间计算。` : '不分昼夜连续计时。'),
      RESPONSE_DUE: (p, say) =>
        `首次响应最晚于 ${say.day(p.firstOn)} ${p.firstAt}，解决最晚于 ${say.day(p.solvedOn)} ${p.solvedAt}。`,
    },
  } satisfies Dictionaries<ResponseSteps>,
});

/** The times that a term promises for a case, in minutes of its clock. */
export type TimesPromised = Pick<Row, 'firstResponse' | 'resolution'> & Pick<Values, 'clock'>;

/**
 * The kind as whoever keeps the clock of a claim reads it: `result` is {@link TimesPromised}, and nothing is counted yet,
 * so that a year whose holidays are not known keeps nobody from claiming.
 */
export const timesPromised: TermKind = {
  ...responseTarget,
  judge: (values, details) => {
    const { rows, clock } = values as Values;
    const claim = readForm(asked, { ...defaultsOf(asked), ...details }, ['claim', 'details']);
    const row = rowFor(rows, claim.priority, claim.channel);
    if (!row) return { outcome: 'REFUSED', countedFrom: null, deadline: null, steps: [] };
    const { firstResponse, resolution } = row;
    const result: TimesPromised = { clock, firstResponse, resolution };
    return { outcome: 'ALLOWED', countedFrom: null, deadline: null, result, steps: [] };
  },
};

/** A day begins at its midnight in the business's time zone. */
const startOf = ({ at, timeZone }: JudgeContext): string =>
  at.length === 10 ? beginningOf(at, timeZone).toISOString() : at;

function later(clock: Values['clock'], start: string, minutes: number, { calendar }: JudgeContext): string {
  if (clock === 'WORKING' && !calendar) throw calendarMissing();
  return dueAfter(clock === 'WORKING' ? calendar : null, start, minutes);
}

/**
 * A row of its own channel hides the row for any channel, so rows are compared by what a case gets, not by their keys:
 * a new row can be slower than the one it hides.
 */
function slower(before: readonly Row[], after: readonly Row[]): Worsening[] {
  const cases = PRIORITIES.flatMap(({ value }) => CHANNELS.map((channel) => [value, channel.value] as const));
  return cases.flatMap(([wanted, channel]): Worsening[] => {
    const was = rowFor(before, wanted, channel);
    const is = rowFor(after, wanted, channel);
    if (!was) return [];
    const row = `${wanted} / ${channel}`;
    if (!is) return [{ field: 'rows', row, before: was, after: null }];
    return (['firstResponse', 'resolution'] as const)
      .filter((cell) => is[cell] > was[cell])
      .map((cell) => ({ field: 'rows', row, cell, before: was[cell], after: is[cell] }));
  });
}

const TARGET: InEvery<(what: string, how: string, first: string, solved: string) => string> = {
  en: (what, how, first, solved) => `${what}, ${how}: ${first}, ${solved}`,
  'zh-Hant': (what, how, first, solved) => `${what}（${how}）：${first}、${solved}`,
  'zh-Hans': (what, how, first, solved) => `${what}（${how}）：${first}、${solved}`,
};

const targets = (language: Language, rows: readonly Row[], say: Say): string =>
  rows
    .map((row) =>
      TARGET[language](
        optionIn(PRIORITIES, language, row.priority),
        optionIn([ANY, ...CHANNELS], language, row.channel),
        hoursIn(language, row.firstResponse, say),
        hoursIn(language, row.resolution, say),
      ),
    )
    .join(language === 'en' ? '; ' : '；');
