import {
  isEnumType,
  isInputObjectType,
  isListType,
  getNamedType,
  getNullableType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Model } from '@perennial/kernel/graphql/model';
import type { Readable } from '@perennial/kernel/graphql/schema-build';
import { cursorFor, orderFrom, ownTie, type TieBreak } from './page.ts';
import type { Random } from './random.ts';
import { globalIdOf, rowsOfModel, type Row, type World } from './world.ts';
import type { OracleView } from './interpret.ts';

export interface RandomQuery {
  query: string;
  variables: Record<string, unknown>;
}

interface Draft {
  random: Random;
  schema: GraphQLSchema;
  world: World;
  view: OracleView;
  variables: Map<string, { type: string; value: unknown }>;
  fragments: string[];
}

/** A valid document over what the compiler answers: aliases, fragments, directives, variables, filters, orders, cursors. */
export function randomQuery(random: Random, schema: GraphQLSchema, world: World, view: OracleView): RandomQuery {
  const draft: Draft = { random, schema, world, view, variables: new Map(), fragments: [] };
  const query = schema.getQueryType() as GraphQLObjectType;
  const roots = Object.values(query.getFields()).filter((field) => field.extensions['read']);
  const selected = random.some(roots, 1, 2).map((field, i) => fieldText(draft, query, field, 0, `r${i}`));
  const declared = [...draft.variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
  return {
    query: `query Random${declared ? `(${declared})` : ''} { ${selected.join(' ')} } ${draft.fragments.join(' ')}`,
    variables: Object.fromEntries([...draft.variables].map(([name, { value }]) => [name, value])),
  };
}

function fieldText(
  draft: Draft,
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  alias?: string,
): string {
  const { random } = draft;
  const read = field.extensions['read'] as Readable | undefined;
  const named = getNamedType(field.type);
  const key = alias ?? (random.chance(0.15) ? `${field.name}As${random.int(1, 3)}` : null);
  const args = read ? argumentsText(draft, parent, field, read) : '';
  const directive = random.chance(0.05) ? ` @include(if: ${random.chance(0.8)})` : '';
  const below =
    read?.kind === 'node' ? nodeText(draft, depth) : isObjectType(named) ? selectionText(draft, named, depth + 1) : '';
  return `${key ? `${key}: ` : ''}${field.name}${args}${directive}${below}`;
}

function nodeText(draft: Draft, depth: number): string {
  const types = Object.values(draft.schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && 'model' in type.extensions && type.getInterfaces().length > 0,
  );
  const chosen = draft.random.some(types, 1, 3);
  const parts = chosen.map((type) => `... on ${type.name} ${selectionText(draft, type, depth + 2, `${type.name}_`)}`);
  return ` { __typename id ${parts.join(' ')} }`;
}

/** `prefix` keeps response keys of several types under one field apart: they may differ in type. */
function selectionText(draft: Draft, type: GraphQLObjectType, depth: number, prefix?: string): string {
  const { random } = draft;
  const fields = Object.values(type.getFields()).filter((field) => {
    const read = field.extensions['read'] as Readable | undefined;
    if (read?.kind === 'field' && read.field.source === 'sql') return false;
    // how a partner's nested lists break ties depends on whether cursors are asked for; another test is about them
    if (draft.view.refOf && ['cursor', 'startCursor', 'endCursor'].includes(field.name)) return false;
    return depth < 6 || !isObjectType(getNamedType(field.type));
  });
  const heavy = (field: GraphQLField<unknown, unknown>): boolean =>
    (field.extensions['read'] as Readable | undefined)?.kind === 'relation';
  const light = fields.filter((field) => !heavy(field));
  const chosen = [...random.some(light, 1, 5), ...random.some(fields.filter(heavy), 0, depth < 4 ? 2 : 0)];
  const texts = chosen.map((field) => fieldText(draft, type, field, depth, prefix && `${prefix}${field.name}`));
  if (random.chance(0.1)) texts.push('__typename');
  if (random.chance(0.1)) {
    const name = `F${draft.fragments.length}`;
    draft.fragments.push(`fragment ${name} on ${type.name} { ${texts.join(' ')} }`);
    return ` { ...${name} }`;
  }
  return random.chance(0.1) ? ` { ... on ${type.name} { ${texts.join(' ')} } }` : ` { ${texts.join(' ')} }`;
}

function argumentsText(
  draft: Draft,
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  read: Readable,
): string {
  const { random } = draft;
  if (read.kind === 'rootOne') return `(id: ${value(draft, 'ID!', someId(draft, read.model))})`;
  if (read.kind === 'node') return `(id: ${value(draft, 'ID!', someId(draft, anyModel(draft)))})`;
  const model =
    read.kind === 'rootMany'
      ? read.model
      : read.kind === 'relation' && read.relation.kind === 'many'
        ? read.target
        : null;
  if (!model) return '';
  void parent;
  const args: string[] = [];
  const type = (name: string): GraphQLInputType | undefined =>
    field.args.find((argument) => argument.name === name)?.type;
  const orders = type('orderBy');
  const names = isEnumType(orders) ? orders.getValues().map((each) => each.name) : [];
  const order = random.chance(0.7) && names.length ? random.pick(names) : null;
  if (order && isEnumType(orders)) args.push(`orderBy: ${value(draft, orders.name, order, true)}`);
  const backward = random.chance(0.25);
  args.push(`${backward ? 'last' : 'first'}: ${value(draft, 'Int', random.int(1, 12))}`);
  if (random.chance(0.3) && (!draft.view.refOf || read.kind === 'rootMany')) {
    const cursor = someCursor(draft, model, order, names);
    if (cursor) args.push(`${backward ? 'before' : 'after'}: ${value(draft, 'String', cursor)}`);
  } else if (type('offset') && !backward && random.chance(0.2))
    args.push(`offset: ${value(draft, 'Int', random.int(0, 10))}`);
  const filter = type('filter');
  if (isInputObjectType(filter) && random.chance(0.6)) {
    const made = randomFilter(draft, model, filter, 0);
    args.push(`filter: ${random.chance(0.3) ? value(draft, filter.name, made, true) : literal(made, filter)}`);
  }
  if (type('search') && random.chance(0.2)) args.push(`search: ${value(draft, 'String', String(random.int(1, 20)))}`);
  return args.length ? `(${args.join(', ')})` : '';
}

/** Either written out or passed as a variable. */
function value(draft: Draft, type: string, given: unknown, named = false): string {
  if (!draft.random.chance(0.5) && !(named && typeof given === 'object'))
    return named ? String(given) : JSON.stringify(given);
  const name = `v${draft.variables.size}`;
  draft.variables.set(name, { type, value: given });
  return `$${name}`;
}

function anyModel(draft: Draft): Model {
  const models = Object.values(draft.schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && 'model' in type.extensions ? [type.extensions['model'] as Model] : [],
  );
  const stocked = models.filter((model) => rowsOfModel(draft.world, model).length > 0);
  return draft.random.pick(draft.view.refOf ? stocked.filter((model) => model.key === 'customer') : stocked);
}

function someId(draft: Draft, model: Model): string {
  const rows = rowsOfModel(draft.world, model);
  if (!rows.length || draft.random.chance(0.05)) {
    const nobody = '00000000-0000-7000-8000-00000000dead';
    return [model.entity.name, nobody, ...(model.key === 'owned' ? [nobody] : [])].join('_');
  }
  const row = draft.random.pick(rows);
  return draft.view.refOf
    ? `${model.entity.name}_${draft.view.refOf(String(row['customerId']))}`
    : globalIdOf(model, row);
}

function someCursor(draft: Draft, model: Model, order: string | null, offered: readonly string[]): string | null {
  const rows = rowsOfModel(draft.world, model);
  if (!rows.length) return null;
  const { refOf } = draft.view;
  const tie: TieBreak = refOf && model.key === 'customer' ? (row) => refOf(String(row['customerId'])) : ownTie(model);
  return cursorFor(orderFrom(model, order ?? model.defaultOrder, new Set(offered)), draft.random.pick(rows), tie);
}

function randomFilter(
  draft: Draft,
  model: Model,
  type: GraphQLInputObjectType,
  depth: number,
): Record<string, unknown> {
  const { random } = draft;
  const fields = Object.values(type.getFields()).filter(
    (field) => !['and', 'or', 'not', 'id', 'customerId'].includes(field.name),
  );
  const filter: Record<string, unknown> = {};
  for (const field of random.some(fields, 0, 2)) {
    const made = randomOps(draft, model, field.name, getNullableType(field.type) as GraphQLInputObjectType);
    if (made) filter[field.name] = made;
  }
  const { id, customerId } = type.getFields();
  const rows = rowsOfModel(draft.world, model);
  if (id && rows.length && random.chance(0.1))
    filter['id'] = { in: random.some(rows, 1, 5).map((row) => globalIdOf(model, row)) };
  if (customerId && rows.length && random.chance(0.1))
    filter['customerId'] = { eq: `Customer_${String(random.pick(rows)['customerId'])}` };
  if (depth < 2 && random.chance(0.2)) {
    const key = random.pick(['and', 'or', 'not']);
    const inner = (): Record<string, unknown> => randomFilter(draft, model, type, depth + 1);
    filter[key] = key === 'not' ? inner() : Array.from({ length: random.int(1, 2) }, inner);
  }
  return filter;
}

function randomOps(
  draft: Draft,
  model: Model,
  name: string,
  type: GraphQLInputObjectType,
): Record<string, unknown> | null {
  const { random } = draft;
  const op = random.pick(Object.keys(type.getFields()));
  if (op === 'isNull') return { isNull: random.chance(0.5) };
  const sample = (): unknown => sampleOf(draft, model, name, rowsOfModel(draft.world, model));
  if (op === 'in') {
    const values = Array.from({ length: random.int(1, 3) }, sample).filter((each) => each !== null);
    return values.length ? { in: values } : null;
  }
  const operand = sample();
  if (operand === null) return null;
  if (op === 'contains' || op === 'startsWith') return { [op]: String(operand).slice(0, random.int(1, 4)) };
  return { [op]: operand };
}

/** A value that occurs, as the API writes it; null where the field is empty everywhere. */
function sampleOf(draft: Draft, model: Model, name: string, rows: readonly Row[]): unknown {
  if (!rows.length) return null;
  const meta = model.fields.get(name)?.meta;
  const stored = draft.random.pick(rows)[name];
  if (stored == null) return null;
  if (stored instanceof Date) return stored.toISOString();
  return meta?.kind === 'ref' && meta.target ? `${meta.target}_${String(stored)}` : stored;
}

/** GraphQL literal of an input value; enums have no quotes. */
function literal(given: unknown, type: GraphQLInputType): string {
  const bare = getNullableType(type);
  if (isListType(bare))
    return `[${(given as unknown[]).map((each) => literal(each, bare.ofType as GraphQLInputType)).join(', ')}]`;
  if (isInputObjectType(bare)) {
    const fields = bare.getFields();
    const parts = Object.entries(given as object).map(
      ([key, inner]) => `${key}: ${literal(inner, fields[key]?.type as GraphQLInputType)}`,
    );
    return `{${parts.join(', ')}}`;
  }
  return isEnumType(bare) ? String(given) : JSON.stringify(given);
}
