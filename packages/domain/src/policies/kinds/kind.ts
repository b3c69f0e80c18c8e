import type { CalendarData } from '../../calendars/calendar.ts';
import type { Step, Verdict } from '../decision.ts';
import type { Facts, PurchaseFacts } from '../facts.ts';
import type { POLICY_STAGES } from '../policy.ts';
import type { Phrases } from '../phrases.ts';
import type { Dictionaries, Say } from '../sentences/language.ts';
import type { InEvery, Language } from '../../shared/language.ts';
import { readForm, type Form, type ValuesOf } from './form.ts';

/** What a judgement may look at besides the term, the claim and the purchase. */
export interface JudgeContext {
  /** The moment (ISO) or day of the claim, as it was given. */
  at: string;
  timeZone: string;
  /** Currency of the amounts in the term. */
  currency: string;
  /** The working hours the version promised by; null where it names none. */
  calendar: CalendarData | null;
  customer: Facts['customer'];
  /** How the texts of the version are said in other languages: what a claim names may be said in any of them. */
  phrases?: Phrases | undefined;
}

/** A field in which a later wording promises less than an earlier one (S11). */
export interface Worsening {
  field: string;
  /** Key of the row, where the field is a table. */
  row?: string;
  /** What people call the row, where its table says by which cell. */
  named?: string;
  /** Cell of that row. */
  cell?: string;
  /** Of a wording: who reads it otherwise. */
  language?: Language;
  before: unknown;
  after: unknown;
}

/** What a kind of term brings with it. A new kind is one file that calls `termKind`, its test, and one line in `all.ts`. */
export interface KindDeclaration<P extends Form, C extends Form, Steps> {
  /** Stored in each term; never renamed. */
  kind: string;
  stage: (typeof POLICY_STAGES)[number];
  label: InEvery<string>;
  /** What an admin sets. */
  params: P;
  /** What a claim has to say for this kind. */
  claim: C;
  /** The promise itself, as a step that the dictionaries turn into a sentence; `currency` is that of its amounts. */
  promise: (params: ValuesOf<P>, currency: string) => Step;
  /**
   * Judges a claim made on day `on` (not before the purchase). Pure: the same values, the same verdict.
   * `boughtOn` is the day of the purchase in the business's time zone.
   */
  judge: (
    params: ValuesOf<P>,
    claim: ValuesOf<C>,
    purchase: PurchaseFacts & { boughtOn: string },
    on: string,
    context: JudgeContext,
  ) => Verdict;
  /**
   * Fields in which `after` promises less than `before`, where that is more than each field on its own tells; `derived`
   * is what the fields' `better` say. Left out: `derived`.
   */
  worse?: (before: ValuesOf<P>, after: ValuesOf<P>, derived: readonly Worsening[]) => readonly Worsening[];
  /**
   * The term takes something from the customer (fees, what is not served): a purchase of which none speaks is better off
   * than one of which some does. Left out: it gives something.
   */
  burden?: boolean;
  /** Whether the promise counts working hours or days, so that its version has to name a calendar. Left out: no. */
  needsCalendar?: (params: ValuesOf<P>) => boolean;
  /**
   * The last day of the promise for what was bought, and handed over, on `boughtOn`: until then its clocks may have to
   * count. Left out: the day itself.
   */
  reach?: (params: ValuesOf<P>, boughtOn: string) => string;
  /** What was not asked for by then is not lost: it stays owed. Left out: the promise ends with its reach. */
  keeps?: boolean;
  sentences: Dictionaries<Steps>;
}

/** A dictionary whose steps are no longer told apart; `sentenceOf` finds the sentence by the step's code. */
export type AnyDictionary = Readonly<Record<string, (params: never, say: Say) => string>>;

/** A kind as the engine sees it: its own types are hidden behind the checks that made the values. */
export interface TermKind {
  kind: string;
  stage: (typeof POLICY_STAGES)[number];
  label: InEvery<string>;
  params: Form;
  claim: Form;
  readParams(values: unknown, path: string[]): Readonly<Record<string, unknown>>;
  promise(params: Readonly<Record<string, unknown>>, currency: string): Step;
  needsCalendar(params: Readonly<Record<string, unknown>>): boolean;
  reach(params: Readonly<Record<string, unknown>>, boughtOn: string): string;
  /** Whether it ends at all, on the last day of its reach; after it nothing is owed. */
  ends: boolean;
  judge(
    params: Readonly<Record<string, unknown>>,
    details: Readonly<Record<string, unknown>> | undefined,
    purchase: PurchaseFacts & { boughtOn: string },
    on: string,
    context: JudgeContext,
  ): Verdict;
  worse(
    before: Readonly<Record<string, unknown>>,
    after: Readonly<Record<string, unknown>>,
    derived: readonly Worsening[],
  ): readonly Worsening[];
  burden: boolean;
  sentences: InEvery<AnyDictionary>;
}

export function termKind<const P extends Form, const C extends Form, Steps>(
  declared: KindDeclaration<P, C, Steps>,
): TermKind {
  const defaults = Object.fromEntries(Object.entries(declared.claim).map(([name, field]) => [name, field.default]));
  return {
    kind: declared.kind,
    stage: declared.stage,
    label: declared.label,
    params: declared.params,
    claim: declared.claim,
    readParams: (values, path) => readForm(declared.params, values, path),
    promise: (params, currency) => declared.promise(params as ValuesOf<P>, currency),
    needsCalendar: (params) => declared.needsCalendar?.(params as ValuesOf<P>) ?? false,
    reach: (params, boughtOn) => declared.reach?.(params as ValuesOf<P>, boughtOn) ?? boughtOn,
    ends: declared.reach !== undefined && declared.keeps !== true,
    judge: (params, details, purchase, on, context) => {
      const claim = readForm(declared.claim, { ...defaults, ...details }, ['claim', 'details']);
      return declared.judge(params as ValuesOf<P>, claim, purchase, on, context);
    },
    worse: (before, after, derived) =>
      declared.worse ? declared.worse(before as ValuesOf<P>, after as ValuesOf<P>, derived) : derived,
    burden: declared.burden ?? false,
    sentences: declared.sentences as unknown as InEvery<AnyDictionary>,
  };
}
