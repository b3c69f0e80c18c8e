import { describe, expect, it } from 'vitest';
import { undeliveredOf } from './undelivered.ts';

type Task = Parameters<typeof undeliveredOf>[0];

const GOODS = [
  { code: 'K1', quantity: 6 },
  { code: 'K1', quantity: 11 },
  { code: 'K2', quantity: 1 },
];
let count = 0;
const task = (
  kind: Task['kind'],
  status: Task['status'],
  pieces: Record<string, number>,
  more?: Partial<Task>,
): Task => ({
  id: `${++count}`,
  kind,
  termId: kind,
  ordinal: 1,
  codes: Object.keys(pieces),
  pieces,
  status,
  ...more,
});
const of = (it: Task, ...others: Task[]) => undeliveredOf(it, [it, ...others], GOODS);

describe('C14, C15 goods with which something is done are there', () => {
  it('C15 while their delivery is open they are not', () => {
    for (const status of ['OPEN', 'SCHEDULED'] as const) {
      const brought = task('DELIVERY', status, { K1: 17, K2: 1 });
      for (const kind of ['INSTALLATION', 'TRAINING', 'MAINTENANCE'] as const) {
        expect(of(task(kind, 'OPEN', { K2: 1 }), brought)).toEqual(['K2']);
      }
      for (const kind of ['PACKAGING', 'DELIVERY', 'EXTRAS'] as const) {
        expect(of(task(kind, 'OPEN', { K2: 1 }), brought)).toEqual([]);
      }
    }
  });

  it('C14 once they came, were called off, or nobody promised to bring them, nothing is awaited', () => {
    const install = task('INSTALLATION', 'OPEN', { K1: 17, K2: 1 });
    expect(of(install)).toEqual([]);
    expect(of(install, task('DELIVERY', 'DONE', { K1: 17 }), task('DELIVERY', 'CANCELLED', { K2: 1 }))).toEqual([]);
    expect(of(install, task('DELIVERY', 'DONE', { K1: 17 }), task('DELIVERY', 'OPEN', { K2: 1 }))).toEqual(['K2']);
  });

  it('C14, C15 pieces that came are enough for those that were sold with them, and once only', () => {
    const came = task('DELIVERY', 'DONE', { K1: 6 });
    const open = task('DELIVERY', 'OPEN', { K1: 11 });
    const [first, second] = [task('INSTALLATION', 'OPEN', { K1: 6 }), task('INSTALLATION', 'OPEN', { K1: 11 })];
    expect(of(first, second, came, open)).toEqual([]);
    expect(of(second, first, came, open)).toEqual(['K1']);
    const again = task('INSTALLATION', 'OPEN', { K1: 6 });
    expect(of(again, { ...first, status: 'DONE' }, came, open)).toEqual(['K1']);
    // what was done with them in another way, or the time before, takes none of them away
    expect(of(again, task('TRAINING', 'DONE', { K1: 6 }), came, open)).toEqual([]);
    expect(of(again, task('INSTALLATION', 'DONE', { K1: 6 }, { ordinal: 2 }), came, open)).toEqual([]);
  });

  it('C15 a task that is for no piece, or of which the pieces were not kept', () => {
    const open = task('DELIVERY', 'OPEN', { K2: 1 });
    expect(of(task('TRAINING', 'OPEN', { K2: 0 }), open)).toEqual([]);
    expect(of(task('TRAINING', 'OPEN', { K2: 1 }, { pieces: null }), open)).toEqual(['K2']);
  });
});
