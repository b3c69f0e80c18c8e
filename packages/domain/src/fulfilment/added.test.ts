import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../policies/applicability.ts';
import { termKinds } from '../policies/kinds/all.ts';
import { defaultsOf } from '../policies/kinds/form.ts';
import { addedOnOf, dueOf, formerlyOf } from './added.ts';
import { forGoods, planFulfilment, type PromisedPurchase } from './plan.ts';

const term = (kind: string, params: Record<string, unknown>) => ({
  id: kind,
  kind,
  params: { ...defaultsOf(termKinds.find((each) => each.kind === kind)!.params), ...params },
  appliesTo: EVERYTHING,
});

/** Bought on 1 April 2026, with working days known of that year alone. */
const purchase = (clock: string, deliveredOn: string | null = null): PromisedPurchase => ({
  timeZone: 'Europe/London',
  at: '2026-04-01T10:00:00Z',
  goods: [{ code: 'LAMP', name: 'Lamp', quantity: 1, deliveredOn, extras: [] }],
  promises: [
    {
      snapshot: {
        format: 1,
        policyId: 'p1',
        policy: 'Promise',
        versionId: 'v1',
        number: 1,
        period: { from: '2026-01-01', to: null },
        currency: 'GBP',
        timeZone: 'Europe/London',
        terms: [
          term('delivery', { withinDays: 5, clock }),
          term('extras', { items: ['A card'] }),
          term('maintenance', { everyMonths: 1, visits: 2, countedFrom: 'PURCHASE' }),
        ],
        calendar: {
          name: 'Office',
          timeZone: 'Europe/London',
          week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: 540, to: 1020 }]])),
          shiftDay: 'START',
          days: {},
          years: [2026],
        },
      },
      facts: { region: 'France', segment: 'KEY', tenureMonths: 3, value: 10_000, goods: {} },
    },
  ],
});

const due = (of: PromisedPurchase, addedOn: string | null) =>
  planFulfilment(of).map((planned) => `${planned.kind} ${planned.ordinal} ${dueOf(planned, addedOn, of)}`);

describe('C4, C14, C20 what is added later is due from when it was added', () => {
  it('C14 and what was promised with the purchase from then', () => {
    const promised = [
      'DELIVERY 1 2026-04-06',
      'EXTRAS 1 2026-04-06',
      'MAINTENANCE 1 2026-05-01',
      'MAINTENANCE 2 2026-06-01',
    ];
    expect(due(purchase('CALENDAR_DAYS'), null)).toEqual(promised);
    // a day that is still to come is none the later for it
    expect(due(purchase('CALENDAR_DAYS'), '2026-04-02')).toEqual(promised);
    expect(due(purchase('CALENDAR_DAYS'), '2026-04-10')).toEqual([
      'DELIVERY 1 2026-04-15',
      'EXTRAS 1 2026-04-15',
      ...promised.slice(2),
    ]);
  });

  it('C20 goods that were delivered before count as delivered then', () => {
    expect(due(purchase('CALENDAR_DAYS', '2026-04-03'), '2026-04-10')).toContain('EXTRAS 1 2026-04-10');
    expect(due(purchase('CALENDAR_DAYS', '2026-04-12'), '2026-04-10')).toContain('EXTRAS 1 2026-04-12');
  });

  it('C14, C20 pieces that have not come yet are not due with those that have', () => {
    const of = purchase('CALENDAR_DAYS', '2026-04-03');
    const more = { ...of, goods: [...of.goods, { ...of.goods[0]!, quantity: 3, deliveredOn: null }] };
    const extras = planFulfilment(more).find(({ kind }) => kind === 'EXTRAS')!;
    const dueFor = (lots: typeof extras.lots) => dueOf(forGoods(extras, lots), '2026-04-10', more);
    expect(dueFor(extras.lots.slice(0, 1))).toBe('2026-04-10');
    expect(dueFor(extras.lots.slice(1))).toBe('2026-04-15');
  });

  it('C14 where the calendar does not reach that far, it is due on the day itself', () => {
    expect(due(purchase('WORKING_DAYS'), '2027-04-10')).toContain('DELIVERY 1 2027-04-10');
  });
});

describe('C4, C18 what is owed again', () => {
  const words = { code: 'MAINTENANCE', params: { everyMonths: 3, visits: 4 } };
  const dropped = { status: 'CANCELLED' as const, cancelledReason: null, words, addedOn: null, formerly: null };

  it('C18 by the same promise is owed since it was owed before', () => {
    const same = { words: { code: 'MAINTENANCE', params: { visits: 4, everyMonths: 3 } } };
    expect(addedOnOf(dropped, same, '2012-03-25')).toBe(null);
    expect(addedOnOf({ ...dropped, addedOn: '2012-01-05' }, same, '2012-03-25')).toBe('2012-01-05');
  });

  it('C4 by another promise, or never owed before, is added today; what is open goes on', () => {
    const other = { words: { ...words, params: { everyMonths: 2, visits: 4 } } };
    expect(addedOnOf(dropped, other, '2012-03-25')).toBe('2012-03-25');
    expect(addedOnOf(null, other, '2012-03-25')).toBe('2012-03-25');
    expect(addedOnOf({ ...dropped, status: 'OPEN' }, other, '2012-03-25')).toBe(null);
  });

  it('C18 by a promise of before is owed since then, over as many others as there were', () => {
    const every = (everyMonths: number) => ({ words: { ...words, params: { everyMonths, visits: 4 } } });
    const moved = (task: Parameters<typeof formerlyOf>[0], to: { words: typeof words }, today: string) => {
      const addedOn = addedOnOf(task, to, today);
      return { ...task, ...to, status: 'OPEN' as const, addedOn, formerly: formerlyOf(task, addedOn) };
    };
    const other = moved(dropped, every(2), '2012-03-25');
    const third = moved({ ...other, status: 'CANCELLED' }, every(1), '2012-05-01');
    expect([other.addedOn, third.addedOn]).toEqual(['2012-03-25', '2012-05-01']);
    for (const status of ['OPEN', 'CANCELLED'] as const) {
      expect(addedOnOf({ ...third, status }, every(3), '2012-06-20')).toBe(null);
      expect(addedOnOf({ ...third, status }, every(2), '2012-06-20')).toBe('2012-03-25');
    }
    // … and each is remembered once
    const back = moved(moved(third, every(3), '2012-06-20'), every(1), '2012-06-21');
    expect(back).toMatchObject({ addedOn: '2012-05-01', words: every(1).words });
    expect(moved(back, every(3), '2012-06-22').formerly).toHaveLength(3);
  });
});
