import { planned, task as tasked } from '@perennial/testkit/fulfilment/some-tasks';
import { describe, expect, it } from 'vitest';
import { followPlan } from './follow.ts';

/** One piece of each of its goods. */
const task = (id: string, codes: string[], more: Parameters<typeof tasked>[2] = {}) =>
  tasked(id, codes, { pieces: Object.fromEntries(codes.map((code) => [code, 1])), ...more });

describe('C4, C20 goods that come once somebody worked on what is open', () => {
  const given = (codes: string[], ...tasks: ReturnType<typeof task>[]) =>
    followPlan([planned('d', codes)], tasks).wanted.map(({ planned: each, task: found }) => [
      each.codes.join(' '),
      found?.id ?? null,
    ]);
  const item = (done: boolean) => ({ text: 'Level it', done });
  const begun = [{ checklist: [item(true)] }, { parts: ['A filter'] }, { scheduledFor: '2026-04-02T09:00:00Z' }];

  it('C4 get a task of their own, which those that come after them go along with', () => {
    for (const more of begun) {
      for (const status of ['OPEN', 'CANCELLED'] as const) {
        const first = task('1', ['A'], { status, ...more });
        expect(given(['A', 'B'], first)).toEqual([
          ['A', '1'],
          ['B', null],
        ]);
        const second = task('2', ['B'], { checklist: [item(false)] });
        expect(given(['A', 'B', 'C'], first, second).toSorted()).toEqual([
          ['A', '1'],
          ['B C', '2'],
        ]);
      }
    }
    expect(given(['A', 'B'], task('1', ['A'], { checklist: [item(false)] }))).toEqual([['A B', '1']]);
  });

  it('C4 and what somebody worked on follows a move with the goods that it is for', () => {
    for (const more of begun) {
      const first = task('1', ['A', 'B'], { termId: 'former', ...more });
      expect(given(['A', 'B'], first)).toEqual([['A B', '1']]);
    }
  });
});

describe('C4, C14, C20 what is promised with goods that come later than others', () => {
  const lot = (code: string, dueOn: string, more = {}) => {
    return { code, pieces: 1, deliveredOn: null, thereOn: dueOn, dueOn, ...more };
  };
  const extras = { kind: 'EXTRAS' as const };
  const given = (lots: ReturnType<typeof lot>[], tasks: ReturnType<typeof task>[], kind: object = extras) => {
    const codes = lots.map(({ code }) => code);
    const { wanted } = followPlan([planned('d', codes, { lots, ...kind })], tasks);
    return wanted.map(({ planned: { codes: its, dueOn }, task: found }) => [its.join(' '), dueOn, found?.id ?? null]);
  };
  const [first, second] = [task('1', ['A'], extras), task('2', ['B'], extras)];
  const [a, b] = [lot('A', '2026-04-03', { deliveredOn: '2026-04-03' }), lot('B', '2026-05-13')];

  it('C4, C20 extras are not due with those of the others, and go along with what comes with them', () => {
    expect(given([a, lot('C', '2026-04-03')], [first])).toEqual([['A C', '2026-04-03', '1']]);
    expect(given([a, b], [first])).toEqual([
      ['A', '2026-04-03', '1'],
      ['B', '2026-05-13', null],
    ]);
    expect(given([a, b, lot('C', '2026-05-13')], [first, second])).toEqual([
      ['A', '2026-04-03', '1'],
      ['B C', '2026-05-13', '2'],
    ]);
  });

  it('C14, C18 nor is what else is done with goods where they are; what is due once they are there is done for all', () => {
    const install = { kind: 'INSTALLATION' as const };
    expect(given([a, b], [task('1', ['A'], install)], install)).toEqual([
      ['A', '2026-04-03', '1'],
      ['B', '2026-05-13', null],
    ]);
    const visit = { kind: 'MAINTENANCE' as const };
    const [yearly, later] = [lot('A', '2027-04-03'), lot('B', '2027-05-13', { thereOn: '2026-05-13' })];
    expect(given([yearly, later], [task('1', ['A'], visit)], visit)).toEqual([['A B', '2027-04-03', '1']]);
    const deliver = { kind: 'DELIVERY' as const };
    expect(given([a, b], [task('1', ['A'], deliver)], deliver)).toEqual([['A B', '2026-04-03', '1']]);
  });

  it('C4, C20 nor are those of goods of which nobody knows when they come, but with one another', () => {
    const never = (code: string) => lot(code, '2026-04-02', { dayless: true });
    expect(given([a, never('B')], [first])).toEqual([
      ['A', '2026-04-03', '1'],
      ['B', '2026-04-02', null],
    ]);
    expect(given([never('A'), never('B')], [first])).toEqual([['A B', '2026-04-02', '1']]);
  });
});
