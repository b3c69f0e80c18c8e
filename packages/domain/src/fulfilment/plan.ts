import { addWorkingDays } from '../calendars/working-time.ts';
import { decide, type VersionTerms } from '../policies/decide.ts';
import type { Decision, Step } from '../policies/decision.ts';
import { dayIn } from '../policies/facts.ts';
import { termKinds } from '../policies/kinds/all.ts';
import type { TermKind } from '../policies/kinds/kind.ts';
import { worded } from '../policies/worded.ts';
import { factsFrom, versionOf, type FrozenFacts, type PromiseSnapshot } from '../policies/snapshot.ts';
import { DomainError } from '../shared/errors.ts';
import { firstDay, type Lot } from './pieces.ts';
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
  goods: readonly {
    code: string;
    name: string;
    quantity: number;
    /** How many of them were given back for good; left out: none. */
    gone?: number;
    /** The day of their delivery where it is known. */
    deliveredOn: string | null;
    /** The last day of their own delivery, where they were added later and are still to come. */
    expectedOn?: string | null;
    /** They have no day, and no delivery of theirs is still to come: nobody knows when they do. */
    dayless?: boolean;
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
  /** The first of the days by which it is promised for its goods. */
  dueOn: string;
  /** Its goods, by the day by which it is promised for them. */
  lots: readonly Lot[];
  checklist: readonly string[];
  /** What of the checklist the term itself asks for, and what each of the goods brings along. */
  own: readonly string[];
  along: readonly { code: string; text: string }[];
  conduct: readonly string[];
}

/** The task for some of its goods alone, by their day and with what those bring along. */
export function forGoods(planned: PlannedTask, lots: readonly Lot[]): PlannedTask {
  const codes = new Set(lots.map(({ code }) => code));
  const along = planned.along.filter(({ code }) => codes.has(code));
  return { ...planned, ...due(lots), ...listed(planned.own, along) };
}

const due = (lots: readonly Lot[]) => ({
  codes: [...new Set(lots.map(({ code }) => code))],
  dueOn: firstDay(lots)!,
  lots,
});

/** What stands twice is one thing to tick. */
const listed = (own: PlannedTask['own'], along: PlannedTask['along']) => ({
  checklist: [...new Set([...own, ...along.map(({ text }) => text)])],
  own,
  along,
});

/**
 * The tasks that a purchase's promises ask for (銷售就是服務, C4): for each kind and each of the goods the most specific
 * term of the snapshot, once per term for all the goods it speaks of.
 *
 * What counts from delivery counts, until that has happened, from the last day on which it is promised, or for goods that
 * were added later from that of their own; the day on which the goods themselves are delivered then moves it. Visits fall
 * on a day that is worked by the frozen calendar. Goods that were given back are planned with the others, as `gone`: for
 * which of them something was done already, the tasks tell (`followPlan`). Pure, and the order of goods and promises does
 * not matter.
 */
export function planFulfilment(purchase: PromisedPurchase, kinds: readonly TermKind[] = termKinds): PlannedTask[] {
  const plan = new Plan(purchase, kinds);
  if (plan.empty) return [];
  const deliveries = plan.terms('DELIVERY').map(({ decision }) => dayOf(decision.result.dueOn));
  const promised = last(deliveries);
  const bought = dayIn(purchase.timeZone, purchase.at);
  const expected = ({ deliveredOn, expectedOn }: Goods) => deliveredOn ?? expectedOn ?? promised;
  const carriers: FulfilmentKind[] = ['EXTRAS', 'PACKAGING', 'DELIVERY'];
  const carried = new Set<string>();
  // what the products bring along goes to whoever hands the goods over: the first of these that is promised
  const alongWith = (kind: FulfilmentKind, goods: readonly Goods[]): PlannedTask['along'] => {
    if (!carriers.includes(kind)) return [];
    const mine = goods.filter((each) => !carried.has(each.code));
    for (const each of mine) carried.add(each.code);
    return mine.flatMap(({ code, extras }) => extras.map((text) => ({ code, text })));
  };
  const made = [...carriers, ...FULFILMENT_KINDS.filter((kind) => !carriers.includes(kind))].flatMap((kind) =>
    plan.terms(kind, expected).flatMap(({ decision, goods, decisions }) => {
      const { version, term, words } = plan.said(decision);
      const along = alongWith(kind, goods);
      const days = goods.map((each, index) => daysOf(kind, decisions[index]!, version, expected(each) ?? bought));
      // how often something is done follows from the term alone, whenever the goods come
      return days[0]!.map((_, index) => ({
        kind,
        versionId: version.id,
        termId: term.id,
        ordinal: index + 1,
        words,
        ...due(
          goods.map((each, of) => {
            const { code, quantity, gone = 0, deliveredOn, dayless } = each;
            const thereOn = expected(each);
            return {
              code,
              pieces: quantity,
              deliveredOn,
              ...(thereOn === null ? {} : { thereOn }),
              dueOn: days[of]![index]!,
              ...(dayless ? { dayless } : {}),
              ...(gone > 0 ? { gone } : {}),
            };
          }),
        ),
        ...listed(checklistOf(kind, decision), along),
        conduct: texts(decision.result.conduct),
      }));
    }),
  );
  return made.sort((a, b) => FULFILMENT_KINDS.indexOf(a.kind) - FULFILMENT_KINDS.indexOf(b.kind));
}

type Goods = PromisedPurchase['goods'][number];

/** A term with the goods that it speaks of, and what it comes to for each of them; `decision` is that of the first. */
interface Spoken {
  decision: Decision;
  goods: Goods[];
  decisions: Decision[];
}

/** Pieces of one code that came, or are to come, on the same day are one of the goods; what comes first is the first of them. */
function together(goods: readonly Goods[]): Goods[] {
  const known = new Map<string, Goods>();
  for (const each of goods) {
    const key = `${each.code} ${each.deliveredOn ?? (each.dayless ? 'without' : `unknown ${each.expectedOn ?? ''}`)}`;
    const { quantity = 0, gone = 0 } = known.get(key) ?? {};
    known.set(key, { ...each, quantity: each.quantity + quantity, gone: (each.gone ?? 0) + gone });
  }
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

class Plan {
  readonly purchase: PromisedPurchase;
  readonly kinds: readonly TermKind[];
  readonly versions: readonly VersionTerms[];
  readonly goods: readonly Goods[];

  constructor(purchase: PromisedPurchase, kinds: readonly TermKind[]) {
    this.purchase = purchase;
    this.kinds = kinds;
    this.versions = purchase.promises.map(({ snapshot }) => versionOf(snapshot, kinds));
    this.goods = together(purchase.goods);
  }

  get empty(): boolean {
    return this.purchase.promises.length === 0;
  }

  /** The terms of a kind that speak of some of the goods, each with those goods. */
  terms(kind: FulfilmentKind, delivered: (goods: Goods) => string | null = (goods) => goods.deliveredOn): Spoken[] {
    const byTerm = new Map<string, Spoken>();
    for (const one of this.goods) {
      const decision = this.#decide(kind, one.code, delivered(one));
      if (decision.termId === null) continue;
      const key = `${decision.versionId} ${decision.termId}`;
      const known = byTerm.get(key);
      if (!known) byTerm.set(key, { decision, goods: [one], decisions: [decision] });
      else {
        known.goods.push(one);
        known.decisions.push(decision);
      }
    }
    return [...byTerm.values()];
  }

  /** Asked on the day of the purchase, nothing can be overdue yet: what counts is the `result`. */
  #decide(kind: FulfilmentKind, code: string, deliveredOn: string | null): Decision {
    const { at, timeZone, promises } = this.purchase;
    const claim = { kind: TERM_OF[kind] };
    const facts = factsFrom(promises[0]!.facts, timeZone, { at, code, deliveredOn }, claim);
    return decide(facts, this.versions, at, this.kinds);
  }

  said(decision: Decision) {
    const version = this.versions.find((each) => each.id === decision.versionId)!;
    const term = version.terms.find((each) => each.id === decision.termId)!;
    const kind = this.kinds.find((each) => each.kind === term.kind)!;
    return { version, term, words: worded(kind.promise(term.params, version.currency), version.phrases) };
  }
}

/** Extras and topics are ticked off one by one, like a checklist. */
function checklistOf(kind: FulfilmentKind, { result }: Decision): string[] {
  if (kind === 'EXTRAS') return texts(result.items);
  return kind === 'TRAINING' ? texts(result.topics) : texts(result.checklist);
}

/** The days by which it is promised: one, or one for each visit or session. */
function daysOf(
  kind: FulfilmentKind,
  { result, deadline }: Decision,
  version: VersionTerms,
  byDelivery: string,
): string[] {
  switch (kind) {
    case 'MAINTENANCE':
      return texts(result.schedule).map((day) => nextWorked(version, day));
    case 'TRAINING':
      return Array.from({ length: Number(result.sessionsLeft) }, () => deadline ?? byDelivery);
    case 'PACKAGING':
    case 'EXTRAS':
      return [byDelivery];
    default:
      return [dayOf(result.dueOn) ?? byDelivery];
  }
}

/** Where the calendar does not know the year yet, the day itself: a promise is not put off because holidays are unknown. */
function nextWorked(version: VersionTerms, day: string): string {
  const { calendar } = version;
  if (!calendar) return day;
  try {
    return addWorkingDays(calendar, day, 0);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CALENDAR_YEAR_UNKNOWN') return day;
    throw error;
  }
}

const dayOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const last = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
