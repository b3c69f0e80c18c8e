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
import { LANGUAGES } from '../shared/language.ts';
import { CHARGE_KINDS, type ChargeKind } from '../policies/kinds/charge-kinds.ts';
import { checkCharges, mostFor } from './charges.ts';
import { kindestFees, type DisclosedFee } from './fee-schedule.ts';
import { includedIn, type DecidedLine, type Included } from './included.ts';
import { claimSentencesOf } from './sentences.ts';

const decided = (result: DecidedLine['result'], more: Partial<DecidedLine> = {}): DecidedLine => ({
  outcome: 'ALLOWED',
  termKind: 'maintenance',
  result,
  ...more,
});
const full = { everywhere: 0, somewhere: 0 };
const nothing: Included = { parts: 'NONE', labour: false, carriage: false, partsOff: full };
const anyIncluded = fc.record({
  parts: fc.constantFrom('ALL' as const, 'SOME' as const, 'NONE' as const),
  labour: fc.boolean(),
  carriage: fc.boolean(),
  partsOff: fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
    .map(([one, other]) => ({ everywhere: Math.min(one, other), somewhere: Math.max(one, other) })),
});

describe('S2 what the promise includes is not charged a second time', () => {
  it('is read off what was decided, of allowed lines only', () => {
    const whole = decided({ partsIncluded: true, labourIncluded: true });
    expect(includedIn([whole])).toMatchObject({ parts: 'ALL', labour: true, carriage: false });
    expect(includedIn([whole, decided({})])).toEqual({ ...nothing, parts: 'SOME', labour: true });
    expect(includedIn([decided({ partsIncluded: false, labourIncluded: false, freeOfCharge: false })])).toEqual(
      nothing,
    );
    expect(includedIn([{ ...whole, outcome: 'REFUSED' }])).toEqual(nothing);
    expect(includedIn([])).toEqual(nothing);
    const free = { freeOfCharge: true };
    expect(includedIn([decided(free, { termKind: 'delivery' })])).toEqual({ ...nothing, carriage: true });
    expect(includedIn([decided(free, { termKind: 'installation' })])).toEqual({ ...nothing, labour: true });
  });

  const schedule = [
    fee('FILTER', 900, { kinds: ['PART'] }),
    fee('WORK', 900),
    fee('LOOK', 900, { kinds: ['DIAGNOSIS'] }),
    fee('WAX', 400, { kinds: ['ADD_ON'] }),
  ];
  const lines = schedule.map(({ code }) => line(code, 100));
  const said = (included: Partial<Included>, more = {}) =>
    verdicts(schedule, lines, { included: { ...nothing, ...included }, ...more });

  it('a part of included parts is blocked, agreed to or not, whatever it is called', () => {
    expect(said({ parts: 'ALL' })).toEqual(['BLOCK', 'ACCEPT', 'ACCEPT', 'ACCEPT']);
    expect(said({ parts: 'ALL' }, { consents: [{ code: 'FILTER', kind: 'PART', amount: 100 }] })[0]).toBe('BLOCK');
    const included = { ...nothing, parts: 'ALL' } as const;
    expect(verdicts(schedule, [line('FILTER', 0, { kind: 'FEE' })], { included })).toEqual(['BLOCK']);
    expect(verdicts(schedule, [line('WORK', 1, { kind: 'PART' })], { included })).toEqual(['BLOCK']);
    // that nobody could know of it comes first
    expect(codes([], [line('FILTER', 1, { kind: 'PART' })], { included })).toEqual(['CHARGE_UNDISCLOSED']);
  });

  it('where parts are included for some goods of the claim only, the customer is asked', () => {
    expect(said({ parts: 'SOME' })).toEqual(['NEEDS_CONSENT', 'ACCEPT', 'ACCEPT', 'ACCEPT']);
  });

  it('a plain fee is asked about where work or carriage are included; parts and add-ons are no work', () => {
    const asked = ['ACCEPT', 'NEEDS_CONSENT', 'NEEDS_CONSENT', 'ACCEPT'];
    expect([said({ labour: true }), said({ carriage: true })]).toEqual([asked, asked]);
    expect(said({})).toEqual(['ACCEPT', 'ACCEPT', 'ACCEPT', 'ACCEPT']);
    expect(said({ labour: true }, agreedTo('WORK', 100))[1]).toBe('ACCEPT');
  });

  it('no name takes the question away that a charge has as what it was disclosed as', () => {
    const asked = (kinds: DisclosedFee['kinds'], kind?: ChargeKind) =>
      codes([fee('POST', 900, { kinds })], [line('POST', 100, { kind })], { included: { ...nothing, labour: true } });
    const plain = [undefined, ...CHARGE_KINDS].flatMap((kind) =>
      (['FEE', 'DIAGNOSIS'] as const).map((as) => asked([as], kind)),
    );
    for (const said of plain) expect(said).toContain('CHARGE_PERHAPS_INCLUDED');
    expect(CHARGE_KINDS.map((kind) => asked(['PART'], kind).includes('CHARGE_PERHAPS_INCLUDED'))).not.toContain(true);
  });

  it('nor does a second promise that calls it a part', () => {
    fc.assert(
      fc.property(anySchedule, anySchedule, anyLines, anyContext, anyIncluded, (one, other, lines, given, included) => {
        for (const each of lines) {
          const ask = (schedule: DisclosedFee[]) =>
            checkCharges(schedule, [each], { ...given, included, consents: [] })[0]!.verdict;
          const alone = [one, other].some((schedule) => ask(schedule) === 'NEEDS_CONSENT');
          if (alone) expect(ask(kindestFees([...one, ...other]))).not.toBe('ACCEPT');
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('C18 what is let off on parts is read off what was decided, too', () => {
    const off = (...lines: DecidedLine[]) => includedIn(lines).partsOff;
    expect(off(decided({ partsDiscount: 20 }))).toEqual({ everywhere: 20, somewhere: 20 });
    expect(off(decided({ partsDiscount: 20, alsoPartsOff: 30 }))).toEqual({ everywhere: 30, somewhere: 30 });
    expect(off(decided({ partsDiscount: 20 }), decided({ partsDiscount: 50 }))).toEqual({
      everywhere: 20,
      somewhere: 50,
    });
    expect(off(decided({ partsDiscount: 20 }), decided({}))).toEqual({ everywhere: 0, somewhere: 20 });
    expect(off(decided({ partsDiscount: 20 }, { outcome: 'REFUSED' }))).toEqual(full);
    // of included parts nothing is left to pay, and the other line says what is
    expect(off(decided({ partsIncluded: true, partsDiscount: 40 }), decided({ partsDiscount: 20 }))).toEqual({
      everywhere: 20,
      somewhere: 20,
    });
    expect(off()).toEqual(full);
  });

  it('C18 a part is charged with what was promised off it, rounded for the customer; in portions as well', () => {
    const off = (everywhere: number, somewhere = everywhere) => ({
      included: { ...nothing, partsOff: { everywhere, somewhere } },
    });
    const cheap = { ...off(20), purchaseValue: 1_000_000 };
    expect(verdicts(schedule, [line('FILTER', 720)], cheap)).toEqual(['ACCEPT']);
    expect(verdicts(schedule, [line('FILTER', 721)], cheap)).toEqual(['BLOCK']);
    expect(verdicts([fee('FILTER', 999, { kinds: ['PART'] })], [line('FILTER', 800)], cheap)).toEqual(['BLOCK']);
    expect(verdicts(schedule, [line('FILTER', 700), line('FILTER', 21)], cheap)).toEqual(['ACCEPT', 'BLOCK']);
    // whatever the customer agreed to, and whatever else the guard would have asked
    expect(
      codes(schedule, [line('FILTER', 721)], { ...cheap, consents: [{ code: 'FILTER', kind: 'PART', amount: 900 }] }),
    ).toEqual(['CHARGE_PART_REDUCED']);
    expect(verdicts(schedule, [line('WORK', 900), line('WAX', 400)], cheap)).toEqual(['ACCEPT', 'ACCEPT']);
    expect(verdicts(schedule, [line('WORK', 900, { kind: 'PART' })], cheap)).toEqual(['BLOCK']);
    // for some of the goods only: a charge does not say which it is for
    const some = { ...off(10, 20), purchaseValue: 1_000_000 };
    expect(verdicts(schedule, [line('FILTER', 811)], some)).toEqual(['BLOCK']);
    expect(codes(schedule, [line('FILTER', 810)], some)).toEqual(['CHARGE_DISCLOSED', 'CHARGE_PART_PERHAPS_REDUCED']);
    expect(verdicts(schedule, [line('FILTER', 810)], some)).toEqual(['NEEDS_CONSENT']);
    expect(
      verdicts(schedule, [line('FILTER', 810)], { ...some, consents: [{ code: 'FILTER', kind: 'PART', amount: 810 }] }),
    ).toEqual(['ACCEPT']);
    expect(verdicts(schedule, [line('FILTER', 720)], some)).toEqual(['ACCEPT']);
  });

  it('C18 a part that may be charged is told with what is let off it, in every language', () => {
    const off = (everywhere: number) => ({ ...nothing, partsOff: { everywhere, somewhere: 20 } });
    const told = (percent: number, code: string, language: (typeof LANGUAGES)[number]) =>
      claimSentencesOf(
        checkCharges(schedule, [line(code, 1)], context({ included: off(percent) }))[0]!.trace.slice(0, 1),
        language,
      )[0];
    expect(LANGUAGES.map((language) => told(20, 'FILTER', language))).toEqual([
      '“FILTER” was disclosed before acceptance: at most £9.00; parts are 20% off by the promise that decides this claim, which makes at most £7.20.',
      '「FILTER」已事先公開：最多 £9.00；此案件所依的承諾給予零件減價 20%，最多 £7.20。',
      '“FILTER”已事先公开：最多 £9.00；此案件所依的承诺给予零件减价 20%，最多 £7.20。',
    ]);
    expect(told(0, 'FILTER', 'en')).toBe('“FILTER” was disclosed before acceptance: at most £9.00.');
    expect(told(20, 'WORK', 'en')).toBe('“WORK” was disclosed before acceptance: at most £9.00.');
  });

  it('C18 the schedule says what is left of it', () => {
    const off = { ...nothing, partsOff: { everywhere: 20, somewhere: 50 } };
    expect(schedule.map((each) => mostFor(each, off))).toEqual([720, 900, 900, 400]);
    expect(schedule.map((each) => mostFor(each, undefined))).toEqual([900, 900, 900, 400]);
  });

  it('C18 nothing that may be charged is ever dearer than that', () => {
    fc.assert(
      fc.property(anySchedule, anyLines, anyContext, anyIncluded, (schedule, lines, given, included) => {
        const checks = checkCharges(schedule, lines, { ...given, included });
        for (const each of schedule.filter(({ kinds }) => kinds.includes('PART'))) {
          const charged = lines
            .filter(({ code }, index) => code === each.code && checks[index]!.verdict !== 'BLOCK')
            .reduce((sum, { amount }) => sum + amount, 0);
          expect(charged * 100).toBeLessThanOrEqual(each.amount * (100 - included.partsOff.everywhere));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('says so in every language', () => {
    const included = { ...nothing, parts: 'ALL', labour: true, carriage: true } as const;
    const [filter, work] = checkCharges(schedule, lines, context({ included }));
    const [some] = checkCharges(schedule, lines, context({ included: { ...nothing, parts: 'SOME' } }));
    expect(filter!.trace.map(({ code }) => code)).toEqual(['CHARGE_INCLUDED']);
    const reduced = (partsOff: Included['partsOff']) =>
      checkCharges(schedule, [line('FILTER', 900)], context({ included: { ...nothing, partsOff } }))[0]!;
    const off = [reduced({ everywhere: 20, somewhere: 20 }), reduced({ everywhere: 0, somewhere: 20 })];
    expect(claimSentencesOf(off[0]!.trace, 'en')).toEqual([
      '“FILTER” is a part, and parts are 20% off by the promise that decides this claim: at most £7.20, not £9.00; lower it.',
    ]);
    for (const language of LANGUAGES) {
      for (const { trace } of [filter!, work!, some!, ...off]) {
        for (const sentence of claimSentencesOf(trace, language)) {
          expect(sentence).toMatch(language === 'en' ? /\.$/ : /。$/);
          expect(sentence).not.toMatch(/CHARGE_|LABOUR|PARTS|undefined|\[object/);
        }
      }
    }
    expect(claimSentencesOf(work!.trace, 'en').join(' ')).toContain('includes labour and carriage');
  });
});

describe('S2 what is dear stays dear on two claims', () => {
  const schedule = [
    fee('MOTOR', 9000, { kinds: ['PART'] }),
    fee('SEAL', 9000, { kinds: ['PART'] }),
    fee('WAX', 900, { kinds: ['ADD_ON'] }),
    fee('MAT', 900, { kinds: ['ADD_ON'] }),
    fee('VISIT', 9000),
  ];
  const beside = (...elsewhere: { code: string; amount: number; kind?: 'PART' | 'ADD_ON' }[]) => ({ elsewhere });

  it('a part counts with what of its code is charged elsewhere', () => {
    const said = (amount: number, more: object) => verdicts(schedule, [line('MOTOR', amount)], more);
    expect(said(2000, beside({ code: 'MOTOR', amount: 1000 }))).toEqual(['ACCEPT']);
    expect(said(2001, beside({ code: 'MOTOR', amount: 1000 }))).toEqual(['NEEDS_CONSENT']);
    expect(said(2001, beside({ code: 'SEAL', amount: 3000 }))).toEqual(['ACCEPT']);
    const agreed = { consents: [{ code: 'MOTOR', kind: 'PART' as const, amount: 2001 }] };
    expect(said(2001, { ...beside({ code: 'MOTOR', amount: 1000 }), ...agreed })).toEqual(['ACCEPT']);
  });

  it('as do add-ons, by whatever they were called there', () => {
    const said = (...elsewhere: Parameters<typeof beside>) =>
      verdicts(schedule, [line('WAX', 250)], beside(...elsewhere));
    expect(said({ code: 'MAT', amount: 250 })).toEqual(['ACCEPT']);
    expect(said({ code: 'MAT', amount: 251 })).toEqual(['NEEDS_CONSENT']);
    expect(said({ code: 'VISIT', amount: 251, kind: 'ADD_ON' })).toEqual(['NEEDS_CONSENT']);
    expect(said({ code: 'VISIT', amount: 251 })).toEqual(['ACCEPT']);
  });

  it('what is charged elsewhere is neither checked again nor counted against the cap of another visit', () => {
    expect(verdicts(schedule, [line('VISIT', 9000)], beside({ code: 'VISIT', amount: 9000 }))).toEqual(['ACCEPT']);
    expect(verdicts(schedule, [], beside({ code: 'HIDDEN', amount: 1 }))).toEqual([]);
  });
});
