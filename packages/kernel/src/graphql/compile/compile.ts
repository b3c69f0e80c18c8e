import type { FieldNode } from 'graphql';
import { fromGlobalId, typeOfGlobalId, type RowRef } from '../global-id.ts';
import type { Model } from '../model.ts';
import type { Readable } from '../schema-build.ts';
import type { Argument } from './argument.ts';
import { connectionSql, inForce, sharedConnectionSql } from './connection.ts';
import type { CompileContext } from './context.ts';
import { argumentsOf } from './page.ts';
import type { Binding, Plan, PlanInput } from './plan.ts';
import { rowSql } from './row.ts';

/** Compiles the selected root fields into ONE statement. */
export function compileQuery(ctx: CompileContext, roots: ReadonlyMap<string, readonly FieldNode[]>): Plan {
  const parts = [...roots].map(([key, nodes]) => `'${key}': ${rootSql(ctx, key, nodes)}`);
  return finish(ctx, `json_object(${parts.join(', ')})`);
}

/** Compiles what a write's payload selects from one row. */
export function compileRow(ctx: CompileContext, model: Model, ref: RowRef, nodes: readonly FieldNode[]): Plan {
  return finish(
    ctx,
    byKeySql(ctx, model, () => ref, nodes, []),
  );
}

function finish(ctx: CompileContext, json: string): Plan {
  const { writer, partner } = ctx;
  const pages = writer.pages.map((page) => `${page.name} as materialized (${page.sql})`);
  const customers = writer.pages.map((page) => page.shown).join(' union ');
  const whose = customers ? `(select coalesce(array_agg(c.customer_id)::text, '{}') from (${customers}) c)` : `'{}'`;
  const answer = partner ? `${whose} || E'\\n' || (${json})::text` : `(${json})::text`;
  const statement = `${pages.length ? `with ${pages.join(', ')} ` : ''}select ${answer}`;
  return {
    ...onlyUsed(statement, writer.bindings),
    derived: writer.derived,
    models: writer.models,
    touched: writer.touched,
    uses: 0,
  };
}

/**
 * A list of which nothing is asked in the end (`@include(if: false)`) has bound its filter for nothing, and a parameter
 * that stands nowhere in the statement has no type for the database. What is left is numbered anew.
 */
function onlyUsed(statement: string, bindings: readonly Binding[]): Pick<Plan, 'sql' | 'bindings'> {
  const used = [...new Set(Array.from(statement.matchAll(/\$(\d+)::/g), (match) => Number(match[1])))].sort(
    (a, b) => a - b,
  );
  if (used.length === bindings.length) return { sql: statement, bindings };
  const place = new Map(used.map((number, i) => [number, i + 1]));
  return {
    sql: statement.replaceAll(/\$(\d+)::/g, (_all, number: string) => `$${place.get(Number(number))}::`),
    bindings: used.map((number) => bindings[number - 1]).filter((binding) => binding !== undefined),
  };
}

function rootSql(ctx: CompileContext, key: string, nodes: readonly FieldNode[]): string {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') return `'Query'::text`;
  const field = ctx.schema.getQueryType()?.getFields()[name];
  const read = field?.extensions['read'] as Readable | undefined;
  if (!field || !read) throw new TypeError(`Query.${name} cannot be compiled`);
  const get = argumentsOf(ctx, field, nodes);
  switch (read.kind) {
    case 'rootOne':
      return oneRootSql(ctx, read.model, get('id'), nodes, [key]);
    case 'rootMany':
      ctx.writer.models.add(read.model);
      return ctx.partner
        ? sharedConnectionSql(ctx, read.model, nodes, [key], rowSql)
        : connectionSql(ctx, read.model, nodes, [key], () => [], rowSql);
    case 'node':
      return nodeSql(ctx, get('id'), nodes, [key]);
    default:
      throw new TypeError(`Query.${name} is no root field`);
  }
}

/** `node(id)`: the id's type is part of the plan's shape. A type that this schema does not have answers null. */
function nodeSql(
  ctx: CompileContext,
  id: Argument | null,
  nodes: readonly FieldNode[],
  path: readonly string[],
): string {
  const model = ctx.registry.models.get(typeOfGlobalId(String(id?.now)) ?? '');
  if (!model || !ctx.schema.getType(model.entity.name) || (ctx.partner && model.key !== 'customer'))
    return 'null::json';
  return oneRootSql(ctx, model, id, nodes, path);
}

function oneRootSql(
  ctx: CompileContext,
  model: Model,
  id: Argument | null,
  nodes: readonly FieldNode[],
  path: readonly string[],
): string {
  const ref = (input: PlanInput): RowRef => fromGlobalId(model.entity.name, model.key, String(id?.at(input)));
  return ctx.partner ? sharedRowSql(ctx, model, ref, nodes, path) : byKeySql(ctx, model, ref, nodes, path);
}

function byKeySql(
  ctx: CompileContext,
  model: Model,
  ref: (input: PlanInput) => RowRef,
  nodes: readonly FieldNode[],
  path: readonly string[],
): string {
  const { writer } = ctx;
  const alias = writer.alias();
  writer.models.add(model);
  const conditions: string[] = [];
  if (model.key !== 'reference')
    conditions.push(`${alias}.customer_id = ${writer.bind((input) => ref(input).customerId, 'uuid')}`);
  if (model.key !== 'customer') conditions.push(`${alias}.id = ${writer.bind((input) => ref(input).id, 'uuid')}`);
  const object = rowSql(ctx, ctx.typeOf(model), { alias, shared: null }, nodes, path);
  return `(select ${object} from ${model.tableName} ${alias} where ${conditions.join(' and ')})`;
}

/** A partner names a customer by its agreement's own reference; only the sharing index can translate it. */
function sharedRowSql(
  ctx: CompileContext,
  model: Model,
  ref: (input: PlanInput) => RowRef,
  nodes: readonly FieldNode[],
  path: readonly string[],
): string {
  const { writer, registry } = ctx;
  if (!registry.sharing) throw new TypeError('no area provides a sharing index');
  const shared = writer.alias();
  const alias = writer.alias();
  writer.models.add(model);
  const given = writer.bind((input) => ref(input).customerId, 'uuid');
  const conditions = [...inForce(ctx, shared), `${shared}.ref = ${given}`];
  const name = `page${writer.pages.length}`;
  writer.pages.push({
    name,
    sql: `select ${shared}.* from ${registry.sharing.indexTable} ${shared} where ${conditions.join(' and ')}`,
    shown: `select customer_id from ${name}`,
  });
  const object = rowSql(ctx, ctx.typeOf(model), { alias, shared }, nodes, path);
  return `(select ${object} from ${name} ${shared} join ${model.tableName} ${alias} on ${alias}.customer_id = ${shared}.customer_id)`;
}
