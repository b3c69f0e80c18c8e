import { care, someFacts, someRevision, someTerms, toll } from '@perennial/testkit/policies/random-terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessForAnyGoods, mayHold, tieForAnyGoods } from './any-goods.ts';
import { EVERYTHING, type Applicability } from './applicability.ts';
import { holds } from './cases.ts';
import { noWorseFor, tieWith } from './compare.ts';
import type { VersionTerms } from './decide.ts';
import type { Facts } from './facts.ts';
import { defaultsOf } from './kinds/form.ts';
import { delivery } from './kinds/delivery.ts';
import type { FrozenFacts } from './snapshot.ts';
import type { Term } from './terms.ts';

const kinds = [care, toll];
const OWNER: FrozenFacts = { region: 'France', segment: 'KEY', tenureMonths: 6, value: 100, goods: {} };

const careTerm = (id: string, days: number, appliesTo: Partial<Applicability> = {}): Term => ({
  id,
  kind: 'care',
  params: { days, opened: true },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const version = (id: string, terms: readonly Term[], more: Partial<VersionTerms> = {}): VersionTerms => ({
  id,
  policyId: id,
  policy: id,
  number: 1,
  period: { from: '2010-12-01', to: null },
  terms,
  currency: 'GBP',
  ...more,
});
/** What a purchase that holds these goods would lose. */
const less = (owner: FrozenFacts, was: Term[], is: Term[], codes: string[] = []) =>
  lessForAnyGoods(mayHold(owner, codes), [version('v', was)], [version('v', is)], kinds);
const tie = (owner: FrozenFacts, young: VersionTerms, others: VersionTerms[]) =>
  tieForAnyGoods(mayHold(owner, []), young, others);

const KETTLES = { categories: ['Kettles'] };

describe('S1 goods that a purchase may yet get', () => {
  it('S1 lose what the other version takes from them, and are named without saying whose they are', () => {
    const found = less(
      OWNER,
      [careTerm('all', 30), careTerm('kettles', 300, { ...KETTLES, regions: ['France', 'Spain'] })],
      [careTerm('all', 30)],
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      cut: {
        termId: 'kettles',
        byTermId: 'all',
        cases: [
          {
            categories: { except: false, items: ['Kettles'] },
            regions: { except: true, items: [] },
            segments: { except: true, items: [] },
            tenure: { low: -1, high: null },
          },
        ],
      },
      was: { term: { id: 'kettles' } },
      is: { term: { id: 'all' } },
    });
  });

  it('S1 lose nothing by what is taken from other customers, or from who came earlier', () => {
    const spain = careTerm('spain', 300, { ...KETTLES, regions: ['Spain'] });
    const plain = careTerm('plain', 300, { ...KETTLES, segments: ['STANDARD'] });
    const old = careTerm('old', 300, { ...KETTLES, minTenure: 7 });
    for (const theirs of [spain, plain, old])
      expect(less(OWNER, [careTerm('all', 30), theirs], [careTerm('all', 30)])).toEqual([]);
    for (const theirs of [spain, plain, old]) {
      const asTheirs = { ...OWNER, region: 'Spain', segment: 'STANDARD', tenureMonths: 7 };
      expect(less(asTheirs, [careTerm('all', 30), theirs], [careTerm('all', 30)])).toHaveLength(1);
    }
  });

  it('S1 may make it dearer than it is, but never give it a worth where none is known, or take one away', () => {
    const dear = [careTerm('all', 30), careTerm('dear', 300, { minValue: 5_000 })];
    const any = [careTerm('all', 30), careTerm('priced', 30, { minValue: 0 })];
    expect(less(OWNER, dear, [careTerm('all', 30)])).toHaveLength(1);
    expect(less({ ...OWNER, value: null }, dear, [careTerm('all', 30)])).toEqual([]);
    expect(less({ ...OWNER, value: null }, any, [careTerm('priced', 30, { minValue: 0 })])).toHaveLength(1);
    expect(less(OWNER, any, [careTerm('priced', 30, { minValue: 0 })])).toEqual([]);
  });

  it('S1 lose nothing by a worth that the purchase is beyond, unless an undo may take it back there', () => {
    const cheap = [careTerm('all', 30), careTerm('cheap', 300, { maxValue: 100 })];
    expect(less(OWNER, cheap, [careTerm('all', 30)])).toEqual([]);
    expect(less({ ...OWNER, value: 99 }, cheap, [careTerm('all', 30)])).toHaveLength(1);
    expect(less({ ...OWNER, extendedBy: ['a'] }, cheap, [careTerm('all', 30)])).toHaveLength(1);
    // more was let off than sold
    expect(less({ ...OWNER, value: -5 }, cheap, [careTerm('all', 30)])).toHaveLength(1);
  });

  it('S1 of a purchase that imports added to, only what was sold in the first place stays what it is', () => {
    const owner = { ...OWNER, value: 600, extendedBy: ['a'], goods: {} };
    const lost = (sold: { codes: string[]; amount: number }, was: Term) =>
      lessForAnyGoods(
        mayHold(owner, ['K1', 'K2'], sold),
        [version('v', [careTerm('all', 30), was])],
        [version('v', [careTerm('all', 30)])],
        kinds,
      ).length > 0;
    const cheap = careTerm('cheap', 300, { maxValue: 100 });
    expect([lost({ codes: ['K1'], amount: 100 }, cheap), lost({ codes: ['K1'], amount: 99 }, cheap)]).toEqual([
      false,
      true,
    ]);
    const mugs = (code: string) => careTerm('mugs', 300, { productCodes: [code], complexity: ['HIGH'] });
    expect([
      lost({ codes: ['K1'], amount: 100 }, mugs('K1')),
      lost({ codes: ['K1'], amount: 100 }, mugs('K2')),
    ]).toEqual([false, true]);
  });

  it('S1 lose nothing by what the goods that it holds are not: those are frozen with it', () => {
    const owner = { ...OWNER, goods: { K1: { category: 'Kettles', complexity: 'LOW' as const } } };
    const mugs = careTerm('mugs', 90, { categories: ['Mugs'] });
    const base = [careTerm('all', 30), mugs];
    // K1 among the mugs would be promised less than mugs are
    const better = [...base, careTerm('k1', 60, { productCodes: ['K1'] })];
    expect(less(owner, base, better, ['K1'])).toEqual([]);
    expect(less(owner, base, better, [])).toHaveLength(1);
    expect(
      less({ ...owner, goods: { K1: { category: 'Mugs', complexity: 'LOW' } } }, base, better, ['K1']),
    ).toHaveLength(1);
    // nor are they plain where they are not
    const plain = [careTerm('all', 30), careTerm('plain', 90, { productCodes: ['K1'], complexity: ['HIGH'] })];
    expect(less(owner, plain, [careTerm('all', 30)], ['K1'])).toEqual([]);
    // but what they are they may be worth more
    const dear = [careTerm('all', 30), careTerm('dear', 90, { productCodes: ['K1'], minValue: 500 })];
    expect(less(owner, dear, [careTerm('all', 30)], ['K1'])).toHaveLength(1);
  });

  it('S1 lose by shorter hours and by a burden that was not there, and the terms are found that say so', () => {
    const inDays: Term = {
      id: 'delivery',
      kind: 'delivery',
      params: { ...defaultsOf(delivery.params), clock: 'WORKING_DAYS' },
      appliesTo: { ...EVERYTHING, ...KETTLES },
    };
    const open = (to: number) => ({
      name: `Until ${to}`,
      timeZone: 'Europe/London',
      week: { '1': [{ from: 540, to }] },
      shiftDay: 'START' as const,
      days: {},
      years: [2026],
    });
    const [hours] = lessForAnyGoods(
      mayHold(OWNER, []),
      [version('v', [inDays], { calendar: open(1020) })],
      [version('v', [inDays], { calendar: open(720) })],
    );
    expect(hours).toMatchObject({
      cut: { worsenings: [{ field: 'calendar', before: 'Until 1020', after: 'Until 720' }] },
      was: { term: { id: 'delivery' } },
      is: { term: { id: 'delivery' } },
    });
    const fee: Term = { id: 'fee', kind: 'toll', params: { fee: 5 }, appliesTo: { ...EVERYTHING, ...KETTLES } };
    expect(less(OWNER, [], [fee])).toMatchObject([
      { cut: { byTermId: 'fee' }, was: null, is: { term: { id: 'fee' } } },
    ]);
    expect(less(OWNER, [careTerm('all', 30)], [])).toMatchObject([{ was: { term: { id: 'all' } }, is: null }]);
  });

  it('S1 two policies may call their terms alike: the one that decides is named', () => {
    const general = version('general', [careTerm('care', 30)]);
    const special = version('special', [careTerm('care', 300, KETTLES)]);
    for (const before of [
      [general, special],
      [special, general],
    ]) {
      const [loss] = lessForAnyGoods(mayHold(OWNER, []), before, [general], kinds);
      expect(loss).toMatchObject({ was: { version: { id: 'special' } }, is: { version: { id: 'general' } } });
    }
  });

  it('S1 nor is one taken for another that has its name: of another kind, or for other goods', () => {
    const cups = version('cups', [careTerm('care', 200, { categories: ['Cups'] })]);
    const kettles = version('kettles', [
      { id: 'care', kind: 'toll', params: { fee: 1 }, appliesTo: { ...EVERYTHING, ...KETTLES } },
      careTerm('care', 300, KETTLES),
    ]);
    for (const before of [
      [cups, kettles],
      [kettles, cups],
    ]) {
      const after = before.map((each) => (each === kettles ? version('kettles', [kettles.terms[0]!]) : each));
      const [loss, ...more] = lessForAnyGoods(mayHold(OWNER, []), before, after, kinds);
      expect(more).toEqual([]);
      expect(loss).toMatchObject({ was: { version: { id: 'kettles' }, term: { kind: 'care' } }, is: null });
    }
  });

  it('S1 whatever goods come: what is said to lose nothing loses nothing, and what is said to lose does', () => {
    fc.assert(
      fc.property(
        someRevision(4),
        someTerms(2),
        someFacts(),
        someFacts(),
        ({ before, after }, beside, facts, other) => {
          const [was, is] = [before, after].map((terms) => [version('v', terms), version('beside', beside)]);
          const losses = lessForAnyGoods(holding(facts), was!, is!, kinds);
          const hit = losses.filter(({ cut }) => cut.cases.some((each) => holds(each, facts)));
          const names = (cuts: { kind: string; termId: string | null; byTermId: string | null }[]) =>
            [...new Set(cuts.map(({ kind, termId, byTermId }) => `${kind} ${termId} ${byTermId}`))].sort();
          expect(names(hit.map(({ cut }) => cut))).toEqual(names(noWorseFor(facts, was!, is!, kinds)));
          // other goods that may come, whatever they are and however dear they make it
          if (other.purchase!.code !== facts.purchase!.code && grown(facts, other)) {
            const later = noWorseFor({ ...facts, purchase: other.purchase }, was!, is!, kinds);
            expect(names(losses.map(({ cut }) => cut))).toEqual(expect.arrayContaining(names(later)));
          }
          for (const { cut, was: old, is: young } of losses) {
            expect([old?.term.id ?? null, young?.term.id ?? null]).toEqual([cut.termId, cut.byTermId]);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

/** A purchase of exactly these goods. */
function holding({ customer, purchase }: Facts) {
  const { code, category = null, complexity = null, value = null } = purchase!;
  const { region, segment, tenureMonths = null } = customer;
  return mayHold({ region, segment, tenureMonths, value, goods: { [code]: { category, complexity } } }, [code]);
}

/** Whether what `other` is worth is what the purchase may come to be worth. */
const grown = ({ purchase: now }: Facts, { purchase: then }: Facts): boolean =>
  now!.value === null ? then!.value === null : then!.value !== null && then!.value >= now!.value;

describe('S1, C12 goods of which two promises would speak alike', () => {
  const kettles = careTerm('kettles', 60, KETTLES);
  const dear = careTerm('dear', 90, { minValue: 50 });

  it('are found before any of them is there', () => {
    expect(tie(OWNER, version('new', [kettles]), [version('old', [dear])])).toMatchObject({
      first: { term: { id: 'kettles' }, version: { id: 'new' } },
      second: { term: { id: 'dear' }, version: { id: 'old' } },
      cases: { categories: { items: ['Kettles'] }, value: { low: 50 } },
    });
  });

  it('are no fault of the new version where others tie without it', () => {
    const old = version('old', [dear, careTerm('cups', 60, { categories: ['Cups'] })]);
    expect(tie(OWNER, version('new', [careTerm('all', 30)]), [old])).toBeNull();
  });

  it('are none where a narrower term settles it, or where they can never be this customer’s', () => {
    const both = careTerm('both', 60, { ...KETTLES, minValue: 50 });
    expect(tie(OWNER, version('new', [kettles, both]), [version('old', [dear])])).toBeNull();
    expect(tie(OWNER, version('new', [kettles]), [version('old', [dear, both])])).toBeNull();
    expect(tie({ ...OWNER, value: null }, version('new', [kettles]), [version('old', [dear])])).toBeNull();
    const spanish = careTerm('spanish', 60, { ...KETTLES, regions: ['Spain'] });
    expect(tie(OWNER, version('new', [spanish]), [version('old', [dear])])).toBeNull();
    const settledHere = careTerm('here', 60, { ...KETTLES, minValue: 50, regions: ['France'] });
    const [here, there] = [
      careTerm('a', 60, { ...KETTLES, regions: ['France', 'Spain'] }),
      careTerm('b', 90, { minValue: 50, regions: ['France', 'Spain'] }),
    ];
    expect(tie(OWNER, version('new', [here, settledHere]), [version('old', [there])])).toBeNull();
    expect(
      tie({ ...OWNER, region: 'Spain' }, version('new', [here, settledHere]), [version('old', [there])]),
    ).not.toBeNull();
  });

  it('C12 whatever goods come: where none are found none tie', () => {
    fc.assert(
      fc.property(someTerms(4), someTerms(3), someFacts(), (mine, others, facts) => {
        const [young, old] = [version('new', mine), version('old', others)];
        // what ties without the new version is no fault of its
        fc.pre(tieWith(facts, old, []) === null);
        const found = tieForAnyGoods(holding(facts), young, [old]);
        const tied = tieWith(facts, young, [old]);
        if (tied) expect(found).not.toBeNull();
        if (found && holds(found.cases, facts)) expect(tied).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});
