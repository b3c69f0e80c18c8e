import { care, plainApplicability, someFacts, someRevision, toll } from '@perennial/testkit/policies/random-terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applies, EVERYTHING, moreSpecific, type Applicability } from './applicability.ts';
import { holds, UNKNOWN, type Cases, type Side } from './cases.ts';
import { compareTerms, noWorseFor, successions, type Cut } from './compare.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { sentenceOf } from './sentences/sentence.ts';
import type { Term } from './terms.ts';

const kinds = [care, toll];

const careTerm = (id: string, days: number, appliesTo: Partial<Applicability> = {}, opened = true): Term => ({
  id,
  kind: 'care',
  params: { days, opened },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const tollTerm = (id: string, fee: number, appliesTo: Partial<Applicability> = {}): Term => ({
  id,
  kind: 'toll',
  params: { fee },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const version = (terms: Term[]): VersionTerms => ({
  id: 'v',
  policyId: 'p',
  policy: 'Promise',
  number: 1,
  period: { from: '2010-12-01', to: null },
  terms,
  currency: 'GBP',
});
const facts = (region: string | null, value: number | null = 100): Facts => ({
  timeZone: 'UTC',
  customer: { region, segment: 'KEY' },
  purchase: { at: '2011-03-01', code: 'A', value },
  claim: { kind: 'care' },
});
const short = (cuts: Cut[]) => cuts.map((cut) => [cut.termId, cut.byTermId, cut.withdrawn]);

describe('S11 service-cut guard: where a later wording promises less', () => {
  it('fewer days are less, more days are not, the same is not', () => {
    expect(compareTerms([careTerm('a', 30)], [careTerm('a', 14)], kinds)).toMatchObject([
      {
        kind: 'care',
        termId: 'a',
        byTermId: 'a',
        withdrawn: false,
        worsenings: [{ field: 'days', before: 30, after: 14 }],
      },
    ]);
    expect(compareTerms([careTerm('a', 30)], [careTerm('a', 31)], kinds)).toEqual([]);
    expect(compareTerms([careTerm('a', 30)], [careTerm('another-name', 30)], kinds)).toEqual([]);
  });

  it('more in one thing does not make up for less in another', () => {
    const [cut] = compareTerms([careTerm('a', 30)], [careTerm('a', 60, {}, false)], kinds);
    expect(cut?.worsenings).toEqual([{ field: 'opened', before: true, after: false }]);
  });

  it('a term that is gone withdraws its promise, unless another one keeps it', () => {
    const france = careTerm('france', 60, { regions: ['France'] });
    expect(short(compareTerms([france], [], kinds))).toEqual([['france', null, true]]);
    expect(compareTerms([france], [careTerm('all', 60)], kinds)).toEqual([]);
    expect(short(compareTerms([france], [careTerm('all', 30)], kinds))).toEqual([['france', 'all', false]]);
  });

  it('a new and narrower term takes away from those whom it takes over, and from nobody else', () => {
    const all = careTerm('all', 30);
    const cuts = compareTerms([all], [all, careTerm('dear', 10, { minValue: 500 })], kinds);
    expect(short(cuts)).toEqual([['all', 'dear', false]]);
    expect(cuts[0]?.cases).toMatchObject([{ value: { low: 500, high: null }, regions: { except: true, items: [] } }]);
  });

  it('what a term says of cases that a more specific one decides does not count', () => {
    const france = careTerm('france', 60, { regions: ['France'] });
    const cuts = compareTerms([careTerm('all', 30), france], [careTerm('all', 14), france], kinds);
    expect(cuts).toHaveLength(1);
    expect(cuts[0]?.cases).toMatchObject([{ regions: { except: true, items: ['France'] } }]);
  });

  it('a burden is the other way round: taking it away is no cut, laying it on is', () => {
    expect(compareTerms([tollTerm('fee', 5)], [], kinds)).toEqual([]);
    expect(compareTerms([tollTerm('fee', 5)], [tollTerm('fee', 4)], kinds)).toEqual([]);
    expect(short(compareTerms([tollTerm('fee', 5)], [tollTerm('fee', 6)], kinds))).toEqual([['fee', 'fee', false]]);
    expect(short(compareTerms([], [tollTerm('fee', 5)], kinds))).toEqual([[null, 'fee', false]]);
  });

  it('a customer of unknown tenure is not forgotten where a promise begins to ask for one', () => {
    const [cut, ...others] = compareTerms([careTerm('a', 30)], [careTerm('a', 30, { minTenure: 12 })], kinds);
    expect(others).toEqual([]);
    expect(cut).toMatchObject({ withdrawn: true, cases: [{ tenure: { low: UNKNOWN, high: 12 } }] });
  });

  it('a purchase in another currency is not forgotten where a promise begins to ask for a worth', () => {
    const [cut, ...others] = compareTerms([careTerm('a', 30)], [careTerm('a', 30, { minValue: 500 })], kinds);
    expect(others).toEqual([]);
    expect(cut).toMatchObject({ withdrawn: true, cases: [{ value: { low: UNKNOWN, high: 500 } }] });
    const [known] = compareTerms([careTerm('a', 30)], [careTerm('a', 30), careTerm('b', 9, { minValue: 0 })], kinds);
    expect(known).toMatchObject({ byTermId: 'b', cases: [{ value: { low: 0, high: null } }] });
  });

  it('cuts are told in one order: by kind, by the earlier term, by the later one, their cases tidied', () => {
    const scopes = [{ regions: ['Spain', 'France'] }, { segments: ['KEY'], regions: ['Malta'] }, {}];
    const before = [
      tollTerm('z', 1, { regions: ['France'] }),
      ...scopes.map((scope, at) => careTerm(`was-${2 - at}`, 30, scope)),
    ];
    const after = [
      tollTerm('a', 9),
      ...['Italy', 'France', 'Malta'].map((region) => careTerm(`to-${region}`, 9, { regions: [region] })),
      careTerm('rest', 8, { maxValue: 50 }),
    ];
    const cuts = compareTerms(before, after, kinds);
    expect(cuts.map((cut) => [cut.kind, cut.termId, cut.byTermId])).toEqual([
      ['care', 'was-0', null],
      ['care', 'was-0', 'rest'],
      ['care', 'was-0', 'to-Italy'],
      ['care', 'was-0', 'to-Malta'],
      ['care', 'was-1', 'rest'],
      ['care', 'was-1', 'to-Malta'],
      ['care', 'was-2', null],
      ['care', 'was-2', 'rest'],
      ['care', 'was-2', 'to-France'],
      ['toll', null, 'a'],
      ['toll', 'z', 'a'],
    ]);
    for (const { cases } of cuts) {
      expect(cases).toEqual(cases.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)));
    }
    const kept = cuts.find((cut) => cut.termId === 'was-0' && cut.byTermId === null)!;
    expect(kept.cases.map((each) => each.regions.items)).toEqual(
      kept.cases.map((each) => each.regions.items.toSorted()),
    );
    expect(compareTerms(before.toReversed(), after.toReversed(), kinds)).toEqual(cuts);
  });

  it('which term follows which is told by what they decide, kind by kind, and by nothing they are called', () => {
    const france = { regions: ['France'] };
    const before = [careTerm('all', 30), careTerm('france', 60, france), tollTerm('fee', 5, france)];
    const after = [careTerm('x', 9, france), careTerm('y', 9), tollTerm('france', 7, { regions: ['Spain'] })];
    const found = successions(before, after).map(({ was, is, cases }) => [was.id, is.id, cases.map((c) => c.regions)]);
    expect(found).toEqual([
      ['all', 'y', [{ except: true, items: ['France'] }]],
      ['france', 'x', [{ except: false, items: ['France'] }]],
    ]);
  });

  it('200 terms are compared, not counted on fingers', () => {
    const many = (days: number) =>
      Array.from({ length: 199 }, (_, at) =>
        careTerm(
          `t${at}`,
          days,
          at % 2 ? { regions: [`R${at}`] } : { regions: [`R${at}`], segments: ['KEY'], minValue: at },
        ),
      );
    const cuts = compareTerms([careTerm('all', 30), ...many(40)], [careTerm('all', 30), ...many(39)], kinds);
    expect(cuts.filter((cut) => cut.termId === cut.byTermId)).toHaveLength(199);
  });
});

/** What decides, looked up the long way. */
const deciders = (terms: readonly Term[], kind: string, of: Facts): Term[] => {
  const fitting = terms.filter((term) => term.kind === kind && applies(term.appliesTo, of));
  return fitting.filter((term) => fitting.every((other) => !moreSpecific(other.appliesTo, term.appliesTo)));
};

/** The cuts that hit one purchase, written down without regions: what judged it, what judges it now, which is less. */
function naively(before: readonly Term[], after: readonly Term[], of: Facts): string[] {
  const found: string[] = [];
  const note = (kind: string, was: Term | null, is: Term | null) =>
    found.push(`${kind} ${was?.id ?? '-'} ${is?.id ?? '-'}`);
  const [was, is] = [deciders(before, 'care', of), deciders(after, 'care', of)];
  for (const old of was) {
    if (is.length === 0) note('care', old, null);
    for (const young of is) {
      const [a, b] = [old.params, young.params] as { days: number; opened: boolean }[] as [
        { days: number; opened: boolean },
        { days: number; opened: boolean },
      ];
      if (b.days < a.days || (a.opened && !b.opened)) note('care', old, young);
    }
  }
  const tolls = deciders(before, 'toll', of);
  for (const young of deciders(after, 'toll', of)) {
    if (tolls.length === 0) note('toll', null, young);
    for (const old of tolls) if (Number(young.params['fee']) > Number(old.params['fee'])) note('toll', old, young);
  }
  return found.sort();
}

const named = (cuts: readonly Cut[]) =>
  cuts.map((cut) => `${cut.kind} ${cut.termId ?? '-'} ${cut.byTermId ?? '-'}`).sort();

/** A purchase out of some cases: from each list what it names, or something that nobody names. */
function witness(cases: Cases): Facts {
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
    claim: { kind: 'care' },
  };
}

describe('S11 against a comparison purchase by purchase', () => {
  it('a purchase is in the cases of exactly those cuts that hit it', () => {
    let hits = 0;
    fc.assert(
      fc.property(someRevision(), fc.array(someFacts(), { minLength: 5, maxLength: 5 }), ({ before, after }, asked) => {
        const cuts = compareTerms(before, after, kinds);
        for (const each of asked) {
          const hit = cuts.filter((cut) => cut.cases.some((cases) => holds(cases, each)));
          hits += hit.length;
          expect(named(hit)).toEqual(naively(before, after, each));
          expect(named(noWorseFor(each, version(before), version(after), kinds))).toEqual(naively(before, after, each));
        }
      }),
      { numRuns: 400 },
    );
    expect(hits).toBeGreaterThan(100);
  });

  it('every part of every cut has a purchase that is really worse off, and parts share none', () => {
    let parts = 0;
    fc.assert(
      fc.property(someRevision(), ({ before, after }) => {
        for (const cut of compareTerms(before, after, kinds)) {
          parts += cut.cases.length;
          for (const cases of cut.cases) {
            const hit = witness(cases);
            expect(naively(before, after, hit)).toContain(named([cut])[0]);
            expect(cut.cases.filter((other) => holds(other, hit))).toEqual([cases]);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(parts).toBeGreaterThan(100);
  });

  it('the order of terms changes nothing, and nothing is worse than itself', () => {
    fc.assert(
      fc.property(someRevision(), ({ before, after }) => {
        const reversed = compareTerms([...before].reverse(), [...after].reverse(), kinds);
        expect(reversed).toEqual(compareTerms(before, after, kinds));
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uniqueArray(plainApplicability, { maxLength: 4, selector: (a) => JSON.stringify(a) }), (all) => {
        // terms in order, as a published version has them
        const chain = all.filter((to, at) =>
          all.every((other, i) => i === at || moreSpecific(to, other) || moreSpecific(other, to)),
        );
        const terms = chain.map((to, at) => careTerm(`t${at}`, at, to));
        expect(compareTerms(terms, terms, kinds)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('S1 no worse for one purchase', () => {
  it('looks only at what speaks of it', () => {
    const before = version([careTerm('all', 30), careTerm('france', 60, { regions: ['France'] })]);
    const after = version([careTerm('all', 30)]);
    expect(noWorseFor(facts('Spain'), before, after, kinds)).toEqual([]);
    expect(noWorseFor(facts('France'), before, after, kinds)).toMatchObject([
      { termId: 'france', byTermId: 'all', worsenings: [{ field: 'days', before: 60, after: 30 }] },
    ]);
  });

  it('C12 a term that asks for a worth takes nothing from a purchase in another currency', () => {
    const before = version([careTerm('all', 30)]);
    const after = version([careTerm('all', 30), careTerm('dear', 9, { minValue: 100 })]);
    expect(short(noWorseFor(facts('France', 100), before, after, kinds))).toEqual([['all', 'dear', false]]);
    expect(noWorseFor(facts('France', null), before, after, kinds)).toEqual([]);
  });

  it('of several promises the most specific term counts, wherever it stands', () => {
    const base = version([careTerm('all', 30)]);
    const variant = version([careTerm('all', 60, { regions: ['France'] })]);
    expect(noWorseFor(facts('France'), [base], [base, variant], kinds)).toEqual([]);
    expect(short(noWorseFor(facts('France'), [base, variant], [base], kinds))).toEqual([['all', 'all', false]]);
  });

  it('without a purchase there is nothing to lose', () => {
    expect(noWorseFor({ ...facts('France'), purchase: null }, version([careTerm('a', 3)]), version([]), kinds)).toEqual(
      [],
    );
  });
});

describe('S11 whom a cut hits', () => {
  it('is told in three languages', () => {
    const [cut] = compareTerms(
      [careTerm('all', 30), careTerm('france', 60, { regions: ['France'] })],
      [careTerm('all', 30, { minTenure: 12 }), careTerm('france', 60, { regions: ['France'] })],
      kinds,
    );
    const said = (language: 'en' | 'zh-Hant' | 'zh-Hans') =>
      sentenceOf({ code: 'CASES', params: { cases: cut!.cases[0]!, currency: 'GBP' } }, language);
    expect(said('en')).toBe(
      'For regions other than France, customers of less than 12 months or with no start date on record.',
    );
    expect(said('zh-Hant')).toBe('針對除 France 以外的地區，往來未滿 12 個月或起始日不明的客戶。');
    expect(said('zh-Hans')).toBe('针对除 France 以外的地区，往来未满 12 个月或起始日不明的客户。');
  });
});
