import type { CalendarData } from '../calendars/calendar.ts';
import { covers, type Period } from '../shared/period.ts';
import { ambiguous } from './ambiguity.ts';
import { moreSpecific } from './applicability.ts';
import type { Decision, Step } from './decision.ts';
import { dayIn, type Facts } from './facts.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import { fitting, lookupOf, narrower, type Lookup } from './lookup.ts';
import type { Phrases } from './phrases.ts';
import { worded } from './worded.ts';
import { step, type CommonSteps } from './sentences/steps.ts';
import { kindOf, type Term } from './terms.ts';

/** A version as the engine needs it: whose it is, when it is in force, what it says. */
export interface VersionTerms {
  id: string;
  policyId: string;
  /** Name of the policy, for the trace. */
  policy: string;
  number: number;
  period: Period;
  terms: readonly Term[];
  /** Currency of the values in `appliesTo`. */
  currency: string;
  /**
   * How its texts and the policy's name are said in other languages. They go into the trace; of a decision they tell only
   * that a name in another language is the same name.
   */
  phrases?: Phrases | undefined;
  /** The working hours its clocks run by; frozen with it. */
  calendar?: CalendarData | null;
  /** For trying out: judge as if it had been in force, and say so. */
  supposed?: boolean;
  /** Frozen for this very purchase: it binds whatever day it began, because the purchase was moved to it since. */
  held?: boolean;
}

interface Candidate {
  version: VersionTerms;
  term: Term;
  /** Where the term is found. */
  lookup: Lookup;
  place: number;
}

const say = <Code extends keyof CommonSteps & string>(code: Code, params: CommonSteps[Code]): Step =>
  step<CommonSteps, Code>(code, params);

/**
 * Decides a claim (C10–C12): the versions in force on the day of the purchase, in them the terms of the claim's kind
 * that speak of the purchase, of those the most specific one; that term judges. Pure and deterministic: no clock,
 * no database, and the order of versions and terms does not matter. Server, batch and browser all call this.
 *
 * A tie cannot happen among published versions; for drafts it is refused with `AMBIGUOUS_TERMS`. A claim on the day of
 * the purchase is in time; a claim made before that day finds no purchase.
 *
 * @param at moment (ISO) or day of the claim.
 * @param kinds the kinds of term that exist; those of the product unless a package brought more.
 */
export function decide(
  facts: Facts,
  versions: readonly VersionTerms[],
  at: string,
  kinds: readonly TermKind[] = termKinds,
): Decision {
  const kind = kindOf(facts.claim.kind, kinds, ['claim', 'kind']);
  const { purchase } = facts;
  if (purchase === null) return without('NO_PURCHASE', [say('NO_PURCHASE', {})]);

  const on = dayIn(facts.timeZone, at);
  const boughtOn = dayIn(facts.timeZone, purchase.at);
  if (on < boughtOn) return without('NO_PURCHASE', [say('BOUGHT_LATER', { on: boughtOn, claimedOn: on })]);

  const trace: Step[] = [say('PURCHASED', { code: purchase.code, on: boughtOn })];
  const inForce = versions.filter((version) => version.supposed || version.held || covers(version.period, boughtOn));
  if (inForce.length === 0) return without('NOT_COVERED', [...trace, say('NO_VERSION', { on: boughtOn })]);

  const candidates = speakingOf(facts, inForce, kind.kind);
  const [first] = candidates;
  if (!first) return without('NOT_COVERED', [...trace, say('NO_TERM', { kind: kind.kind })]);

  const { version, term } = mostSpecific(candidates, first);
  const verdict = kind.judge(term.params, facts.claim.details, { ...purchase, boughtOn }, on, {
    at,
    timeZone: facts.timeZone,
    currency: version.currency,
    calendar: version.calendar ?? null,
    customer: facts.customer,
    phrases: version.phrases,
  });
  return {
    outcome: verdict.outcome,
    policyId: version.policyId,
    versionId: version.id,
    termId: term.id,
    countedFrom: verdict.countedFrom,
    deadline: verdict.deadline,
    remedy: verdict.remedy ?? null,
    review: verdict.review ?? false,
    result: verdict.result ?? {},
    trace: [
      ...trace,
      worded(versionStep(version, boughtOn), version.phrases),
      say('TERM_CHOSEN', {
        termId: term.id,
        appliesTo: term.appliesTo,
        currency: version.currency,
        passedOver: candidates.length - 1,
      }),
      ...[kind.promise(term.params, version.currency), ...verdict.steps].map((each) => worded(each, version.phrases)),
    ],
  };
}

function versionStep({ policy, number, period, supposed }: VersionTerms, boughtOn: string): Step {
  if (supposed) return say('VERSION_SUPPOSED', { policy, number });
  if (!covers(period, boughtOn)) return say('VERSION_MOVED', { policy, number });
  return say('VERSION_IN_FORCE', { policy, number, from: period.from });
}

function without(outcome: 'NO_PURCHASE' | 'NOT_COVERED', trace: Step[]): Decision {
  return {
    outcome,
    policyId: null,
    versionId: null,
    termId: null,
    countedFrom: null,
    deadline: null,
    remedy: null,
    review: false,
    result: {},
    trace,
  };
}

function speakingOf(facts: Facts, versions: readonly VersionTerms[], kind: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (const version of versions) {
    const lookup = lookupOf(version.terms, kind);
    for (const place of fitting(lookup, facts)) {
      candidates.push({ version, term: lookup.terms[place]!, lookup, place });
    }
  }
  return candidates;
}

const isNarrower = (a: Candidate, b: Candidate): boolean =>
  a.lookup === b.lookup ? narrower(a.lookup, a.place, b.place) : moreSpecific(a.term.appliesTo, b.term.appliesTo);

/** The candidate that is more specific than all others; where there is none, `AMBIGUOUS_TERMS`. */
function mostSpecific(candidates: readonly Candidate[], first: Candidate): Candidate {
  let best = first;
  for (const each of candidates) {
    if (isNarrower(each, best)) best = each;
  }
  const rival = candidates.find((each) => each !== best && !isNarrower(best, each));
  if (!rival) return best;
  const placed = [best, rival]
    .map(({ version, term }) => ({ ...term, policy: version.policy, number: version.number }))
    .sort((a, b) => (`${a.policy} ${a.number} ${a.id}` < `${b.policy} ${b.number} ${b.id}` ? -1 : 1));
  throw ambiguous(placed[0]!, placed[1]!, null);
}
