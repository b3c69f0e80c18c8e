import { addDays, daysBetween } from '../../shared/period.ts';
import type { Step } from '../decision.ts';
import type { Dictionaries } from '../sentences/language.ts';
import { step } from '../sentences/steps.ts';
import { form } from './form.ts';
import { termKind } from './kind.ts';
import { nameMeant } from './saying.ts';
import { COUNTED_FROM, startOf, startSentences, type StartSteps } from './start.ts';
import { emptyIsAll } from './empty-is-all.ts';

type TrainingSteps = StartSteps & {
  TRAINING_PROMISE: {
    sessions: number;
    minutesEach: number;
    topics: readonly string[];
    withinDays: number;
    countedFrom: string;
  };
  TRAINING_TOPIC: { topic: string; topics: readonly string[] };
  TRAINING_USED_UP: { sessions: number };
  TRAINING_LEFT: { left: number };
  TRAINING_IN_TIME: { on: string; deadline: string };
  TRAINING_LATE: { on: string; deadline: string; daysLate: number };
};

/** Training (培訓, C17): sessions that the customer can take within a time, on any topic or on those named. */
export const training = termKind({
  kind: 'training',
  stage: 'AFTER_SALE',
  label: { en: 'Training', 'zh-Hant': '教育訓練', 'zh-Hans': '培训' },
  params: form({
    sessions: {
      type: 'int',
      min: 1,
      max: 100,
      default: 1,
      better: 'more',
      unit: { en: 'sessions', 'zh-Hant': '堂', 'zh-Hans': '次' },
      label: { en: 'Sessions', 'zh-Hant': '堂數', 'zh-Hans': '次数' },
    },
    minutesEach: {
      type: 'int',
      min: 5,
      max: 1440,
      default: 60,
      better: 'more',
      unit: { en: 'minutes', 'zh-Hant': '分鐘', 'zh-Hans': '分钟' },
      clock: true,
      label: { en: 'Length of each', 'zh-Hant': '每堂長度', 'zh-Hans': '每次时长' },
    },
    topics: {
      type: 'words',
      max: 50,
      default: [],
      better: 'more',
      empty: { en: 'any topic', 'zh-Hant': '不限主題', 'zh-Hans': '不限主题' },
      label: {
        en: 'Topics (none named = any)',
        'zh-Hant': '主題（未列出＝不限）',
        'zh-Hans': '主题（未列出＝不限）',
      },
    },
    withinDays: {
      type: 'int',
      min: 1,
      max: 3650,
      default: 90,
      better: 'more',
      unit: { en: 'days', 'zh-Hant': '天', 'zh-Hans': '天' },
      label: { en: 'Can be taken within', 'zh-Hant': '可使用期限', 'zh-Hans': '可使用期限' },
    },
    countedFrom: COUNTED_FROM,
  }),
  reach: ({ withinDays }, boughtOn) => addDays(boughtOn, withinDays),
  claim: form({
    sessionsTaken: {
      type: 'int',
      min: 0,
      max: 100,
      default: 0,
      unit: { en: 'sessions', 'zh-Hant': '堂', 'zh-Hans': '次' },
      label: { en: 'Sessions already taken', 'zh-Hant': '已使用的堂數', 'zh-Hans': '已使用的次数' },
    },
    topic: {
      type: 'words',
      max: 1,
      default: [],
      label: { en: 'Topic', 'zh-Hant': '主題', 'zh-Hans': '主题' },
    },
  }),
  promise: (params) => step<TrainingSteps, 'TRAINING_PROMISE'>('TRAINING_PROMISE', params),
  worse: emptyIsAll('topics'),
  judge: (params, claim, purchase, on, { phrases }) => {
    const { sessions, minutesEach, topics } = params;
    const start = startOf(params.countedFrom, purchase);
    const deadline = start.day === null ? null : addDays(start.day, params.withinDays);
    const left = Math.max(0, sessions - claim.sessionsTaken);
    const verdict = (outcome: 'ALLOWED' | 'REFUSED', ...steps: Step[]) => ({
      outcome,
      countedFrom: start.day,
      deadline,
      remedy: outcome === 'ALLOWED' ? ('SERVICE' as const) : null,
      result: { sessionsLeft: left, minutesEach, topics },
      steps: [start.step, ...steps],
    });
    const [topic] = claim.topic;
    if (topic !== undefined && topics.length > 0 && nameMeant(topics, topic, phrases) === undefined) {
      return verdict('REFUSED', step<TrainingSteps, 'TRAINING_TOPIC'>('TRAINING_TOPIC', { topic, topics }));
    }
    if (left === 0)
      return verdict('REFUSED', step<TrainingSteps, 'TRAINING_USED_UP'>('TRAINING_USED_UP', { sessions }));
    const daysLate = deadline === null ? 0 : daysBetween(deadline, on);
    if (deadline !== null && daysLate > 0) {
      return verdict('REFUSED', step<TrainingSteps, 'TRAINING_LATE'>('TRAINING_LATE', { on, deadline, daysLate }));
    }
    const leftStep = step<TrainingSteps, 'TRAINING_LEFT'>('TRAINING_LEFT', { left });
    return deadline === null
      ? verdict('ALLOWED', leftStep)
      : verdict('ALLOWED', leftStep, step<TrainingSteps, 'TRAINING_IN_TIME'>('TRAINING_IN_TIME', { on, deadline }));
  },
  sentences: {
    en: {
      ...startSentences.en,
      TRAINING_PROMISE: (p, say) =>
        `${say.count(p.sessions, 'training session', 'training sessions')} of ${say.count(p.minutesEach, 'minute', 'minutes')}, ` +
        `${p.topics.length > 0 ? `on ${say.list(p.topics.map(say.typed))}` : 'on any topic'}, to be taken within ` +
        `${say.count(p.withinDays, 'day', 'days')} of ${p.countedFrom === 'DELIVERY' ? 'delivery' : 'purchase'}.`,
      TRAINING_TOPIC: (p, say) =>
        `“${say.typed(p.topic)}” is not among the promised topics: ${say.list(p.topics.map(say.typed))}.`,
      TRAINING_USED_UP: (p, say) =>
        `${p.sessions === 1 ? 'The one promised session was' : `All ${say.number(p.sessions)} promised sessions were`} taken.`,
      TRAINING_LEFT: (p, say) => `${say.count(p.left, 'session is', 'sessions are')} left.`,
      TRAINING_IN_TIME: (p, say) =>
        `It was asked for on ${say.day(p.on)}, in time: the last day is ${say.day(p.deadline)}.`,
      TRAINING_LATE: (p, say) =>
        `It was asked for on ${say.day(p.on)}, ${say.count(p.daysLate, 'day', 'days')} after the last day, ${say.day(p.deadline)}.`,
    },
    'zh-Hant': {
      ...startSentences['zh-Hant'],
      TRAINING_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送達' : '購買'}次日起 ${say.number(p.withinDays)} 天內可使用 ${say.number(p.sessions)} 堂教育訓練，` +
        `每堂 ${say.number(p.minutesEach)} 分鐘，${p.topics.length > 0 ? `主題為${say.list(p.topics.map(say.typed))}` : '主題不限'}。`,
      TRAINING_TOPIC: (p, say) => `「${say.typed(p.topic)}」不在承諾的主題之內：${say.list(p.topics.map(say.typed))}。`,
      TRAINING_USED_UP: (p, say) => `承諾的 ${say.number(p.sessions)} 堂均已使用。`,
      TRAINING_LEFT: (p, say) => `尚餘 ${say.number(p.left)} 堂。`,
      TRAINING_IN_TIME: (p, say) => `於 ${say.day(p.on)} 提出，在期限內；最後一天為 ${say.day(p.deadline)}。`,
      TRAINING_LATE: (p, say) =>
        `於 ${say.day(p.on)} 提出，已超過最後一天 ${say.day(p.deadline)} 達 ${say.number(p.daysLate)} 天。`,
    },
    'zh-Hans': {
      ...startSentences['zh-Hans'],
      TRAINING_PROMISE: (p, say) =>
        `自${p.countedFrom === 'DELIVERY' ? '送达' : '购买'}次日起 ${say.number(p.withinDays)} 天内可使用 ${say.number(p.sessions)} 次培训，` +
        `每次 ${say.number(p.minutesEach)} 分钟，${p.topics.length > 0 ? `主题为${say.list(p.topics.map(say.typed))}` : '主题不限'}。`,
      TRAINING_TOPIC: (p, say) => `“${say.typed(p.topic)}”不在承诺的主题之内：${say.list(p.topics.map(say.typed))}。`,
      TRAINING_USED_UP: (p, say) => `承诺的 ${say.number(p.sessions)} 次均已使用。`,
      TRAINING_LEFT: (p, say) => `还剩 ${say.number(p.left)} 次。`,
      TRAINING_IN_TIME: (p, say) => `于 ${say.day(p.on)} 提出，在期限内；最后一天为 ${say.day(p.deadline)}。`,
      TRAINING_LATE: (p, say) =>
        `于 ${say.day(p.on)} 提出，已超过最后一天 ${say.day(p.deadline)} ${say.number(p.daysLate)} 天。`,
    },
  } satisfies Dictionaries<TrainingSteps>,
});
