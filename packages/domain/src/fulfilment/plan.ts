import { addWorkingDays, isWorkingDay } from '../calendars/working-time.ts';
import { decide, type VersionTerms } from '../policies/decide.ts';
import type { Decision, Step } from '../policies/decision.ts';
import { termKinds } from '../policies/kinds/all.ts';
import type { TermKind } from '../policies/kinds/kind.ts';
import { factsFrom, versionOf, type FrozenFacts, type PromiseSnapshot } from '../policies/snapshot.ts';
import { addDays } from '../shared/period.ts';
import { FULFILMENT_KINDS, type FulfilmentKind } from './task.ts';

/** Kind of term that promises each kind of task. */
export const TERM_OF: Readonly<Record<FulfilmentKind, string>> = {
  PACKAGING: 'packaging',
  DELIVERY: 'delivery',
  INSTALLATION: 'installation',
  TRAINING: 'training',
  EXTRAS: 'extras',
  MAINTENANCE: 'maintenance',
};

/** What a purchase was promised, as it was frozen at the sale (S1). */
export interface PromisedPurchase {
  timeZone: string;
  /** The moment (ISO) of the purchase. */
  at: string;
  /** The day of delivery where it is known. */
  deliveredOn: string | null;
  goods: readonly {
    code: string;
    name: string;
    /** What the product itself brings along (多訂幾個扣子, C20). */
    extras: readonly string[];
  }[];
  promises: readonly { snapshot: PromiseSnapshot; facts: FrozenFacts }[];
}

/** A task as it follows from the promise; nothing in it depends on who does it or on today. */
export interface PlannedTask {
  kind: FulfilmentKind;
  versionId: string;
  termId: string;
  ordinal: number;
  codes: readonly string[];
  words: Step;
  dueOn: string;
  checklist: readonly string[];
  conduct: readonly string[];
}

/**
 * The tasks that a purchase's promises ask for (銷售就是服務, C4): for each kind and each of the goods the most specific
 * term of the snapshot, once per term for all the goods it speaks of. Days on which nobody works by the frozen calendar
 * are not chosen for visits; what was promised in working days was counted by the term itself. Pure, and the order of
 * goods and promises does not matter.
 */
export function planFulfilment(purchase: PromisedPurchase, kinds: readonly TermKind[] = termKinds): PlannedTask[] {
  const versions = purchase.promises.map(({ snapshot }) => versionOf(snapshot, kinds));
  const frozen = purchase.promises[0]?.facts;
  if (!frozen) return [];
  const goods = [...purchase.goods].sort((a, b) => (a.code < b.code ? -1 : 1));
  return FULFILMENT_KINDS.flatMap((kind) => {
    if (!kinds.some((each) => each.kind === TERM_OF[kind])) return [];
    const byTerm = new Map<string, { decision: Decision; goods: PromisedPurchase['goods'][number][] }>();
    for (const one of goods) {
      const decision = decisionFor(kind, one.code, purchase, frozen, versions, kinds);
      if (decision.termId === null) continue;
      const key = `${decision.versionId} ${decision.termId}`;
      const known = byTerm.get(key);
      if (known) known.goods.push(one);
      else byTerm.set(key, { decision, goods: [one] });
    }
    return [...byTerm.values()].flatMap(({ decision, goods: covered }) => tasksOf(kind, decision, covered, versions, kinds));
  });
}

function decisionFor(
  kind: FulfilmentKind,
  code: string,
  purchase: PromisedPurchase,
  frozen: FrozenFacts,
  versions: readonly VersionTerms[],
  kinds: readonly TermKind[],
): Decision {
  const { at, deliveredOn, timeZone } = purchase;
  const facts = factsFrom(frozen, timeZone, { at, code, deliveredOn }, { kind: TERM_OF[kind] });
  // asked on the day of the purchase, nothing can be overdue yet: what counts is the `result`
  return decide(facts, versions, at, kinds);
}

function tasksOf(
  kind: FulfilmentKind,
  decision: Decision,
  goods: PromisedPurchase['goods'],
  versions: readonly VersionTerms[],
  kinds: readonly TermKind[],
): PlannedTask[] {
  const version = versions.find((each) => each.id === decision.versionId)!;
  const term = version.terms.find((each) => each.id === decision.termId)!;
  const words = kinds.find((each) => each.kind === term.kind)!.promise(term.params, version.currency);
  const checklist = kind === 'EXTRAS' ? extrasList(decision.result, goods) : texts(decision.result.checklist);
  return daysOf(decision, version).map((dueOn, index) => ({
    kind,
    versionId: version.id,
    termId: term.id,
    ordinal: index + 1,
    codes: goods.map((each) => each.code),
    words,
    dueOn,
    checklist,
    conduct: texts(decision.result.conduct),
  }));
}

/** What the term and the products bring along, each thing once. */
function extrasList(result: Decision['result'], goods: PromisedPurchase['goods']): string[] {
  return [...new Set([...texts(result.items), ...goods.flatMap((each) => each.extras)])];
}

/** The days by which it is promised: one, or one for each visit. A visit falls on the next day worked. */
function daysOf(decision: Decision, version: VersionTerms): string[] {
  const { visits, dueOn } = decision.result;
  const visitDays = texts(visits);
  if (visitDays.length > 0) return visitDays.map((day) => nextWorked(version, day));
  return typeof dueOn === 'string' ? [dueOn] : [];
}

/** Where the calendar does not know the year yet, the day itself: a promise is not put off because holidays are unknown. */
function nextWorked(version: VersionTerms, day: string): string {
  const { calendar } = version;
  if (!calendar || !calendar.years.includes(Number(day.slice(0, 4)))) return day;
  if (isWorkingDay(calendar, day)) return day;
  const last = Math.max(...calendar.years);
  const next = addDays(day, 7).slice(0, 4);
  return Number(next) > last ? day : addWorkingDays(calendar, day, 0);
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
