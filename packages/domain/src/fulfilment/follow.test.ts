import { planned, task } from '@perennial/testkit/fulfilment/some-tasks';
import { describe, expect, it } from 'vitest';
import { doneBeside, followChecklist, followPlan, givenWay } from './follow.ts';
import { piecesIn } from './pieces.ts';
import type { PlannedTask } from './plan.ts';

const told = (plan: PlannedTask[], tasks: ReturnType<typeof task>[]) => {
  const { asked, unowed } = followPlan(plan, tasks);
  return {
    asked: asked.map(({ planned: { termId, codes }, task: found }) => [termId, codes.join(' '), found?.id ?? null]),
    unowed: unowed.map(({ id }) => id),
  };
};

describe('C4 what is planned and the tasks there are', () => {
  it('C4 finds its task by what is done for which goods, whatever the term is called', () => {
    expect(told([planned('sooner', ['A'])], [task('1', ['A'])])).toEqual({ asked: [['sooner', 'A', '1']], unowed: [] });
    expect(told([planned('d', ['A'], { ordinal: 2 })], [task('1', ['A'])])).toEqual({
      asked: [['d', 'A', null]],
      unowed: ['1'],
    });
    expect(told([planned('d', ['A'], { kind: 'INSTALLATION' })], [task('1', ['A'])]).unowed).toEqual(['1']);
  });

  it('C4 goods that are divided among terms otherwise keep the task of their term', () => {
    const plan = [planned('chair', ['B']), planned('d', ['A'])];
    expect(told(plan, [task('1', ['A', 'B'])])).toEqual({
      asked: [
        ['chair', 'B', null],
        ['d', 'A', '1'],
      ],
      unowed: [],
    });
    expect(told([planned('d', ['A', 'B'])], [task('1', ['A']), task('2', ['B'], { termId: 'chair' })])).toEqual({
      asked: [
        ['d', 'A', '1'],
        ['d', 'B', '2'],
      ],
      unowed: [],
    });
  });

  it('C4 what is done, or was called off by somebody, is not asked for again', () => {
    for (const closed of [
      { status: 'DONE' as const },
      { status: 'CANCELLED' as const, cancelledReason: 'Picked up' },
    ]) {
      const tasks = [task('2', ['A']), task('1', ['A', 'B'], closed)];
      expect(told([planned('d', ['A']), planned('chair', ['B', 'C'])], tasks)).toEqual({
        asked: [
          ['d', 'A', '1'],
          ['chair', 'B', '1'],
          ['chair', 'C', null],
        ],
        unowed: ['2'],
      });
    }
  });

  it('C4 what was called off because it was promised no more is found again, after what is open', () => {
    const dropped = task('1', ['A'], { status: 'CANCELLED' });
    expect(told([planned('d', ['A'])], [dropped])).toEqual({ asked: [['d', 'A', '1']], unowed: [] });
    expect(told([planned('d', ['A'])], [dropped, task('2', ['A'])])).toEqual({ asked: [['d', 'A', '2']], unowed: [] });
    expect(told([], [dropped])).toEqual({ asked: [], unowed: [] });
  });
});

describe('C4, C20 goods that were added', () => {
  const along = [
    { code: 'A', text: 'A brush' },
    { code: 'B', text: 'A cloth' },
  ];
  const wanted = (tasks: ReturnType<typeof task>[]) =>
    followPlan([planned('d', ['A', 'B'], { own: ['Sign'], along })], tasks).wanted.map(
      ({ planned: each, task: found }) => [each.codes.join(' '), each.checklist.join(', '), found?.id ?? null],
    );

  it('C4, C20 are told to be missing, with what they bring along', () => {
    expect(told([planned('d', ['A', 'B'])], [task('1', ['A'])]).asked).toEqual([
      ['d', 'A', '1'],
      ['d', 'B', null],
    ]);
  });

  it('C4, C20 go along with what is open, else with what is to be open again, and get a task of their own where it is done', () => {
    const done = task('1', ['A'], { status: 'DONE' });
    const dropped = task('2', ['A'], { status: 'CANCELLED' });
    const both = 'Sign, A brush, A cloth';
    expect(wanted([task('3', ['A'])])).toEqual([['A B', both, '3']]);
    expect(wanted([dropped])).toEqual([['A B', both, '2']]);
    expect(wanted([done])).toEqual([
      ['A', 'Sign, A brush', '1'],
      ['B', 'Sign, A cloth', null],
    ]);
    expect(wanted([])).toEqual([['A B', both, null]]);
  });
});

describe('C4, C14, C20 pieces that were added', () => {
  const sold = (pieces: number, more: Partial<PlannedTask> = {}) =>
    planned('d', ['A'], { lots: [{ code: 'A', pieces, deliveredOn: null, dueOn: '2026-04-06' }], ...more });
  const had = (pieces: number | null, more: Parameters<typeof task>[2] = {}) =>
    task('1', ['A'], { pieces: pieces === null ? null : { A: pieces }, status: 'DONE', ...more });
  const pieces = (plan: PlannedTask[], tasks: ReturnType<typeof task>[], how: 'asked' | 'wanted' = 'wanted') =>
    followPlan(plan, tasks)[how].map(({ planned: { lots }, task: found }) => [piecesIn(lots)['A'], found?.id ?? null]);

  it('C4 get a task of their own where the first is done or was called off', () => {
    for (const more of [{}, { status: 'CANCELLED' as const, cancelledReason: 'Lost' }]) {
      expect(pieces([sold(4)], [had(1, more)])).toEqual([
        [1, '1'],
        [3, null],
      ]);
    }
    const both = [had(1), task('2', ['A'], { pieces: { A: 3 } })];
    expect(pieces([sold(4)], both)).toEqual([
      [1, '1'],
      [3, '2'],
    ]);
    // and what an undone import takes away again is not waited for
    expect(followPlan([sold(1)], both).unowed.map(({ id }) => id)).toEqual(['2']);
    expect(pieces([sold(3)], both)).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
  });

  it('C4 go along with what is open, and are told to be missing until then', () => {
    const open = had(1, { status: 'OPEN' });
    expect(pieces([sold(4)], [open], 'asked')).toEqual([
      [1, '1'],
      [3, null],
    ]);
    expect(pieces([sold(4)], [open])).toEqual([[4, '1']]);
  });

  it('C4 a task from before it was kept for how many it is, is for all there are', () => {
    expect(pieces([sold(4)], [had(null)])).toEqual([[4, '1']]);
  });

  it('C14 those that were delivered first are those that were done first', () => {
    const lots = [
      { code: 'A', pieces: 1, deliveredOn: '2026-04-02', dueOn: '2026-04-05' },
      { code: 'A', pieces: 3, deliveredOn: '2026-04-19', dueOn: '2026-04-22' },
    ];
    const tasks = [task('2', ['A'], { pieces: { A: 3 } }), had(1)];
    expect(
      followPlan([planned('d', ['A'], { lots })], tasks).asked.map(({ planned: { dueOn }, task: found }) => [
        found?.id,
        dueOn,
      ]),
    ).toEqual([
      ['1', '2026-04-05'],
      ['2', '2026-04-22'],
    ]);
  });

  it('C20 are not mixed up with what is owed beside the first', () => {
    const plan = [sold(4, { kind: 'EXTRAS', own: ['A card', 'A pen'], checklist: ['A card', 'A pen'] })];
    const ticked = { text: 'A card', done: true, by: 'Ann', at: null };
    const extras = { kind: 'EXTRAS' as never };
    const tasks = [had(1, { ...extras, checklist: [ticked] }), task('2', ['A'], { ...extras, pieces: { A: 3 } })];
    const all = [
      [1, '1', 'A card, A pen'],
      [3, '2', 'A card, A pen'],
    ];
    const now = (more: typeof tasks) =>
      followPlan(plan, [...more, ...tasks]).wanted.map(({ planned: { lots, checklist }, task: found }) => [
        piecesIn(lots)['A'],
        found?.id ?? null,
        checklist.join(', '),
      ]);
    expect(now([])).toEqual([...all, [0, null, 'A pen']]);
    const beside = task('3', ['A'], { ...extras, pieces: { A: 0 } });
    expect(now([beside])).toEqual([...all, [0, '3', 'A pen']]);
    // once it is done its ticks are those of the first, if that is taken back
    const done = { ...beside, status: 'DONE' as const, checklist: [{ ...ticked, text: 'A pen' }] };
    expect(now([done])).toEqual(all);
    expect(doneBeside(tasks[0]!, [done, ...tasks])).toEqual([done]);
  });
});

describe('C14 the checklist of a promise that changed', () => {
  it('C14 is what is asked for now, with the ticks there are; what was ticked stays', () => {
    const [unpack, sign] = ['Unpack', 'Sign'].map((text) => ({ text, done: false, by: null, at: null }));
    const ticked = { ...sign!, done: true, by: 'Eve', at: '2026-04-01T10:00:00Z' };
    expect(followChecklist(['Unpack', 'Sign'], [])).toEqual([unpack, sign]);
    expect(followChecklist(['Sign'], [unpack!, ticked])).toEqual([ticked]);
    expect(followChecklist(['Photo', 'Unpack'], [unpack!, ticked])).toEqual([
      { ...unpack, text: 'Photo' },
      unpack,
      ticked,
    ]);
  });

  it('C20 has the ticks of every list there was for it, each once', () => {
    const [card, pen] = ['A card', 'A pen'].map((text) => ({ text, done: false, by: null, at: null }));
    const had = { ...pen!, done: true, by: 'Eve', at: '2026-04-01T10:00:00Z' };
    expect(followChecklist(['A card', 'A pen'], [card!], [had])).toEqual([card, had]);
    expect(followChecklist(['A card', 'A pen'], [card!, had], [pen!])).toEqual([card, had]);
    expect(followChecklist(['A card'], [card!, had], [had])).toEqual([card, had]);
  });
});

describe('C20 what is promised beside what was handed over already', () => {
  const ticked = (...texts: string[]) => texts.map((text) => ({ text, done: true, by: 'Ann', at: null }));
  const extras = (own: string[], kind: PlannedTask['kind'] = 'EXTRAS') =>
    planned('x', ['A'], { kind, own, checklist: own });
  const had = (more: object = {}) =>
    task('1', ['A'], { kind: 'EXTRAS' as never, termId: 'x', status: 'DONE', checklist: ticked('A card'), ...more });
  const items = (plan: PlannedTask[], tasks: ReturnType<typeof task>[]) => {
    const { wanted, unowed } = followPlan(plan, tasks);
    return [
      wanted.map(({ planned: { checklist }, task: found }) => [checklist.join(', '), found?.id ?? null]),
      unowed.map(({ id }) => id),
    ];
  };

  it('C20 gets a task of its own, which is then the one for it', () => {
    const plan = [extras(['A card', 'A pen'])];
    const both = [
      ['A card, A pen', '1'],
      ['A pen', null],
    ];
    expect(items(plan, [had()])).toEqual([both, []]);
    const open = task('2', ['A'], { kind: 'EXTRAS' as never, termId: 'x' });
    expect(items(plan, [had(), open])).toEqual([[both[0], ['A pen', '2']], []]);
    // and once that is done, nothing is owed any more
    const done = { ...open, status: 'DONE' as const, checklist: ticked('A pen') };
    expect(items(plan, [had(), done])[0]).toEqual([['A card, A pen', '1']]);
  });

  it('C20 but not where nothing is new, where somebody called it off, or where a list says how it is done', () => {
    expect(items([extras(['A card'])], [had()])).toEqual([[['A card', '1']], []]);
    expect(items([extras(['A pen'])], [had({ status: 'CANCELLED', cancelledReason: 'Not wanted' })])[0]).toHaveLength(
      1,
    );
    const way = extras(['Ring first', 'Unpack'], 'DELIVERY');
    expect(items([way], [had({ kind: 'DELIVERY', checklist: ticked('Unpack') })])[0]).toHaveLength(1);
    const open = task('2', ['A'], { kind: 'EXTRAS' as never, termId: 'x' });
    expect(items([extras(['A card'])], [had(), open])[1]).toEqual(['2']);
  });

  it('C20 is on the list of the first once that is open again, and the second gives way', () => {
    const open = task('2', ['A'], { kind: 'EXTRAS' as never, termId: 'x', checklist: ticked('A pen') });
    const first = had({ status: 'OPEN' });
    const { wanted, unowed } = followPlan([extras(['A card', 'A pen'])], [first, open]);
    expect(wanted.map(({ planned: { checklist }, task: found }) => [checklist.join(', '), found?.id])).toEqual([
      ['A card, A pen', '1'],
    ]);
    expect(givenWay(first, unowed)).toEqual([open]);
    const elsewhere = [
      { ...open, ordinal: 2 },
      { ...open, codes: ['B'] },
      { ...open, kind: 'TRAINING' as never },
    ];
    expect(givenWay(first, elsewhere)).toEqual([]);
  });
});
