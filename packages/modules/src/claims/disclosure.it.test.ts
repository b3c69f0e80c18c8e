import { rowsOf } from '@perennial/kernel/db/database';
import { claimsDesk, refusal, term, CLAIM, type Bought, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { moves } from '@perennial/testkit/claims/moves';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { at, backdated, bought, change, keep, opened, promise } = desk;
const { move, next } = moves(desk);

const fee = (code: string, amount: number) => ({ code, label: code, mode: 'CAP', amount, consent: false });
const fees = (...rows: object[]) => term('fees', { rows });
const charge = (code: string, amount: number) => ({ code, amount, currency: 'GBP' });

describe('S2 a fee that was published after the purchase was not disclosed before it', () => {
  const repair = async (of: Bought, on: string) => (await opened(of, 'REPAIR', on)).id;
  const charging = (id: string, ...charges: object[]) =>
    change<Claimed>('claimChargesSet', { id, version: 1, charges }, CLAIM);
  const schedule = async (id: string) => {
    const { claimChargesCheck } = await desk.owner.data<{
      claimChargesCheck: { schedule: { code: string; amount: number }[] };
    }>(`query ($id: ID!) { claimChargesCheck(id: $id, charges: []) { schedule { code amount } } }`, { id });
    return claimChargesCheck.schedule;
  };

  it('a purchase that was promised nothing takes on no charges by a policy for days past', async () => {
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await backdated(term('warranty'), fees(fee('VISIT', 2000)));
    await keep();
    const id = await repair(of, '2011-05-01');
    const refused = await charging(id, charge('VISIT', 1));
    expect(refused).toEqual(refusal('HIDDEN_FEE', 'charges', '0', 'code'));
    expect(refused.userErrors[0]!.message).toContain('published only after the purchase');
    expect(await schedule(id)).toEqual([]);
    // nor can it be dated back in the database afterwards
    const backwards = sql`update policy_versions set disclosed_at = '2010-12-01'`;
    await expect(desk.server.db.orm.execute(backwards)).rejects.toThrow();
  });

  it('looking at the fault (開機費) is called what it is, though the agent calls it a fee', async () => {
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await backdated(term('warranty'), fees({ ...fee('OPENING', 2000), kind: 'DIAGNOSIS' }, fee('VISIT', 2000)));
    await keep();
    const id = await repair(of, '2011-05-01');
    const said = async (code: string) => {
      const { userErrors } = await charging(id, { ...charge(code, 1), kind: 'FEE' });
      return userErrors[0]!.message;
    };
    expect(await said('OPENING')).toContain('A fee for looking at the fault has to be disclosed beforehand');
    expect(await said('VISIT')).not.toContain('looking at the fault');
  });

  it('the very same policy binds who bought after it was published', async () => {
    await at('2011-12-09');
    await backdated(term('warranty'), fees(fee('VISIT', 2000)));
    await at('2011-12-10');
    const of = await bought('2011-12-10', [['A1', 1, 10_000]]);
    await keep();
    const { userErrors } = await charging(await repair(of, '2011-12-10'), charge('VISIT', 2000));
    expect(userErrors).toEqual([]);
  });

  it('on the day of the publication the moment decides', async () => {
    await backdated(term('warranty'), fees(fee('VISIT', 2000)));
    const [before, after] = [
      await bought('2011-12-10T00:00:00Z', [['A1', 1, 10_000]]),
      await bought('2011-12-10T23:59:59.999Z', [['A1', 1, 10_000]]),
    ];
    await keep();
    expect(await schedule(await repair(before, '2011-12-10'))).toEqual([]);
    expect(await schedule(await repair(after, '2011-12-10'))).toEqual([{ code: 'VISIT', amount: 2000 }]);
  });

  it('C7 the code of a charge is kept without blanks around it, and so it can be charged', async () => {
    await promise(term('warranty'), fees({ ...fee('KM', 500), code: ' KM ' }));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    const kept = sql`select terms #>> '{1,params,rows,0,code}' as code from policy_versions where status = 'PUBLISHED'`;
    expect(await rowsOf(desk.server.db.orm, kept)).toEqual([{ code: 'KM' }]);
    const id = await repair(of, '2011-05-01');
    expect(await schedule(id)).toEqual([{ code: 'KM', amount: 500 }]);
    expect((await charging(id, charge(' KM ', 500))).userErrors).toEqual([]);
  });

  it('a later promise that is cheaper holds too: what was disclosed is charged up to that', async () => {
    await promise(term('warranty'), fees(fee('VISIT', 2000), fee('POST', 300)));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    const cheaper = { ...fees(fee('VISIT', 500)), id: 'cheaper', appliesTo: { productCodes: ['A1'] } };
    await backdated(cheaper);
    await keep();
    const id = await repair(of, '2011-05-01');
    expect(await schedule(id)).toEqual([{ code: 'VISIT', amount: 500 }]);
    expect(await charging(id, charge('VISIT', 501))).toEqual(refusal('HIDDEN_FEE', 'charges', '0', 'amount'));
    expect(await charging(id, charge('POST', 1))).toEqual(refusal('HIDDEN_FEE', 'charges', '0', 'code'));
  });

  describe('a purchase that was moved to another version', () => {
    it('with the customer’s consent: its charges were disclosed by that', async () => {
      const version = await promise(term('warranty'));
      const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
      await keep();
      const to = await next(version, term('warranty'), fees(fee('VISIT', 2000)));
      const consent = { by: 'Mrs Li', on: '2011-12-10', note: 'By letter' };
      expect((await move(of, to, consent)).userErrors).toEqual([]);
      expect(await schedule(await repair(of, '2011-05-01'))).toEqual([{ code: 'VISIT', amount: 2000 }]);
    });

    it('without: what it had known before stays disclosed, and nothing is added', async () => {
      const version = await promise(term('warranty'), fees(fee('VISIT', 2000), fee('POST', 300)));
      const known = await bought('2011-03-01', [['A1', 1, 10_000]]);
      await keep();
      const to = await next(version, term('warranty'), fees(fee('VISIT', 1500)));
      expect((await move(known, to)).userErrors).toEqual([]);
      expect(await schedule(await repair(known, '2011-05-01'))).toEqual([{ code: 'VISIT', amount: 1500 }]);
    });

    it('without, to a version that names no charges: none can be made any more', async () => {
      const version = await promise(term('warranty'), fees(fee('VISIT', 2000)));
      const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
      await keep();
      const to = await next(version, term('warranty'));
      expect((await move(of, to)).userErrors).toEqual([]);
      const id = await repair(of, '2011-05-01');
      expect(await schedule(id)).toEqual([]);
      expect(await charging(id, charge('VISIT', 2000))).toEqual(refusal('HIDDEN_FEE', 'charges', '0', 'code'));
    });

    it('without, from a version that was published after the purchase: not to another that charges anything', async () => {
      const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
      await at('2011-12-09');
      const version = await backdated(term('warranty'), fees(fee('VISIT', 2000)));
      await at('2011-12-10');
      await keep();
      const to = await next(version, term('warranty'), fees(fee('VISIT', 1500)));
      const refused = await move(of, to);
      expect(refused.userErrors).toMatchObject([{ code: 'PROMISE_DOWNGRADE', params: { kinds: ['fees'] } }]);
      expect(await schedule(await repair(of, '2011-05-01'))).toEqual([]);
    });

    describe('S2 a claim that was charged before is not settled with what must not be charged any more', () => {
      const asked = { ...fee('VISIT', 2000), consent: true };
      const charged = async (...terms: object[]) => {
        const version = await promise(term('warranty'), fees(fee('POST', 300), fee('VISIT', 2000)));
        const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
        await keep();
        const id = await repair(of, '2011-05-01');
        expect((await charging(id, charge('POST', 300), charge('VISIT', 2000))).userErrors).toEqual([]);
        expect((await move(of, await next(version, term('warranty'), ...terms))).userErrors).toEqual([]);
        return id;
      };
      const settle = (id: string, version = 2) => change<Claimed>('claimSettle', { id, version }, CLAIM);
      const set = (id: string, version: number, ...charges: object[]) =>
        change<Claimed>('claimChargesSet', { id, version, charges }, CLAIM);

      it('S2 a fee that the promise names no longer: the line is named, and nothing is written', async () => {
        const id = await charged(fees(fee('POST', 300)));
        const refused = await settle(id);
        expect(refused).toEqual(refusal('HIDDEN_FEE', 'charges', '1', 'code'));
        expect(refused.userErrors[0]!.params).toMatchObject({ code: 'VISIT', line: 2 });
        const { claim } = await desk.owner.data<{ claim: { status: string; version: number } }>(
          'query ($id: ID!) { claim(id: $id) { status version } }',
          { id },
        );
        expect(claim).toEqual({ status: 'DECIDED', version: 2 });
        expect((await set(id, 2, charge('POST', 300))).userErrors).toEqual([]);
        expect((await settle(id, 3)).claim).toMatchObject({ status: 'SETTLED' });
      });

      it('S2 one that costs less by now', async () => {
        const id = await charged(fees(fee('POST', 300), fee('VISIT', 1999)));
        expect(await settle(id)).toEqual(refusal('HIDDEN_FEE', 'charges', '1', 'amount'));
      });

      it('S2 one that the customer is asked about first by now', async () => {
        const id = await charged(fees(fee('POST', 300), asked));
        expect(await settle(id)).toEqual(refusal('CONSENT_MISSING', 'id'));
        const again = await set(id, 2, charge('POST', 300), charge('VISIT', 2000));
        const waits = again.claim!.charges.nodes.find(({ code }) => code === 'VISIT')!;
        const said = await change('claimChargeConsent', { id: waits.id, version: 1, by: 'Mrs Li' }, 'claim { id }');
        expect(said.userErrors).toEqual([]);
        expect((await settle(id, 4)).claim).toMatchObject({ status: 'SETTLED' });
      });

      it('S2 what is promised as before is settled as it was charged', async () => {
        const id = await charged(fees(fee('POST', 300), fee('VISIT', 2000)));
        expect((await settle(id)).claim).toMatchObject({ status: 'SETTLED' });
      });
    });
  });
});
