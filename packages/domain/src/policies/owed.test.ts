import { describe, expect, test } from 'vitest';
import { EVERYTHING, type Applicability } from './applicability.ts';
import { decide } from './decide.ts';
import { termsOwed, type OwedFor } from './owed.ts';
import { factsFrom } from './snapshot.ts';
import type { Term } from './terms.ts';

const term = (id: string, appliesTo: Partial<Applicability> = {}, kind = 'returns'): Term => ({
  id,
  kind,
  params: PARAMS[kind] ?? {},
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const PARAMS: Record<string, Term['params']> = {
  returns: { days: 30, countedFrom: 'PURCHASE' },
  warranty: { months: 12, countedFrom: 'DELIVERY' },
  maintenance: { everyMonths: 6, visits: 2, countedFrom: 'PURCHASE' },
  delivery: { withinDays: 5, clock: 'CALENDAR_DAYS' },
};

type Sold = Omit<OwedFor, 'carries'>;

const bought = (more: Partial<OwedFor['facts']> = {}, codes = ['A1']): Sold => ({
  facts: { region: 'France', segment: 'REGULAR', tenureMonths: 0, value: 1_000, goods: {}, ...more },
  codes,
  boughtOn: '2011-03-01',
  deliveredOn: null,
  delivered: null,
});

/** What purchases that carry these terms, and no others, are still owed. */
function owedOn(day: string, terms: readonly Term[], ...sold: Sold[]) {
  const version = { terms };
  const owed = termsOwed(
    sold.map((each) => ({ ...each, carries: [version] })),
    day,
  ).get(version);
  return {
    ids: (owed?.terms ?? []).map(({ term: { id } }) => id),
    counts: (owed?.terms ?? []).map(({ purchases }) => purchases),
    days: (owed?.purchases ?? []).map(({ boughtOn }) => boughtOn),
  };
}
const owed = (terms: readonly Term[], ...sold: Sold[]) => owedOn('2011-03-01', terms, ...sold).ids;

test('a term for old customers, other regions or larger purchases is no promise to a new customer here', () => {
  const terms = [
    term('old', { minTenure: 24 }, 'warranty'),
    term('spain', { regions: ['Spain'] }),
    term('large', { minValue: 50_000 }, 'delivery'),
    term('all'),
  ];
  expect(owed(terms, bought())).toEqual(['all']);
  expect(owed(terms, bought(), bought({ tenureMonths: 24 }))).toEqual(['old', 'all']);
});

test('a term that a more specific one sets aside is owed only where it still decides for another purchase', () => {
  const terms = [term('all'), term('france', { regions: ['France'] })];
  expect(owed(terms, bought())).toEqual(['france']);
  expect(owed(terms, bought(), bought({ region: 'Spain' }))).toEqual(['all', 'france']);
});

test('what was on the purchase counts: goods nobody bought are promised nothing', () => {
  const terms = [term('all'), term('clocks', { categories: ['clock'] }), term('b2', { productCodes: ['B2'] })];
  const clock = { goods: { C1: { category: 'clock', complexity: null } } };
  expect(owed(terms, bought())).toEqual(['all']);
  expect(owed(terms, bought(clock, ['C1']))).toEqual(['clocks']);
  expect(owed(terms, bought(clock, ['A1', 'B2', 'C1']))).toEqual(['all', 'clocks', 'b2']);
});

test('S1 goods that are judged by a worth of their own are owed what that brings', () => {
  const terms = [term('all'), term('large', { minValue: 50_000 }, 'delivery')];
  expect(owed(terms, bought({ worths: { B2: 60_000 } }, ['A1', 'B2']))).toEqual(['all', 'large']);
});

test('C14 goods are owed what counts from delivery by the day of their own', () => {
  const back = { ...term('back'), params: { days: 30, countedFrom: 'DELIVERY' } };
  const terms = [back, term('way', {}, 'delivery')];
  const sold = { ...bought({}, ['A1', 'B2']), deliveredOn: '2011-03-01' };
  const owedThen = (delivered: OwedFor['delivered'], day: string) => owedOn(day, terms, { ...sold, delivered }).ids;
  expect(owedThen(null, '2011-03-31')).toEqual(['back']);
  expect(owedThen(null, '2011-04-01')).toEqual([]);
  expect(owedThen({ A1: '2011-03-01', B2: '2011-04-10' }, '2011-05-10')).toEqual(['back']);
  expect(owedThen({ A1: '2011-03-01', B2: '2011-04-10' }, '2011-05-11')).toEqual([]);
  expect(owedThen({ A1: '2011-03-01', B2: '2011-03-02' }, '2011-03-03')).toEqual(['back']);
  expect(owedThen({ A1: '2011-03-01', B2: null }, '2011-03-03')).toEqual(['back', 'way']);
});

test('what is over is owed no more, nor is what only takes from the customer', () => {
  const terms = [
    term('back'),
    term('guarantee', {}, 'warranty'),
    term('fees', {}, 'fees'),
    term('no', {}, 'exclusions'),
  ];
  const [old, young] = [bought(), { ...bought(), boughtOn: '2011-05-01', deliveredOn: '2011-05-03' }];
  const on = (day: string, ...sold: Sold[]) => {
    const { ids, days } = owedOn(day, terms, ...sold);
    return [ids, days];
  };
  // the last day counts; without a day of delivery a guarantee from delivery on has not been shown to have begun
  expect(on('2011-05-31', old, young)).toEqual([
    ['back', 'guarantee'],
    ['2011-03-01', '2011-05-01'],
  ]);
  expect(on('2011-06-01', old, young)).toEqual([['guarantee'], ['2011-03-01', '2011-05-01']]);
  expect(on('2012-05-03', young)).toEqual([['guarantee'], ['2011-05-01']]);
  expect(on('2012-05-04', young)).toEqual([[], []]);
});

test('C13, C18 a visit that can still be claimed is still owed, however long ago it was due', () => {
  const visits = term('visits', {}, 'maintenance');
  const purchase = bought();
  for (const day of ['2011-03-02', '2012-03-01', '2012-03-02', '2031-01-01']) {
    expect(owedOn(day, [visits], purchase).ids).toEqual(['visits']);
  }
  const claimed = decide(
    factsFrom(purchase.facts, 'UTC', { at: purchase.boughtOn, code: 'A1' }, { kind: 'maintenance' }),
    [
      {
        id: 'v',
        policyId: 'p',
        policy: 'Promise',
        number: 1,
        period: { from: '2011-01-01', to: null },
        terms: [visits],
        currency: 'GBP',
      },
    ],
    '2031-01-01',
  );
  expect(claimed.outcome).toBe('ALLOWED');
});

test('each promise is told with the number of purchases it is still owed to', () => {
  const terms = [term('back'), term('answers', {}, 'response-target')];
  const { ids, counts } = owedOn('2011-05-10', terms, bought(), { ...bought(), boughtOn: '2011-05-01' });
  expect([ids, counts]).toEqual([
    ['back', 'answers'],
    [1, 2],
  ]);
});

test('what was to be done within working days is owed a little longer than as many days of the calendar', () => {
  const params = { withinDays: 5, clock: 'WORKING_DAYS' };
  const working = { ...term('working', {}, 'delivery'), params };
  const on = (day: string) => owedOn(day, [term('all-days', {}, 'delivery'), working], bought()).ids;
  expect(on('2011-03-07')).toEqual(['working']);
  expect(on('2011-04-01')).toEqual([]);
});

test('an invoice of charges alone is no purchase that anything is owed to', () => {
  const other = term('answers', {}, 'response-target');
  expect(owedOn('2020-01-01', [other], bought({}, []), bought()).days).toHaveLength(1);
});

test('C14 goods that have come are owed no delivery, though its days are not over', () => {
  const terms = [term('way', {}, 'delivery'), term('back')];
  expect(owed(terms, bought())).toEqual(['way', 'back']);
  expect(owed(terms, { ...bought(), deliveredOn: '2011-03-01' })).toEqual(['back']);
  // and those that have not come still are
  expect(owed(terms, { ...bought(), deliveredOn: '2011-03-01' }, bought())).toEqual(['way', 'back']);
});

describe('C35 what is owed is judged among all that a purchase carries', () => {
  const base = { terms: [term('all'), term('guarantee', {}, 'warranty')] };
  const france = { terms: [term('france', { regions: ['France'] })] };
  const clocks = { terms: [term('clocks', { categories: ['clock'] })] };
  const carrying = (carries: OwedFor['carries'], sold = bought()): OwedFor => ({ ...sold, carries });
  const told = (purchases: readonly OwedFor[], day = '2011-03-01') =>
    [...termsOwed(purchases, day).values()].map(({ terms }) =>
      terms.map(({ term: { id }, purchases: count, among }) => [id, count, among.map((each) => each.id)]),
    );

  test('a general term that one of another policy sets aside is owed by no such purchase', () => {
    expect(told([carrying([base, france])])).toEqual([[['guarantee', 1, ['guarantee']]], [['france', 1, ['france']]]]);
    // in whichever order it carries them, and also after the narrower one has ended
    expect(told([carrying([france, base])])[1]).toEqual([['guarantee', 1, ['guarantee']]]);
    const short = { terms: [{ ...france.terms[0]!, params: { days: 5, countedFrom: 'PURCHASE' } }] };
    expect(told([carrying([base, short])], '2011-03-20')).toEqual([[['guarantee', 1, ['guarantee']]]]);
  });

  test('a version by which nothing is owed is not told at all', () => {
    expect(told([carrying([{ terms: [term('all')] }, france])])).toEqual([[['france', 1, ['france']]]]);
  });

  test('a purchase from before the other policy still has the general term, without any exception', () => {
    const [before, after] = [carrying([base]), carrying([base, france])];
    expect(told([after, before])).toEqual([
      [
        ['all', 1, ['all']],
        ['guarantee', 2, ['guarantee']],
      ],
      [['france', 1, ['france']]],
    ]);
  });

  test('beside goods for which another policy decides, the general term is told among those that do', () => {
    const facts = { goods: { C1: { category: 'clock', complexity: null } } };
    expect(told([carrying([base, clocks], bought(facts, ['A1', 'C1']))])).toEqual([
      [
        ['all', 1, ['all', 'clocks']],
        ['guarantee', 1, ['guarantee']],
      ],
      [['clocks', 1, ['all', 'clocks']]],
    ]);
    expect(told([carrying([base, clocks], bought(facts, ['A1']))])[0]?.[0]).toEqual(['all', 1, ['all']]);
  });
});
