import { describe, expect, it } from 'vitest';
import { carried } from './carried.ts';

const task = (pieces: Record<string, number> | null, codes = Object.keys(pieces ?? {})) => ({ codes, pieces });
const line = (code: string, quantity: number) => ({ code, quantity });
const told = (...args: Parameters<typeof carried>) => {
  const [tasks] = args;
  return carried(...args).map(({ by, whole }) => [by.map((each) => [tasks.indexOf(each.task), each.pieces]), whole]);
};

describe('C4 which pieces a task is for', () => {
  it('C4 pieces of one code go to the tasks in the order in which they came', () => {
    expect(told([task({ A: 1 }), task({ A: 3 })], [line('A', 1), line('A', 3)])).toEqual([
      [[[0, 1]], true],
      [[[1, 3]], true],
    ]);
    expect(told([task({ A: 2 })], [line('A', 1), line('A', 3)])).toEqual([
      [[[0, 1]], true],
      [[[0, 1]], false],
    ]);
  });

  it('C4 where it was not kept which pieces it is for, it is for all of its codes', () => {
    const lines = [line('A', 1), line('A', 3), line('B', 1)];
    expect(told([task(null, ['A'])], lines)).toEqual([
      [[[0, 1]], true],
      [[[0, 3]], true],
      [[], false],
    ]);
  });

  it('C4 a task that is only for what is owed beside goods is for none of their pieces', () => {
    expect(told([task({ A: 0 })], [line('A', 1)])).toEqual([[[], false]]);
  });
});
