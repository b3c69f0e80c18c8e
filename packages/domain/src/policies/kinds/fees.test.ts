import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { worsenings } from '../compare.ts';
import { sentenceOf } from '../sentences/sentence.ts';
import { fees, feesOf } from './fees.ts';
import { derivedWorsenings } from './worsenings.ts';

const diagnosis = { code: 'DIAG', label: 'Diagnosis', kind: 'DIAGNOSIS', mode: 'AMOUNT', amount: 2000, consent: false };
const labour = { code: 'LABOUR', label: 'Labour', kind: 'FEE', mode: 'CAP', amount: 9000, consent: true };
const motor = { code: 'MOTOR', label: 'Motor', kind: 'PART', mode: 'CAP', amount: 8000, consent: false };
const term = { rows: [diagnosis, labour], partShare: 30, addOnsUpToDiscount: true };
const purchase = { at: '2026-01-31', boughtOn: '2026-01-31', code: '22423', value: 1000 };

const worse = (after: object) =>
  fees
    .worse(term, { ...term, ...after }, derivedWorsenings(fees.params, term, { ...term, ...after }))
    .map(({ field, row, cell }) => [field, row, cell].filter(Boolean).join('.'));

describe('fees: the disclosed schedule (C7)', () => {
  it('discloses every charge with its amount or cap, in the currency of the version', () => {
    expect(sentenceOf(fees.promise(term, 'GBP'), 'en')).toBe(
      'Only this can be charged: Diagnosis: £20.00 (looking at the fault); Labour: at most £90.00, only after the customer agreed. ' +
        'A part that costs more than 30% of the purchase is pointed out first. ' +
        'Add-ons that together cost more than the discount that was given are pointed out first.',
    );
    expect(sentenceOf(fees.promise(term, 'CNY'), 'zh-Hans')).toBe(
      '只会收取下列费用：Diagnosis：¥20.00（检测费）；Labour：最高 ¥90.00（须先经客户同意）。零件费用超过购买金额的 30% 时，会事先说明。加购费用合计超过已给的折扣时，会事先说明。',
    );
    expect(sentenceOf(fees.promise({ ...term, rows: [], addOnsUpToDiscount: false }, 'GBP'), 'zh-Hant')).toBe(
      '除售價外不收取任何費用。零件費用超過購買金額的 30% 時，會事先說明。',
    );
    const none = { ...term, rows: [], addOnsUpToDiscount: false };
    expect(sentenceOf(fees.promise(none, 'GBP'), 'en')).toBe(
      'Nothing is charged beyond the price. A part that costs more than 30% of the purchase is pointed out first.',
    );
    expect(sentenceOf(fees.promise(none, 'CNY'), 'zh-Hans')).toBe(
      '除售价外不收取任何费用。零件费用超过购买金额的 30% 时，会事先说明。',
    );
    const [listed] = fees.judge(none, {}, purchase, '2026-01-31', judgeContext()).steps;
    expect(['en', 'zh-Hant', 'zh-Hans'].map((language) => sentenceOf(listed!, language as 'en'))).toEqual([
      'No charge was disclosed, so none can be made.',
      '事先未告知任何費用，因此不得收費。',
      '事先未告知任何费用，因此不得收费。',
    ]);
  });

  it('gives the schedule to whoever holds a bill against it', () => {
    expect(feesOf(fees.readParams(term, [])).rows).toEqual([diagnosis, labour]);
    const verdict = fees.judge(term, {}, purchase, '2026-02-01', judgeContext({ currency: 'EUR' }));
    expect(verdict).toMatchObject({
      outcome: 'ALLOWED',
      result: { schedule: [diagnosis, labour], currency: 'EUR', partShare: 30, addOnsUpToDiscount: true },
    });
    expect(sentenceOf(verdict.steps.at(-1)!, 'en')).toBe('2 charges were disclosed; no other can be made.');
    expect(sentenceOf(verdict.steps.at(-1)!, 'zh-Hant')).toBe('事先已告知 2 項費用；不得收取其他費用。');
    expect(sentenceOf(verdict.steps.at(-1)!, 'zh-Hans')).toBe('事先已告知 2 项费用；不得收取其他费用。');
  });

  it('says of a charge what it is, where that is more than a fee', () => {
    const wax = { ...motor, code: 'WAX', label: 'Wax', kind: 'ADD_ON', consent: true };
    const said = (language: 'en') => sentenceOf(fees.promise({ ...term, rows: [motor, wax] }, 'TWD'), language);
    expect(said('en')).toContain('Motor: at most NT$80.00 (part); Wax: at most NT$80.00 (add-on), only after the');
    expect(said('zh-Hant' as 'en')).toContain(
      'Motor：最高 $80.00（零件）；Wax：最高 $80.00（加購項目，須先經客戶同意）',
    );
    expect(said('zh-Hans' as 'en')).toContain('（零件）；');
  });

  it('S2 a schedule that was stored before charges had a kind holds plain fees, and is told as it was', () => {
    const { kind: _, ...stored } = labour;
    expect(feesOf(fees.readParams({ ...term, rows: [stored] }, [])).rows).toEqual([labour]);
    const said = (rows: object[]) => sentenceOf(fees.promise({ ...term, rows }, 'GBP'), 'en');
    expect(said([stored])).toBe(said([labour]));
    expect(said([labour])).toContain('Labour: at most £90.00, only after the customer agreed. ');
  });

  it.each([
    ['FEE', 'PART', true],
    ['FEE', 'ADD_ON', true],
    ['FEE', 'DIAGNOSIS', false],
    ['DIAGNOSIS', 'FEE', false],
    ['DIAGNOSIS', 'PART', true],
    ['DIAGNOSIS', 'ADD_ON', true],
    ['PART', 'PART', false],
    ['PART', 'FEE', true],
    ['PART', 'DIAGNOSIS', true],
    ['PART', 'ADD_ON', true],
    ['ADD_ON', 'FEE', true],
    ['ADD_ON', 'PART', true],
    ['ADD_ON', 'DIAGNOSIS', true],
  ])('S2 %s becomes %s: a question less is a promise of less: %s (S11)', (was, is, less) => {
    const of = (kind: string) => ({ ...term, rows: [labour, { ...motor, kind }] });
    expect(worsenings(fees, of(was), of(is))).toEqual(
      less ? [{ field: 'rows', row: 'MOTOR', named: 'Motor', cell: 'kind', before: was, after: is }] : [],
    );
  });

  it('a part that is no longer charged has no question to lose', () => {
    expect(worsenings(fees, { ...term, rows: [motor] }, { ...term, rows: [labour] })).toMatchObject([
      { row: 'LABOUR' },
    ]);
    expect(worsenings(fees, { ...term, rows: [motor] }, { ...term, rows: [] })).toEqual([]);
  });

  it.each([
    ['a charge twice', [diagnosis, diagnosis], 'DUPLICATE_ROW', ['rows', '1', 'code']],
    ['a charge without a code', [{ ...diagnosis, code: ' ' }], 'TERM_OUT_OF_RANGE', ['rows', '0', 'code']],
    ['a charge nobody can name', [{ ...diagnosis, label: '' }], 'TERM_OUT_OF_RANGE', ['rows', '0', 'label']],
    ['a negative amount', [{ ...diagnosis, amount: -1 }], 'TERM_OUT_OF_RANGE', ['rows', '0', 'amount']],
    ['half a penny', [{ ...diagnosis, amount: 0.5 }], 'TERM_OUT_OF_RANGE', ['rows', '0', 'amount']],
    ['a line break in a name', [{ ...diagnosis, label: 'a\nb' }], 'TERM_OUT_OF_RANGE', ['rows', '0', 'label']],
    ['an unknown kind', [{ ...diagnosis, kind: 'GIFT' }], 'TERM_OUT_OF_RANGE', ['rows', '0', 'kind']],
    ['an unknown way to charge', [{ ...diagnosis, mode: 'GUESS' }], 'TERM_OUT_OF_RANGE', ['rows', '0', 'mode']],
    ['no word on consent', [{ ...diagnosis, consent: undefined }], 'TERM_FIELD_MISSING', ['rows', '0', 'consent']],
    ['no list', 'all of them', 'TERM_OUT_OF_RANGE', ['rows']],
  ])('refuses %s by the path of its cell', (_what, rows, code, path) => {
    expect(() => fees.readParams({ ...term, rows }, [])).toThrow(expect.objectContaining({ code, path }));
  });

  it.each([
    ['a new charge', { rows: [diagnosis, labour, { ...labour, code: 'VISIT' }] }, ['rows.VISIT']],
    ['a higher amount', { rows: [{ ...diagnosis, amount: 2001 }, labour] }, ['rows.DIAG.amount']],
    ['a cap that becomes a flat amount', { rows: [diagnosis, { ...labour, mode: 'AMOUNT' }] }, ['rows.LABOUR.mode']],
    ['no consent any more', { rows: [diagnosis, { ...labour, consent: false }] }, ['rows.LABOUR.consent']],
    ['a dearer part before anybody says so', { partShare: 31 }, ['partShare']],
    ['dear add-ons', { addOnsUpToDiscount: false }, ['addOnsUpToDiscount']],
    ['a charge less', { rows: [labour] }, []],
    ['less of everything', { rows: [{ ...diagnosis, amount: 0, consent: true, mode: 'CAP' }], partShare: 0 }, []],
    ['another name', { rows: [{ ...diagnosis, label: 'Any fault, also ours' }, labour] }, ['rows.DIAG.label']],
    ['blanks around a name', { rows: [{ ...diagnosis, label: ' Diagnosis ' }, labour] }, []],
    ['blanks around a code', { rows: [{ ...diagnosis, code: ' DIAG', amount: 2001 }, labour] }, ['rows.DIAG.amount']],
    ['blanks and another kind', { rows: [{ ...diagnosis, code: 'DIAG ', kind: 'PART' }, labour] }, ['rows.DIAG.kind']],
  ])('%s: worse in %j (S11)', (_what, after, fields) => {
    expect(worse(after)).toEqual(fields);
  });

  it('is a burden: who has none is better off', () => {
    expect(fees.burden).toBe(true);
  });
});
