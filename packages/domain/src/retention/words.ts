import type { InEvery, Language } from '../shared/language.ts';
import { say } from '../shared/say.ts';
import type { Reason } from './health.ts';
import type { Signal } from './signal.ts';
import { SIGNALS } from './signals.ts';

/** Sentences of retention that belong to no signal. */
export const retentionWords: InEvery<{
  history: { NO_PURCHASE: string; TOO_LITTLE_HISTORY: string };
  plan: { name: string; goal: string };
}> = {
  en: {
    history: {
      NO_PURCHASE: 'Has not bought anything yet, so there is nothing to judge.',
      TOO_LITTLE_HISTORY: 'Days with a purchase so far: %{purchases}. Too little history to judge.',
    },
    plan: { name: 'Keep customer %{number}', goal: 'Buys again at the usual rhythm within 60 days.' },
  },
  'zh-Hant': {
    history: {
      NO_PURCHASE: '尚未購買，無從判斷。',
      TOO_LITTLE_HISTORY: '至今有購買的天數：%{purchases}。資料太少，無法判斷。',
    },
    plan: { name: '留住客戶 %{number}', goal: '60 天內恢復平常的購買節奏。' },
  },
  'zh-Hans': {
    history: {
      NO_PURCHASE: '尚未购买，无从判断。',
      TOO_LITTLE_HISTORY: '至今有购买的天数：%{purchases}。资料太少，无法判断。',
    },
    plan: { name: '留住客户 %{number}', goal: '60 天内恢复平常的购买节奏。' },
  },
};

/** A reason as a sentence in the reader's language, e.g. "Last bought 61 days ago …". */
export function sayReason(reason: Reason, language: Language, signals: readonly Signal[] = SIGNALS): string {
  const history: Readonly<Record<string, string>> = retentionWords[language].history;
  const sentence =
    signals.find((each) => each.name === reason.signal)?.words[language].findings[reason.code] ?? history[reason.code];
  return say(sentence ?? reason.code, reason.params, language);
}

/** Short name of the signal behind a reason, e.g. "Overdue". */
export function signalLabel(signal: string, language: Language, signals: readonly Signal[] = SIGNALS): string {
  return signals.find((each) => each.name === signal)?.words[language].label ?? signal;
}
