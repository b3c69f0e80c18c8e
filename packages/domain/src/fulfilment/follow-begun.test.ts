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
