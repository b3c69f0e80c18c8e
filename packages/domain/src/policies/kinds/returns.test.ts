import { judgeContext } from '@perennial/testkit/policies/arbitrary-terms';
import { describe, expect, it } from 'vitest';
import { returns } from './returns.ts';

const purchase = { at: '2010-12-01', boughtOn: '2010-12-01', code: '22423', value: 1000 };
const term = { days: 30, openedAllowed: true, countedFrom: 'PURCHASE', reviewFrom: 101 };
const context = judgeContext();

describe('returns: a no-questions window (C10)', () => {
  it.each([
    ['2010-12-01', 'ALLOWED'],
    ['2010-12-30', 'ALLOWED'],
    ['2010-12-31', 'ALLOWED'],
    ['2011-01-01', 'REFUSED'],
  ])('30 days after 1 December, on %s: %s (the last day counts, the first does not)', (on, outcome) => {
    expect(returns.judge(term, {}, purchase, on, context)).toMatchObject({
      outcome,
      countedFrom: '2010-12-01',
      deadline: '2010-12-31',
    });
  });

  it('says by how many days it is late', () => {
    const { steps } = returns.judge(term, {}, purchase, '2011-01-10', context);
    expect(steps.at(-1)).toEqual({
      code: 'RETURNS_LATE',
      params: { on: '2011-01-10', deadline: '2010-12-31', daysLate: 10 },
    });
  });

  it('refuses opened goods only where the promise excludes them', () => {
    expect(returns.judge(term, { opened: true }, purchase, '2010-12-02', context).outcome).toBe('ALLOWED');
    const strict = { ...term, openedAllowed: false };
    expect(returns.judge(strict, { opened: true }, purchase, '2010-12-02', context).outcome).toBe('REFUSED');
    expect(returns.judge(strict, {}, purchase, '2010-12-02', context).outcome).toBe('ALLOWED');
  });

  it('counts from the delivery where that was promised', () => {
    const delivered = { ...purchase, deliveredOn: '2010-12-20' };
    const verdict = returns.judge({ ...term, countedFrom: 'DELIVERY' }, {}, delivered, '2011-01-19', context);
    expect(verdict).toMatchObject({ outcome: 'ALLOWED', countedFrom: '2010-12-20', deadline: '2011-01-19' });
  });

  it('never refuses by a delivery nobody can show', () => {
    const verdict = returns.judge({ ...term, countedFrom: 'DELIVERY' }, {}, purchase, '2019-01-01', context);
    expect(verdict).toMatchObject({ outcome: 'ALLOWED', countedFrom: null, deadline: null });
    expect(verdict.steps.map((s) => s.code)).toEqual(['DELIVERY_UNKNOWN']);
  });

  it.each([0, -1, 3651, 1.5, '30', null])('a window of %s days names the field and the range', (days) => {
    expect(() => returns.readParams({ ...term, days }, ['terms', '0', 'params'])).toThrow(
      expect.objectContaining({
        code: days === null ? 'TERM_FIELD_MISSING' : 'TERM_OUT_OF_RANGE',
        path: ['terms', '0', 'params', 'days'],
        message: expect.stringMatching(/days .*1 to 3650/),
      }),
    );
  });

  it.each([1, 3650])('a window of %s days is within the range', (days) => {
    expect(returns.readParams({ ...term, days }, [])).toEqual({ ...term, days });
  });

  it('refuses a claim that says something the kind does not know', () => {
    expect(() => returns.judge(term, { mood: 'bad' }, purchase, '2010-12-02', context)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_TERM_FIELD', path: ['claim', 'details', 'mood'] }),
    );
  });
});
