import type { Step } from '../policies/decision.ts';
import { wordingOf } from '../policies/phrases.ts';
import { phrasesIn } from '../policies/worded.ts';
import type { Language } from '../shared/language.ts';

/** A charge as it is kept, and as a receipt tells it. */
interface Named {
  code: string;
  description: string;
  trace: readonly Step[];
}

/**
 * What a charge is called to the customer: what it was said to be for, else what the fee was disclosed as (C7), either in
 * the language in which it was worded; nobody is charged a code. Read off the trace, in which the guard put the fee's
 * name and its wordings when it looked at the charge: so a receipt calls it the same whatever becomes of the promise.
 */
export function chargeName({ code, description, trace }: Named, language: Language): string {
  const { label } = trace.find(({ params }) => typeof params['label'] === 'string')?.params ?? {};
  const name = description.trim() || (typeof label === 'string' ? label : '') || code;
  return wordingOf(name, language, phrasesIn(trace));
}
