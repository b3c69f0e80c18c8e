import {
  defaultFieldResolver,
  execute,
  isEnumType,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { Model } from '@perennial/kernel/graphql/model';
import type { Readable } from '@perennial/kernel/graphql/schema-build';
import type { Registry } from '@perennial/kernel/registry/module';
import { matches } from './match.ts';
import { cursorFor, orderFrom, ownTie, pageOf, type OraclePage, type PageArguments, type TieBreak } from './page.ts';
import { globalIdOf, referenceFrom, rowsOfModel, type Row, type World } from './world.ts';

/** Whose eyes the oracle looks through: staff see every row, a partner its agreement's rows under its own references. */
export interface OracleView {
  sees(row: Row): boolean;
  /** The agreement's reference of a customer; null for staff. */
  refOf: ((customerId: string) => string) | null;
  minimumCount: number;
}

export const staffView: OracleView = { sees: () => true, refOf: null, minimumCount: 0 };

interface Located {
  model: Model;
  row: Row;
}

interface Page extends OraclePage {
  model: Model;
}

/**
 * A naive interpreter of the declarations: graphql-js walks the document, rows come from memory, one by one. It shares
 * no code with the read compiler, so that the two can be held against each other.
 */
export async function interpret(
  schema: GraphQLSchema,
  registry: Registry,
  world: World,
  view: OracleView,
  document: DocumentNode,
  variables: Record<string, unknown>,
) {
  return execute({
    schema,
    document,
    variableValues: variables,
    fieldResolver: resolver(registry, world, view),
    typeResolver: (value) => (value as Located).model.entity.name,
  });
}

function resolver(registry: Registry, world: World, view: OracleView): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    const read = info.parentType.getFields()[info.fieldName]?.extensions['read'] as Readable | undefined;
    if (!read) return besides(source, args, context, info, view);
    switch (read.kind) {
      case 'rootOne':
        return find(world, view, read.model, String(args['id']));
      case 'rootMany':
        return list(
          world,
          view,
          read.model,
          rowsOfModel(world, read.model).filter((row) => view.sees(row)),
          args,
          info,
        );
      case 'node': {
        const model = registry.models.get(String(args['id']).split('_')[0] ?? '');
        return model && info.schema.getType(model.entity.name) ? find(world, view, model, String(args['id'])) : null;
      }
      case 'id':
        return idFor(view, read.model, (source as Located).row);
      case 'field':
        return valueOf(registry, read, (source as Located).row);
      case 'relation':
        return related(world, view, read, (source as Located).row, args, info);
    }
  };
}

/** Fields of connections, edges and money, which no declaration describes. */
function besides(
  source: unknown,
  args: Record<string, unknown>,
  context: unknown,
  info: GraphQLResolveInfo,
  view: OracleView,
): unknown {
  const model = (source as Partial<Page> | undefined)?.model;
  if (!model || !('total' in (source as object))) return defaultFieldResolver(source, args, context, info);
  const page = source as Page;
  const tie = tieFor(view, model);
  const cursor = (row: Row | undefined): string | null => (row ? cursorFor(page.order, row, tie) : null);
  switch (info.fieldName) {
    case 'nodes':
      return page.rows.map((row) => ({ model, row }));
    case 'edges':
      return page.rows.map((row) => ({ cursor: cursor(row), node: { model, row } }));
    case 'totalCount':
      return page.total >= view.minimumCount ? page.total : null;
    default:
      return { ...page, model: undefined, startCursor: cursor(page.rows[0]), endCursor: cursor(page.rows.at(-1)) };
  }
}

function tieFor(view: OracleView, model: Model): TieBreak {
  const { refOf } = view;
  return refOf && model.key === 'customer' ? (row) => refOf(String(row['customerId'])) : ownTie(model);
}

function idFor(view: OracleView, model: Model, row: Row): string {
  return view.refOf ? `${model.entity.name}_${view.refOf(String(row['customerId']))}` : globalIdOf(model, row);
}

function find(world: World, view: OracleView, model: Model, id: string): Located | null {
  const row = rowsOfModel(world, model).find((each) => view.sees(each) && idFor(view, model, each) === id);
  return row ? { model, row } : null;
}

function list(
  world: World,
  view: OracleView,
  model: Model,
  rows: readonly Row[],
  args: PageArguments,
  info: GraphQLResolveInfo,
): Page {
  void world;
  const { filter, search } = args;
  const kept = rows.filter(
    (row) =>
      (!filter || matches(model, row, filter)) &&
      (!search ||
        model.search.some((name) =>
          String(row[name] ?? '')
            .toLowerCase()
            .includes(search.toLowerCase()),
        )),
  );
  const type = info.parentType.getFields()[info.fieldName]?.args.find((argument) => argument.name === 'orderBy')?.type;
  const offered = new Set(isEnumType(type) ? type.getValues().map((value) => value.name) : []);
  const order = orderFrom(model, args.orderBy ?? model.defaultOrder, offered);
  return { ...pageOf(model, kept, args, order, tieFor(view, model)), model };
}

function related(
  world: World,
  view: OracleView,
  read: Extract<Readable, { kind: 'relation' }>,
  row: Row,
  args: PageArguments,
  info: GraphQLResolveInfo,
): unknown {
  const { model, relation, target } = read;
  const rows = rowsOfModel(world, target);
  if (relation.kind === 'one') {
    const link = row[relation.key];
    const found = rows.find((each) =>
      target.key === 'customer'
        ? each['customerId'] === link
        : each['id'] === link && (target.key !== 'owned' || each['customerId'] === row['customerId']),
    );
    return found ? { model: target, row: found } : null;
  }
  const children = rows.filter(
    (each) =>
      (model.key === 'reference' || target.key !== 'owned' || each['customerId'] === row['customerId']) &&
      (model.key === 'customer' || each[relation.key] === row['id']),
  );
  return list(world, view, target, children, args, info);
}

function valueOf(registry: Registry, read: Extract<Readable, { kind: 'field' }>, row: Row): unknown {
  const { field } = read;
  if (field.source === 'derived') return field.derive(row);
  if (field.source === 'sql')
    throw new TypeError(`${read.name} is computed by the database: its results are written by hand`);
  const value = row[read.name];
  if (value == null) return null;
  if (field.meta.kind === 'money') return { amount: value, currency: row['currency'] };
  if (field.meta.kind === 'ref' && field.meta.target) return referenceFrom(registry, field.meta.target, row, value);
  return value;
}
