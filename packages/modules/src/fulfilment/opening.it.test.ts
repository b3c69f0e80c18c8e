import type { Target } from '@perennial/domain/insights/target';
import { newId } from '@perennial/kernel/db/ids';
import { codes } from '@perennial/testkit/sales/desk';
import { served, type Served } from '@perennial/testkit/sales/served';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** From a purchase to the tasks that its promises ask for, over the API. Today is Saturday, 10 December 2011. */
let shop: Served;
let invoice: string;

beforeAll(async () => {
  shop = await served();
});

beforeEach(async () => {
  invoice = await shop.buy();
});

describe('C4 a purchase opens what its policy promises', () => {
  it('C4 at the very moment of the purchase, each task once, looked after by who sold it', async () => {
    const open = await shop.tasks(invoice);
    expect(open.map(({ kind, dueOn, status, ordinal }) => [kind, ordinal, dueOn, status]).sort()).toEqual([
      ['DELIVERY', 1, '2011-12-13', 'OPEN'],
      ['EXTRAS', 1, '2011-12-13', 'OPEN'],
      // until it is delivered it counts from the last day promised for that
      ['INSTALLATION', 1, '2011-12-15', 'OPEN'],
      ['MAINTENANCE', 1, '2012-06-10', 'OPEN'],
      ['MAINTENANCE', 2, '2012-12-10', 'OPEN'],
      ['MAINTENANCE', 3, '2013-06-10', 'OPEN'],
      ['PACKAGING', 1, '2011-12-13', 'OPEN'],
    ]);
    expect(new Set(open.map((each) => each.owner?.email)).size).toBe(1);
    expect(open[0]!.owner).not.toBeNull();
    const again = await shop.done<{ opened: number }>('fulfilmentOpen', { invoiceId: invoice }, 'opened');
    expect(again.opened).toBe(0);
    expect(await shop.tasks(invoice)).toHaveLength(7);
  });

  it('C4 what is late or due today is told on the first page, each with the list of the same count', async () => {
    const { orm } = shop.server.db;
    await orm.execute(sql`update fulfilment_tasks set status = 'CANCELLED', due_on = '2011-12-10'`);
    const [late, , today, later] = await shop.tasks(await shop.buy());
    const on = (id: string, day: string) =>
      orm.execute(sql`update fulfilment_tasks set due_on = ${day} where id = ${id.split('_').at(-1)}::uuid`);
    await on(late!.id, '2011-12-08');
    await on(today!.id, '2011-12-10');
    await on(later!.id, '2011-12-11');
    const { home } = await shop.agent.data<{
      home: { attention: { kind: string; code: string; dueOn: string; params: { count: number }; target: Target }[] };
    }>('{ home { attention { kind code dueOn params target { resource id filter } } } }');
    const due = home.attention.filter(({ kind }) => kind === 'TASK_DUE');
    expect(due.map(({ code, dueOn }) => [code, dueOn])).toEqual([
      ['TASKS_OVERDUE', '2011-12-08'],
      ['TASKS_TODAY', '2011-12-10'],
    ]);
    for (const { params, target } of due) {
      const { fulfilmentTasks } = await shop.agent.data<{ fulfilmentTasks: { totalCount: number } }>(
        'query ($filter: FulfilmentTaskFilter) { fulfilmentTasks(first: 1, filter: $filter) { totalCount } }',
        { filter: target.filter },
      );
      expect([params.count, fulfilmentTasks.totalCount]).toEqual([1, 1]);
    }
  });

  it('C4 an imported purchase shows its schedule and opens nothing by itself', async () => {
    const [customerId, invoiceId] = [newId(), newId()];
    const { orm } = shop.server.db;
    await orm.execute(sql`
      insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
      values (${customerId}, ${customerId}, 'UNKNOWN', 'France', 'France', 'KEY', 'ACTIVE', '2011-01-01', 'GBP', now(), now())`);
    await orm.execute(sql`
      insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
      values (${customerId}, ${invoiceId}, 'OLD', '2011-03-01T10:00:00Z', 'SALE', 'France', 'GBP', 100, 1)`);
    await orm.execute(sql`
      insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
      values (${customerId}, ${newId()}, ${invoiceId}, 'SHIRT', 1, 'A shirt', 1, 10000, 100, 'GBP', 'SALE')`);
    const { keepPromises } = await import('../policies/index.ts');
    const { jobContext } = await import('@perennial/kernel/write/jobs');
    await keepPromises(await jobContext(shop.server.env));
    const id = `Invoice_${customerId}_${invoiceId}`;
    expect(await shop.tasks(id)).toEqual([]);
    const plan = await shop.agent.data<{
      fulfilmentPlan: { kind: string; dueOn: string; taskId: string | null; sentence: string }[];
    }>('query ($id: ID!) { fulfilmentPlan(invoiceId: $id, language: zh_Hant) { kind dueOn taskId sentence } }', { id });
    const visits = plan.fulfilmentPlan.filter((each) => each.kind === 'MAINTENANCE');
    expect(visits.map((each) => each.dueOn)).toEqual(['2011-09-01', '2012-03-01', '2012-09-01']);
    expect(visits.every((each) => each.taskId === null && /[\u4e00-\u9fff]/.test(each.sentence))).toBe(true);
    expect((await shop.done<{ opened: number }>('fulfilmentOpen', { invoiceId: id }, 'opened')).opened).toBe(7);
    expect(
      codes(await shop.change('fulfilmentOpen', { invoiceId: `Invoice_${customerId}_${customerId}` }, 'opened')),
    ).toEqual(['NOT_FOUND']);
  });
});

describe('C20 what comes with the goods', () => {
  it('C20 is handed over with them: the policy’s extras and the product’s own', async () => {
    expect((await shop.theOne(invoice, 'EXTRAS')).checklist.map((each) => each.text)).toEqual([
      'A card',
      'Two spare buttons',
    ]);
  });

  it('S1, C20 as it was at the sale: a product that brings nothing along any more takes nothing from it', async () => {
    const coat = await shop.product('COAT', { extras: ['Two horn buttons'] });
    const bought = await shop.bought(await shop.customer(), coat);
    const { orm } = shop.server.db;
    await orm.execute(sql`delete from fulfilment_tasks`);
    await orm.execute(sql`update products set extras = '{}' where code = 'COAT'`);
    await shop.done('fulfilmentOpen', { invoiceId: bought }, 'opened');
    expect((await shop.theOne(bought, 'EXTRAS')).checklist.map((each) => each.text)).toEqual([
      'A card',
      'Two horn buttons',
    ]);
  });
});
