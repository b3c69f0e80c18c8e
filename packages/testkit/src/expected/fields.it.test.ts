import { createHash, createHmac } from 'node:crypto';
import { isRefusal } from '@perennial/kernel/auth/partner';
import type { PartnerActor } from '@perennial/kernel/auth/actor';
import type { Readable } from '@perennial/kernel/graphql/schema-build';
import { formatApiKey } from '@perennial/domain/partners/api-key';
import { authenticatePartner } from '@perennial/modules/partners/keys';
import { getNamedType, isNonNullType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { askOwner } from '../oracle/questions.ts';
import { openShop, type Shop } from '../shop/shop.ts';
import { asPartner, type PartnerEntry } from './as-partner.ts';
import type { Entry } from './entry.ts';
import { hours } from './hours.ts';
import { offers } from './offers.ts';
import { partnership } from './partnership.ts';
import { people } from './people.ts';
import { trade } from './trade.ts';
import { whatIf } from './what-if.ts';
import { createWorld, uuid } from './world.ts';

const KEY = formatApiKey('abcdefghij', 'k'.repeat(32));
const AGREEMENT_KEY = Buffer.alloc(32, 'an agreement’s own secret');

/** HMAC's paddings: the key in a block of 64 bytes, each byte XORed with 36 and 5c (RFC 2104). */
const padded = (byte: number): string =>
  Buffer.from(Buffer.concat([AGREEMENT_KEY, Buffer.alloc(32)]).map((b) => b ^ byte)).toString('hex');

/** HMAC-SHA-256 of the customer's sixteen bytes, cut to a uuid. */
function referenceOf(customerId: string): string {
  const bytes = Buffer.from(customerId.replaceAll('-', ''), 'hex');
  const hex = createHmac('sha256', AGREEMENT_KEY).update(bytes).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

const REFERENCE = referenceOf(uuid(1));

let shop: Shop;
let grants: string[];

/** The types whose rows can be read, in either schema. */
const rowTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && 'model' in type.extensions,
  );

const readOf = (type: GraphQLObjectType, name: string): Readable =>
  type.getFields()[name]?.extensions['read'] as Readable;

beforeAll(async () => {
  shop = await openShop();
  grants = [...shop.registry.models.values()].flatMap((model) =>
    [
      ...[...model.fields].map(([name, field]) => [name, field.meta.share]),
      ...[...model.relations].map(([name, r]) => [name, r.share]),
    ]
      .filter(([, share]) => share === 'grantable')
      .map(([name]) => `${model.entity.name}.${name}`),
  );
  const keyHash = createHash('sha256').update(KEY).digest('hex');
  await createWorld(shop.db, { keyHash, inner: padded(0x36), outer: padded(0x5c), reference: REFERENCE, grants });
});

describe('every field that staff can read, against what was put in', () => {
  const entries = (): readonly Entry[] => [...people, ...hours, ...whatIf, ...trade, ...offers, ...partnership(grants)];
  const schema = (): GraphQLSchema => shop.engine.staff.schema;

  it('has a result written by hand: enter new fields in packages/testkit/src/expected', () => {
    const declared = rowTypes(schema()).flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );
    const first = new Map(
      entries()
        .toReversed()
        .map((each) => [each.type, each]),
    );
    const entered = [...first.values()].flatMap(({ type, fields }) =>
      Object.keys(fields).map((field) => `${type}.${field}`),
    );
    expect(entered.sort()).toEqual(declared.sort());
  });

  it('is entered with a value and, where it may be null, as null too', () => {
    for (const type of rowTypes(schema())) {
      const own = entries().filter((each) => each.type === type.name);
      for (const [name, field] of Object.entries(type.getFields())) {
        const values = own.flatMap(({ fields }) => (name in fields ? [fields[name]] : []));
        expect(
          values.some((value) => value !== null),
          `${type.name}.${name} has no value`,
        ).toBe(true);
        const mayBeNull = !isNonNullType(field.type) && readOf(type, name).kind === 'field';
        if (mayBeNull) expect(values, `${type.name}.${name} is never null`).toContain(null);
      }
    }
  });

  it('answers just that', async () => {
    for (const { type: name, id, fields } of entries()) {
      const type = schema().getType(name) as GraphQLObjectType;
      const selected = Object.keys(fields).map((field) => `${field}${selectionFor(type, field)}`);
      const query = `query ($id: ID!) { node(id: $id) { ... on ${name} { ${selected.join(' ')} } } }`;
      const { node } = await askOwner<{ node: unknown }>(shop, query, { id });
      expect(node, id).toEqual(fields);
    }
  });

  it('answers so through the root fields as well', async () => {
    for (const type of rowTypes(schema())) {
      const root = type.name.charAt(0).toLowerCase() + type.name.slice(1);
      const list = (type.extensions['model'] as { entity: { plural: string } }).entity.plural;
      if (!(root in (schema().getQueryType()?.getFields() ?? {}))) continue;
      const own = entries().filter((each) => each.type === type.name);
      const names = Object.keys(own[0]?.fields ?? {});
      const selected = names.map((field) => `${field}${selectionFor(type, field)}`).join(' ');
      const query = `query ($id: ID!) { ${root}(id: $id) { ${selected} } ${list}(first: 100) { nodes { ${selected} } } }`;
      const answer = await askOwner<Record<string, unknown>>(shop, query, { id: own[0]?.id });
      expect(answer[root], root).toEqual(own[0]?.fields);
      expect((answer[list] as { nodes: unknown[] }).nodes, list).toContainEqual(own[0]?.fields);
    }
  });
});

/** Rows are asked for their ids, lists for their number too, money for both its parts. */
function selectionFor(type: GraphQLObjectType, name: string): string {
  const read = readOf(type, name);
  if (read.kind === 'relation') return read.relation.kind === 'one' ? ' { id }' : ' { totalCount nodes { id } }';
  return getNamedType(type.getFields()[name]?.type)?.name === 'Money' ? ' { amount currency }' : '';
}

describe('every field that a partner can be granted, under the agreement’s own reference', () => {
  const expected: Readonly<Record<string, PartnerEntry>> = asPartner(REFERENCE);
  let actor: PartnerActor;

  beforeAll(async () => {
    const found = await authenticatePartner(shop.db, KEY, new Date());
    if (isRefusal(found)) throw new Error(found.message);
    actor = found;
  });

  const schema = (): GraphQLSchema => shop.engine.partner(actor.grants).schema;

  const ask = async (query: string): Promise<Record<string, unknown>> => {
    const text = await shop.env.askAsPartner(actor, { query });
    const { data, errors } = JSON.parse(text) as { data: Record<string, unknown>; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };

  it('has a result written by hand: enter what becomes grantable in packages/testkit/src/expected/as-partner.ts', () => {
    const declared = rowTypes(schema()).flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );
    const entered = Object.entries(expected).flatMap(([type, { fields, relations }]) =>
      [...Object.keys(fields), ...Object.keys(relations)].map((field) => `${type}.${field}`),
    );
    expect(entered.sort()).toEqual(declared.sort());
  });

  it('answers just that', async () => {
    for (const [name, { through, fields, relations }] of Object.entries(expected)) {
      const type = schema().getType(name) as GraphQLObjectType;
      const own = Object.keys(fields).map((field) => `${field}${selectionFor(type, field)}`);
      const related = Object.entries(relations).map(([field, { ask: selection }]) => `${field} ${selection}`);
      const { text, lists } = wrapped(schema(), through, [...own, ...related].join(' '));
      const { customer } = await ask(`{ customer(id: "Customer_${REFERENCE}") { ${text} } }`);
      const row = through.reduce<unknown>((at, step, i) => {
        const next = (at as Record<string, unknown>)[step];
        return lists[i] ? (next as { nodes: unknown[] }).nodes[0] : next;
      }, customer);
      const told = Object.fromEntries(Object.entries(relations).map(([field, { is }]) => [field, is]));
      expect(row, name).toEqual({ ...fields, ...told });
    }
  });

  it('stands beside introspection in one answer, in the order of the document', async () => {
    const answer = await ask(`{ __schema { queryType { name } } ...Rows t: __type(name: "Customer") { name } }
      fragment Rows on Query { customers { totalCount } __typename }`);
    expect(JSON.stringify(answer)).toBe(
      '{"__schema":{"queryType":{"name":"Query"}},"customers":{"totalCount":1},"__typename":"Query","t":{"name":"Customer"}}',
    );
  });

  it('reaches the customer by list and by node too, and nobody by our own id', async () => {
    const selected = Object.keys(expected['Customer']?.fields ?? {})
      .map((field) => `${field}${selectionFor(schema().getType('Customer') as GraphQLObjectType, field)}`)
      .join(' ');
    const answer = await ask(`{ customers { totalCount nodes { ${selected} } }
      node(id: "Customer_${REFERENCE}") { id ... on Customer { number } }
      ours: node(id: "Customer_${uuid(1)}") { id } mine: customer(id: "Customer_${uuid(1)}") { id }
      contact: node(id: "Contact_${uuid(1)}_${uuid(11)}") { id } }`);
    expect(answer).toEqual({
      customers: { totalCount: 1, nodes: [expected['Customer']?.fields] },
      node: { id: `Customer_${REFERENCE}`, number: '17850' },
      ours: null,
      mine: null,
      contact: null,
    });
  });
});

/** The selection inside its steps, and which of these are lists. */
function wrapped(schema: GraphQLSchema, through: readonly string[], inner: string): { text: string; lists: boolean[] } {
  let type = schema.getType('Customer') as GraphQLObjectType;
  const lists = through.map((step) => {
    const read = readOf(type, step);
    if (read.kind !== 'relation') throw new Error(`${type.name}.${step} is no relation`);
    type = schema.getType(read.target.entity.name) as GraphQLObjectType;
    return read.relation.kind === 'many';
  });
  const text = through.reduceRight(
    (below, step, i) => (lists[i] ? `${step}(first: 1) { nodes { ${below} } }` : `${step} { ${below} }`),
    inner,
  );
  return { text, lists };
}
