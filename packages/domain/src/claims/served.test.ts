import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideTasks, servedWhole, type DonePieces, type GrantedPieces } from './served.ts';

const granted = (claimId: string, quantity = 1, on = '2011-05-01'): GrantedPieces => ({ claimId, quantity, on });
const done = (pieces: number, more: Partial<DonePieces> = {}): DonePieces => ({
  pieces,
  on: '2011-05-10',
  claimIds: [],
  ...more,
});
const task = (id: string, lines: Record<string, number>) => ({
  id,
  lines: Object.entries(lines).map(([lineId, pieces]) => ({ lineId, pieces })),
});

describe('C17 C18 what claims were granted beside what was done as tasks', () => {
  it('C18 a task that is done stands for what was granted before it, as far as it goes', () => {
    expect(besideTasks([granted('a', 2), granted('b', 2)], [done(3)])).toEqual([granted('b', 1)]);
    expect(besideTasks([granted('a')], [done(1, { on: '2011-04-30' })])).toEqual([granted('a')]);
    expect(besideTasks([granted('a')], [])).toEqual([granted('a')]);
  });

  it('C18 one that claims did stands for theirs, and what is left of them for another visit', () => {
    const both = [granted('a', 3), granted('b', 3)];
    const byThem = done(4, { claimIds: ['a', 'b'] });
    expect(besideTasks(both, [byThem])).toEqual([granted('b', 2)]);
    expect(besideTasks(both, [byThem, done(4)])).toEqual([]);
    expect(besideTasks([granted('a'), granted('c')], [done(1, { claimIds: ['c'] })])).toEqual([granted('a')]);
  });
});

describe('C17 C18 tasks that claims serve', () => {
  it('C18 are done once every piece of theirs is served, by all the claims that it took', () => {
    const visits = [task('1', { lamp: 1, vase: 1 }), task('2', { lamp: 1, vase: 1 })];
    expect(servedWhole(visits, new Map([['lamp', [granted('a')]]]))).toEqual([]);
    const lampTwice = [granted('a'), granted('b')];
    expect(servedWhole(visits, new Map([['lamp', lampTwice]]))).toEqual([]);
    expect(
      servedWhole(
        visits,
        new Map([
          ['lamp', lampTwice],
          ['vase', [granted('c')]],
        ]),
      ),
    ).toEqual([{ id: '1', claimIds: ['a', 'c'] }]);
    expect(servedWhole([task('1', { lamp: 4 })], new Map([['lamp', [granted('a', 2), granted('b', 2)]]]))).toEqual([
      { id: '1', claimIds: ['a', 'b'] },
    ]);
  });

  it('C18 in whatever portions: as many visits of a line are whole as were granted for all its pieces', () => {
    const portions = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), portions, (bought, asked) => {
        const visits = ['1', '2', '3'].map((id) => task(id, { lamp: bought }));
        const claims = asked.map((quantity, index) => granted(String(index), quantity));
        const all = asked.reduce((sum, quantity) => sum + quantity, 0);
        const whole = servedWhole(visits, new Map([['lamp', claims]]));
        expect(whole).toHaveLength(Math.min(3, Math.floor(all / bought)));
        // what is left is what they do not stand for
        const rest = besideTasks(
          claims,
          whole.map(({ claimIds }) => done(bought, { claimIds })),
        );
        const left = rest.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(left).toBe(all - whole.length * bought);
      }),
    );
  });
});
