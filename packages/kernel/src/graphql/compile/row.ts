import type { FieldNode, GraphQLObjectType } from 'graphql';
import { globalIdSql, toGlobalId } from '../global-id.ts';
import { columnOf, type Model, type ModelField } from '../model.ts';
import type { Readable } from '../schema-build.ts';
import { connectionSql } from './connection.ts';
import type { CompileContext } from './context.ts';
import type { RowScope } from './row-scope.ts';
import { collectFields, subselections } from './selection.ts';

/** `json_object(…)` of what is selected on one row. `path` is where the object stands in the answer. */
export function rowSql(
  ctx: CompileContext,
  type: GraphQLObjectType,
  scope: RowScope,
  nodes: readonly FieldNode[],
  path: readonly string[],
): string {
  const parts: string[] = [];
  for (const [key, selected] of collectFields(ctx, type, subselections(nodes))) {
    parts.push(`'${key}': ${fieldSql(ctx, type, scope, selected, [...path, key])}`);
  }
  return `json_object(${parts.join(', ')})`;
}

function fieldSql(
  ctx: CompileContext,
  type: GraphQLObjectType,
  scope: RowScope,
  nodes: readonly FieldNode[],
  path: readonly string[],
): string {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') return `'${type.name}'::text`;
  const read = type.getFields()[name]?.extensions['read'] as Readable | undefined;
  if (!read) throw new TypeError(`${type.name}.${name} cannot be read`);
  switch (read.kind) {
    case 'id':
      ctx.writer.touch(read.model, 'id');
      return scope.shared
        ? `'${read.model.entity.name}_' || ${scope.shared}.ref`
        : globalIdSql(read.model, scope.alias);
    case 'field':
      ctx.writer.touch(read.model, read.name);
      return valueSql(ctx, read.model, read.field, scope.alias, nodes, path);
    case 'relation':
      ctx.writer.touch(read.model, read.name);
      // also where no field of it is selected: how many there are is told by `totalCount` and by the list itself
      ctx.writer.models.add(read.target);
      if (read.relation.kind === 'one') return oneSql(ctx, read, scope, nodes, path);
      return connectionSql(
        ctx,
        read.target,
        nodes,
        path,
        joinCondition(read.model, read.target, read.relation.key, scope.alias),
        rowSql,
      );
    default:
      throw new TypeError(`${type.name}.${name} is no field of a row`);
  }
}

function valueSql(
  ctx: CompileContext,
  model: Model,
  field: ModelField,
  alias: string,
  nodes: readonly FieldNode[],
  path: readonly string[],
): string {
  if (field.source === 'derived') {
    ctx.writer.derived.push({ path, needs: field.needs, derive: field.derive });
    return `json_array(${field.needs.map((need) => `${alias}.${columnOf(model.table, need)}`).join(', ')} null on null)`;
  }
  const value = field.source === 'sql' ? `(${field.sql(alias)})` : `${alias}.${field.column}`;
  if (field.meta.kind === 'money') return moneySql(ctx, model, value, alias, nodes, field.meta.nullable);
  if (field.meta.kind === 'ref' && field.meta.target) return referenceSql(ctx, field.meta.target, value, alias);
  return value;
}

function moneySql(
  ctx: CompileContext,
  model: Model,
  value: string,
  alias: string,
  nodes: readonly FieldNode[],
  nullable: boolean,
): string {
  const currency = `${alias}.${columnOf(model.table, 'currency')}`;
  const parts = [...collectFields(ctx, ctx.money, subselections(nodes))].map(([key, [node]]) => {
    const name = node?.name.value;
    return `'${key}': ${name === 'amount' ? value : name === 'currency' ? currency : `'Money'::text`}`;
  });
  const object = `json_object(${parts.join(', ')})`;
  return nullable ? `case when ${value} is null then null else ${object} end` : object;
}

/** A reference leaves as the global id of its target. */
function referenceSql(ctx: CompileContext, target: string, value: string, alias: string): string {
  const model = ctx.registry.models.get(target);
  const name = toGlobalId(target, {});
  return model?.key === 'owned' ? `'${name}_' || ${alias}.customer_id || '_' || ${value}` : `'${name}_' || ${value}`;
}

function oneSql(
  ctx: CompileContext,
  read: Extract<Readable, { kind: 'relation' }>,
  scope: RowScope,
  nodes: readonly FieldNode[],
  path: readonly string[],
): string {
  const { target, model, relation } = read;
  const alias = ctx.writer.alias();
  ctx.writer.models.add(target);
  const link = `${scope.alias}.${columnOf(model.table, relation.key)}`;
  const conditions =
    target.key === 'customer'
      ? [`${alias}.customer_id = ${link}`]
      : [
          `${alias}.id = ${link}`,
          ...(target.key === 'owned' ? [`${alias}.customer_id = ${scope.alias}.customer_id`] : []),
        ];
  const object = rowSql(ctx, ctx.typeOf(target), { alias, shared: null }, nodes, path);
  return `(select ${object} from ${target.tableName} ${alias} where ${conditions.join(' and ')})`;
}

function joinCondition(parent: Model, child: Model, key: string, parentAlias: string): (alias: string) => string[] {
  return (alias) => {
    const conditions: string[] = [];
    // repeated at every level: rows of one customer live together, and row-level security reads this column
    if (parent.key !== 'reference' && child.key === 'owned')
      conditions.push(`${alias}.customer_id = ${parentAlias}.customer_id`);
    if (parent.key !== 'customer') conditions.push(`${alias}.${columnOf(child.table, key)} = ${parentAlias}.id`);
    return conditions;
  };
}
