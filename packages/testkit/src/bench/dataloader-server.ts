import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import postgres from 'postgres';

/** The usual way: the same schema on Apollo Server with one resolver per field and DataLoader against repeated queries. */
const sql = postgres(process.env['DATABASE_URL'] ?? '', {
  max: 10,
  fetch_types: false,
  connection: { TimeZone: 'UTC', jit: 'off' },
} as never);

const typeDefs = `#graphql
  scalar DateTime
  scalar Date
  scalar MinorUnits
  enum CustomerOrder { VALUE_DESC }
  enum TouchpointOrder { AT_DESC }
  enum ReturnOrder { AT_DESC }
  enum ReturnStatus { OPEN CLOSED }
  input TextFilter { eq: String }
  input ReturnStatusFilter { eq: ReturnStatus }
  input CustomerFilter { region: TextFilter, segment: TextFilter }
  input ReturnFilter { status: ReturnStatusFilter }
  type Money { amount: MinorUnits! currency: String! }
  type Customer {
    id: ID! number: String! kind: String! region: String! segment: String! stage: String! since: Date! health: Int! value: Money!
    touchpoints(first: Int, orderBy: TouchpointOrder): TouchpointConnection!
    returns(first: Int, orderBy: ReturnOrder, filter: ReturnFilter): ReturnConnection!
  }
  type Touchpoint { at: DateTime! channel: String! subject: String! }
  type Return { code: String! quantity: Int! at: DateTime! policy: Policy }
  type Policy { name: String! }
  type TouchpointConnection { nodes: [Touchpoint!]! }
  type ReturnConnection { nodes: [Return!]! }
  type CustomerConnection { nodes: [Customer!]! }
  type Query {
    customer(id: ID!): Customer
    customers(first: Int, orderBy: CustomerOrder, filter: CustomerFilter): CustomerConnection!
  }`;

type Row = Record<string, unknown>;

function loaders() {
  const many = (text: string) =>
    new DataLoader<string, Row[]>(async (ids) => {
      const rows = await sql.unsafe(text, [`{${ids.join()}}`], { prepare: true });
      const byId = new Map<string, Row[]>(ids.map((id) => [id, []]));
      for (const row of rows) byId.get(String(row['customer_id']))?.push(row);
      return ids.map((id) => byId.get(id) ?? []);
    });
  return {
    touchpoints: many(`select t.* from unnest($1::uuid[]) c(id) cross join lateral
      (select customer_id, at, channel, subject from touchpoints where customer_id = c.id order by at desc, id desc limit 5) t`),
    returns: many(`select t.* from unnest($1::uuid[]) c(id) cross join lateral
      (select customer_id, code, quantity, at, policy_id from returns where customer_id = c.id and status = 'OPEN' order by at desc, id desc limit 10) t`),
    policies: new DataLoader<string, Row | null>(async (ids) => {
      const rows = await sql.unsafe('select id, name from policies where id = any($1::uuid[])', [`{${ids.join()}}`], {
        prepare: true,
      });
      const byId = new Map(rows.map((row) => [String(row['id']), row as Row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
  };
}

type Context = ReturnType<typeof loaders>;
const customerId = (id: string): string => id.slice('Customer_'.length);

const resolvers = {
  Query: {
    customer: async (_: unknown, args: { id: string }) =>
      (
        await sql.unsafe('select * from customers where customer_id = $1::uuid', [customerId(args.id)], {
          prepare: true,
        })
      )[0],
    customers: async (_: unknown, args: { filter: { region: { eq: string }; segment: { eq: string } } }) => ({
      nodes: await sql.unsafe(
        'select * from customers where region = $1 and segment = $2 order by value desc, customer_id desc limit 50',
        [args.filter.region.eq, args.filter.segment.eq],
        { prepare: true },
      ),
    }),
  },
  Customer: {
    id: (row: Row) => `Customer_${String(row['customer_id'])}`,
    since: (row: Row) => (row['since'] as Date).toISOString().slice(0, 10),
    value: (row: Row) => ({ amount: Number(row['value']), currency: row['currency'] }),
    touchpoints: async (row: Row, _: unknown, context: Context) => ({
      nodes: await context.touchpoints.load(String(row['customer_id'])),
    }),
    returns: async (row: Row, _: unknown, context: Context) => ({
      nodes: await context.returns.load(String(row['customer_id'])),
    }),
  },
  Return: {
    policy: (row: Row, _: unknown, context: Context) =>
      row['policy_id'] ? context.policies.load(String(row['policy_id'])) : null,
  },
};

const server = new ApolloServer<Context>({ typeDefs, resolvers, nodeEnv: 'production', csrfPrevention: false });
await startStandaloneServer(server, {
  listen: { port: Number(process.env['PORT']), host: '127.0.0.1' },
  context: async () => loaders(),
});
process.send?.('ready');
