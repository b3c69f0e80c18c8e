import type { Step } from '../policies/decision.ts';
import { inAnyWording, type Phrases } from '../policies/phrases.ts';

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
  const namesOf = (text: string) => inAnyWording(text, phrases).map(plain);
  const said = called.flatMap(namesOf);
  return extras.find((extra) => namesOf(extra).some((name) => name !== '' && said.some((each) => each.includes(name))));
}

const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
