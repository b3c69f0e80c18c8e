import { CHARGE_KINDS } from '@perennial/domain/policies/kinds/charge-kinds';
import { checkCharges, type ChargeLine } from '@perennial/domain/claims/charges';
import type { DisclosedFee } from '@perennial/domain/claims/fee-schedule';
import { refundShare } from '@perennial/domain/claims/shares';
import { checkUnambiguous, findAmbiguity } from '@perennial/domain/policies/ambiguity';
import { applies, moreSpecific } from '@perennial/domain/policies/applicability';
import { UNKNOWN, type Side } from '@perennial/domain/policies/cases';
import { compareTerms, noWorseFor } from '@perennial/domain/policies/compare';
import { decide, type VersionTerms } from '@perennial/domain/policies/decide';
import type { Decision } from '@perennial/domain/policies/decision';
import type { Facts } from '@perennial/domain/policies/facts';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { TermKind } from '@perennial/domain/policies/kinds/kind';
import { canonical, versionOf, type PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import type { Term } from '@perennial/domain/policies/terms';
import { DomainError } from '@perennial/domain/shared/errors';
import fc from 'fast-check';
import { expect } from 'vitest';
import { arbitraryCase, arbitraryParams, weekdays } from './arbitrary-terms.ts';
import { care, plainApplicability, someFacts, someRevision, someTerms, toll } from './random-terms.ts';

/** Something that holds whatever is promised and claimed; `check` tries it on so many random cases. */
export interface EngineProperty {
  name: string;
  /** Its part of every hundred cases. */
  share: number;
  check: (cases: number) => void;
}

const kinds = [care, toll];

const version = (terms: readonly Term[], more: Partial<VersionTerms> = {}): VersionTerms => ({
  id: 'v1',
  policyId: 'p1',
  policy: 'Promise',
  number: 1,
  period: { from: '2010-12-01', to: null },
  terms,
  currency: 'GBP',
  ...more,
});

/** What the engine says, refusals included. */
function outcomeOf(work: () => Decision): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, params: error.params };
    throw error;
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const placed = (terms: readonly Term[]) => terms.map((term) => ({ ...term, policy: 'Promise', number: 1 }));
const isPublishable = (terms: readonly Term[]) => findAmbiguity(placed(terms)) === null;

const someClaim = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 5 }))
  .map(([opened, days]) => ({ details: { opened }, on: `2011-03-0${days + 1}` }));
const somePurchase = fc
  .tuple(someFacts(), someClaim)
  .map(([facts, { details, on }]) => ({ facts: { ...facts, claim: { kind: 'care', details } }, on }));

/** A version, purchase and claim of any kind there is, and a later version of which some fields differ. */
const someMove = fc.constantFrom(...termKinds).chain((kind: TermKind) =>
  fc
    .record({
      before: fc.array(fc.tuple(arbitraryParams(kind), plainApplicability), { minLength: 1, maxLength: 3 }),
      other: arbitraryParams(kind),
      changed: fc.subarray(Object.keys(kind.params), { maxLength: Math.min(2, Object.keys(kind.params).length) }),
      claim: arbitraryCase(kind),
      facts: someFacts(kind.kind),
    })
    .map(({ before, other, changed, claim, facts }) => {
      const change = Object.fromEntries(changed.map((name) => [name, other[name]]));
      const terms = (params: (own: object) => object): Term[] =>
        before.map(([own, appliesTo], at) => ({
          id: `t${at}`,
          kind: kind.kind,
          params: { ...params(own) },
          appliesTo,
        }));
      const { history } = claim.context.customer;
      return {
        before: terms((own) => own),
        after: terms((own) => ({ ...own, ...change })),
        facts: {
          ...facts,
          timeZone: claim.context.timeZone,
          customer: { ...facts.customer, history: history ?? null },
          purchase: { ...facts.purchase!, ...claim.purchase },
          claim: { kind: kind.kind, details: claim.claim },
        } satisfies Facts,
        at: claim.context.at,
      };
    }),
);

function witness(terms: readonly Term[]): Facts | null {
  const found = findAmbiguity(placed(terms));
  if (!found) return null;
  const { cases } = found;
  const one = (side: Side) => (side.except ? null : (side.items[0] ?? null));
  return {
    timeZone: 'UTC',
    customer: {
      region: one(cases.regions),
      segment: one(cases.segments),
      tenureMonths: cases.tenure.low === UNKNOWN ? null : cases.tenure.low,
    },
    purchase: {
      at: '2011-03-01',
      code: one(cases.productCodes) ?? 'nobody names this',
      category: one(cases.categories),
      complexity: one(cases.complexity) as 'LOW' | null,
      value: cases.value.low === UNKNOWN ? null : cases.value.low,
    },
    claim: { kind: found.first.kind },
  };
}

const someSchedule: fc.Arbitrary<DisclosedFee[]> = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom('VISIT', 'LABOUR', 'PART', 'WASH'),
    label: fc.constant('x'),
    mode: fc.constantFrom('AMOUNT', 'CAP'),
    amount: fc.nat(100),
    consent: fc.boolean(),
    kinds: fc.constantFrom(...CHARGE_KINDS).map((kind) => [kind]),
  }),
  { selector: ({ code }) => code },
);
const someLines: fc.Arbitrary<ChargeLine[]> = fc.array(
  fc.record({
    code: fc.constantFrom('VISIT', 'LABOUR', 'PART', 'WASH', 'OPENING', 'visit', 'VISIT '),
    amount: fc.oneof(fc.nat(60), fc.nat(200)),
    currency: fc.constant('GBP'),
    kind: fc.constantFrom(undefined, ...CHARGE_KINDS),
  }),
  { maxLength: 6 },
);

export const engineProperties: readonly EngineProperty[] = [
  {
    name: 'the same question gets the same answer, and nothing that was handed in is changed',
    share: 10,
    check: (numRuns) =>
      fc.assert(
        fc.property(someTerms(6), somePurchase, (terms, { facts, on }) => {
          const asked = frozen({ facts, versions: [version(terms)] });
          const ask = () => outcomeOf(() => decide(asked.facts, asked.versions, on, kinds));
          const copy = () =>
            outcomeOf(() => decide(structuredClone(facts), [version(structuredClone(terms))], on, kinds));
          expect(ask()).toEqual(ask());
          expect(copy()).toEqual(ask());
        }),
        { numRuns },
      ),
  },
  {
    name: 'the order of versions and of terms changes nothing',
    share: 15,
    check: (numRuns) =>
      fc.assert(
        fc.property(someTerms(6), somePurchase, fc.nat(), fc.infiniteStream(fc.nat()), (terms, asked, cut, dice) => {
          const shuffled = <T>(items: readonly T[]): T[] =>
            items
              .map((item) => ({ item, at: dice.next().value }))
              .sort((a, b) => a.at - b.at)
              .map(({ item }) => item);
          const at = cut % (terms.length + 1);
          const halves = [terms.slice(0, at), terms.slice(at)] as const;
          const versions = (order: <T>(items: readonly T[]) => readonly T[]) =>
            order([
              version(order(halves[0])),
              version(order(halves[1]), { id: 'v2', policy: 'Other', policyId: 'p2' }),
            ]);
          const answer = (all: readonly VersionTerms[]) => {
            const said = outcomeOf(() => decide(asked.facts, all, asked.on, kinds));
            // of several pairs that tie, any may be named
            return 'code' in (said as object) ? (said as { code: string }).code : said;
          };
          expect(answer(versions(shuffled))).toEqual(answer(versions((items) => items)));
        }),
        { numRuns },
      ),
  },
  {
    name: 'the most specific term decides (C12)',
    share: 15,
    check: (numRuns) =>
      fc.assert(
        fc.property(someTerms(6), somePurchase, (terms, { facts, on }) => {
          fc.pre(isPublishable(terms));
          const { termId, outcome } = decide(facts, [version(terms)], on, kinds);
          const fitting = terms.filter((term) => term.kind === 'care' && applies(term.appliesTo, facts));
          const chosen = fitting.find(({ id }) => id === termId);
          expect(outcome === 'NOT_COVERED').toBe(fitting.length === 0);
          expect(chosen === undefined).toBe(fitting.length === 0);
          for (const other of fitting) {
            if (chosen && other !== chosen) expect(moreSpecific(chosen.appliesTo, other.appliesTo)).toBe(true);
          }
        }),
        { numRuns },
      ),
  },
  {
    name: 'a tie is refused at publish: what passes never ties, what fails ties for the cases it names (C12)',
    share: 10,
    check: (numRuns) =>
      fc.assert(
        fc.property(someTerms(5), someFacts(), (terms, facts) => {
          const tie = witness(terms);
          const code = expect.objectContaining({ code: 'AMBIGUOUS_TERMS' });
          if (tie === null) {
            checkUnambiguous(placed(terms));
            for (const { kind } of kinds) {
              const asked = { ...facts, claim: { kind } };
              expect(() => decide(asked, [version(terms)], '2011-03-02', kinds)).not.toThrow();
            }
          } else {
            expect(() => checkUnambiguous(placed(terms))).toThrow(code);
            expect(() => decide(tie, [version(terms)], '2011-03-02', kinds)).toThrow(code);
          }
        }),
        { numRuns },
      ),
  },
  {
    name: 'a snapshot says at the claim what it said at the sale, however often it was stored (S1)',
    share: 5,
    check: (numRuns) =>
      fc.assert(
        fc.property(someTerms(5), somePurchase, (terms, { facts, on }) => {
          const live = version(terms);
          const snapshot: PromiseSnapshot = {
            format: 1,
            policyId: live.policyId,
            policy: live.policy,
            versionId: live.id,
            number: live.number,
            period: live.period,
            currency: live.currency,
            timeZone: 'UTC',
            terms,
            calendar: null,
          };
          const stored = JSON.parse(canonical(snapshot)) as PromiseSnapshot;
          expect(canonical(stored)).toBe(canonical(snapshot));
          const kept = outcomeOf(() => decide(facts, [versionOf(stored, kinds)], on, kinds)) as object;
          const said = outcomeOf(() => decide(facts, [{ ...live, held: true }], on, kinds)) as object;
          expect(kept).toEqual(said);
        }),
        { numRuns },
      ),
  },
  {
    name: 'a purchase that is moved without a cut never gets less: what was allowed stays allowed (S1, S11)',
    share: 10,
    check: (numRuns) =>
      fc.assert(
        fc.property(someRevision(4), somePurchase, ({ before, after }, { facts, on }) => {
          fc.pre(isPublishable(before) && isPublishable(after));
          expect(compareTerms(before, before, kinds)).toEqual([]);
          const was = decide(facts, [version(before)], on, kinds);
          const is = decide(facts, [version(after)], on, kinds);
          const cuts = noWorseFor(facts, version(before), version(after), kinds);
          if (cuts.length === 0 && was.outcome === 'ALLOWED') expect(is.outcome).toBe('ALLOWED');
          if (was.outcome === 'ALLOWED' && is.outcome !== 'ALLOWED') expect(cuts).not.toEqual([]);
        }),
        { numRuns },
      ),
  },
  {
    name: 'the same with every kind of term there is (S1, S11)',
    share: 5,
    check: (numRuns) =>
      fc.assert(
        fc.property(someMove, ({ before, after, facts, at }) => {
          fc.pre(isPublishable(before));
          const supposed = (terms: readonly Term[]) => [version(terms, { supposed: true, calendar: weekdays })];
          fc.pre(noWorseFor(facts, supposed(before), supposed(after)).length === 0);
          const was = decide(facts, supposed(before), at);
          fc.pre(was.outcome === 'ALLOWED');
          expect(decide(facts, supposed(after), at).outcome).toBe('ALLOWED');
        }),
        { numRuns },
      ),
  },
  {
    name: 'the guard never lets an undisclosed fee through, nor more of a disclosed one (S2)',
    share: 20,
    check: (numRuns) =>
      fc.assert(
        fc.property(
          someSchedule,
          someLines,
          fc.subarray(['VISIT', 'LABOUR', 'PART', 'WASH', 'OPENING']),
          fc.record({ purchaseValue: fc.nat(300), discountGiven: fc.nat(100), partShare: fc.nat(100) }),
          fc.boolean(),
          (schedule, lines, consents, worth, addOnsUpToDiscount) => {
            const agreed = consents.flatMap((code) => CHARGE_KINDS.map((kind) => ({ code, kind, amount: 10 ** 9 })));
            const context = { ...worth, addOnsUpToDiscount, currency: 'GBP', consents: agreed };
            const checks = checkCharges(schedule, lines, context);
            expect(checks.map(({ code }) => code)).toEqual(lines.map(({ code }) => code));
            const passed = lines.filter((_line, at) => checks[at]?.verdict !== 'BLOCK');
            for (const { code, consent, amount } of schedule) {
              const through = passed.filter((line) => line.code === code).reduce((sum, line) => sum + line.amount, 0);
              expect(through).toBeLessThanOrEqual(amount);
              if (!consent || consents.includes(code)) continue;
              expect(checks.filter((check) => check.code === code && check.verdict === 'ACCEPT')).toEqual([]);
            }
            expect(passed.filter((line) => schedule.every(({ code }) => code !== line.code))).toEqual([]);
            // what a line is called gets no part past the customer, nor an add-on
            const kindsOf = (line: ChargeLine) => [
              line.kind,
              ...(schedule.find(({ code }) => code === line.code)?.kinds ?? []),
            ];
            const addOns = lines.filter((line) => kindsOf(line).includes('ADD_ON'));
            const sum = addOns.reduce((all, line) => all + line.amount, 0);
            lines.forEach((line, at) => {
              const parts = lines.filter((each) => each.code === line.code && kindsOf(each).includes('PART'));
              const part = parts.reduce((all, each) => all + each.amount, 0);
              const dear = parts.includes(line) && part * 100 > worth.purchaseValue * worth.partShare;
              const eats = addOns.includes(line) && addOnsUpToDiscount && sum > worth.discountGiven;
              if ((dear || eats) && !consents.includes(line.code)) expect(checks[at]?.verdict).not.toBe('ACCEPT');
            });
          },
        ),
        { numRuns },
      ),
  },
  {
    name: 'the shares of a partial refund sum to the whole exactly, in whatever portions it comes back',
    share: 10,
    check: (numRuns) =>
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 10 ** 11 }),
          fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 10 }),
          (amount, parts) => {
            const quantity = parts.reduce((sum, part) => sum + part, 0);
            let back = 0;
            let refunded = 0;
            for (const part of parts) {
              const share = refundShare(amount, quantity, back, part);
              expect(share).toBeGreaterThanOrEqual(0);
              back += part;
              refunded += share;
            }
            expect(refunded).toBe(amount);
          },
        ),
        { numRuns },
      ),
  },
];

if (engineProperties.reduce((sum, { share }) => sum + share, 0) !== 100)
  throw new Error('the shares are not a hundred');
