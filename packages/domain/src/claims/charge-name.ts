import type { Step } from '../policies/decision.ts';
import { nameMeant } from '../policies/kinds/saying.ts';
import { wordingOf } from '../policies/phrases.ts';
import { phrasesIn } from '../policies/worded.ts';
import { PAIR, type Language } from '../shared/language.ts';

/** A charge as it is kept, and as a receipt tells it. */
interface Named {
  code: string;
  description: string;
  trace: readonly Step[];
}

/**
 * What a charge is called to the customer: by the name under which the fee was disclosed (C7), in the language in which it
 * was worded, and after it what it was said to be for, where that is something else: nobody is charged under a name that
 * was never disclosed (S2), nor a code. Read off the trace, in which the guard put the fee's name and its wordings when it
 * looked at the charge: so a receipt calls it the same whatever becomes of the promise.
 */
export function chargeName({ code, description, trace }: Named, language: Language): string {
  const { label } = trace.find(({ params }) => typeof params['label'] === 'string')?.params ?? {};
  const phrases = phrasesIn(trace);
  const said = description.trim();
  const worded = (text: string) => wordingOf(text, language, phrases);
  if (typeof label !== 'string' || label === '') return said === '' ? code : worded(said);
  if (said === '' || nameMeant([label], said, phrases) !== undefined) return worded(label);
  return PAIR[language](worded(label), worded(said));
}
