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
import { CHARGE_KINDS } from '../policies/kinds/charge-kinds.ts';
import { checkCharges, type ChargeContext, type ChargeLine } from './charges.ts';
import { chargeableFees, chargeKind, feeOf, kindestFees, type DisclosedFee } from './fee-schedule.ts';

describe('S2 what a charge is stands in the schedule, not in what it is called', () => {
  it('a part by the schedule is flagged as one, whatever the line is called', () => {
    const schedule = [fee('MOTOR', 9000, { kinds: ['PART'] })];
    for (const kind of [undefined, ...CHARGE_KINDS]) {
      expect(codes(schedule, [line('MOTOR', 3001, { kind })])).toContain('CHARGE_PART_DEAR');
      expect(verdicts(schedule, [line('MOTOR', 3001, { kind })])).toEqual(['NEEDS_CONSENT']);
    }
    expect(verdicts(schedule, [line('MOTOR', 3000, { kind: 'FEE' })])).toEqual(['ACCEPT']);
  });

  it('a dear part stays one in two lines; parts of other codes and what is no part do not count', () => {
    const schedule = [
      fee('MOTOR', 9000, { kinds: ['PART'] }),
      fee('LID', 9000, { kinds: ['PART'] }),
      fee('VISIT', 9000),
    ];
    const lines = [
      line('MOTOR', 2000, { description: 'Coil' }),
      line('MOTOR', 1001),
      line('LID', 3000),
      line('VISIT', 9000),
    ];
    expect(verdicts(schedule, lines)).toEqual(['NEEDS_CONSENT', 'NEEDS_CONSENT', 'ACCEPT', 'ACCEPT']);
    expect(checkCharges(schedule, lines, context())[0]!.trace).toContainEqual({
      code: 'CHARGE_PART_DEAR',
      params: { amount: 3001, percent: 30, whole: 10_000, currency: 'GBP' },
    });
    const called = [line('VISIT', 3000, { kind: 'PART' as const }), line('VISIT', 3000)];
    expect(verdicts(schedule, called)).toEqual(['ACCEPT', 'ACCEPT']);
  });

  it('add-ons by the schedule and by the caller are added up, and each of them is asked about', () => {
    const schedule = [fee('WAX', 400, { kinds: ['ADD_ON'] }), fee('MAT', 400), fee('VISIT', 400)];
    const lines = (mat: number) => [
      line('WAX', 250, { kind: 'FEE' as const }),
      line('MAT', mat, { kind: 'ADD_ON' as const }),
      line('VISIT', 400),
    ];
    expect(verdicts(schedule, lines(250))).toEqual(['ACCEPT', 'ACCEPT', 'ACCEPT']);
    expect(verdicts(schedule, lines(251))).toEqual(['NEEDS_CONSENT', 'NEEDS_CONSENT', 'ACCEPT']);
    expect(checkCharges(schedule, lines(251), context())[0]!.trace).toContainEqual({
      code: 'CHARGE_ADD_ONS_EAT_DISCOUNT',
      params: { addOns: 501, discount: 500, currency: 'GBP' },
    });
  });

  it('the caller can add a question to those of the schedule', () => {
    const schedule = [fee('MOTOR', 9000, { kinds: ['PART'] }), fee('LOOK', 9000, { kinds: ['DIAGNOSIS'] })];
    expect(codes(schedule, [line('MOTOR', 3001, { kind: 'ADD_ON' })])).toEqual([
      'CHARGE_DISCLOSED',
      'CHARGE_ADD_ONS_EAT_DISCOUNT',
      'CHARGE_PART_DEAR',
    ]);
    expect(codes(schedule, [line('LOOK', 3001, { kind: 'PART' })])).toContain('CHARGE_PART_DEAR');
    expect(codes(schedule, [line('LOOK', 3001)])).toEqual(['CHARGE_DISCLOSED']);
  });

  it('looking at the fault (開機費) is named as hidden too where the promise since calls it that', () => {
    const late = [{ code: 'OPENING', kinds: ['DIAGNOSIS' as const] }];
    const hidden = ['CHARGE_UNDISCLOSED', 'CHARGE_PUBLISHED_LATER', 'CHARGE_DIAGNOSIS_HIDDEN'];
    expect(codes([], [line('OPENING', 1, { kind: 'FEE' })], { late })).toEqual(hidden);
    expect(codes([], [line('OTHER', 1)], { late })).toEqual(['CHARGE_UNDISCLOSED']);
    const [check] = checkCharges([], [line('OPENING', 1)], context({ late, ...agreedTo('OPENING', 1) }));
    expect(check).toMatchObject({ kind: 'DIAGNOSIS', verdict: 'BLOCK', agreed: false });
    expect(check!.trace.map(({ params }) => params)).toEqual(hidden.map(() => ({ code: 'OPENING' })));
  });

  it('of several schedules each flag of a code stays, in any order', () => {
    const [plain, part, addOn] = (['FEE', 'PART', 'ADD_ON'] as const).map((kind) =>
      fee('MOTOR', 9000, { kinds: [kind] }),
    );
    // a part to one and a fee to the other: as a fee it may be for work that is included
    const either = [{ ...part, kinds: ['FEE', 'PART'] }];
    expect(kindestFees([plain!, part!])).toEqual(either);
    expect(kindestFees([part!, plain!])).toEqual(either);
    expect(kindestFees([plain!, plain!])).toEqual([plain]);
    const all = [{ ...part, kinds: ['FEE', 'PART', 'ADD_ON'] }];
    for (const order of [
      [part!, addOn!, plain!],
      [addOn!, plain!, part!],
    ]) {
      expect(kindestFees(order)).toEqual(all);
      expect(codes(kindestFees(order), [line('MOTOR', 3001)])).toEqual([
        'CHARGE_DISCLOSED',
        'CHARGE_ADD_ONS_EAT_DISCOUNT',
        'CHARGE_PART_DEAR',
      ]);
    }
    // known as one thing, promised as another since
    expect(chargeableFees([part!], [addOn!])).toEqual([{ ...part, kinds: ['PART', 'ADD_ON'] }]);
    expect(chargeableFees([plain!], [part!])).toEqual(either);
    expect(chargeableFees([part!], [plain!])).toEqual(either);
  });

  it('a charge is kept as what the schedule says, unless the caller adds a question', () => {
    const kept = (named: ChargeLine['kind'], ...kinds: DisclosedFee['kinds'][number][]) => chargeKind(named, { kinds });
    expect(CHARGE_KINDS.map((kind) => kept(kind, 'PART'))).toEqual(['PART', 'PART', 'ADD_ON', 'PART']);
    expect(CHARGE_KINDS.map((kind) => kept(kind, 'DIAGNOSIS'))).toEqual(['DIAGNOSIS', 'PART', 'ADD_ON', 'DIAGNOSIS']);
    expect(CHARGE_KINDS.map((kind) => kept(kind, 'FEE'))).toEqual(CHARGE_KINDS);
    expect(CHARGE_KINDS.map((kind) => kept(kind, 'PART', 'ADD_ON'))).toEqual(['PART', 'PART', 'PART', 'PART']);
    expect([kept(undefined, 'FEE'), kept(undefined, 'ADD_ON'), chargeKind(undefined, undefined)]).toEqual([
      'FEE',
      'ADD_ON',
      'FEE',
    ]);
    expect(chargeKind('DIAGNOSIS', undefined)).toBe('DIAGNOSIS');
    const schedule = [fee('LID', 9000, { kinds: ['PART'] }), fee('MOTOR', 9000, { kinds: ['PART'] })];
    const kinds = [line('LID', 1), line('MOTOR', 9001), line('OPENING', 1, { kind: 'DIAGNOSIS' })];
    expect(checkCharges(schedule, kinds, context()).map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['PART', 'ACCEPT'],
      ['PART', 'BLOCK'],
      ['DIAGNOSIS', 'BLOCK'],
    ]);
  });

  it('what the customer agreed to as a part stays agreed to, whatever the line is called when it is entered again', () => {
    const schedule = [fee('MOTOR', 9000, { kinds: ['PART'] })];
    const consents = [{ code: 'MOTOR', kind: 'PART' as const, amount: 5000 }];
    for (const kind of [undefined, 'FEE', 'PART', 'DIAGNOSIS'] as const) {
      expect(verdicts(schedule, [line('MOTOR', 5000, { kind })], { consents })).toEqual(['ACCEPT']);
    }
    // nobody asked about an add-on, nor about a part when it was agreed to as a fee
    expect(verdicts(schedule, [line('MOTOR', 5000, { kind: 'ADD_ON' })], { consents })).toEqual(['NEEDS_CONSENT']);
    expect(verdicts(schedule, [line('MOTOR', 5000)], agreedTo('MOTOR', 5000))).toEqual(['NEEDS_CONSENT']);
  });

  it('takes a row of a promise with its kind', () => {
    const row = { code: 'MOTOR', label: 'Motor', kind: 'PART', mode: 'CAP', amount: 9000, consent: true } as const;
    expect(feeOf(row)).toEqual(fee('MOTOR', 9000, { label: 'Motor', consent: true, kinds: ['PART'] }));
    // a schedule that was frozen with blanks around its codes
    expect(feeOf({ ...row, code: ' MOTOR ' })).toEqual(feeOf(row));
  });

  it('what the schedule asks is asked, whatever the lines are called, and so is what the caller adds', () => {
    const asked = (schedule: DisclosedFee[], lines: ChargeLine[], given: ChargeContext) =>
      checkCharges(schedule, lines, { ...given, consents: [] }).map(({ trace }) => trace.map(({ code }) => code));
    fc.assert(
      fc.property(anySchedule, anyLines, anyContext, (schedule, lines, given) => {
        const said = asked(schedule, lines, given);
        const plain = schedule.map((each) => ({ ...each, kinds: ['FEE' as const] }));
        const [byCaller, bySchedule] = [
          asked(plain, lines, given),
          asked(
            schedule,
            lines.map((each) => ({ ...each, kind: undefined })),
            given,
          ),
        ];
        // entered again as it was kept, nothing is lost and nothing added
        const kept = checkCharges(schedule, lines, given).map(({ kind }, index) => ({ ...lines[index]!, kind }));
        expect(asked(schedule, kept, given)).toEqual(said);
        said.forEach((codes, index) => {
          expect(codes).toEqual(expect.arrayContaining([...byCaller[index]!, ...bySchedule[index]!]));
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('no order of schedules loses a question that one of them alone would ask', () => {
    fc.assert(
      fc.property(anySchedule, anySchedule, anyLines, anyContext, (one, other, lines, given) => {
        // one line at a time: a lower cap may block what another schedule would ask about
        for (const each of lines) {
          const ask = (schedule: DisclosedFee[]) => checkCharges(schedule, [each], { ...given, consents: [] })[0]!;
          const merged = [ask(kindestFees([...one, ...other])), ask(kindestFees([...other, ...one]))];
          expect(merged[0]!.verdict).toBe(merged[1]!.verdict);
          const alone = [one, other].some((schedule) => ask(schedule).verdict === 'NEEDS_CONSENT');
          if (alone) expect(merged[0]!.verdict).not.toBe('ACCEPT');
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
