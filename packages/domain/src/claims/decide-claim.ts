import { decide, type VersionTerms } from '../policies/decide.ts';
import { REMEDIES, type Remedy, type Step } from '../policies/decision.ts';
import { dayIn, type Facts, type ReturnHistory } from '../policies/facts.ts';
import { termKinds } from '../policies/kinds/all.ts';
import { defaultsOf, isRecord, readForm } from '../policies/kinds/form.ts';
import type { TermKind } from '../policies/kinds/kind.ts';
import { canonical, factsFrom, versionOf, type FrozenFacts, type PromiseSnapshot } from '../policies/snapshot.ts';
import { step } from '../policies/sentences/steps.ts';
import { kindOf } from '../policies/terms.ts';
import { DomainError } from '../shared/errors.ts';
import { answeringKinds, EXCLUSIONS, EXTRAS } from './answering-kinds.ts';
import { bestFirst, type Answer } from './best-answer.ts';
import type { ClaimKind } from './claim.ts';
import { inclusionsOf, partsOff } from './included.ts';
import type { ClaimSteps } from './sentences.ts';

/** A promise that a purchase carries, as it was frozen at the sale (S1). */
export interface HeldPromise {
  snapshot: PromiseSnapshot;
  snapshotHash: string;
  facts: FrozenFacts;
}

/** The line that is claimed. */
export interface ClaimedLine {
  code: string;
  /** Moment (ISO) or day of the purchase. */
  at: string;
  /** Day of delivery; null or left out where none is known. */
  deliveredOn?: string | null;
}

/** When something is claimed. */
export interface Claimed {
  /** The day, by the business's clocks. */
  on: string;
  /** The moment (ISO), where it is known: promised times run from it. */
  at?: string | undefined;
}

/** What is claimed: the kind of claim, the day, and by kind of term what that kind wants to know. */
export interface ClaimSaid extends Claimed {
  kind: ClaimKind;
  /** E.g. `{ returns: { opened: true } }`; kinds that are left out judge by their defaults. */
  details: Readonly<Record<string, unknown>>;
}

export interface ClaimDecision extends Answer {
  /** What is included in the price (C20). */
  extras: readonly Step[];
}

/**
 * Names the kind in the path of what is wrong with what is said for it: a claim speaks of several at once.
 *
 * @param at the path of what holds the details.
 */
export function namingKind<T>(kind: string, judge: () => T, at: readonly string[] = ['claim']): T {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof DomainError) || error.path[0] !== 'claim' || error.path[1] !== 'details') throw error;
    const { code, message, path, params } = error;
    throw new DomainError(code, message, { path: [...at, 'details', kind, ...path.slice(2)], params });
  }
}

/**
 * Whether every kind that a claim says something for can hold what it says, whether or not a promise of that kind speaks:
 * what nobody reads would be lost without a word. For claims as they are stated; those that are stored were taken as they
 * are. Refusals are those of the kinds' claim forms; `BAD_CLAIM_DETAILS` for other kinds is `answeringKinds`'.
 */
export function checkDetails(details: ClaimSaid['details'], kinds: readonly TermKind[] = termKinds): void {
  for (const { kind, claim } of kinds) {
    const given = details[kind];
    if (!isRecord(given)) continue;
    namingKind(kind, () => readForm(claim, { ...defaultsOf(claim), ...given }, ['claim', 'details']));
  }
}

/**
 * Decides one claimed line from the promises that its purchase carries and from nothing else (S1): what is published,
 * retired or changed later is not even looked at. Where several kinds of term speak of it, the customer gets the best
 * of their answers (see {@link bestFirst}), and the trace shows the others too; what those include is included. Pure; the
 * same on the server and in the browser.
 */
export function decideClaim(
  promises: readonly HeldPromise[],
  line: ClaimedLine,
  said: ClaimSaid,
  history: ReturnHistory | null,
  kinds: readonly TermKind[] = termKinds,
): ClaimDecision {
  const answers = answeringKinds(said, kinds);
  const decided = answers.flatMap((kind) => {
    const details = detailsFor(kind, said);
    return namingKind(kind, () =>
      decideBy(promises, line, { kind, ...(details ? { details } : {}) }, said, history, kinds),
    );
  });
  if (!answers.includes(EXTRAS)) decided.push(...includedByName(promises, line, said, kinds));
  const [best, ...others] = decided.sort(bestFirst(wishOf(said)));
  const extras = included(promises, line, said, kinds);
  if (!best || best.termId === null) {
    const told = notServed(promises, line, said, kinds);
    if (told) return { ...told, extras };
  }
  if (!best) return { ...unanswered(promises, line, answers, said, kinds), extras };
  const spoke = others.filter((each) => each.termId !== null);
  if (best.termId === null || spoke.length === 0) return { ...best, extras };
  const also = spoke.flatMap((each) => [
    step<ClaimSteps, 'CLAIM_ALSO'>('CLAIM_ALSO', { kind: each.termKind ?? '', outcome: each.outcome }),
    ...each.trace.slice(1),
  ]);
  const chosen = step<ClaimSteps, 'CLAIM_BEST_OF'>('CLAIM_BEST_OF', {
    kind: best.termKind ?? '',
    answers: 1 + spoke.length,
  });
  return { ...best, result: withAlsoIncluded(best, spoke), trace: [chosen, ...best.trace, ...also], extras };
}

/** Nobody is charged for what one promise includes, or lets off, because another one decides (C20, S2). */
function withAlsoIncluded(best: Answer, others: readonly Answer[]): Answer['result'] {
  const also = others.flatMap(inclusionsOf).filter((each) => !inclusionsOf(best).includes(each));
  const off = Math.max(0, ...others.map(partsOff));
  return {
    ...best.result,
    ...(also.length > 0 && { alsoIncluded: [...new Set(also)] }),
    ...(off > partsOff(best) && { alsoPartsOff: off }),
  };
}

/** What is asked for is what the customer wishes for, unless the claim says otherwise. */
const WISH: Partial<Record<ClaimKind, Remedy>> = { RETURN: 'REFUND', REPAIR: 'REPAIR', REPLACEMENT: 'REPLACE' };

/** What a kind of term takes a claim to say where it says nothing: what a form begins with. */
export const saidUnlessTold = (kind: ClaimKind, term: TermKind): Readonly<Record<string, unknown>> => {
  const wish = term.kind === 'remedy' ? WISH[kind] : undefined;
  return { ...defaultsOf(term.claim), ...(wish === undefined ? {} : { wish }) };
};

function detailsFor(kind: string, said: ClaimSaid): Readonly<Record<string, unknown>> | undefined {
  const given = said.details[kind];
  const details = isRecord(given) ? given : undefined;
  const wish = kind === 'remedy' ? WISH[said.kind] : undefined;
  return wish === undefined ? details : { wish, ...details };
}

/** null: whatever is best. */
function wishOf(said: ClaimSaid): Remedy | null {
  const wish = detailsFor('remedy', said)?.wish;
  return REMEDIES.find((each) => each === wish) ?? null;
}

/** Of a purchase without any promise nothing was frozen. */
const UNKNOWN: FrozenFacts = { region: null, segment: null, tenureMonths: null, value: null, goods: {} };

/**
 * What one kind of term says. Promises that were frozen with the same facts are weighed against each other, the most
 * specific term speaking; where the facts differ, each set answers for itself. The order of promises does not matter.
 */
export function decideBy(
  promises: readonly HeldPromise[],
  line: ClaimedLine,
  claim: Facts['claim'],
  { on, at }: Claimed,
  history: ReturnHistory | null,
  kinds: readonly TermKind[] = termKinds,
): Answer[] {
  const groups = new Map<string, { held: HeldPromise; versions: VersionTerms[] }>();
  for (const held of promises) {
    const key = canonical([held.facts, held.snapshot.timeZone]);
    const group = groups.get(key) ?? { held, versions: [] };
    group.versions.push(versionOf(held.snapshot, kinds));
    groups.set(key, group);
  }
  const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return inOrder.map(({ held, versions }) => {
    const facts = factsFrom(held.facts, held.snapshot.timeZone, line, claim, history);
    // a promise that was frozen in another zone counts the moment as another day: then the day decides
    const moment = at !== undefined && dayIn(held.snapshot.timeZone, at) === on ? at : on;
    const decision = decide(facts, versions, moment, kinds);
    const by = promises.find(({ snapshot }) => snapshot.versionId === decision.versionId);
    return {
      ...decision,
      termKind: decision.termId === null ? null : claim.kind,
      snapshotHash: by?.snapshotHash ?? null,
    };
  });
}

/**
 * Where nothing answers: the purchase carries no promise, or no kind of term is asked, so that none of its promises can
 * speak of it.
 */
function unanswered(
  promises: readonly HeldPromise[],
  line: ClaimedLine,
  answers: readonly string[],
  claimed: Claimed,
  kinds: readonly TermKind[],
): Answer {
  const { kind } = kindOf(answers[0] ?? EXCLUSIONS, kinds);
  const silent = promises.map((held) => ({ ...held, snapshot: { ...held.snapshot, terms: [] } }));
  const [none] = decideBy(silent, line, { kind }, claimed, null, kinds);
  if (none) return none;
  const facts = factsFrom(UNKNOWN, 'UTC', line, { kind }, null);
  return { ...decide(facts, [], claimed.on, kinds), termKind: null, snapshotHash: null };
}

/** Where no promise speaks of what is asked for: whether it was declared beforehand as not served. */
function notServed(
  promises: readonly HeldPromise[],
  line: ClaimedLine,
  said: ClaimSaid,
  kinds: readonly TermKind[],
): Answer | null {
  const details = said.details[EXCLUSIONS];
  if (!isRecord(details) || !kinds.some((each) => each.kind === EXCLUSIONS)) return null;
  const answers = namingKind(EXCLUSIONS, () =>
    decideBy(promises, line, { kind: EXCLUSIONS, details }, said, null, kinds),
  );
  const excluded = answers.find(({ outcome }) => outcome === 'REFUSED');
  if (!excluded) return null;
  return { ...excluded, trace: [step<ClaimSteps, 'CLAIM_EXCLUDED'>('CLAIM_EXCLUDED', {}), ...excluded.trace] };
}

/**
 * A service that is asked for by a name is promised where that is what comes with the goods (C20); an extra that is called
 * something else says nothing of it.
 */
function includedByName(
  promises: readonly HeldPromise[],
  line: ClaimedLine,
  said: ClaimSaid,
  kinds: readonly TermKind[],
): Answer[] {
  const details = said.details[EXCLUSIONS];
  const declared = kinds.find((each) => each.kind === EXCLUSIONS);
  if (said.kind !== 'SERVICE' || !isRecord(details) || !declared || !kinds.some((each) => each.kind === EXTRAS))
    return [];
  const asked = { ...defaultsOf(declared.claim), ...details };
  const { matter } = namingKind(EXCLUSIONS, () => readForm(declared.claim, asked, ['claim', 'details']));
  if (!Array.isArray(matter) || matter.length === 0) return [];
  return decideBy(promises, line, { kind: EXTRAS, details: { item: matter } }, said, null, kinds).filter(
    ({ outcome }) => outcome === 'ALLOWED',
  );
}

/** What the purchase includes without being asked (C20), as the sentences of its promise. */
function included(
  promises: readonly HeldPromise[],
  line: ClaimedLine,
  claimed: Claimed,
  kinds: readonly TermKind[],
): Step[] {
  if (!kinds.some((each) => each.kind === EXTRAS)) return [];
  return decideBy(promises, line, { kind: EXTRAS }, claimed, null, kinds).flatMap((answer) => {
    if (answer.outcome !== 'ALLOWED') return [];
    const from = answer.trace.findIndex((each) => each.code === 'TERM_CHOSEN');
    return answer.trace.slice(from + 1, from + 2);
  });
}
