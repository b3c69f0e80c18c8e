import { newId } from '@perennial/kernel/db/ids';
import { sql } from 'drizzle-orm';
import { promises, type Answer, type Promises } from '../policies/promises.ts';
import type { GraphQLClient } from '../server/graphql-client.ts';

export interface Row {
  id: string;
  version: number;
}

export const asRow = ({ id, version }: Row): Row => ({ id, version });

/** A fee schedule with one call-out fee, minor units. */
export const feesOf = (amount: number) => ({
  id: 'fees',
  kind: 'fees',
  params: {
    rows: [{ code: 'CALL-OUT', label: 'Call-out', mode: 'AMOUNT', amount, consent: true }],
    partShare: 30,
    addOnsUpToDiscount: true,
  },
});

export const codes = (answer: Answer): string[] => answer.userErrors.map((each) => each.code);

/** Where staff sell over the API: quotes, purchases and what follows from them. Today is Saturday, 10 December 2011. */
export interface Desk extends Pick<Promises, 'server' | 'manager' | 'owner'> {
  policies: Promises;
  agent: GraphQLClient;
  /** A mutation by the agent, or by somebody else. */
  change: Promises['change'];
  /** As `change`; throws where it is refused. */
  done<T>(name: string, input: object, select: string, by?: GraphQLClient): Promise<T>;
  /** The version's id. */
  publish(name: string, terms: readonly unknown[], more?: object): Promise<string>;
  /** A product of £10 named after its code. */
  product(code: string, input?: object): Promise<string>;
  /** Somebody in France who has bought nothing yet. */
  customer(currency?: string): Promise<string>;
  /** A quote with these lines, sent. */
  quoted(
    customer: string,
    lines: readonly object[],
    more?: { validUntil?: string; discount?: number; solution?: string },
  ): Promise<{ quote: Row; revision: Row }>;
  accept(quote: Row, revision: Row, by?: GraphQLClient): Promise<Answer>;
  /** A purchase of one piece, from a quote accepted on the as-of day. */
  bought(customer: string, productId: string): Promise<string>;
  /** On another as-of day. */
  on<T>(day: string, work: () => Promise<T>): Promise<T>;
}

const TODAY = '2011-12-10';
const QUOTE = 'quote { id version } quoteRevision { id version }';

export async function desk(): Promise<Desk> {
  const policies = await promises();
  const { server, manager, owner, change: byManager, published } = policies;
  const agent = await server.as('AGENT');
  const change: Desk['change'] = (name, input, select, by = agent) => byManager(name, input, select, by);
  const made: Desk = {
    policies,
    server,
    agent,
    manager,
    owner,
    change,
    async done<T>(name: string, input: object, select: string, by?: GraphQLClient): Promise<T> {
      const answer = await change(name, input, select, by);
      if (answer.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(answer.userErrors)}`);
      return answer as T;
    },
    publish: (name, terms, more) => published(name, '2011-01-01', terms, more),
    async product(code, input = {}) {
      const all = { code, name: `A ${code}`, price: 100_000, ...input };
      const { product } = await made.done<{ product: { id: string } }>('productCreate', all, 'product { id }', manager);
      return product.id;
    },
    async customer(currency = 'GBP') {
      const id = newId();
      await server.db.orm.execute(sql`
        insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
        values (${id}, ${id}, 'UNKNOWN', 'France', 'France', 'PROSPECT', 'PROSPECT', '2011-01-01', ${currency}, now(), now())`);
      return `Customer_${id}`;
    },
    async quoted(customer, lines, { validUntil, ...more } = {}) {
      const opened = { customerId: customer, title: 'An offer', ...(validUntil ? { validUntil } : {}) };
      const { quoteRevision: draft } = await made.done<{ quoteRevision: Row }>('quoteCreate', opened, QUOTE);
      const saved = await made.done<{ quoteRevision: Row }>(
        'quoteRevisionSave',
        { ...draft, ...more, lines },
        'quoteRevision { id version }',
      );
      const sent = await made.done<{ quote: Row; quoteRevision: Row }>('quoteRevisionSend', saved.quoteRevision, QUOTE);
      return { quote: sent.quote, revision: sent.quoteRevision };
    },
    accept: (quote, revision, by) =>
      change(
        'quoteAccept',
        { ...asRow(quote), revisionId: revision.id },
        'quote { status } invoice { id number total { amount } lines currency kind at }',
        by,
      ),
    async bought(customer, productId) {
      const { quote, revision } = await made.quoted(customer, [{ productId, quantity: 1 }]);
      const { invoice, userErrors } = await made.accept(quote, revision);
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
      return (invoice as { id: string }).id;
    },
    async on(day, work) {
      await server.db.orm.execute(sql`update business set as_of = ${day}`);
      try {
        return await work();
      } finally {
        await server.db.orm.execute(sql`update business set as_of = ${TODAY}`);
      }
    },
  };
  return made;
}
