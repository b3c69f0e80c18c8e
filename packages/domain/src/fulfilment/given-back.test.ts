import { describe, expect, it } from 'vitest';
import { followPlan } from './follow.ts';
import { isOwedNoMore, toCome } from './given-back.ts';
import { piecesIn, type Lot } from './pieces.ts';
import type { PlannedTask } from './plan.ts';
import type { FulfilmentTask } from './task.ts';

const lot = (pieces: number, gone = 0, deliveredOn: string | null = null): Lot => ({
  code: 'A',
  pieces,
  deliveredOn,
  dueOn: '2026-04-06',
  gone,
});

const planned = (lots: Lot[], more: Partial<PlannedTask> = {}): PlannedTask => ({
  kind: 'DELIVERY',
  versionId: 'v1',
  termId: 'd',
  ordinal: 1,
  codes: ['A'],
  words: { code: 'DELIVERY', params: {} },
  dueOn: '2026-04-06',
  lots,
  checklist: [],
  own: [],
  along: [],
  conduct: [],
  ...more,
});

const task = (id: string, pieces: number | null, status: FulfilmentTask['status'] = 'OPEN', more: object = {}) => ({
  id,
  kind: 'DELIVERY' as FulfilmentTask['kind'],
  status,
  ordinal: 1,
  termId: 'd',
  codes: ['A'],
  pieces: pieces === null ? null : { A: pieces },
  cancelledReason: null,
  checklist: [] as { text: string; done: boolean }[],
  parts: [],
  scheduledFor: null,
  ...more,
});

describe('C4, C14, C18 pieces that were given back are owed to nobody', () => {
  const told = (plan: PlannedTask[], tasks: ReturnType<typeof task>[]) => {
    const { wanted, unowed } = followPlan(plan, tasks);
    return [
      wanted.map(({ planned: { lots }, task: found }) => [piecesIn(lots)['A'], found?.id ?? null]),
      unowed.map(({ id }) => id),
    ];
  };

  it('C4 nothing is opened for them', () => {
    expect(told([planned([lot(3, 1)])], [])).toEqual([[[2, null]], []]);
    expect(told([planned([lot(3, 3)])], [])).toEqual([[], []]);
  });

  it('C4 what is open is cut back to those that are left, and called off where none is', () => {
    for (const pieces of [3, 2, null]) {
      expect(told([planned([lot(3, 1)])], [task('1', pieces)])).toEqual([[[2, '1']], []]);
      expect(told([planned([lot(3, 3)])], [task('1', pieces)])).toEqual([[], ['1']]);
    }
  });

  it('C4 what is done stays done, and what was dropped is not open again', () => {
    expect(told([planned([lot(3, 3)])], [task('1', 3, 'DONE')])).toEqual([[[3, '1']], []]);
    expect(told([planned([lot(3, 3)])], [task('1', 3, 'CANCELLED')])).toEqual([[], []]);
    expect(told([planned([lot(3, 1)])], [task('1', 2, 'DONE')])).toEqual([[[2, '1']], []]);
  });

  it('C14 those that came first were those that were done: what is still to come stays owed', () => {
    const plan = [planned([lot(1, 1, '2026-04-02'), lot(2)])];
    expect(told(plan, [task('1', 1, 'DONE'), task('2', 2)])).toEqual([
      [
        [1, '1'],
        [2, '2'],
      ],
      [],
    ]);
  });

  it('C20 nothing is owed beside what was handed over with them', () => {
    const extras = { kind: 'EXTRAS' as const, own: ['A pen'], checklist: ['A pen'] };
    const done = task('1', 2, 'DONE', { kind: 'EXTRAS' });
    expect(told([planned([lot(2, 1)], extras)], [done])[0]).toHaveLength(2);
    expect(told([planned([lot(2, 2)], extras)], [done])[0]).toHaveLength(1);
  });
});

describe('C14 no delivery is waited for of pieces that were given back', () => {
  const quantities = (deliveries: (number | null)[], ...goods: [quantity: number, gone: number, added?: true][]) =>
    toCome(
      deliveries.map((pieces) => ({ codes: ['A'], pieces: pieces === null ? null : { A: pieces } })),
      goods.map(([quantity, gone, added]) => ({ code: 'A', quantity, gone, first: !added })),
    ).map(({ quantity }) => quantity);

  it('C14 before they came; those that came count with their delivery', () => {
    expect(quantities([2], [3, 1])).toEqual([2]);
    expect(quantities([3], [3, 1])).toEqual([3]);
    expect(quantities([], [3, 1])).toEqual([2]);
    expect(quantities([], [3, 3])).toEqual([0]);
    expect(quantities([3], [3, 3])).toEqual([3]);
    expect(quantities([null], [3, 1])).toEqual([3]);
  });

  it('C14 and leaves every line of one code its own delivery', () => {
    expect(quantities([2, 2], [3, 1], [2, 0])).toEqual([2, 2]);
    expect(quantities([3, 2], [3, 1], [2, 0])).toEqual([3, 2]);
    expect(quantities([4], [3, 1], [2, 0])).toEqual([2, 2]);
    // added later, without a delivery yet: that of the first was for what was given back
    expect(quantities([1], [1, 1], [2, 0, true])).toEqual([1, 2]);
    expect(quantities([2], [2, 1], [1, 0, true])).toEqual([2, 1]);
    // sold together and given back before they came: what was delivered is what stays of all of them
    expect(quantities([2], [2, 1], [1, 0])).toEqual([1, 1]);
    expect(quantities([1], [1, 1], [1, 0])).toEqual([0, 1]);
    expect(quantities([3], [3, 2], [2, 0])).toEqual([1, 2]);
    expect(quantities([3], [3, 1], [2, 1])).toEqual([2, 1]);
    // more on credit notes than was bought
    expect(quantities([], [1, 2])).toEqual([0]);
  });
});

describe('C14 a task that nothing asks for', () => {
  it('C14 is owed no more where its goods were given back or it is not promised, but not where another is for them', () => {
    const of = (code: string, gone: number) =>
      isOwedNoMore({ kind: 'DELIVERY', ordinal: 1, codes: [code] }, [planned([lot(2, gone)])]);
    expect(of('A', 2)).toBe(true);
    expect(of('B', 0)).toBe(true);
    expect(of('A', 0)).toBe(false);
  });
});
