import type { Step } from '../policies/decision.ts';
import type { Phrases } from '../policies/phrases.ts';

/** What comes with the goods (C20), by the sentences in which that was told with the decision about them. */
export const extrasTold = (trace: readonly Step[]): string[] =>
  trace.flatMap(({ params: { items } }) =>
    Array.isArray(items) ? items.filter((item): item is string => typeof item === 'string') : [],
  );

/**
 * The extra that is named by what a charge is called, the one or the other as it was typed or as it is worded in some
 * language; undefined: none. What comes with the goods at no charge is not to be paid under the code of something else
 * (S2, C20).
 */
export function extraNamed(
  called: readonly string[],
  extras: readonly string[],
  phrases: Phrases = {},
): string | undefined {
  const said = called.flatMap((name) => inAnyWording(name, phrases));
  return extras.find((extra) =>
    inAnyWording(extra, phrases).some((name) => name !== '' && said.some((each) => each.includes(name))),
  );
}

const inAnyWording = (text: string, phrases: Phrases): string[] =>
  [text, ...(Object.hasOwn(phrases, text) ? Object.values(phrases[text] ?? {}) : [])].map(plain);

const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
