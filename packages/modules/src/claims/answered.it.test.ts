import { rowsOf } from '@perennial/kernel/db/database';
import { clocksDesk, FRIDAY, refused, urgent } from '@perennial/testkit/claims/clocks-desk';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const { time, desk, asOf, repair, sold, clocks, workingOn } = clocksDesk();

describe('C8 what was promised for a claim is held against what was done', () => {
  it('the first answer and the settlement are held against what was promised', async () => {
    const of = await sold();
    const work = workingOn(await repair(of));
    time.now = new Date('2011-12-09T17:00:00Z');
    expect(await work.do('claimRespond', { at: '2011-12-09T15:00:00Z' })).toEqual(refused('MOMENT_BEFORE_CLAIM', 'at'));
    expect((await work.do('claimRespond')).claim).toMatchObject({ respondedAt: '2011-12-09T17:00:00+00:00' });
    expect(await work.do('claimRespond')).toEqual(refused('ALREADY_RESPONDED', 'id'));
    time.now = new Date('2011-12-12T11:00:00Z');
    await work.do('claimPause', { reason: 'Brings it tomorrow' });
    time.now = new Date('2011-12-12T15:00:00Z');
    // settling ends the waiting
    expect((await work.do('claimSettle')).claim).toMatchObject({
      status: 'SETTLED',
      closedAt: '2011-12-12T15:00:00+00:00',
    });
    const { clocks: done, pausedSince } = await clocks(work.id);
    expect(pausedSince).toBeNull();
    expect(done.map(({ target, state, minutesLeft }) => [target, state, minutesLeft])).toEqual([
      ['FIRST_RESPONSE', 'KEPT', null],
      ['RESOLUTION', 'KEPT', null],
    ]);
    expect(await work.do('claimPause', { reason: 'x' })).toEqual(refused('CLAIM_WRONG_STATUS', 'id'));
    expect(await work.do('claimRespond')).toEqual(refused('CLAIM_WRONG_STATUS', 'id'));

    time.now = new Date(FRIDAY);
    const late = workingOn(await repair(of));
    time.now = new Date('2011-12-12T12:00:00.001Z');
    await late.do('claimSettle');
    expect((await clocks(late.id)).clocks.map(({ state }) => state)).toEqual(['MISSED', 'MISSED']);
  });

  it('what was missed stays missed: no pause told of afterwards makes it kept', async () => {
    const work = workingOn(await repair(await sold()));
    const states = async () => (await clocks(work.id)).clocks.map(({ state }) => state);
    time.now = new Date('2011-12-12T11:00:00Z');
    expect(await states()).toEqual(['OVERDUE', 'RUNNING']);
    const pause = (from: string, to?: string) =>
      work.do('claimPause', { from, ...(to === undefined ? {} : { to }), reason: 'x' });
    expect(await pause('2011-12-09T16:00:01Z', '2011-12-12T10:00:00Z')).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    expect(await pause('2011-12-09T16:59:59Z')).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    // an answer that was late is late for good
    expect((await work.do('claimRespond', { at: '2011-12-12T10:30:00Z' })).userErrors).toEqual([]);
    expect(await pause('2011-12-09T16:10:00Z', '2011-12-12T10:00:00Z')).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    // the solution is in time so far, and may wait from where the answer was due
    expect((await pause('2011-12-12T10:00:00Z', '2011-12-12T10:30:00Z')).userErrors).toEqual([]);
    time.now = new Date('2011-12-12T13:00:00Z');
    expect(await states()).toEqual(['MISSED', 'OVERDUE']);
    expect(await pause('2011-12-12T12:00:00Z', '2011-12-12T12:50:00Z')).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    await work.do('claimSettle');
    expect(await states()).toEqual(['MISSED', 'MISSED']);
  });

  it('what was missed stays missed while somebody looks back (ADR 20): what is done then is done on the latest day', async () => {
    const work = workingOn(await repair(await sold()));
    const states = async () => (await clocks(work.id)).clocks.map(({ state }) => state);
    time.now = new Date('2011-12-12T11:00:00Z');
    expect(await states()).toEqual(['OVERDUE', 'RUNNING']);
    const pause = { from: '2011-12-09T16:30:00Z', reason: 'x' };
    expect(await work.do('claimPause', pause)).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    await asOf('2011-12-09', '2011-12-12');
    expect(await states()).toEqual(['OVERDUE', 'RUNNING']);
    expect(await work.do('claimPause', pause)).toEqual(refused('PAUSE_AFTER_DUE', 'from'));
    const { claimClock } = await desk.owner.data<{ claimClock: { at: string } }>(
      'query ($id: ID!) { claimClock(id: $id) { at } }',
      { id: work.id },
    );
    expect(new Date(claimClock.at)).toEqual(time.now);
    expect((await work.do('claimPause', { reason: 'x' })).userErrors).toEqual([]);
    time.now = new Date('2011-12-12T11:30:00Z');
    expect((await work.do('claimResume')).userErrors).toEqual([]);
    expect((await work.do('claimRespond')).claim).toMatchObject({ respondedAt: '2011-12-12T11:30:00+00:00' });
    time.now = new Date('2011-12-12T13:00:00Z');
    expect((await work.do('claimSettle')).claim).toMatchObject({ closedAt: '2011-12-12T13:00:00+00:00' });
    await asOf(null);
    expect(await states()).toEqual(['MISSED', 'MISSED']);
  });

  it('an answer given in time may be written down later, and the trail says when it was', async () => {
    const work = workingOn(await repair(await sold()));
    time.now = new Date('2011-12-12T11:00:00Z');
    expect((await work.do('claimRespond', { at: '2011-12-09T16:30:00Z' })).userErrors).toEqual([]);
    expect((await clocks(work.id)).clocks[0]).toMatchObject({ state: 'KEPT' });
    const [trail] = await rowsOf<{ at: string; told: string; subject: string }>(
      desk.server.db.orm,
      sql`select to_char(at at time zone 'UTC', 'DD HH24:MI') as at, after->>'respondedAt' as told, subject
        from audit_events where operation = 'claimRespond' order by seq desc limit 1`,
    );
    expect(trail).toMatchObject({ at: '12 11:00', told: '2011-12-09T16:30:00.000Z', subject: work.id });
  });

  it('what is decided against leaves nothing to wait for; letting go ends the clocks', async () => {
    const of = await sold();
    const against = workingOn(await repair(of, {}, { ...urgent, warranty: { cause: 'ACCIDENT' } }));
    expect((await clocks(against.id)).clocks.map(({ state }) => state)).toEqual(['KEPT', 'KEPT']);
    expect(await against.do('claimPause', { reason: 'x' })).toEqual(refused('CLAIM_CLOSED', 'id'));
    const letGo = workingOn(await repair(of));
    await letGo.do('claimWithdraw', { reason: 'Found the manual' });
    expect((await clocks(letGo.id)).clocks.map(({ state }) => state)).toEqual(['ENDED', 'ENDED']);
  });

  it('a claim that no promise speaks of is not answered by being entered: its clocks run until somebody does', async () => {
    const of = await sold();
    const upkeep = () => repair(of, { kind: 'MAINTENANCE' });
    const states = async (id: string) => (await clocks(id)).clocks.map(({ state, doneAt }) => [state, doneAt]);
    const made = await upkeep();
    expect(made.claim).toMatchObject({ status: 'DECIDED', closedAt: null });
    const work = workingOn(made);
    expect(await states(work.id)).toEqual([
      ['RUNNING', null],
      ['RUNNING', null],
    ]);
    // the answer is all there is to do
    time.now = new Date('2011-12-09T16:20:00Z');
    expect((await work.do('claimPause', { reason: 'Which model?' })).userErrors).toEqual([]);
    time.now = new Date('2011-12-09T16:40:00Z');
    expect((await work.do('claimRespond')).claim).toMatchObject({ closedAt: '2011-12-09T16:40:00+00:00' });
    expect(await states(work.id)).toEqual([
      ['KEPT', '2011-12-09T16:40:00.000Z'],
      ['KEPT', '2011-12-09T16:40:00.000Z'],
    ]);
    expect((await clocks(work.id)).pausedSince).toBeNull();
    expect(await work.do('claimRespond')).toEqual(refused('CLAIM_CLOSED', 'id'));
    const late = workingOn(await upkeep());
    time.now = new Date('2011-12-12T13:00:00Z');
    expect(await states(late.id)).toEqual([
      ['OVERDUE', null],
      ['OVERDUE', null],
    ]);
    await late.do('claimRespond');
    expect((await states(late.id)).map(([state]) => state)).toEqual(['MISSED', 'MISSED']);
    const letGo = workingOn(await upkeep());
    await letGo.do('claimWithdraw', { reason: 'Does it herself' });
    expect((await states(letGo.id)).map(([state]) => state)).toEqual(['ENDED', 'ENDED']);
  });
});
