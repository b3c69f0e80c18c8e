import type { Step } from './decision.ts';
import { phrasesFor, type Phrases } from './phrases.ts';

/** A step with the phrases of the texts in it, so that it can be told in every language wherever it is kept. */
export function worded(taken: Step, given: Phrases | undefined): Step {
  if (given === undefined) return taken;
  const words = phrasesFor(stringsIn(taken.params), given);
  return Object.keys(words).length === 0 ? taken : { ...taken, words };
}

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

/** All phrases that the steps of a trace bring along. */
export const phrasesIn = (trace: readonly Step[]): Phrases =>
  Object.fromEntries(trace.flatMap(({ words }) => Object.entries(words ?? {})));
