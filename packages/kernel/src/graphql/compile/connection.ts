import { getNamedType, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { Model } from '../model.ts';
import type { CompileContext } from './context.ts';
import { cursorSql } from './cursor.ts';
import {
  argumentsOf,
  checkedOffset,
  keysetSql,
  orderSql,
  pageRequest,
  visibleOrder,
  type PageRequest,
} from './page.ts';
import type { RowScope, RowWriter } from './row-scope.ts';
import { collectFields, subselections } from './selection.ts';
import { summarySql, whatIsWanted, type Wanted } from './summary.ts';
import { escapeLike, filterSql } from './where.ts';

/** Where a connection's rows come from. The paged row carries filters and order; the scope is what fields are read from. */
interface Source {
  /** `from` clause that yields the paged row; `id` is the SQL of what breaks ties and stands in cursors. */
  paged: { table: string; alias: string; id: string };
  conditions: string[];
  scope: RowScope;
  row: RowWriter;
}

/** A nested or root connection of a table, as one scalar subquery yielding the connection's JSON. */
export function connectionSql(
  ctx: CompileContext,
  model: Model,
  nodes: readonly FieldNode[],
  path: readonly string[],
  join: (alias: string) => string[],
  row: RowWriter,
): string {
  const alias = ctx.writer.alias();
  const { type, request } = prepare(ctx, model, nodes);
  const source: Source = {
    paged: { table: model.tableName, alias, id: tieBreak(ctx, model, type, request, nodes, alias) },
    conditions: [...join(alias), ...narrowing(ctx, model, request, alias)],
    scope: { alias, shared: null },
    row,
  };
  return assemble(ctx, model, type, source, request, nodes, path, (rows) => rows);
}

/**
 * The row's id, but for partners whose cursors would tell it: two partners could join what they received by it. There
 * the agreement's own keyed hash of the id takes its place, in the order as well, so that pages fit together.
 */
function tieBreak(
  ctx: CompileContext,
  model: Model,
  type: GraphQLObjectType,
  request: PageRequest,
  nodes: readonly FieldNode[],
  alias: string,
): string {
  const id = `${alias}.${model.key === 'customer' ? 'customer_id' : 'id'}`;
  if (!ctx.partner || (!request.cursor && !asksForCursors(ctx, type, nodes))) return id;
  const key = ctx.writer.bind(({ actor }) => (actor.kind === 'partner' ? actor.rowKey : ''), 'text');
  return `encode(substr(sha256(convert_to(${key} || ${id}, 'UTF8')), 1, 16), 'hex')::uuid`;
}

function asksForCursors(ctx: CompileContext, type: GraphQLObjectType, nodes: readonly FieldNode[]): boolean {
  if (whatIsWanted(ctx, type, nodes).cursors) return true;
  const parts = [...collectFields(ctx, type, subselections(nodes)).values()];
  const edge = type.getFields()['edges'];
  return parts.some(
    (selected) =>
      edge &&
      selected[0]?.name.value === 'edges' &&
      [...collectFields(ctx, getNamedType(edge.type) as GraphQLObjectType, subselections(selected)).values()].some(
        ([node]) => node?.name.value === 'cursor',
      ),
  );
}

/**
 * A partner's root list: the page is found on the sharing index alone, in a CTE, and only its rows are joined to the
 * customers' table. The CTE also tells the receipt whose data was read.
 */
export function sharedConnectionSql(
  ctx: CompileContext,
  model: Model,
  nodes: readonly FieldNode[],
  path: readonly string[],
  row: RowWriter,
): string {
  const { writer, registry } = ctx;
  if (!registry.sharing) throw new TypeError('no area provides a sharing index');
  const shared = writer.alias();
  const alias = writer.alias();
  const { type, request } = prepare(ctx, model, nodes);
  const source: Source = {
    paged: { table: registry.sharing.indexTable, alias: shared, id: `${shared}.ref` },
    conditions: [...inForce(ctx, shared), ...narrowing(ctx, model, request, shared)],
    scope: { alias, shared },
    row,
  };
  const name = `page${writer.pages.length}`;
  return assemble(ctx, model, type, source, request, nodes, path, (page) => {
    writer.pages.push({ name, sql: page, shown: `select customer_id from ${name} where rn <= ${request.size}` });
    return `${name} ${shared} join ${model.tableName} ${alias} on ${alias}.customer_id = ${shared}.customer_id`;
  });
}

/** Rows of the index that this agreement may still read. */
export function inForce(ctx: CompileContext, alias: string): string[] {
  const agreement = ctx.writer.bind(({ actor }) => (actor.kind === 'partner' ? actor.agreementId : null), 'uuid');
  return [`${alias}.agreement_id = ${agreement}`, `(${alias}.expires_at is null or ${alias}.expires_at > now())`];
}

function prepare(ctx: CompileContext, model: Model, nodes: readonly FieldNode[]) {
  const type = ctx.schema.getType(`${model.entity.name}Connection`) as GraphQLObjectType;
  const name = nodes[0]?.name.value ?? '';
  const field = connectionField(ctx, model, name);
  return { type, request: visibleOrder(field, pageRequest(model, argumentsOf(ctx, field, nodes))) };
}

/** Arguments are the same wherever the connection appears, but for `search`, which only the root list has. */
function connectionField(ctx: CompileContext, model: Model, name: string): GraphQLField<unknown, unknown> {
  const types = [
    ctx.schema.getQueryType(),
    ...ctx.registry.models.values().map((m) => ctx.schema.getType(m.entity.name)),
  ];
  for (const type of types) {
    const field = (type as GraphQLObjectType | undefined)?.getFields()[name];
    if (field && String(field.type) === `${model.entity.name}Connection!`) return field;
  }
  throw new TypeError(`no connection ${name} of ${model.entity.name}`);
}

function narrowing(ctx: CompileContext, model: Model, request: PageRequest, alias: string): string[] {
  const conditions = request.filter ? filterSql(ctx.writer, model, alias, request.filter) : [];
  const { search } = request;
  if (search) {
    const term = ctx.writer.bind((input) => `%${escapeLike(search.at(input))}%`, 'text');
    const columns = model.search.map((name) => model.fields.get(name)).filter((field) => field?.source === 'column');
    conditions.push(`(${columns.map((field) => `${alias}.${field.column} ilike ${term}`).join(' or ')})`);
  }
  return conditions;
}

function assemble(
  ctx: CompileContext,
  model: Model,
  type: GraphQLObjectType,
  source: Source,
  request: PageRequest,
  nodes: readonly FieldNode[],
  path: readonly string[],
  through: (page: string) => string,
): string {
  const wanted = whatIsWanted(ctx, type, nodes);
  const { paged } = source;
  const from = `${paged.table} ${paged.alias}`;
  const count = (): string => `select count(*)::int as n from ${from}${where(source.conditions)}`;
  if (!wanted.rows) return `(select ${summarySql(ctx, type, wanted, request, false, count)})`;

  const conditions = [...source.conditions, ...keysetSql(ctx, request, paged.alias, paged.id)];
  const order = orderSql(request.order, paged.alias, paged.id, request.backward);
  const offset = offsetSql(ctx, request);
  // one row more than asked for tells whether there is a next page
  const limit = `limit ${request.size + (wanted.more ? 1 : 0)}${offset && ` offset ${offset}`}`;
  const page = `${from}${where(conditions)} order by ${order} ${limit}`;
  // rows are numbered before the offset is skipped: the page begins at one all the same
  const number = `row_number() over (order by ${order})${offset && ` - ${offset}`} as rn`;
  const columns = columnsSql(ctx, model, source, request, wanted, path);
  const numbered = wanted.more || request.backward || wanted.cursors || source.scope.shared !== null;
  if (numbered) columns.unshift(source.scope.shared ? `${paged.alias}.rn` : number);
  const rows = source.scope.shared
    ? `select ${columns.join(', ')} from ${through(`select ${paged.alias}.*, ${number} from ${page}`)} order by ${paged.alias}.rn`
    : `select ${columns.join(', ') || '1'} from ${page}`;
  // `having` makes it one row even where nothing of what is asked for is an aggregate
  return `(select ${summarySql(ctx, type, wanted, request, numbered, count)} from (${rows}) x having true)`;
}

const where = (conditions: readonly string[]): string =>
  conditions.length ? ` where ${conditions.join(' and ')}` : '';

function offsetSql(ctx: CompileContext, { offset }: PageRequest): string {
  return offset ? ctx.writer.bind((input) => checkedOffset(offset.at(input)), 'int') : '';
}

/**
 * Columns are numbered, not called after response keys: a caller's alias may be longer than PostgreSQL's names, and
 * may be the name of one of our own columns.
 */
function columnsSql(
  ctx: CompileContext,
  model: Model,
  source: Source,
  request: PageRequest,
  wanted: Wanted,
  path: readonly string[],
): string[] {
  const columns: string[] = [];
  for (const [i, [key, selected]] of [...wanted.parts].entries()) {
    const name = selected[0]?.name.value;
    const at = [...path, key, '*'];
    if (name === 'nodes') columns.push(`${source.row(ctx, ctx.typeOf(model), source.scope, selected, at)} as part${i}`);
    if (name === 'edges') columns.push(`${edgeSql(ctx, model, source, request, selected, at)} as part${i}`);
  }
  if (wanted.cursors) columns.push(`${cursorSql(request.order, source.paged.alias, source.paged.id)} as cursor_text`);
  return columns;
}

function edgeSql(
  ctx: CompileContext,
  model: Model,
  source: Source,
  request: PageRequest,
  nodes: readonly FieldNode[],
  path: readonly string[],
): string {
  const edge = ctx.schema.getType(`${model.entity.name}Edge`) as GraphQLObjectType;
  const parts = [...collectFields(ctx, edge, subselections(nodes))].map(([key, selected]) => {
    const name = selected[0]?.name.value;
    if (name === 'cursor') return `'${key}': ${cursorSql(request.order, source.paged.alias, source.paged.id)}`;
    if (name === '__typename') return `'${key}': '${edge.name}'::text`;
    return `'${key}': ${source.row(ctx, ctx.typeOf(model), source.scope, selected, [...path, key])}`;
  });
  return `json_object(${parts.join(', ')})`;
}
