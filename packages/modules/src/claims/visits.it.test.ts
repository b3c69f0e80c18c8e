import { asRow } from '@perennial/testkit/sales/desk';
import { served, type Served } from '@perennial/testkit/sales/served';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Visits that are asked for by a claim, and those that are done as tasks. A visit every six months from 10 December 2011. */
let shop: Served;
let invoice: string;

beforeAll(async () => {
  shop = await served();
});

beforeEach(async () => {
  invoice = await shop.buy();
});

interface Made {
  claim: {
    id: string;
    version: number;
    number: string;
    outcome: string;
    claimLines: { nodes: { result: { nextDue: string } }[] };
  };
}

async function asks(day: string, details = {}) {
  const page = await shop.agent.data<{
    invoice: { customer: { id: string }; invoiceLines: { nodes: { id: string }[] } };
  }>('query ($id: ID!) { invoice(id: $id) { customer { id } invoiceLines(first: 5) { nodes { id } } } }', {
    id: invoice,
  });
  const { customer, invoiceLines } = page.invoice;
  const lines = [{ lineId: invoiceLines.nodes[0]!.id, quantity: 1, details }];
  const input = { customerId: customer.id, invoiceId: invoice, kind: 'MAINTENANCE', claimedOn: day, lines };
  const { claim } = await shop.done<Made>(
    'claimOpen',
    input,
    'claim { id version number outcome claimLines(first: 5) { nodes { result } } }',
  );
  return { ...claim, nextDue: claim.claimLines.nodes[0]!.result.nextDue };
}

const visits = async () =>
  (await shop.tasks(invoice))
    .filter(({ kind }) => kind === 'MAINTENANCE')
    .map(({ ordinal, status }) => [ordinal, status])
    .sort();

const settle = (claim: { id: string; version: number }) => shop.done('claimSettle', asRow(claim), 'claim { id }');

describe('C18 a visit is made once, whether it was a task or a claim', () => {
  it('C18 one that was done as a task is not granted again: the next becomes due', async () => {
    await shop.on('2012-06-12', async () => {
      expect((await shop.finish(invoice, 'MAINTENANCE')).userErrors).toEqual([]);
      expect(await asks('2012-06-12')).toMatchObject({ outcome: 'REFUSED', nextDue: '2012-12-10' });
    });
    await shop.on('2012-12-11', async () => {
      expect(await asks('2012-12-11')).toMatchObject({ outcome: 'ALLOWED', nextDue: '2012-12-10' });
    });
  });

  it('C18 one that was claimed closes its task when the claim is settled, which points to it', async () => {
    await shop.on('2012-06-12', async () => {
      const claim = await asks('2012-06-12');
      expect(claim.outcome).toBe('ALLOWED');
      await settle(claim);
      expect(await visits()).toEqual([
        [1, 'DONE'],
        [2, 'OPEN'],
        [3, 'OPEN'],
      ]);
      const { invoice: page } = await shop.agent.data<{ invoice: unknown }>(
        `query ($id: ID!) { invoice(id: $id) { fulfilmentTasks(first: 1, filter: { status: { eq: DONE } }) { nodes { proof completedOn } } } }`,
        { id: invoice },
      );
      expect(page).toEqual({
        fulfilmentTasks: {
          nodes: [
            {
              proof: { note: '', signedBy: '', claim: { id: claim.id, number: claim.number } },
              completedOn: '2012-06-12',
            },
          ],
        },
      });
      expect(await asks('2012-06-12')).toMatchObject({ outcome: 'REFUSED', nextDue: '2012-12-10' });
    });
    // and the next one, done as a task, is the second
    await shop.on('2012-12-11', async () => {
      const second = await shop.theOne(invoice, 'MAINTENANCE', 2);
      await shop.done('fulfilmentComplete', { ...asRow(second), note: 'Made', signedBy: '' }, 'task { id }');
      expect(await asks('2012-12-11')).toMatchObject({ outcome: 'REFUSED', nextDue: '2013-06-10' });
    });
  });

  it('C18 one that was granted and then done as its task was made once', async () => {
    await shop.on('2012-06-12', async () => {
      const claim = await asks('2012-06-12');
      expect((await shop.finish(invoice, 'MAINTENANCE')).userErrors).toEqual([]);
      await settle(claim);
      expect(await visits()).toEqual([
        [1, 'DONE'],
        [2, 'OPEN'],
        [3, 'OPEN'],
      ]);
      expect(await asks('2012-06-12')).toMatchObject({ outcome: 'REFUSED', nextDue: '2012-12-10' });
    });
  });

  it('C18 that it was not made is no use saying, once it was', async () => {
    const none = { maintenance: { visitsDone: 0 } };
    await shop.on('2012-06-12', async () => {
      expect((await shop.finish(invoice, 'MAINTENANCE')).userErrors).toEqual([]);
      expect(await asks('2012-06-12', none)).toMatchObject({ outcome: 'REFUSED', nextDue: '2012-12-10' });
    });
    await shop.on('2012-12-11', async () => {
      const second = await asks('2012-12-11', none);
      expect(second.outcome).toBe('ALLOWED');
      await settle(second);
      expect(await asks('2012-12-11', none)).toMatchObject({ outcome: 'REFUSED', nextDue: '2013-06-10' });
    });
  });
});
