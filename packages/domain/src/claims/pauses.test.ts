import { describe, expect, it } from 'vitest';
import { checkMoment, checkPause, pauseEndedBy } from './pauses.ts';

const frame = { claimedAt: '2026-03-06T10:00:00.000Z', latest: new Date('2026-03-06T18:00:00Z'), missed: [] };
const at = (clock: string) => new Date(`2026-03-06T${clock}:00Z`);
const past = { from: at('11:00').toISOString(), to: at('12:00').toISOString() };
const running = { from: at('13:00').toISOString(), to: null };
const refused = (code: string, path: string) => expect.objectContaining({ code, path: [path] });

describe('C8 waiting for the customer: which pauses there can be', () => {
  it('none before the claim was made, none of a time that has not come', () => {
    expect(() => checkPause([], at('09:59'), null, frame)).toThrow(refused('MOMENT_BEFORE_CLAIM', 'from'));
    expect(() => checkPause([], at('10:00'), null, frame)).not.toThrow();
    expect(() => checkPause([], at('18:01'), null, frame)).toThrow(refused('MOMENT_IN_THE_FUTURE', 'from'));
    expect(() => checkPause([], at('17:00'), at('18:01'), frame)).toThrow(refused('MOMENT_IN_THE_FUTURE', 'to'));
    expect(() => checkMoment(at('09:00'), { ...frame, claimedAt: null }, 'at')).not.toThrow();
  });

  it('none that ends before it begins', () => {
    expect(() => checkPause([], at('12:00'), at('12:00'), frame)).toThrow(refused('PAUSE_ORDER', 'to'));
    expect(() => pauseEndedBy([running], at('12:59'), frame)).toThrow(refused('PAUSE_ORDER', 'at'));
  });

  it('none that overlaps another; they may touch', () => {
    for (const [from, to] of [
      ['10:30', '11:01'],
      ['11:59', '12:30'],
      ['11:10', '11:20'],
      ['10:30', '12:30'],
    ] as const) {
      expect(() => checkPause([past], at(from), at(to), frame)).toThrow(refused('PAUSE_OVERLAPS', 'from'));
    }
    expect(() => checkPause([past], at('10:30'), null, frame)).toThrow(refused('PAUSE_OVERLAPS', 'from'));
    expect(() => checkPause([past], at('12:00'), null, frame)).not.toThrow();
    expect(() => checkPause([past], at('10:30'), at('11:00'), frame)).not.toThrow();
    expect(() => checkPause([past, running], at('14:00'), null, frame)).toThrow(refused('PAUSE_OVERLAPS', 'from'));
    expect(() => checkPause([running], at('12:00'), at('13:00'), frame)).not.toThrow();
  });

  it('none that begins before a promised moment that was missed: what was missed stays missed', () => {
    const late = { ...frame, missed: ['2026-03-06T14:00:00.000Z', '2026-03-06T11:00:00.000Z'] };
    for (const from of ['10:00', '11:00', '13:59']) {
      expect(() => checkPause([], at(from), at('17:00'), late)).toThrow(refused('PAUSE_AFTER_DUE', 'from'));
      expect(() => checkPause([], at(from), null, late)).toThrow(refused('PAUSE_AFTER_DUE', 'from'));
    }
    expect(() => checkPause([], at('14:00'), null, late)).not.toThrow();
    expect(() => checkPause([], at('10:00'), null, frame)).not.toThrow();
  });

  it('only one that stands still can be resumed', () => {
    expect(pauseEndedBy([past, running], at('14:00'), frame)).toBe(running);
    expect(() => pauseEndedBy([past], at('14:00'), frame)).toThrow(refused('NOT_PAUSED', 'id'));
    expect(() => pauseEndedBy([running], at('18:01'), frame)).toThrow(refused('MOMENT_IN_THE_FUTURE', 'at'));
  });
});
