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
import { checkCharges } from './charges.ts';
import { kindestFees, type DisclosedFee } from './fee-schedule.ts';
import { includedIn, type DecidedLine, type Included } from './included.ts';
import { claimSentencesOf } from './sentences.ts';

const decided = (result: DecidedLine['result'], more: Partial<DecidedLine> = {}): DecidedLine => ({
  outcome: 'ALLOWED',
  termKind: 'maintenance',
  result,
  ...more,
});
const nothing: Included = { parts: 'NONE', labour: false, carriage: false };
const anyIncluded = fc.record({
  parts: fc.constantFrom('ALL' as const, 'SOME' as const, 'NONE' as const),
  labour: fc.boolean(),
  carriage: fc.boolean(),
});

describe('S2 what the promise includes is not charged a second time', () => {
  it('is read off what was decided, of allowed lines only', () => {
    const whole = decided({ partsIncluded: true, labourIncluded: true });
    expect(includedIn([whole])).toEqual({ parts: 'ALL', labour: true, carriage: false });
    expect(includedIn([whole, decided({})])).toEqual({ parts: 'SOME', labour: true, carriage: false });
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

  it('says so in every language', () => {
    const included = { parts: 'ALL', labour: true, carriage: true } as const;
    const [filter, work] = checkCharges(schedule, lines, context({ included }));
    const [some] = checkCharges(schedule, lines, context({ included: { ...nothing, parts: 'SOME' } }));
    expect(filter!.trace.map(({ code }) => code)).toEqual(['CHARGE_INCLUDED']);
    for (const language of LANGUAGES) {
      for (const { trace } of [filter!, work!, some!]) {
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
