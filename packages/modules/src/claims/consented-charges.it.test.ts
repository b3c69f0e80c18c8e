import { rowsOf } from '@perennial/kernel/db/database';
import { claimsDesk, refusal, term, CLAIM, type Bought, type Claimed } from '@perennial/testkit/claims/claims-desk';
import { moves } from '@perennial/testkit/claims/moves';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

const desk = claimsDesk();
const { at, backdated, bought, change, keep, opened, promise } = desk;
const { entitlement, move, moved, next } = moves(desk);

const fee = (code: string, amount: number) => ({ code, label: `A ${code}`, mode: 'CAP', amount, consent: false });
const fees = (rows: readonly object[], more: object = {}) => term('fees', { rows }, more);
const CONSENT = { by: 'Mrs Li', on: '2011-12-10', note: 'Likes the longer warranty' };
const longer = term('warranty', { months: 24 });

interface Weighed {
  worse: boolean;
  worseTerms: string[];
  changes: { kind: string; verdict: string; undisclosed: boolean; before: string[]; after: string[] }[];
  later: { kind: string; undisclosed: boolean; after: string[] }[];
}

async function weigh(of: Bought, policyVersionId: string): Promise<Weighed> {
  const { entitlementMoveWeigh } = await desk.owner.data<{ entitlementMoveWeigh: Weighed }>(
    `query ($id: ID!, $to: ID!) { entitlementMoveWeigh(id: $id, policyVersionId: $to) {
      worse worseTerms changes { kind verdict undisclosed before after } later { kind undisclosed after } } }`,
    { id: await entitlement(of), to: policyVersionId },
  );
  return entitlementMoveWeigh;
}

const charging = (id: string, code: string, amount: number) =>
  change<Claimed>('claimChargesSet', { id, version: 1, charges: [{ code, amount, currency: 'GBP' }] }, CLAIM);
const repair = async (of: Bought) => (await opened(of, 'REPAIR', '2011-05-01')).id;
const hidden = (field = 'code') => refusal('HIDDEN_FEE', 'charges', '0', field);
const refused = { userErrors: [expect.objectContaining({ code: 'PROMISE_DOWNGRADE' })] };

describe('S2 a consent makes chargeable what the customer was told of by it, and nothing else', () => {
  /** A purchase whose promise names a fee that was published after it: none can be charged. */
  async function sold() {
    const of = await bought('2011-03-01', [['A1', 2, 10_000]]);
    await at('2011-12-09');
    const version = await backdated(term('warranty'), fees([fee('VISIT', 2000)]));
    await at('2011-12-10');
    await keep();
    return { of, version };
  }

  it('S2 a fee that could not be charged is told as something that gets worse, though both versions name it', async () => {
    const { of, version } = await sold();
    const claim = await repair(of);
    expect(await charging(claim, 'VISIT', 2000)).toEqual(hidden());
    const to = await next(version, longer, fees([fee('VISIT', 2000)]));
    const weighed = await weigh(of, to);
    expect(weighed).toMatchObject({ worse: true, worseTerms: ['fees'], later: [] });
    expect(weighed.changes).toMatchObject([
      { kind: 'fees', verdict: 'WORSE', undisclosed: true, before: [] },
      { kind: 'warranty', verdict: 'BETTER', undisclosed: false },
    ]);
    expect(weighed.changes[0]!.after.join(' ')).toContain('A VISIT: at most £20.00');
    expect(await move(of, to)).toMatchObject(refused);
    await moved(of, to, CONSENT);
    const [stored] = await rowsOf<{ cuts: { kind: string }[] }>(
      desk.server.db.orm,
      sql`select cuts from promise_moves where entitlement_id = ${(await entitlement(of)).split('_')[2]!}::uuid`,
    );
    expect(stored!.cuts.map(({ kind }) => kind)).toEqual(['fees']);
    // the claim was there before anybody was asked
    expect(await charging(claim, 'VISIT', 2000)).toEqual(hidden());
  });

  it('S2 of a claim that is opened after the consent it can be charged, up to what was told', async () => {
    const { of, version } = await sold();
    await moved(of, await next(version, longer, fees([fee('VISIT', 2000)])), CONSENT);
    const claim = await repair(of);
    expect(await charging(claim, 'VISIT', 2001)).toEqual(hidden('amount'));
    expect((await charging(claim, 'VISIT', 2000)).userErrors).toEqual([]);
  });

  it('S2 nor does a consent to something else make a fee of the same version known', async () => {
    const { of, version } = await sold();
    await moved(of, await next(version, longer), CONSENT);
    expect(await charging(await repair(of), 'VISIT', 2000)).toEqual(hidden());
  });

  it('S2 nor does one with which no charge is recorded, as when a move was not weighed by what was known', async () => {
    const { of, version } = await sold();
    await moved(of, await next(version, longer, fees([fee('VISIT', 2000)])), CONSENT);
    const { orm } = desk.server.db;
    await orm.execute(sql`alter table promise_moves disable trigger user`);
    await orm.execute(sql`update promise_moves set cuts = '[]'`);
    await orm.execute(sql`alter table promise_moves enable trigger user`);
    expect(await charging(await repair(of), 'VISIT', 2000)).toEqual(hidden());
  });

  it('S2 a fee for goods that an import may add is told, too', async () => {
    const { of, version } = await sold();
    const kettles = fees([fee('VISIT', 2000)], { appliesTo: { categories: ['Kettles'] } });
    const weighed = await weigh(of, await next(version, longer, kettles));
    expect(weighed.worse).toBe(true);
    expect(weighed.later).toMatchObject([{ kind: 'fees', undisclosed: true }]);
    expect(weighed.later[0]!.after.join(' ')).toContain('A VISIT: at most £20.00');
  });

  it('S2 what was known before the purchase is weighed by what it was moved to since', async () => {
    const version = await promise(term('warranty'), fees([fee('VISIT', 2000), fee('POST', 300)]));
    const of = await bought('2011-03-01', [['A1', 1, 10_000]]);
    await keep();
    const second = await next(version, term('warranty'), fees([fee('VISIT', 1500)]));
    await moved(of, second);
    // the other way round nothing is dearer than what was known, but than what is promised by now
    expect(await weigh(of, version.id)).toMatchObject({ worse: true });
    const third = await next({ id: second }, longer, fees([fee('VISIT', 1500)]), term('returns'));
    expect(await weigh(of, third)).toMatchObject({ worse: false });
    await moved(of, third, CONSENT);
    const claim = await repair(of);
    expect(await charging(claim, 'POST', 1)).toEqual(hidden());
    expect((await charging(claim, 'VISIT', 1500)).userErrors).toEqual([]);
  });
});

describe('S2 a claim is charged no more than was promised when it was made, whatever the customer consents to since', () => {
  const only = (code: string) => ({ appliesTo: { productCodes: [code] } });
  const mixed = [
    ['A1', 2, 10_000],
    ['B1', 2, 10_000],
  ] as const;
  const way = (freeOfCharge: boolean) =>
    term('delivery', { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge, checklist: [] });

  /** A purchase of whoever could know of the version. */
  async function known(goods: Parameters<typeof bought>[1] = [['A1', 2, 10_000]]): Promise<Bought> {
    const of = await bought('2011-03-01', goods);
    await keep();
    return of;
  }

  it('S2 a version that was published ahead charges nothing of a claim from before the consent', async () => {
    const first = await promise(term('warranty'));
    await at('2010-12-01');
    const second = await next(first, longer, fees([fee('VISIT', 2000)]));
    await at('2011-12-10');
    const of = await known();
    const old = await repair(of);
    expect(await charging(old, 'VISIT', 2000)).toEqual(hidden());
    expect(await move(of, second)).toMatchObject(refused);
    await moved(of, second, CONSENT);
    const still = await charging(old, 'VISIT', 2000);
    expect(still).toEqual(hidden());
    // it was public before the purchase, and no part of what was promised
    expect(still.userErrors[0]!.message).toContain('only since after this claim was made');
    expect(still.userErrors[0]!.message).not.toContain('published only after the purchase');
    expect((await charging(await repair(of), 'VISIT', 2000)).userErrors).toEqual([]);
  });

  it('S2 nor where the version before named the same fee, but only after the purchase', async () => {
    await at('2010-12-01');
    const first = await backdated(term('warranty'));
    const ahead = await next(first, longer, fees([fee('VISIT', 2000)]));
    await at('2011-12-10');
    const of = await known();
    const late = await next(first, term('warranty'), fees([fee('VISIT', 2000)]));
    await moved(of, late, { ...CONSENT, note: 'Nothing was told of charges' });
    const { orm } = desk.server.db;
    await orm.execute(sql`alter table promise_moves disable trigger user`);
    await orm.execute(sql`update promise_moves set cuts = '[]'`);
    await orm.execute(sql`alter table promise_moves enable trigger user`);
    const old = await repair(of);
    expect(await charging(old, 'VISIT', 2000)).toEqual(hidden());
    await moved(of, ahead, CONSENT);
    expect(await charging(old, 'VISIT', 2000)).toEqual(hidden());
  });

  it('S2 a fee that was lowered by then stays so, though the customer agreed to what it was before', async () => {
    const first = await promise(term('warranty'), fees([fee('VISIT', 2000)]));
    const of = await known();
    const second = await next(first, term('warranty'), fees([fee('VISIT', 1500)]));
    await moved(of, second);
    const old = await repair(of);
    await moved(of, await next({ id: second }, term('warranty'), fees([fee('VISIT', 2000)])), CONSENT);
    expect(await charging(old, 'VISIT', 2000)).toEqual(hidden('amount'));
    expect((await charging(old, 'VISIT', 1500)).userErrors).toEqual([]);
    expect((await charging(await repair(of), 'VISIT', 2000)).userErrors).toEqual([]);
  });

  it('S2 a fee that was named no longer by then is none, though the purchase went back to where it is', async () => {
    const first = await promise(term('warranty'), fees([fee('VISIT', 2000)]));
    const of = await known();
    await moved(of, await next(first, term('warranty')));
    const old = await repair(of);
    await moved(of, first.id, CONSENT);
    expect(await charging(old, 'VISIT', 2000)).toEqual(hidden());
    expect((await charging(await repair(of), 'VISIT', 2000)).userErrors).toEqual([]);
  });

  it('S2 what some goods could be charged before and others since, both together cannot be', async () => {
    const first = await promise(term('warranty'), fees([fee('VISIT', 2000)], only('A1')));
    const of = await known(mixed);
    const claimed = async (...indexes: number[]) => {
      const lines = indexes.map((index) => ({ lineId: of.lines[index]!, quantity: 1 }));
      return (await opened(of, 'REPAIR', '2011-05-01', { lines })).id;
    };
    const old = [await claimed(0), await claimed(1)];
    const both = await claimed(0, 1);
    await moved(of, await next(first, term('warranty'), fees([fee('VISIT', 2000)], only('B1'))), CONSENT);
    for (const claim of [...old, both]) expect(await charging(claim, 'VISIT', 2000)).toEqual(hidden());
  });

  it('S2 delivery that was free when the claim was made stays a question', async () => {
    const first = await promise(term('warranty'), way(true), fees([fee('POST', 300)]));
    const of = await known();
    const old = await repair(of);
    const { claim } = await charging(old, 'POST', 300);
    expect(claim!.charges.nodes).toMatchObject([{ verdict: 'NEEDS_CONSENT' }]);
    await moved(of, await next(first, term('warranty'), way(false), fees([fee('POST', 300)])), CONSENT);
    const again = await change<Claimed>(
      'claimChargesSet',
      { id: old, version: 2, charges: [{ code: 'POST', amount: 300, currency: 'GBP' }] },
      CLAIM,
    );
    expect(again.claim!.charges.nodes).toMatchObject([{ verdict: 'NEEDS_CONSENT' }]);
    const fresh = await charging(await repair(of), 'POST', 300);
    expect(fresh.claim!.charges.nodes).toMatchObject([{ verdict: 'ACCEPT' }]);
  });
});
