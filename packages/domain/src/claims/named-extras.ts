import type { Step } from '../policies/decision.ts';
import type { Phrases } from '../policies/phrases.ts';

/** What comes with the goods (C20), by the sentences in which that was told with the decision about them. */
export const extrasTold = (trace: readonly Step[]): string[] =>
  trace.flatMap(({ params: { items } }) =>
    Array.isArray(items) ? items.filter((item): item is string => typeof item === 'string') : [],
  );

/**
 * The extra that a charge is called by, as it was typed or as it is worded in some language; undefined: none. What comes
 * with the goods at no charge is not to be paid under the code of something else (S2, C20).
 */
export const extraNamed = (
  description: string,
  extras: readonly string[],
  phrases: Phrases = {},
): string | undefined => {
  const said = plain(description);
  const names = (extra: string) => [
    extra,
    ...(Object.hasOwn(phrases, extra) ? Object.values(phrases[extra] ?? {}) : []),
  ];
  return extras.find((extra) => names(extra).some((name) => plain(name) !== '' && said.includes(plain(name))));
};

const plain = (words: string): string => words.normalize('NFKC').trim().toLowerCase();
