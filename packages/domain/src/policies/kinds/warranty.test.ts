import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { warranty } from './warranty.ts';

const purchase = { at: '2011-01-31', boughtOn: '2011-01-31', code: '22423', value: 1000 };
const term = { months: 1, causes: ['DEFECT', 'TRANSPORT'], parts: [], transferable: false, countedFrom: 'PURCHASE' };
const context = judgeContext();

describe('warranty (C6)', () => {
  it.each([
    [1, '2011-02-28'],
    [12, '2012-01-31'],
    [13, '2012-02-29'],
  ])('%i months from 31 January end with %s', (months, deadline) => {
    expect(warranty.judge({ ...term, months }, {}, purchase, deadline, context)).toMatchObject({
      outcome: 'ALLOWED',
      deadline,
    });
  });

  it('the day after the last day is too late', () => {
    const verdict = warranty.judge(term, {}, purchase, '2011-03-01', context);
    expect(verdict.outcome).toBe('REFUSED');
    expect(verdict.steps.at(-1)).toMatchObject({ code: 'WARRANTY_EXPIRED', params: { daysLate: 1 } });
  });

  it.each([
    ['a cause that is not covered', { cause: 'WEAR' }, 'WARRANTY_CAUSE'],
    ['a new owner where it does not pass on', { newOwner: true }, 'WARRANTY_HOLDER'],
  ])('refuses %s', (_what, claim, code) => {
    const verdict = warranty.judge(term, claim, purchase, '2011-02-01', context);
    expect(verdict.outcome).toBe('REFUSED');
    expect(verdict.steps.at(-1)?.code).toBe(code);
  });

  it('passes to a new owner where that was promised', () => {
    expect(
      warranty.judge({ ...term, transferable: true }, { newOwner: true }, purchase, '2011-02-01', context).outcome,
    ).toBe('ALLOWED');
  });

  it('covers the named parts only, and everything when none is named', () => {
    const lid = { ...term, parts: ['lid'] };
    expect(warranty.judge(lid, { part: ['lid'] }, purchase, '2011-02-01', context).outcome).toBe('ALLOWED');
    expect(warranty.judge(lid, { part: ['handle'] }, purchase, '2011-02-01', context).outcome).toBe('REFUSED');
    for (const part of ['Lid', 'LID', 'lid ', ' Lid']) {
      expect(warranty.judge(lid, { part: [part] }, purchase, '2011-02-01', context).outcome).toBe('ALLOWED');
    }
    expect(warranty.judge(lid, {}, purchase, '2011-02-01', context).steps.at(-1)?.code).toBe('WARRANTY_PART_UNKNOWN');
    expect(warranty.judge(term, { part: ['handle'] }, purchase, '2011-02-01', context).outcome).toBe('ALLOWED');
  });

  it.each([
    ['months', 0],
    ['months', 601],
    ['causes', []],
    ['causes', ['RUST']],
    ['causes', ['DEFECT', 'DEFECT']],
    ['parts', ['']],
    ['transferable', 'yes'],
    ['countedFrom', 'BIRTH'],
  ])('%s = %j is refused by name', (field, value) => {
    expect(() => warranty.readParams({ ...term, [field]: value }, [])).toThrow(
      expect.objectContaining({ code: 'TERM_OUT_OF_RANGE', path: [field], params: expect.objectContaining({ field }) }),
    );
  });
});
