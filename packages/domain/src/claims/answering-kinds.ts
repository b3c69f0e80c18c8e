import { termKinds } from '../policies/kinds/all.ts';
import { isRecord } from '../policies/kinds/form.ts';
import type { TermKind } from '../policies/kinds/kind.ts';
import { DomainError } from '../shared/errors.ts';
import type { ClaimKind } from './claim.ts';

/** By kind of term what a claim says for it. */
type Details = Readonly<Record<string, unknown>>;

/** The kind that declares what is not served (專注優勢領域, C48). */
export const EXCLUSIONS = 'exclusions';

/** The kind that says what is included in the price (C20); it answers a service that is asked for by one of its names. */
export const EXTRAS = 'extras';

/** The kind whose clocks run beside every claim (C8); only where it is all that is asked for does it answer one. */
const RESPONSE = 'response-target';

/**
 * Which kinds of term answer a claim. Those in `asked` answer only where the claim says something for them: the remedy
 * for faulty goods says nothing about goods that are merely given back. A claim for any other SERVICE names its kinds
 * itself, by what it says for them.
 */
const ANSWERED_BY: Readonly<Record<ClaimKind, { always: readonly string[]; asked: readonly string[] }>> = {
  RETURN: { always: ['returns'], asked: ['remedy'] },
  REPAIR: { always: ['warranty', 'remedy'], asked: [] },
  REPLACEMENT: { always: ['warranty', 'remedy'], asked: [] },
  MAINTENANCE: { always: ['maintenance'], asked: ['warranty'] },
  SERVICE: { always: [], asked: [] },
};

/** Kinds that answer no claim by themselves: they say what things cost and what is not served. */
const SILENT: readonly string[] = ['fees', EXCLUSIONS];

/**
 * What a form asks for a kind of claim: the kinds of term that answer it anyway, and those that answer if something is
 * said for them. Kinds that want to know nothing are in it too.
 */
export function kindsAsked(
  kind: ClaimKind,
  kinds: readonly TermKind[] = termKinds,
): { always: TermKind[]; asked: TermKind[] } {
  const { always, asked } = ANSWERED_BY[kind];
  return {
    always: kinds.filter((each) => always.includes(each.kind)),
    asked: kinds.filter((each) => (kind === 'SERVICE' ? !SILENT.includes(each.kind) : asked.includes(each.kind))),
  };
}

/**
 * The kinds of term that judge a claim, in a fixed order. `BAD_CLAIM_DETAILS` where it says something for a kind that
 * does not answer it, or nothing that a form could hold, or where a claim for another service names none.
 */
export function answeringKinds(
  said: { kind: ClaimKind; details: Details },
  kinds: readonly TermKind[] = termKinds,
): string[] {
  const beside = said.kind === 'SERVICE' ? [EXCLUSIONS] : [EXCLUSIONS, RESPONSE];
  const named = Object.keys(said.details).filter((kind) => !beside.includes(kind));
  const known = kinds.map((each) => each.kind);
  const { always, asked } = ANSWERED_BY[said.kind];
  const others = known.filter((kind) => !SILENT.includes(kind));
  const allowed = said.kind === 'SERVICE' ? others : [...always, ...asked];
  const stranger = named.find((kind) => !allowed.includes(kind));
  if (stranger !== undefined || (said.kind === 'SERVICE' && Object.keys(said.details).length === 0)) {
    throw new DomainError(
      'BAD_CLAIM_DETAILS',
      stranger === undefined
        ? `details is empty; a claim for a service says which one: ${allowed.join(', ')}.`
        : `details speaks of ${stranger}; for this kind of claim it can speak of ${allowed.join(', ')}.`,
      { path: ['details', ...(stranger === undefined ? [] : [stranger])], params: { known: allowed } },
    );
  }
  refuseShapeless(said.details, kinds);
  const answers = said.kind === 'SERVICE' ? named : [...always, ...asked.filter((kind) => named.includes(kind))];
  return known.filter((kind) => answers.includes(kind));
}

/** Judged by defaults, what was meant would be lost without a word. */
function refuseShapeless(details: Details, kinds: readonly TermKind[]): void {
  const shapeless = Object.entries(details).find(([, said]) => said !== undefined && !isRecord(said));
  if (shapeless === undefined) return;
  const [kind, said] = shapeless;
  const fields = Object.keys(kinds.find((each) => each.kind === kind)?.claim ?? {});
  throw new DomainError(
    'BAD_CLAIM_DETAILS',
    `details.${kind} is ${JSON.stringify(said)}; it takes an object${fields.length > 0 ? ` that may hold ${fields.join(', ')}` : ''}.`,
    { path: ['details', kind], params: { known: fields } },
  );
}
