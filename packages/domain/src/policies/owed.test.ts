import { expect, test } from 'vitest';
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

const bought = (more: Partial<OwedFor['facts']> = {}, codes = ['A1']): OwedFor => ({
  facts: { region: 'France', segment: 'REGULAR', tenureMonths: 0, value: 1_000, goods: {}, ...more },
  codes,
  boughtOn: '2011-03-01',
  deliveredOn: null,
});

const owed = (terms: readonly Term[], ...purchases: OwedFor[]) =>
  termsOwed(terms, purchases, '2011-03-01').terms.map(({ id }) => id);

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

test('what is over is owed no more, nor is what only takes from the customer', () => {
  const terms = [
    term('back'),
    term('guarantee', {}, 'warranty'),
    term('fees', {}, 'fees'),
    term('no', {}, 'exclusions'),
  ];
  const [old, young] = [bought(), { ...bought(), boughtOn: '2011-05-01', deliveredOn: '2011-05-03' }];
  const on = (day: string, ...purchases: OwedFor[]) => {
    const { terms: still, purchases: holders } = termsOwed(terms, purchases, day);
    return [still.map(({ id }) => id), holders.map(({ boughtOn }) => boughtOn)];
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
    expect(termsOwed([visits], [purchase], day).terms).toEqual([visits]);
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
  const { terms, counts } = termsOwed(
    [term('back'), term('answers', {}, 'response-target')],
    [bought(), { ...bought(), boughtOn: '2011-05-01' }],
    '2011-05-10',
  );
  expect(terms.map((each) => [each.id, counts.get(each)])).toEqual([
    ['back', 1],
    ['answers', 2],
  ]);
});

test('what was to be done within working days is owed a little longer than as many days of the calendar', () => {
  const params = { withinDays: 5, clock: 'WORKING_DAYS' };
  const working = { ...term('working', {}, 'delivery'), params };
  const on = (day: string) => termsOwed([term('all-days', {}, 'delivery'), working], [bought()], day);
  expect(on('2011-03-07').terms.map(({ id }) => id)).toEqual(['working']);
  expect(on('2011-04-01').terms).toEqual([]);
});

test('an invoice of charges alone is no purchase that anything is owed to', () => {
  const other = term('answers', {}, 'response-target');
  expect(termsOwed([other], [bought({}, []), bought()], '2020-01-01').purchases).toHaveLength(1);
});

test('C14 goods that have come are owed no delivery, though its days are not over', () => {
  const terms = [term('way', {}, 'delivery'), term('back')];
  expect(owed(terms, bought())).toEqual(['way', 'back']);
  expect(owed(terms, { ...bought(), deliveredOn: '2011-03-01' })).toEqual(['back']);
  // and those that have not come still are
  expect(owed(terms, { ...bought(), deliveredOn: '2011-03-01' }, bought())).toEqual(['way', 'back']);
});
