import type { Answer } from '../policies/promises.ts';
import { asRow, desk, type Desk, type Row } from './desk.ts';

export interface Task extends Row {
  kind: string;
  status: string;
  dueOn: string;
  ordinal: number;
  checklist: { text: string; done: boolean; by: string | null }[];
  conduct: string[];
  parts: unknown[];
  completedOn: string | null;
  owner: { email: string } | null;
}

/** A shop that promises a shirt's buyer everything there is to do, and what comes of it. */
export interface Served extends Desk {
  shirt: string;
  /** A spare part. */
  filter: string;
  /** Somebody new buys a shirt today; its invoice. */
  buy(): Promise<string>;
  tasks(invoice: string): Promise<Task[]>;
  theOne(invoice: string, kind: string, ordinal?: number): Promise<Task>;
  /** Ticks everything and says that it was done. */
  finish(invoice: string, kind: string, more?: object): Promise<Answer>;
}

const TERMS = [
  {
    id: 'deliver',
    kind: 'delivery',
    params: { withinDays: 3, clock: 'CALENDAR_DAYS', freeOfCharge: true, checklist: ['Unpack', 'Sign'] },
  },
  {
    id: 'install',
    kind: 'installation',
    params: {
      withinDays: 2,
      countedFrom: 'DELIVERY',
      freeOfCharge: true,
      checklist: ['Tested'],
      conduct: ['Shoe covers'],
    },
  },
  { id: 'pack', kind: 'packaging', params: { checklist: ['No plastic'], giftWrap: true, takeBack: true } },
  { id: 'card', kind: 'extras', params: { items: ['A card'] } },
  {
    id: 'maintain',
    kind: 'maintenance',
    params: {
      everyMonths: 6,
      visits: 3,
      partsIncluded: false,
      labourIncluded: true,
      partsDiscount: 0,
      countedFrom: 'PURCHASE',
    },
  },
];

export async function served(): Promise<Served> {
  const at = await desk();
  const shirt = await at.product('SHIRT', { extras: ['Two spare buttons'] });
  const filter = await at.product('FILTER', { isPart: true, price: 45_000 });
  await at.publish('Whole service', TERMS);
  const made: Served = {
    ...at,
    shirt,
    filter,
    buy: async () => at.bought(await at.customer(), shirt),
    async tasks(invoice) {
      const { invoice: page } = await at.agent.data<{ invoice: { fulfilmentTasks: { nodes: Task[] } } }>(
        `query ($id: ID!) { invoice(id: $id) { fulfilmentTasks(first: 50) { nodes {
          id version kind status dueOn ordinal checklist conduct parts completedOn owner { email } } } } }`,
        { id: invoice },
      );
      return page.fulfilmentTasks.nodes;
    },
    theOne: async (invoice, kind, ordinal = 1) =>
      (await made.tasks(invoice)).find((each) => each.kind === kind && each.ordinal === ordinal)!,
    async finish(invoice, kind, more = {}) {
      for (const [item, { done: ticked }] of (await made.theOne(invoice, kind)).checklist.entries()) {
        const tick = { ...asRow(await made.theOne(invoice, kind)), item, done: true };
        if (!ticked) await at.done('fulfilmentTick', tick, 'task { id }');
      }
      return at.change(
        'fulfilmentComplete',
        { ...asRow(await made.theOne(invoice, kind)), note: 'As agreed', signedBy: 'Mrs Lee', ...more },
        'task { status completedOn }',
      );
    },
  };
  return made;
}
