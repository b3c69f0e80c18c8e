import { claimsDesk, refusal, term } from '@perennial/testkit/claims/claims-desk';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { bought, change, claim, keep, opened, promise } = desk;

const TRAINING = { sessions: 1, minutesEach: 60, topics: [], withinDays: 300, countedFrom: 'PURCHASE' };
const service = (lineId: string | undefined, details: object) => ({ lines: [{ lineId, quantity: 1, details }] });
const tooMany = refusal('MORE_THAN_BOUGHT', 'lines', '0', 'quantity');

describe('nobody gets more than was bought, nor less because of how it is counted', () => {
  it('C11 one piece is replaced once, by whichever kind of claim it is asked for', async () => {
    await promise(term('remedy'), term('returns'));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const replace = service(of.lines[0], { remedy: { wish: 'REPLACE' } });
    const first = await opened(of, 'SERVICE', '2011-03-03', replace);
    expect(first.claimLines.nodes[0]).toMatchObject({ outcome: 'ALLOWED', remedy: 'REPLACE' });
    expect(await claim(of, 'SERVICE', '2011-03-03', replace)).toEqual(tooMany);
    expect(await claim(of, 'REPLACEMENT', '2011-03-03')).toEqual(tooMany);
    expect(await claim(of, 'RETURN', '2011-03-03')).toEqual(tooMany);
    expect(await claim(of, 'SERVICE', '2011-03-03', service(of.lines[0], { returns: {} }))).toEqual(tooMany);
    // the new one can fail as well
    await change('claimSettle', { id: first.id, version: 1 }, 'claim { id }');
    expect((await opened(of, 'REPLACEMENT', '2011-03-04')).claimLines.nodes[0]!.remedy).toBe('REPLACE');
  });

  it('C17 a session that was granted is used up', async () => {
    await promise(term('training', TRAINING));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const ask = (said = {}) => opened(of, 'SERVICE', '2011-03-03', service(of.lines[0], { training: said }));
    const first = await ask();
    expect(first).toMatchObject({ outcome: 'ALLOWED' });
    const second = await ask();
    expect(second).toMatchObject({ outcome: 'REFUSED' });
    expect(second.claimLines.nodes[0]!.result).toMatchObject({ sessionsLeft: 0 });
    expect(await ask({ sessionsTaken: 0 })).toMatchObject({ outcome: 'REFUSED' });
    await change('claimWithdraw', { id: first.id, version: 1, reason: 'Another day.' }, 'claim { id }');
    expect(await ask()).toMatchObject({ outcome: 'ALLOWED' });
  });

  it('C18 each of two pieces gets its visit, whatever was stated of visits nobody recorded', async () => {
    await promise(term('maintenance', { everyMonths: 6 }));
    const of = await bought('2011-03-01', [['A1', 2, 1000]]);
    await keep();
    const visit = async (visitsDone?: number) => {
      const said = visitsDone === undefined ? {} : { maintenance: { visitsDone } };
      return (await opened(of, 'MAINTENANCE', '2011-10-01', service(of.lines[0], said))).outcome;
    };
    expect([await visit(2), await visit(), await visit()]).toEqual(['ALLOWED', 'ALLOWED', 'REFUSED']);
  });

  it('C11 two repairs on record are two, whatever was stated', async () => {
    await promise(term('remedy', { refundDays: 0, replaceDays: 0, maxRepairs: 2 }));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    for (let repair = 1; repair <= 2; repair++) {
      const { id } = await opened(of, 'REPAIR', '2011-04-01');
      await change('claimSettle', { id, version: 1 }, 'claim { id }');
    }
    const third = await opened(of, 'REPAIR', '2011-05-01', service(of.lines[0], { remedy: { repairsDone: 0 } }));
    expect(third.claimLines.nodes[0]!.remedy).toBe('REPLACE');
  });

  it('C17 C18 an open repair keeps nobody from upkeep or training; an open return does, and a second repair waits', async () => {
    await promise(term('warranty'), term('maintenance'), term('training', TRAINING), term('returns', { days: 60 }));
    const of = await bought('2011-03-01', [['A1', 1, 1000]]);
    await keep();
    const repair = await opened(of, 'REPAIR', '2011-04-01');
    expect(repair).toMatchObject({ status: 'DECIDED', outcome: 'ALLOWED' });
    expect(await opened(of, 'MAINTENANCE', '2011-04-02')).toMatchObject({ outcome: 'ALLOWED' });
    const training = service(of.lines[0], { training: {} });
    expect(await opened(of, 'SERVICE', '2011-04-02', training)).toMatchObject({ outcome: 'ALLOWED' });
    expect(await claim(of, 'REPAIR', '2011-04-02')).toEqual(tooMany);
    // a repair by another name is one
    expect(await claim(of, 'MAINTENANCE', '2011-04-02', service(of.lines[0], { warranty: {} }))).toEqual(tooMany);
    await change('claimWithdraw', { id: repair.id, version: 1, reason: 'Gives it back.' }, 'claim { id }');
    await opened(of, 'RETURN', '2011-04-03');
    expect(await claim(of, 'MAINTENANCE', '2011-04-04')).toEqual(tooMany);
  });
});
