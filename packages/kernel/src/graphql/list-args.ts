import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType,
} from 'graphql';
import type { FieldMeta } from '@perennial/domain/shared/fields';
import type { Model } from './model.ts';
import type { SchemaBuild } from './schema-build.ts';
import { enumType, scalarOf } from './zod-types.ts';

/** Fields one may filter by: declared so, stored, visible, and for partners' customers copied into the sharing index. */
export function filterableFields(build: SchemaBuild, model: Model): [string, FieldMeta][] {
  return [...model.fields]
    .filter(([name, field]) => field.source === 'column' && field.meta.filter && usable(build, model, name))
    .map(([name, field]) => [name, field.meta]);
}

export function sortableFields(build: SchemaBuild, model: Model): string[] {
  return [...model.fields]
    .filter(([name, field]) => field.source === 'column' && field.meta.sort && usable(build, model, name))
    .map(([name]) => name);
}

function usable(build: SchemaBuild, model: Model, name: string): boolean {
  const field = model.fields.get(name);
  if (!field || field.source !== 'column' || !build.visible(model.entity.name, name, field.meta.share)) return false;
  const indexed = build.registry.sharing?.copies.includes(field.column) ?? false;
  return !build.partner || model.key !== 'customer' || indexed;
}

/** `lastPurchaseAt` → `LAST_PURCHASE_AT`. */
export function orderName(field: string): string {
  return field.replace(/([A-Z])/g, '_$1').toUpperCase();
}

export function connectionArgs(build: SchemaBuild, model: Model, root: boolean): GraphQLFieldConfigArgumentMap {
  const orders = ['ID', ...sortableFields(build, model).map(orderName)].flatMap((name) => [
    `${name}_ASC`,
    `${name}_DESC`,
  ]);
  const args: GraphQLFieldConfigArgumentMap = {
    first: { type: GraphQLInt, description: 'At most 100; 25 unless told.' },
    after: { type: GraphQLString },
    last: { type: GraphQLInt },
    before: { type: GraphQLString },
    orderBy: { type: enumType(build.store, `${model.entity.name}Order`, orders) },
  };
  if (!build.partner) args['offset'] = { type: GraphQLInt, description: 'At most 10,000; use cursors beyond.' };
  if (!build.partner && root && model.search.length) {
    args['search'] = { type: GraphQLString, description: `Part of ${model.search.join(' or ')}.` };
  }
  const filter = filterType(build, model);
  if (filter) args['filter'] = { type: filter };
  return args;
}

function filterType(build: SchemaBuild, model: Model): GraphQLInputObjectType | null {
  const name = `${model.entity.name}Filter`;
  const known = build.store.inputs.get(name);
  if (known) return known;
  const fields = filterableFields(build, model);
  if (build.partner && fields.length === 0) return null;
  const made: GraphQLInputObjectType = new GraphQLInputObjectType({
    name,
    fields: () => {
      const all: GraphQLInputFieldConfigMap = {};
      if (!build.partner) all['id'] = { type: operators(build, 'IDFilter', GraphQLID, ['eq', 'in']) };
      if (!build.partner && model.key === 'owned')
        all['customerId'] = { type: operators(build, 'IDFilter', GraphQLID, ['eq', 'in']) };
      for (const [field, meta] of fields) all[field] = { type: fieldFilter(build, meta) };
      const list = new GraphQLList(new GraphQLNonNull(made));
      return { ...all, and: { type: list }, or: { type: list }, not: { type: made } };
    },
  });
  build.store.inputs.set(name, made);
  return made;
}

function fieldFilter(build: SchemaBuild, meta: FieldMeta): GraphQLInputObjectType {
  const type = scalarOf(build.store, meta);
  switch (meta.kind) {
    case 'enum':
      return operators(build, `${meta.enumName}Filter`, type, ['eq', 'in', 'isNull']);
    case 'bool':
      return operators(build, 'BooleanFilter', type, ['eq', 'isNull']);
    case 'id':
    case 'ref':
      return operators(build, 'ReferenceFilter', type, ['eq', 'in', 'isNull']);
    case 'text':
      return operators(build, 'TextFilter', type, ['eq', 'in', 'contains', 'startsWith', 'isNull']);
    case 'int':
    case 'money':
    case 'unitPrice':
    case 'date':
    case 'instant':
      return operators(build, `${String(type)}Filter`, type, ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'isNull']);
    default:
      throw new TypeError(`a ${meta.kind} field cannot be filtered`);
  }
}

function operators(
  build: SchemaBuild,
  name: string,
  type: GraphQLInputType,
  ops: readonly string[],
): GraphQLInputObjectType {
  const known = build.store.inputs.get(name);
  if (known) return known;
  const typeOf = (op: string): GraphQLInputType =>
    op === 'in' ? new GraphQLList(new GraphQLNonNull(type)) : op === 'isNull' ? GraphQLBoolean : type;
  const made = new GraphQLInputObjectType({
    name,
    fields: Object.fromEntries(ops.map((op) => [op, { type: typeOf(op) }])),
  });
  build.store.inputs.set(name, made);
  return made;
}
