import { describe, expect, it } from 'vitest';
import { delivery } from './kinds/delivery.ts';
import { defaultsOf } from './kinds/form.ts';
import { installation } from './kinds/installation.ts';
import type { TermKind } from './kinds/kind.ts';
import { maintenance } from './kinds/maintenance.ts';
import { remedy } from './kinds/remedy.ts';
import { responseTarget } from './kinds/response-target.ts';
import { returns } from './kinds/returns.ts';
import { training } from './kinds/training.ts';
import { warranty } from './kinds/warranty.ts';
import { readTerms, type Term } from './terms.ts';
import { yearsAhead, yearsInWords } from './years-ahead.ts';

const term = (kind: TermKind, params: object = {}): Term =>
  readTerms([{ id: kind.kind, kind: kind.kind, params: { ...defaultsOf(kind.params), ...params } }])[0]!;

const clock = term(responseTarget, { clock: 'WORKING' });
const months = (count: number) => term(warranty, { months: count });

describe('C8 the years a promise reaches', () => {
  it('go to the end of the longest promise for what is bought on the last day', () => {
    const version = { effectiveFrom: '2026-03-01', effectiveTo: '2027-01-01' };
    expect(yearsAhead([clock, months(12)], version, [2026])).toEqual([2027]);
    // bought on 2026-12-31, and not on the day after
    expect(yearsAhead([clock, months(12)], version, [2026, 2027])).toEqual([]);
    expect(yearsAhead([clock, months(36), months(12)], version, [2026, 2028])).toEqual([2027, 2029]);
  });

  it('the last day of sale decides, not the first', () => {
    const version = { effectiveFrom: '2026-03-01', effectiveTo: '2028-06-01' };
    // bought on 2028-05-31 and promised for a year
    expect(yearsAhead([clock, months(12)], version, [])).toEqual([2026, 2027, 2028, 2029]);
    // ended on the day on which it began: the day before, of another year, is none of its days
    expect(yearsAhead([clock], { effectiveFrom: '2026-01-01', effectiveTo: '2026-01-01' }, [])).toEqual([2026]);
  });

  it('without an end they are those of a purchase on the first day', () => {
    const version = { effectiveFrom: '2026-03-01', effectiveTo: null };
    expect(yearsAhead([clock, months(12)], version, [2026])).toEqual([2027]);
    expect(yearsAhead([clock], version, [2026])).toEqual([]);
    expect(yearsAhead([clock], version, [])).toEqual([2026]);
    expect(yearsAhead([clock, months(12)], { ...version, effectiveTo: '2026-03-01' }, [2026])).toEqual([2027]);
  });

  it('are nothing to a version whose clocks never stop', () => {
    expect(yearsAhead([months(36)], { effectiveFrom: '2026-03-01', effectiveTo: null }, [])).toEqual([]);
  });

  it.each([
    ['warranty', term(warranty, { months: 24 }), '2028-03-01'],
    ['remedy by its repair', term(remedy, { refundDays: 7, replaceDays: 15, repairMonths: 12 }), '2027-03-01'],
    ['remedy by its exchange', term(remedy, { refundDays: 7, replaceDays: 400, repairMonths: 1 }), '2027-04-05'],
    ['remedy by its refund', term(remedy, { refundDays: 400, replaceDays: 7, repairMonths: 1 }), '2027-04-05'],
    ['maintenance', term(maintenance, { everyMonths: 6, visits: 3 }), '2027-09-01'],
    ['training', term(training, { withinDays: 31 }), '2026-04-01'],
    ['installation', term(installation, { withinDays: 31 }), '2026-04-01'],
    ['delivery', term(delivery, { withinDays: 31 }), '2026-04-01'],
    ['returns', term(returns, { days: 31 }), '2026-04-01'],
    ['an answer', clock, '2026-03-01'],
  ])('%s reaches its own day', (_, { kind, params }, day) => {
    const kinds = [delivery, installation, maintenance, remedy, responseTarget, returns, training, warranty];
    expect(kinds.find((each) => each.kind === kind)!.reach(params, '2026-03-01')).toBe(day);
  });

  it('are told as spans', () => {
    expect(yearsInWords([2027, 2028, 2029, 2031])).toBe('2027–2029, 2031');
    expect(yearsInWords([2027])).toBe('2027');
  });
});
