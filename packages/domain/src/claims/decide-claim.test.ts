import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../policies/applicability.ts';
import { termKinds } from '../policies/kinds/all.ts';
import { defaultsOf } from '../policies/kinds/form.ts';
import type { FrozenFacts } from '../policies/snapshot.ts';
import type { Term } from '../policies/terms.ts';
import { LANGUAGES } from '../shared/language.ts';
import { addDays } from '../shared/period.ts';
import { isAnswered, outcomeOf } from './claim.ts';
import { decideClaim, type ClaimSaid, type HeldPromise } from './decide-claim.ts';
import { includedIn } from './included.ts';
import { claimSentencesOf } from './sentences.ts';

const facts: FrozenFacts = { region: 'France', segment: 'KEY', tenureMonths: 3, value: 10_000, goods: {} };

const term = (kind: string, change: object = {}, id = kind): Term => {
  const declared = termKinds.find((each) => each.kind === kind)!;
  return { id, kind, params: { ...defaultsOf(declared.params), ...change }, appliesTo: EVERYTHING };
};

const promise = (policyId: string, ...terms: Term[]): HeldPromise => ({
  snapshot: {
    format: 1,
    policyId,
    policy: `Policy ${policyId}`,
    versionId: `version of ${policyId}`,
    number: 1,
    period: { from: '2010-12-01', to: null },
    currency: 'GBP',
    timeZone: 'Europe/London',
    terms,
    calendar: null,
  },
  snapshotHash: `hash of ${policyId}`,
  facts,
});

const line = { code: 'A1', at: '2011-03-01T10:00:00.000Z' };
const say = (kind: ClaimSaid['kind'], on: string, details: ClaimSaid['details'] = {}): ClaimSaid => ({
  kind,
  on,
  details,
});

describe('a claim decided from snapshots (S1)', () => {
  it('C13 is decided by whichever policy of the purchase speaks of it, and names its hash', () => {
    const held = [promise('a', term('warranty')), promise('b', term('returns'))];
    expect(decideClaim(held, line, say('RETURN', '2011-03-05'), null)).toMatchObject({
      outcome: 'ALLOWED',
      policyId: 'b',
      snapshotHash: 'hash of b',
      termKind: 'returns',
    });
  });

  it('without a promise nothing is owed, and it is said', () => {
    const decision = decideClaim([], line, say('RETURN', '2011-03-05'), null);
    expect(decision).toMatchObject({ outcome: 'NOT_COVERED', snapshotHash: null, termKind: null });
    expect(decision.trace.map(({ code }) => code)).toContain('NO_VERSION');
  });

  it('C8 a service that nobody promises is spoken of by none of the promises that were in force', () => {
    const asked = say('SERVICE', '2011-03-05', { exclusions: { matter: ['Piano tuning'] } });
    const codes = (held: readonly HeldPromise[], of = asked) =>
      decideClaim(held, line, of, null).trace.map(({ code }) => code);
    expect(codes([promise('a', term('warranty'))])).toEqual(['PURCHASED', 'NO_TERM']);
    expect(codes([promise('a', term('exclusions', { matters: ['engraving'] }))])).toEqual(['PURCHASED', 'NO_TERM']);
    expect(codes([])).toEqual(['PURCHASED', 'NO_VERSION']);
    expect(codes([promise('a', term('warranty'))], { ...asked, on: '2011-02-01' })).toEqual(['BOUGHT_LATER']);
  });

  it('C48 what was declared as not served is told, unless a promise speaks of it', () => {
    const excluded = term('exclusions', { matters: ['engraving'], referTo: 'Engraver Ltd' });
    const asked = { exclusions: { matter: ['engraving'] } };
    const refused = decideClaim([promise('a', excluded)], line, say('SERVICE', '2011-03-05', asked), null);
    expect(refused).toMatchObject({ outcome: 'REFUSED', termKind: 'exclusions' });
    expect(claimSentencesOf(refused.trace, 'en').join(' ')).toContain('Engraver Ltd');
    const promised = [promise('a', excluded, term('returns'))];
    expect(decideClaim(promised, line, say('RETURN', '2011-03-05', asked), null).outcome).toBe('ALLOWED');
  });

  it('C48 what a promise names can be asked for in every language in which it is worded', () => {
    const phrases = { 量身訂製: { en: 'made to measure' }, 蓋子: { en: 'the lid' }, 防塵袋: { en: 'a dust bag' } };
    const worded = (...terms: Term[]): HeldPromise[] => {
      const held = promise('a', ...terms);
      return [{ ...held, snapshot: { ...held.snapshot, phrases } }];
    };
    const excluded = term('exclusions', { matters: ['量身訂製'] });
    const asked = (matter: string) => say('SERVICE', '2011-03-05', { exclusions: { matter: [matter] } });
    const refused = decideClaim(worded(excluded), line, asked('Made to measure '), null);
    expect(refused).toMatchObject({ outcome: 'REFUSED', termKind: 'exclusions' });
    // told to each reader in their own words
    expect(claimSentencesOf(refused.trace, 'zh-Hant').join('')).toContain('「量身訂製」已事先聲明不提供');
    expect(claimSentencesOf(refused.trace, 'en').join(' ')).toContain('“made to measure” is declared');
    expect(decideClaim(worded(excluded), line, asked('tailoring'), null).outcome).toBe('NOT_COVERED');
    // without wordings the name is the one that was typed
    expect(decideClaim([promise('a', excluded)], line, asked('made to measure'), null).outcome).toBe('NOT_COVERED');
    const repair = say('REPAIR', '2011-03-05', { warranty: { part: ['the lid'] } });
    expect(decideClaim(worded(term('warranty', { parts: ['蓋子'] })), line, repair, null).outcome).toBe('ALLOWED');
    const missing = say('SERVICE', '2011-03-05', { extras: { item: ['a dust bag'] } });
    expect(decideClaim(worded(term('extras', { items: ['防塵袋'] })), line, missing, null).outcome).toBe('ALLOWED');
    const lesson = say('SERVICE', '2011-03-05', { training: { topic: ['the lid'] } });
    expect(decideClaim(worded(term('training', { topics: ['蓋子'] })), line, lesson, null).outcome).toBe('ALLOWED');
  });

  it('C20 a service that is asked for by the name of an extra is promised, in every language in which it is worded', () => {
    const extras = term('extras', { items: ['Gift wrapping on request', '防塵袋'] });
    const held = promise('a', extras, term('exclusions', { matters: ['engraving'] }));
    const worded = { ...held, snapshot: { ...held.snapshot, phrases: { 防塵袋: { en: 'a dust bag' } } } };
    const asked = (matter: string, more: object = {}) =>
      decideClaim([worded], line, say('SERVICE', '2011-03-05', { exclusions: { matter: [matter] }, ...more }), null);
    const wrapped = asked(' gift wrapping on request');
    expect(wrapped).toMatchObject({ outcome: 'ALLOWED', termKind: 'extras', snapshotHash: 'hash of a' });
    expect(claimSentencesOf(wrapped.trace, 'en').at(-1)).toContain('at no charge');
    expect(asked('A dust bag')).toMatchObject({ outcome: 'ALLOWED', termKind: 'extras' });
    // where another promise is asked too and none speaks of that one, the extra answers
    expect(asked('a dust bag', { training: {} })).toMatchObject({ outcome: 'ALLOWED', termKind: 'extras' });
    // by another name the extras say nothing of it
    expect(asked('tailoring').outcome).toBe('NOT_COVERED');
    expect(asked('engraving')).toMatchObject({ outcome: 'REFUSED', termKind: 'exclusions' });
    const repair = say('REPAIR', '2011-03-05', { exclusions: { matter: ['a dust bag'] } });
    expect(decideClaim([worded], line, repair, null).outcome).toBe('NOT_COVERED');
    const two = say('SERVICE', '2011-03-05', { exclusions: { matter: ['a', 'b'] } });
    expect(() => decideClaim([worded], line, two, null)).toThrow(
      expect.objectContaining({ code: 'TERM_OUT_OF_RANGE', path: ['claim', 'details', 'exclusions', 'matter'] }),
    );
  });

  it('C20 what is included in the price comes with every decision', () => {
    const held = [promise('a', term('extras', { items: ['spare buttons'] }))];
    const { extras } = decideClaim(held, line, say('RETURN', '2011-03-05'), null);
    expect(claimSentencesOf(extras, 'en')).toEqual(['It comes with spare buttons, at no charge.']);
  });

  it('S2 what one promise includes stays included where another one decides', () => {
    const upkeep = (change: object) => [promise('a', term('maintenance', change), term('warranty', { months: 24 }))];
    const decided = (promises: HeldPromise[], details: ClaimSaid['details']) =>
      decideClaim(promises, line, say('MAINTENANCE', '2012-03-05', details), null);
    const whole = upkeep({ partsIncluded: true, labourIncluded: true });
    const also = { maintenance: {}, warranty: { cause: 'DEFECT' } };
    expect(decided(whole, { maintenance: {} }).result).not.toHaveProperty('alsoIncluded');
    const both = decided(whole, also);
    expect(both).toMatchObject({ outcome: 'ALLOWED', termKind: 'warranty' });
    expect(both.result.alsoIncluded).toEqual(['PARTS', 'LABOUR']);
    expect(includedIn([both])).toEqual(includedIn([decided(whole, { maintenance: {} })]));
    const nothing = decided(upkeep({ partsIncluded: false, labourIncluded: false }), also);
    expect(nothing.result).not.toHaveProperty('alsoIncluded');
    // a visit that is not due yet includes nothing
    const early = decideClaim(whole, line, say('MAINTENANCE', '2011-03-05', also), null);
    expect(includedIn([early])).toMatchObject({ parts: 'NONE', labour: false, carriage: false });
    // nor is what it lets off on parts lost (C18)
    const off = decided(upkeep({ partsDiscount: 25 }), also);
    expect(off).toMatchObject({ termKind: 'warranty', result: { alsoPartsOff: 25 } });
    expect(includedIn([off]).partsOff).toEqual({ everywhere: 25, somewhere: 25 });
    expect(decided(upkeep({ partsDiscount: 25 }), { maintenance: {} }).result).not.toHaveProperty('alsoPartsOff');
    expect(nothing.result).not.toHaveProperty('alsoPartsOff');
  });

  it('a whole claim is allowed, refused, or allowed in part', () => {
    const of = (...outcomes: ('ALLOWED' | 'REFUSED' | 'NOT_COVERED')[]) =>
      outcomeOf(outcomes.map((outcome) => ({ outcome })));
    expect(of('ALLOWED', 'ALLOWED')).toBe('ALLOWED');
    expect(of('ALLOWED', 'REFUSED')).toBe('PARTLY');
    expect(of('REFUSED', 'NOT_COVERED')).toBe('REFUSED');
    expect(of('NOT_COVERED')).toBe('NOT_COVERED');
  });

  it('C8 the decision is the answer where a promise says no of every line, and no person looks at one', () => {
    const no = { outcome: 'REFUSED', review: false, termId: 'w' } as const;
    const none = { outcome: 'NOT_COVERED', review: false, termId: null } as const;
    expect([isAnswered([no]), isAnswered([no, no])]).toEqual([true, true]);
    for (const open of [none, { ...no, review: true }, { ...no, outcome: 'ALLOWED' as const }]) {
      expect([isAnswered([open]), isAnswered([no, open])]).toEqual([false, false]);
    }
  });

  const RANK = { ALLOWED: 0, REFUSED: 1, NOT_COVERED: 2, NO_PURCHASE: 3 };
  const anyTerms = fc.record({
    warranty: fc.record({ months: fc.integer({ min: 1, max: 24 }) }),
    remedy: fc.record({
      refundDays: fc.integer({ min: 0, max: 60 }),
      replaceDays: fc.integer({ min: 0, max: 90 }),
      repairMonths: fc.integer({ min: 0, max: 24 }),
    }),
    returns: fc.record({ days: fc.integer({ min: 1, max: 60 }) }),
  });
  const anySaid = fc
    .record({
      kind: fc.constantFrom('RETURN' as const, 'REPAIR' as const, 'REPLACEMENT' as const),
      after: fc.integer({ min: 0, max: 900 }),
      faulty: fc.boolean(),
    })
    .map(({ kind, after, faulty }) =>
      say(kind, addDays('2011-03-01', after), faulty ? { remedy: { condition: 'DEFECT' } } : {}),
    );

  it('does not depend on the order of promises, and one more kind of promise never gives less', () => {
    fc.assert(
      fc.property(anyTerms, anySaid, (terms, said) => {
        const all = [
          promise('w', term('warranty', terms.warranty)),
          promise('m', term('remedy', terms.remedy)),
          promise('r', term('returns', terms.returns)),
        ];
        const together = decideClaim(all, line, said, null);
        expect(decideClaim(all.toReversed(), line, said, null)).toEqual(together);
        for (const alone of all) {
          const one = decideClaim([alone], line, said, null);
          expect(RANK[together.outcome]).toBeLessThanOrEqual(RANK[one.outcome]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('nor on the order of terms, nor where the promises were frozen with different facts', () => {
    fc.assert(
      fc.property(
        anyTerms,
        anyTerms,
        anySaid,
        fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
        (terms, more, said, values) => {
          const bought = (policyId: string, value: number, ...of: Term[]): HeldPromise => ({
            ...promise(policyId, ...of),
            facts: { ...facts, value },
          });
          const extras = (item: string) => term('extras', { items: [item] });
          const excluded = (referTo: string) => term('exclusions', { matters: ['engraving'], referTo });
          const all = [
            bought('w', values[0]!, term('warranty', terms.warranty), excluded('Anna')),
            bought('m', values[1]!, term('remedy', terms.remedy), extras('a hook'), excluded('Bert')),
            bought('r', values[2]!, term('returns', terms.returns), term('warranty', more.warranty), extras('a box')),
          ];
          const asked = { ...said, details: { ...said.details, exclusions: { matter: ['engraving'] } } };
          const decided = (held: readonly HeldPromise[]) => {
            try {
              return decideClaim(held, line, asked, null);
            } catch (error) {
              // two terms for the same goods, frozen with the same facts
              return (error as { code: string }).code;
            }
          };
          const turned = all.toReversed().map(
            (held): HeldPromise => ({
              ...held,
              snapshot: { ...held.snapshot, terms: held.snapshot.terms.toReversed() },
            }),
          );
          expect(decided(turned)).toEqual(decided(all));
          expect(decided([all[1]!, all[2]!, all[0]!])).toEqual(decided(all));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('C10 a refund that a person looks at is not lost to a replacement that is decided at once', () => {
    const held = [
      promise('r', term('returns', { days: 30, reviewFrom: 1 })),
      promise('m', term('remedy', { refundDays: 0, replaceDays: 30 })),
    ];
    const often = { bought: 10, returned: 9, boughtValue: 1000, returnedValue: 900, recent: 9, withoutPurchase: 9 };
    const said = say('RETURN', '2011-03-05', { remedy: { condition: 'DEFECT' } });
    expect(decideClaim(held, line, said, often)).toMatchObject({
      termKind: 'returns',
      outcome: 'ALLOWED',
      review: true,
    });
    expect(decideClaim(held, line, said, null)).toMatchObject({ termKind: 'returns', review: false });
  });

  it('C11 what was asked for decides before what would be more', () => {
    const held = [
      promise('w', term('warranty', { months: 24 })),
      promise('m', term('remedy', { refundDays: 30, replaceDays: 0, repairMonths: 0, maxRepairs: 2 })),
    ];
    const remedyFor = (kind: ClaimSaid['kind'], details: ClaimSaid['details'] = {}) =>
      decideClaim(held, line, say(kind, '2011-03-05', details), null).remedy;
    expect(remedyFor('REPAIR')).toBe('REPAIR');
    expect(remedyFor('REPAIR', { remedy: { wish: 'REFUND' } })).toBe('REFUND');
    expect(remedyFor('REPAIR', { remedy: { wish: 'ANY' } })).toBe('REFUND');
    // neither is a replacement
    expect(remedyFor('REPLACEMENT')).toBe('REFUND');
    const inVain = [held[0]!, promise('m', term('remedy', { refundDays: 0, maxRepairs: 2 }))];
    const again = say('REPAIR', '2011-03-05', { remedy: { repairsDone: 2 } });
    expect(decideClaim(inVain, line, again, null)).toMatchObject({ termKind: 'remedy', remedy: 'REPLACE' });
  });

  it('every step has a sentence in every language', () => {
    fc.assert(
      fc.property(anyTerms, anySaid, (terms, said) => {
        const held = [
          promise('w', term('warranty', terms.warranty), term('remedy', terms.remedy), term('returns', terms.returns)),
        ];
        const { trace } = decideClaim(held, line, said, null);
        for (const language of LANGUAGES) {
          for (const sentence of claimSentencesOf(trace, language)) {
            expect(sentence).not.toMatch(/^[A-Z_]+$|undefined|\[object/);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
