import type { WordKey } from '../../i18n/useWords.ts';

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
