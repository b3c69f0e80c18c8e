import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRecord, type ClaimedNow, type DoneOnRecord, type LineOnRecord } from './on-record.ts';

const now = (more: Partial<ClaimedNow>): ClaimedNow => ({
  kind: 'SERVICE',
  details: {},
  quantity: 1,
  bought: 1,
  ...more,
});
const earlier = (more: Partial<LineOnRecord>): LineOnRecord => ({
  claimId: 'one',
  on: '2011-05-01',
  status: 'SETTLED',
  outcome: 'ALLOWED',
  remedy: 'SERVICE',
  termKind: null,
  quantity: 1,
  ...more,
});
const session = (more: Partial<LineOnRecord> = {}) => earlier({ termKind: 'training', ...more });
const visit = (more: Partial<LineOnRecord> = {}) => earlier({ termKind: 'maintenance', ...more });
const repair = (more: Partial<LineOnRecord> = {}) => earlier({ remedy: 'REPAIR', termKind: 'remedy', ...more });
const never = [{ status: 'WITHDRAWN' }, { outcome: 'REFUSED' }, { outcome: 'NOT_COVERED' }] as const;

describe('what is on record counts, whatever is stated', () => {
  it('C17 sessions that were granted are used up, done or not yet', () => {
    const taken = (details: object, ...lines: LineOnRecord[]) =>
      withRecord(now({ details: { training: details } }), lines)['training'];
    expect(taken({})).toEqual({});
    expect(taken({ topic: ['Care'] }, session(), session({ status: 'DECIDED' }), visit())).toEqual({
      topic: ['Care'],
      sessionsTaken: 2,
    });
    for (const sessionsTaken of [0, 1, 5]) expect(taken({ sessionsTaken }, session())).toEqual({ sessionsTaken: 1 });
    for (const more of never) expect(taken({}, session(more))).toEqual({});
    // who asks for something else says nothing of training
    expect(withRecord(now({ details: { delivery: {} } }), [session()])).toEqual({ delivery: {} });
  });

  it('C18 visits that were granted are made unless it is said that they were not; to have made more is nobody’s word', () => {
    const made = (details: ClaimedNow['details'], ...lines: LineOnRecord[]) =>
      withRecord(now({ kind: 'MAINTENANCE', details }), lines);
    expect(made({})).toEqual({});
    expect(made({}, visit(), visit({ status: 'DECIDED' }))).toEqual({ maintenance: { visitsDone: 2 } });
    expect(made({ maintenance: { visitsDone: 3 } })).toEqual({ maintenance: { visitsDone: 0 } });
    expect(made({ maintenance: { visitsDone: 3 } }, visit())).toEqual({ maintenance: { visitsDone: 1 } });
    const granted = visit({ status: 'DECIDED' });
    expect(made({ maintenance: { visitsDone: 0 } }, granted)).toEqual({ maintenance: { visitsDone: 0 } });
    for (const more of never) expect(made({}, visit(more))).toEqual({});
    // asked for as a service by name they count as well
    expect(withRecord(now({ details: { maintenance: {} } }), [visit()])).toEqual({ maintenance: { visitsDone: 1 } });
  });

  it('C18 a visit that was made is made, whatever is stated: its claim was settled, or its task done', () => {
    const task: DoneOnRecord = { pieces: 1, termKind: 'maintenance', claimIds: [], on: '2011-06-01' };
    const made = (visitsDone: number, lines: LineOnRecord[], ...done: DoneOnRecord[]) =>
      withRecord(now({ kind: 'MAINTENANCE', details: { maintenance: { visitsDone } } }), lines, done)['maintenance'];
    const granted = visit({ status: 'DECIDED', claimId: 'two', on: '2011-12-01' });
    expect(made(0, [visit()])).toEqual({ visitsDone: 1 });
    expect(made(0, [], task)).toEqual({ visitsDone: 1 });
    expect(made(0, [granted], task)).toEqual({ visitsDone: 1 });
    expect(made(1, [visit(), granted])).toEqual({ visitsDone: 1 });
    expect(made(5, [visit(), granted])).toEqual({ visitsDone: 2 });
    // granted first and then done as the task
    expect(made(0, [visit({ status: 'DECIDED' })], task)).toEqual({ visitsDone: 1 });
  });

  it('C11 repairs that were done count, and those that were done elsewhere on top of none', () => {
    const done = (kind: ClaimedNow['kind'], details: ClaimedNow['details'], ...lines: LineOnRecord[]) =>
      withRecord(now({ kind, details }), lines);
    const two = [repair(), repair()];
    for (const kind of ['REPAIR', 'REPLACEMENT'] as const) {
      expect(done(kind, {}, ...two)).toEqual({ remedy: { repairsDone: 2 } });
      expect(done(kind, { remedy: { repairsDone: 0 } }, ...two)).toEqual({ remedy: { repairsDone: 2 } });
      expect(done(kind, { remedy: { repairsDone: 3 } }, ...two)).toEqual({ remedy: { repairsDone: 3 } });
      expect(done(kind, {}, repair({ status: 'DECIDED' }), repair(never[0]))).toEqual({});
    }
    expect(done('SERVICE', { remedy: {} }, ...two)).toEqual({ remedy: { repairsDone: 2 } });
    // goods that are merely given back are no faulty goods
    expect(done('RETURN', {}, ...two)).toEqual({});
  });

  it('what is no count is left for the form to refuse', () => {
    for (const visitsDone of [-1, 1.5, 101, '2', null]) {
      const details = { maintenance: { visitsDone } };
      expect(withRecord(now({ kind: 'MAINTENANCE', details }), [visit()])).toEqual(details);
    }
    const text = { maintenance: 'often' };
    expect(withRecord(now({ kind: 'MAINTENANCE', details: text }), [visit()])).toEqual(text);
  });

  it('C18 pieces of one line: the visit that one had is none of the others’', () => {
    const made = (quantity: number, bought: number, ...pieces: number[]) => {
      const lines = pieces.map((each) => visit({ quantity: each }));
      const { maintenance = {} } = withRecord(now({ kind: 'MAINTENANCE', quantity, bought }), lines) as {
        maintenance?: { visitsDone?: number };
      };
      return maintenance.visitsDone ?? 0;
    };
    expect([made(1, 2), made(1, 2, 1), made(1, 2, 1, 1), made(1, 2, 2), made(1, 2, 2, 1)]).toEqual([0, 0, 1, 1, 1]);
    // both at once: one of them had its visit
    expect([made(2, 2), made(2, 2, 1), made(2, 2, 2)]).toEqual([0, 1, 1]);
  });

  it('C17 C18 what was done as a task was had by its pieces, and counts once with the claim it was done for', () => {
    const task = (more: Partial<DoneOnRecord> = {}): DoneOnRecord => ({
      pieces: 2,
      termKind: 'maintenance',
      claimIds: [],
      on: '2011-05-10',
      ...more,
    });
    const made = (lines: LineOnRecord[], ...done: DoneOnRecord[]) => {
      const { maintenance = {} } = withRecord(now({ kind: 'MAINTENANCE', bought: 2 }), lines, done) as {
        maintenance?: { visitsDone?: number };
      };
      return maintenance.visitsDone ?? 0;
    };
    const both = visit({ quantity: 2 });
    expect(made([])).toBe(0);
    expect(made([], task())).toBe(1);
    expect(made([], task(), task({ on: '2011-11-10' }))).toBe(2);
    expect(made([], task({ termKind: 'training' }))).toBe(0);
    // done for one of two pieces it was none of the other's
    expect(made([], task({ pieces: 1 }))).toBe(0);
    expect(made([visit()], task({ pieces: 1 }))).toBe(0);
    expect(made([both], task({ pieces: 1 }))).toBe(1);
    expect(made([], task({ pieces: 1 }), task({ pieces: 1, on: '2011-11-10' }))).toBe(1);
    // granted on 1 May, done on the 10th: one visit; done on 30 April it was another
    expect(made([both], task())).toBe(1);
    expect(made([both], task({ on: '2011-05-01' }))).toBe(1);
    expect(made([both], task({ on: '2011-04-30' }))).toBe(2);
    expect(made([visit({ quantity: 1 }), visit({ quantity: 1, claimId: 'two', on: '2011-05-02' })], task())).toBe(1);
    // one that a claim closed is that claim's, and is taken for no other
    expect(made([both], task({ claimIds: ['one'] }))).toBe(1);
    expect(made([both], task({ claimIds: ['one'] }), task({ on: '2011-11-10' }))).toBe(2);
    expect(made([both, visit({ quantity: 2, claimId: 'two' })], task({ claimIds: ['one'] }))).toBe(2);
    const taught = withRecord(now({ details: { training: {} } }), [], [task({ termKind: 'training', pieces: 1 })]);
    expect(taught).toEqual({ training: { sessionsTaken: 1 } });
  });

  it('C17 C18 in whatever portions they are asked for, each piece gets what was promised and no more', () => {
    const portions = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        portions,
        (bought, promised, asked) => {
          const lines: LineOnRecord[] = [];
          const granted = () => lines.reduce((sum, { quantity }) => sum + quantity, 0);
          const ask = (quantity: number) => {
            const { training } = withRecord(now({ details: { training: {} }, quantity, bought }), lines) as {
              training: { sessionsTaken?: number };
            };
            if ((training.sessionsTaken ?? 0) < promised) lines.push(session({ quantity }));
          };
          for (const quantity of asked) ask(Math.min(quantity, bought));
          expect(granted()).toBeLessThanOrEqual(bought * promised);
          for (let piece = 0; piece < bought * promised; piece++) ask(1);
          expect(granted()).toBe(bought * promised);
        },
      ),
    );
  });
});
