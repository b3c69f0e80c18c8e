import { describe, expect, it } from 'vitest';
import { workedFor } from './taken-back.ts';

type Task = Parameters<typeof workedFor>[0][number];

const task = (pieces: Record<string, number>, more: Partial<Task> = {}): Task => ({
  kind: 'DELIVERY',
  status: 'OPEN',
  ordinal: 1,
  codes: Object.keys(pieces),
  pieces,
  scheduledFor: null,
  checklist: [{ done: false }],
  parts: [],
  cancelledReason: null,
  ...more,
});
const done = (pieces: Record<string, number>, more: Partial<Task> = {}) => task(pieces, { status: 'DONE', ...more });

/** One piece of K1 stays, of which the import brought three, and one of K2. */
const BACK = { brought: { K1: 3, K2: 1 }, stays: { K1: 1 } };

describe('C4 work for goods that an import alone brought', () => {
  it('C4 is what is done, called off, ticked, agreed on or put in for them', () => {
    const ticked = [{ done: true }];
    const worked = [
      done({ K1: 1, K2: 1 }),
      task({ K2: 1 }, { status: 'CANCELLED', cancelledReason: 'They fetch it' }),
      task({ K2: 1 }, { checklist: ticked }),
      task({ K2: 1 }, { status: 'SCHEDULED', scheduledFor: '2011-12-12T09:00:00Z' }),
      task({ K2: 1 }, { parts: ['A filter'] }),
    ];
    for (const each of worked) expect(workedFor([each], BACK)).toEqual([each]);
    expect(workedFor([task({ K2: 1 }), task({ K2: 1 }, { status: 'CANCELLED' })], BACK)).toEqual([]);
  });

  it('C4 counts pieces: those that stay are served first', () => {
    const [first, more] = [done({ K1: 1 }), done({ K1: 3 })];
    expect(workedFor([first], BACK)).toEqual([]);
    expect(workedFor([first, task({ K1: 3 })], BACK)).toEqual([]);
    expect(workedFor([first, more], BACK)).toEqual([more]);
    expect(workedFor([done({ K1: 4 })], BACK)).toHaveLength(1);
    // another visit, and another kind of task, are for the same pieces again
    expect(workedFor([first, done({ K1: 1 }, { ordinal: 2 }), done({ K1: 1 }, { kind: 'EXTRAS' })], BACK)).toEqual([]);
  });

  it('C4 leaves out goods that the import did not bring', () => {
    expect(workedFor([done({ K3: 1 })], BACK)).toEqual([]);
    expect(workedFor([done({ K3: 5 })], { ...BACK, stays: { K3: 2 } })).toEqual([]);
  });

  it('C4 where pieces were not kept, is for those that stay where there are any', () => {
    const old = { pieces: null };
    expect(workedFor([done({ K1: 0 }, old)], BACK)).toEqual([]);
    expect(workedFor([done({ K2: 0 }, old)], BACK)).toHaveLength(1);
    const more = done({ K1: 3 });
    expect(workedFor([done({ K1: 0 }, old), more], BACK)).toEqual([more]);
  });

  it('C20 what was owed beside goods is for them', () => {
    const beside = done({ K2: 0 }, { kind: 'EXTRAS' });
    expect(workedFor([beside], BACK)).toEqual([beside]);
    expect(workedFor([done({ K1: 1 }, { kind: 'EXTRAS' }), done({ K1: 0 }, { kind: 'EXTRAS' })], BACK)).toEqual([]);
  });
});
