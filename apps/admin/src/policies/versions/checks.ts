import type { WordKey } from '../../i18n/useWords.ts';

/** What no approval helps against: the words or the day have to change, and with them what was approved. */
const IN_VAIN = new Set(['BELOW_FLOOR', 'CUT_IN_THE_PAST', 'ALREADY_PROMISED']);

/** Whether it is any use to ask a second person, as things stand (S11). */
export const worthAsking = (problems: readonly { code: string }[]): boolean =>
  !problems.some(({ code }) => IN_VAIN.has(code));

/** Each sentence once: two refusals may differ in what only a program needs to know. */
export const saidOnce = <P>(problems: readonly P[], said: (problem: P) => string): string[] => [
  ...new Set(problems.map(said)),
];

export interface Headed<P> {
  heading: WordKey;
  problems: readonly P[];
}

/** What publishing meets, under its headings: what stands in the way, or that nothing does, and what is only worth knowing. */
export function headed<P extends { blocking: boolean }>(problems: readonly P[]): Headed<P>[] {
  const blocking = problems.filter((each) => each.blocking);
  const hints = problems.filter((each) => !each.blocking);
  return [
    ...(blocking.length > 0 || hints.length === 0
      ? [{ heading: 'policyGuard.checks.title' as const, problems: blocking }]
      : []),
    ...(hints.length > 0 ? [{ heading: 'policyGuard.checks.hints' as const, problems: hints }] : []),
  ];
}
