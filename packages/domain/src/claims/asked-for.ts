import type { Step } from '../policies/decision.ts';
import { isRecord } from '../policies/kinds/form.ts';
import { step } from '../policies/sentences/steps.ts';
import { worded } from '../policies/worded.ts';
import type { Phrases } from '../policies/phrases.ts';
import { EXCLUSIONS } from './answering-kinds.ts';
import type { ClaimSteps } from './sentences.ts';

/** The services that a claimed line asks for by a name (C20, C48), in the words in which they were said. */
export function mattersIn(details: unknown): string[] {
  const said = isRecord(details) ? details[EXCLUSIONS] : undefined;
  const named: unknown[] = isRecord(said) && Array.isArray(said['matter']) ? said['matter'] : [];
  return named.flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [each.trim()] : []));
}

/**
 * What a line asks for by a name, as a sentence; undefined where it names nothing.
 *
 * @param promised how the promises of the purchase say their texts in other languages.
 */
export function askedFor(details: unknown, promised: readonly (Phrases | undefined)[]): Step | undefined {
  const [matter] = mattersIn(details);
  if (matter === undefined) return undefined;
  return worded(step<ClaimSteps, 'CLAIM_ASKED'>('CLAIM_ASKED', { matter }), Object.assign({}, ...promised) as Phrases);
}
