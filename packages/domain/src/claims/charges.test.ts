import {
  agreedTo,
  anyContext,
  anyLines,
  anySchedule,
  codes,
  context,
  fee,
  line,
  verdicts,
} from '@perennial/testkit/claims/some-charges';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharges, type ChargeLine } from './charges.ts';
import {
  chargeableFees,
  chargeableForGoods,
  feesOfAll,
  kindestFees,
  type DisclosedFee,
  type FeesByGoods,
} from './fee-schedule.ts';
import { claimSentences, claimSentencesOf } from './sentences.ts';
import { LANGUAGES } from '../shared/language.ts';

describe('S2 no-hidden-fee guard (誠信: 開機費、潛規則; C19)', () => {
  it('accepts what was disclosed, up to what was disclosed, and not a penny more', () => {
    const schedule = [fee('VISIT', 3000), fee('WASH', 700, { mode: 'AMOUNT' })];
    expect(verdicts(schedule, [line('VISIT', 3000), line('WASH', 700)])).toEqual(['ACCEPT', 'ACCEPT']);
    expect(verdicts(schedule, [line('VISIT', 3001), line('WASH', 701)])).toEqual(['BLOCK', 'BLOCK']);
    expect(verdicts(schedule, [line('VISIT', 0)])).toEqual(['ACCEPT']);
  });

  it('blocks what was not disclosed, a fee for looking at the fault (開機費) by name', () => {
    expect(verdicts([], [line('MISC', 0)])).toEqual(['BLOCK']);
    expect(codes([], [line('OPENING', 100, { kind: 'DIAGNOSIS' })])).toEqual([
      'CHARGE_UNDISCLOSED',
      'CHARGE_DIAGNOSIS_HIDDEN',
    ]);
    expect(verdicts([fee('OPENING', 100)], [line('OPENING', 100, { kind: 'DIAGNOSIS' })])).toEqual(['ACCEPT']);
  });

  it('counts portions of one fee together', () => {
    const schedule = [fee('LABOUR', 1000)];
    expect(verdicts(schedule, [line('LABOUR', 600), line('LABOUR', 400)])).toEqual(['ACCEPT', 'ACCEPT']);
    expect(verdicts(schedule, [line('LABOUR', 600), line('LABOUR', 401)])).toEqual(['ACCEPT', 'BLOCK']);
  });

  it('asks where it was promised to ask, and no more once the customer agreed', () => {
    const schedule = [fee('PARTS', 1000, { consent: true })];
    expect(verdicts(schedule, [line('PARTS', 1000)])).toEqual(['NEEDS_CONSENT']);
    expect(verdicts(schedule, [line('PARTS', 1000)], agreedTo('PARTS', 1000))).toEqual(['ACCEPT']);
    expect(verdicts(schedule, [line('PARTS', 1001)], agreedTo('PARTS', 1001))).toEqual(['BLOCK']);
  });

  it('an agreement covers what was agreed to and not a penny more, in portions too', () => {
    const schedule = [fee('PARTS', 5000, { consent: true })];
    const after = (agreed: number, ...amounts: number[]) =>
      verdicts(
        schedule,
        amounts.map((amount) => line('PARTS', amount)),
        agreedTo('PARTS', agreed),
      );
    expect(after(100, 4000)).toEqual(['NEEDS_CONSENT']);
    expect(after(100, 100, 4000)).toEqual(['ACCEPT', 'NEEDS_CONSENT']);
    expect(after(100, 4000, 100)).toEqual(['NEEDS_CONSENT', 'ACCEPT']);
    expect(after(100, 50, 51)).toEqual(['ACCEPT', 'NEEDS_CONSENT']);
    expect(after(100, 50, 50)).toEqual(['ACCEPT', 'ACCEPT']);
    const twice = { consents: [50, 60].map((amount) => ({ code: 'PARTS', amount })) };
    expect(verdicts(schedule, [line('PARTS', 110)], twice)).toEqual(['ACCEPT']);
    expect(verdicts(schedule, [line('PARTS', 111)], twice)).toEqual(['NEEDS_CONSENT']);
    // agreed to as something else
    const battery = { consents: [{ code: 'PARTS', amount: 60, description: 'A new battery' }] };
    const said = (description: string) => verdicts(schedule, [line('PARTS', 50, { description })], battery);
    expect([said('A new battery'), said('A motor'), said('')]).toEqual([
      ['ACCEPT'],
      ['NEEDS_CONSENT'],
      ['NEEDS_CONSENT'],
    ]);
    expect(verdicts(schedule, [line('PARTS', 50, { kind: 'ADD_ON' })], twice)).toEqual(['NEEDS_CONSENT']);
  });

  it('of several schedules the lowest amount counts, and who was promised to be asked is asked, in any order', () => {
    const asked = fee('PARTS', 5000, { consent: true });
    const free = fee('PARTS', 3000);
    const both = [{ ...free, consent: true }, fee('VISIT', 1)];
    expect(kindestFees([asked, free, fee('VISIT', 1)])).toEqual(both);
    expect(kindestFees([free, asked, fee('VISIT', 1)])).toEqual(both);
    expect(kindestFees([{ ...free, consent: true }, { ...free }])).toEqual([{ ...free, consent: true }]);
    expect(kindestFees([asked, { ...free, amount: 6000 }])).toEqual([asked]);
  });

  it('flags add-ons that together come to more than the discount given', () => {
    const schedule = [fee('WAX', 400), fee('MAT', 400)];
    const addOns = (wax: number, mat: number) => [
      line('WAX', wax, { kind: 'ADD_ON' as const }),
      line('MAT', mat, { kind: 'ADD_ON' as const }),
    ];
    expect(verdicts(schedule, addOns(250, 250))).toEqual(['ACCEPT', 'ACCEPT']);
    expect(verdicts(schedule, addOns(250, 251))).toEqual(['NEEDS_CONSENT', 'NEEDS_CONSENT']);
    expect(verdicts(schedule, addOns(250, 251), { addOnsUpToDiscount: false })).toEqual(['ACCEPT', 'ACCEPT']);
  });

  it('flags a part dearer than its share of the whole', () => {
    const schedule = [fee('MOTOR', 9000)];
    expect(verdicts(schedule, [line('MOTOR', 3000, { kind: 'PART' })])).toEqual(['ACCEPT']);
    expect(verdicts(schedule, [line('MOTOR', 3001, { kind: 'PART' })])).toEqual(['NEEDS_CONSENT']);
  });

  it('names the field of another currency or of an amount that is none', () => {
    const schedule = [fee('VISIT', 3000)];
    const failed = (bad: ChargeLine) => () => checkCharges(schedule, [line('VISIT', 1), bad], context());
    expect(failed(line('VISIT', 1, { currency: 'EUR' }))).toThrow(
      expect.objectContaining({ code: 'CURRENCY_MISMATCH', path: ['charges', '1', 'currency'] }),
    );
    for (const amount of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1]) {
      expect(failed(line('VISIT', amount))).toThrow(
        expect.objectContaining({ code: 'BAD_CHARGE_AMOUNT', path: ['charges', '1', 'amount'] }),
      );
    }
  });

  it('calls a charge by its name, and by its code where it has none', () => {
    const named = (label: string) =>
      checkCharges([fee('MOTOR', 9, { label })], [line('MOTOR', 9)], context())[0]!.trace;
    expect([named('New motor'), named('')]).toMatchObject([
      [{ params: { label: 'New motor' } }],
      [{ params: { label: 'MOTOR' } }],
    ]);
  });

  it('never lets an undisclosed fee through, nor more of a disclosed one, whatever the bill', () => {
    fc.assert(
      fc.property(anySchedule, anyLines, anyContext, (schedule, lines, given) => {
        const checks = checkCharges(schedule, lines, given);
        const passed = new Map<string, number>();
        checks.forEach(({ verdict }, index) => {
          const { code, amount } = lines[index]!;
          if (verdict !== 'BLOCK') passed.set(code, (passed.get(code) ?? 0) + amount);
        });
        for (const [code, sum] of passed) {
          const disclosed = schedule.find((each) => each.code === code);
          expect(disclosed).toBeDefined();
          expect(sum).toBeLessThanOrEqual(disclosed!.amount);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('consent changes questions into answers, and nothing else', () => {
    fc.assert(
      fc.property(anySchedule, anyLines, anyContext, (schedule, lines, given) => {
        const before = checkCharges(schedule, lines, { ...given, consents: [] });
        // as the charges are kept, which is not always what they were called
        const consents = lines.map(({ code, amount }, index) => ({ code, amount, kind: before[index]!.kind }));
        const after = checkCharges(schedule, lines, { ...given, consents });
        before.forEach(({ verdict }, index) => {
          expect(after[index]!.verdict).toBe(verdict === 'BLOCK' ? 'BLOCK' : 'ACCEPT');
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('what was published only afterwards lets nothing through: neither new fees nor more of the old ones', () => {
    fc.assert(
      fc.property(anySchedule, anySchedule, anyLines, anyContext, (known, later, lines, given) => {
        const promised = [...known, ...later];
        const allowed = (schedule: DisclosedFee[]) =>
          lines.map((each) => checkCharges(schedule, [each], given)[0]!.verdict !== 'BLOCK');
        const before = allowed(kindestFees(known));
        allowed(chargeableFees(known, promised)).forEach((may, index) => may && expect(before[index]).toBe(true));
        expect(chargeableFees([], promised)).toEqual([]);
        expect(chargeableFees(known, known)).toEqual(kindestFees(known));
      }),
      { numRuns: 1_000 },
    );
    // a promise since that charges less, or nothing, holds
    expect(chargeableFees([fee('VISIT', 900), fee('POST', 9)], [fee('VISIT', 400)])).toEqual([fee('VISIT', 400)]);
    expect(codes([], [line('VISIT', 1)], { late: [fee('VISIT', 1)] })).toEqual([
      'CHARGE_UNDISCLOSED',
      'CHARGE_PUBLISHED_LATER',
    ]);
  });

  it('S2 nothing is charged that some goods could be charged before and others since', () => {
    const goods = (A1: DisclosedFee[], B1: DisclosedFee[]): FeesByGoods => new Map(Object.entries({ A1, B1 }));
    const visit = (amount: number) => [fee('VISIT', amount)];
    expect(chargeableForGoods(goods(visit(9), []), goods([], visit(9)))).toEqual([]);
    expect(chargeableForGoods(goods(visit(9), visit(9)), goods([], visit(8)))).toEqual(visit(8));
    // and of all together no more than at any of the times
    expect(chargeableForGoods(goods(visit(9), visit(7)), goods(visit(9), []))).toEqual(visit(7));
    expect(chargeableForGoods(goods(visit(9), []), goods(visit(7), []), goods(visit(9), []))).toEqual(visit(7));
    expect(chargeableForGoods(goods(visit(9), []), new Map(), goods(visit(9), []))).toEqual([]);
    const anyGoods = fc.tuple(anySchedule, anySchedule).map(([a, b]) => goods(a, b));
    fc.assert(
      fc.property(anyGoods, anyGoods, anyGoods, (known, then, now) => {
        const all = chargeableForGoods(known, then, now);
        const whole = chargeableFees(feesOfAll(known), feesOfAll(then), feesOfAll(now));
        const alone = ['A1', 'B1'].flatMap((code) =>
          chargeableFees(known.get(code)!, then.get(code)!, now.get(code)!).map((each) => each.code),
        );
        expect(all.map(({ code }) => code).sort()).toEqual([...new Set(alone)].sort());
        for (const { code, amount } of all)
          expect(amount).toBeLessThanOrEqual(whole.find((each) => each.code === code)!.amount);
      }),
      { numRuns: 1_000 },
    );
  });

  it('S2 a fee that was promised only after the claim was made is named as that', () => {
    const late = [{ ...fee('VISIT', 1), sinceClaim: true }];
    expect(codes([], [line('VISIT', 1)], { late })).toEqual(['CHARGE_UNDISCLOSED', 'CHARGE_PROMISED_LATER']);
  });

  it('says every verdict in sentences in three languages', () => {
    const checks = checkCharges(
      [fee('VISIT', 100, { consent: true }), fee('WAX', 9999), fee('MOTOR', 9999)],
      [
        line('VISIT', 100),
        line('VISIT', 1),
        line('HIDDEN', 1, { kind: 'DIAGNOSIS' }),
        line('LATER', 1),
        line('SINCE', 1),
        line('WAX', 900, { kind: 'ADD_ON' }),
        line('MOTOR', 9000, { kind: 'PART' }),
      ],
      context({
        consents: [{ code: 'MOTOR', kind: 'PART', amount: 9000 }],
        late: [fee('LATER', 1), { ...fee('SINCE', 1), sinceClaim: true }],
      }),
    );
    const said = checks.flatMap(({ trace }) => trace.map(({ code }) => code));
    expect(new Set(said).size).toBe(10);
    for (const language of LANGUAGES) {
      for (const { trace } of checks) {
        for (const sentence of claimSentencesOf(trace, language)) {
          expect(sentence).toMatch(language === 'en' ? /\.$/ : /。$/);
          expect(sentence).not.toMatch(/CHARGE_|undefined|\[object/);
        }
      }
    }
    const keys = LANGUAGES.map((language) => Object.keys(claimSentences[language]).sort());
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
  });
});
