import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarData } from '../calendars/calendar.ts';
import { EVERYTHING } from '../policies/applicability.ts';
import { termKinds } from '../policies/kinds/all.ts';
import { defaultsOf } from '../policies/kinds/form.ts';
import { sentenceOf } from '../policies/sentences/sentence.ts';
import type { PromiseSnapshot } from '../policies/snapshot.ts';
import type { Term } from '../policies/terms.ts';
import { LANGUAGES } from '../shared/language.ts';
import { forGoods, planFulfilment, type PlannedTask, type PromisedPurchase } from './plan.ts';

/** A term with the kind's defaults where the test says nothing. */
const term = (id: string, kind: string, params: Record<string, unknown> = {}, codes: string[] = []): Term => ({
  id,
  kind,
  params: { ...defaultsOf(termKinds.find((each) => each.kind === kind)!.params), ...params },
  appliesTo: { ...EVERYTHING, productCodes: codes },
});

/** Monday to Friday, nine to five. */
const calendar: CalendarData = {
  name: 'Office',
  timeZone: 'Europe/London',
  week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: 540, to: 1020 }]])),
  shiftDay: 'START',
  days: { '2026-04-03': { kind: 'HOLIDAY', name: 'Good Friday' } },
  years: [2026],
};

const snapshot = (terms: Term[], more: Partial<PromiseSnapshot> = {}): PromiseSnapshot => ({
  format: 1,
  policyId: 'p1',
  policy: 'Promise',
  versionId: 'v1',
  number: 1,
  period: { from: '2026-01-01', to: null },
  currency: 'GBP',
  timeZone: 'Europe/London',
  terms,
  calendar,
  ...more,
});

const facts = { region: 'France', segment: 'KEY', tenureMonths: 3, value: 10_000, goods: {} };
const good = (code: string, extras: string[] = [], deliveredOn: string | null = null) => ({
  code,
  name: code,
  quantity: 1,
  extras,
  deliveredOn,
});

/** Bought on Wednesday, 1 April 2026; Good Friday is the 3rd. */
const purchase = (terms: Term[], more: Partial<PromisedPurchase> = {}): PromisedPurchase => ({
  timeZone: 'Europe/London',
  at: '2026-04-01T10:00:00Z',
  goods: [good('LAMP')],
  promises: [{ snapshot: snapshot(terms), facts }],
  ...more,
});

const days = (plan: ReturnType<typeof planFulfilment>) => plan.map((each) => [each.kind, each.dueOn]);

describe('C4 selling is serving', () => {
  it('C4 a purchase without such promises asks for nothing', () => {
    expect(planFulfilment(purchase([term('w', 'warranty'), term('r', 'returns')]))).toEqual([]);
    expect(planFulfilment(purchase([], { promises: [] }))).toEqual([]);
  });

  it('C14 delivery is due in the working days promised, by the calendar that was frozen', () => {
    const terms = [term('d', 'delivery', { withinDays: 2, clock: 'WORKING_DAYS', checklist: ['Unpack', 'Sign'] })];
    // Thursday the 2nd, then Monday the 6th: Good Friday and the week-end are not worked
    const [task] = planFulfilment(purchase(terms));
    expect(task).toMatchObject({
      kind: 'DELIVERY',
      dueOn: '2026-04-06',
      checklist: ['Unpack', 'Sign'],
      versionId: 'v1',
      termId: 'd',
      ordinal: 1,
      codes: ['LAMP'],
    });
    const all = [term('d', 'delivery', { withinDays: 2, clock: 'CALENDAR_DAYS' })];
    expect(days(planFulfilment(purchase(all)))).toEqual([['DELIVERY', '2026-04-03']]);
  });

  it('C15 installation counts from the delivery promised until it is delivered, then from that day', () => {
    const terms = [
      term('d', 'delivery', { withinDays: 5 }),
      term('i', 'installation', { withinDays: 3, conduct: ['Shoe covers'], checklist: ['Test'] }),
    ];
    const before = planFulfilment(purchase(terms));
    expect(days(before)).toEqual([
      ['DELIVERY', '2026-04-06'],
      ['INSTALLATION', '2026-04-09'],
    ]);
    expect(before[1]).toMatchObject({ conduct: ['Shoe covers'], checklist: ['Test'] });
    const after = planFulfilment(purchase(terms, { goods: [good('LAMP', [], '2026-04-02')] }));
    expect(days(after)[1]).toEqual(['INSTALLATION', '2026-04-05']);
  });

  it('C14, C15 goods of which nobody knows when they come hurry none of the others', () => {
    const terms = [term('d', 'delivery', { withinDays: 5 }), term('i', 'installation', { withinDays: 3 })];
    const dueWith = (...goods: PromisedPurchase['goods']) => days(planFulfilment(purchase(terms, { goods })))[1]![1];
    const late = good('LAMP', [], '2026-04-20');
    // what is still to come was promised by the 6th, and is late
    expect(dueWith(late, good('CLOCK'))).toBe('2026-04-09');
    expect(dueWith(late, { ...good('CLOCK'), dayless: true })).toBe('2026-04-23');
    expect(dueWith(late, { ...good('LAMP'), dayless: true })).toBe('2026-04-23');
    expect(dueWith({ ...good('CLOCK'), dayless: true })).toBe('2026-04-09');
  });

  it('C14, C15 goods count from their own delivery, and those done together from the first of theirs', () => {
    const terms = [
      term('d', 'delivery', { withinDays: 5 }),
      term('i', 'installation', { withinDays: 3 }),
      term('m', 'maintenance', { everyMonths: 1, visits: 2, countedFrom: 'DELIVERY' }),
    ];
    const goods = [good('CLOCK'), good('LAMP', [], '2026-04-02')];
    const of = ({ lots }: PlannedTask, code: string) => lots.filter((lot) => lot.code === code);
    const [delivery, installation, ...visits] = planFulfilment(purchase(terms, { goods }));
    expect([delivery!.dueOn, installation!.dueOn]).toEqual(['2026-04-06', '2026-04-05']);
    // 2 May is a Saturday; 6 May a Wednesday
    expect(visits.map((visit) => visit.dueOn)).toEqual(['2026-05-04', '2026-06-02']);
    expect(forGoods(installation!, of(installation!, 'CLOCK'))).toMatchObject({
      codes: ['CLOCK'],
      dueOn: '2026-04-09',
    });
    expect(forGoods(visits[0]!, of(visits[0]!, 'CLOCK'))).toMatchObject({ codes: ['CLOCK'], dueOn: '2026-05-06' });
    expect(forGoods(visits[0]!, of(visits[0]!, 'LAMP'))).toMatchObject({ codes: ['LAMP'], dueOn: '2026-05-04' });
  });

  it('C14 pieces of one code are done together by the first of their days, each by the delivery of its own', () => {
    const terms = [term('d', 'delivery', { withinDays: 5 }), term('i', 'installation', { withinDays: 3 })];
    const three = { ...good('LAMP', ['A bulb']), quantity: 3 };
    const goods = [three, good('LAMP', ['A bulb'], '2026-04-02'), good('LAMP', ['A bulb'])];
    const [delivery, installation] = planFulfilment(purchase(terms, { goods }));
    expect(installation).toMatchObject({
      codes: ['LAMP'],
      dueOn: '2026-04-05',
      lots: [
        { code: 'LAMP', pieces: 1, dueOn: '2026-04-05' },
        { code: 'LAMP', pieces: 4, dueOn: '2026-04-09' },
      ],
    });
    expect(forGoods(installation!, installation!.lots.slice(1))).toMatchObject({
      codes: ['LAMP'],
      dueOn: '2026-04-09',
    });
    expect(delivery!.checklist).toEqual(['A bulb']);
  });

  it('C16 packaging is done by the day of delivery', () => {
    const terms = [term('p', 'packaging', { checklist: ['No plastic'], giftWrap: true })];
    expect(days(planFulfilment(purchase(terms)))).toEqual([['PACKAGING', '2026-04-01']]);
    expect(days(planFulfilment(purchase([...terms, term('d', 'delivery', { withinDays: 5 })])))[0]).toEqual([
      'PACKAGING',
      '2026-04-06',
    ]);
  });

  it('C17 each session of a training is a task of its own', () => {
    const terms = [
      term('t', 'training', { sessions: 3, withinDays: 30, countedFrom: 'PURCHASE', topics: ['Cleaning'] }),
    ];
    const plan = planFulfilment(purchase(terms));
    expect(plan.map((each) => [each.ordinal, each.dueOn, each.checklist])).toEqual([
      [1, '2026-05-01', ['Cleaning']],
      [2, '2026-05-01', ['Cleaning']],
      [3, '2026-05-01', ['Cleaning']],
    ]);
  });

  it('C18 maintenance has a visit for each interval, on a day that is worked', () => {
    const terms = [term('m', 'maintenance', { everyMonths: 1, visits: 3, countedFrom: 'PURCHASE' })];
    const plan = planFulfilment(purchase(terms));
    // 1 May is a Friday, 1 June a Monday, 1 July a Wednesday
    expect(plan.map((each) => each.dueOn)).toEqual(['2026-05-01', '2026-06-01', '2026-07-01']);
    // 1 August 2026 is a Saturday: the Monday after; 2027 is not entered, so the day itself
    const far = [term('m', 'maintenance', { everyMonths: 4, visits: 3, countedFrom: 'PURCHASE' })];
    expect(planFulfilment(purchase(far)).map((each) => each.dueOn)).toEqual(['2026-08-03', '2026-12-01', '2027-04-01']);
  });

  it('C20 what comes with the goods is ticked off by whoever hands them over', () => {
    const goods = [good('SHIRT', ['2 spare buttons']), good('LAMP')];
    const extras = term('e', 'extras', { items: ['A card'] }, ['SHIRT']);
    const [task] = planFulfilment(purchase([extras], { goods }));
    expect(task).toMatchObject({ kind: 'EXTRAS', codes: ['SHIRT'], checklist: ['A card', '2 spare buttons'] });
    const plan = planFulfilment(purchase([term('d', 'delivery'), term('p', 'packaging')], { goods }));
    expect(plan.map((each) => [each.kind, each.checklist])).toEqual([
      ['PACKAGING', ['2 spare buttons']],
      ['DELIVERY', []],
    ]);
  });

  it('C4 each of the goods is served by the term that speaks of it most specifically', () => {
    const terms = [term('all', 'delivery', { withinDays: 5 }), term('chair', 'delivery', { withinDays: 9 }, ['CHAIR'])];
    const goods = [good('LAMP'), good('CHAIR'), good('BED')];
    const plan = planFulfilment(purchase(terms, { goods }));
    expect(plan.map((each) => [each.termId, each.codes, each.dueOn])).toEqual([
      ['all', ['BED', 'LAMP'], '2026-04-06'],
      ['chair', ['CHAIR'], '2026-04-10'],
    ]);
  });

  it('C4 does not depend on the order of goods, terms and promises, and is said in three languages', () => {
    const terms = [
      term('d', 'delivery', { withinDays: 5 }),
      term('d2', 'delivery', { withinDays: 1 }, ['BED']),
      term('i', 'installation'),
      term('p', 'packaging'),
      term('t', 'training'),
      term('m', 'maintenance'),
    ];
    const goods = [good('LAMP', ['Bulb']), good('BED'), good('SHIRT', ['Button'])];
    const other = {
      snapshot: snapshot([term('e', 'extras', { items: ['Card'] })], { versionId: 'v2', policyId: 'p2' }),
      facts,
    };
    const plan = planFulfilment(purchase(terms, { goods, promises: [{ snapshot: snapshot(terms), facts }, other] }));
    expect(new Set(plan.map((each) => each.kind)).size).toBe(6);
    for (const each of plan) {
      for (const language of LANGUAGES) expect(sentenceOf(each.words, language)).not.toBe(each.words.code);
    }
    const sorted = (tasks: typeof plan) => tasks.map((each) => JSON.stringify(each)).sort();
    fc.assert(
      fc.property(
        fc.shuffledSubarray(terms, { minLength: terms.length }),
        fc.shuffledSubarray(goods, { minLength: goods.length }),
        fc.boolean(),
        (shuffled, mixed, turned) => {
          const promises = [{ snapshot: snapshot(shuffled), facts }, other];
          const again = planFulfilment(
            purchase(shuffled, { goods: mixed, promises: turned ? promises.toReversed() : promises }),
          );
          expect(sorted(again)).toEqual(sorted(plan));
        },
      ),
      { numRuns: 50 },
    );
  });
});
