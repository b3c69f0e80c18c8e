import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
} from 'graphql';
import type { FieldMeta } from '@perennial/domain/shared/fields';
import type { Registry } from '../registry/module.ts';
import type { Model } from './model.ts';
import { connectionArgs } from './list-args.ts';
import type { Readable, SchemaBuild } from './schema-build.ts';
import { operationFields } from './operation-types.ts';
import { GraphQLMinorUnits } from './scalars.ts';
import { scalarOf } from './zod-types.ts';

/** Who a schema is for. A partner's schema holds only what its agreement grants: the rest does not exist there. */
export type Audience = { audience: 'staff' } | { audience: 'partner'; grants: readonly string[] };

const nodeInterface = new GraphQLInterfaceType({
  name: 'Node',
  description: 'Anything with a global id.',
  fields: { id: { type: new GraphQLNonNull(GraphQLID) } },
});

const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

const money = new GraphQLObjectType({
  name: 'Money',
  description: 'An amount in minor units (pence, cents) and its currency (ISO 4217).',
  fields: {
    amount: { type: new GraphQLNonNull(GraphQLMinorUnits) },
    currency: { type: new GraphQLNonNull(GraphQLString) },
  },
});

/** Builds the schema of an audience from the registered declarations. */
export function buildSchema(registry: Registry, audience: Audience): GraphQLSchema {
  const partner = audience.audience === 'partner';
  const grants = new Set(audience.audience === 'partner' ? audience.grants : []);
  const build: SchemaBuild = {
    store: { enums: new Map(), inputs: new Map(), outputs: new Map() },
    registry,
    partner,
    visible: (type, field, share) =>
      !partner || share === 'always' || (share === 'grantable' && grants.has(`${type}.${field}`)),
    objects: new Map(),
    connections: new Map(),
    object: (model) => objectType(build, model),
  };
  const query: GraphQLFieldConfigMap<unknown, unknown> = {
    node: {
      type: nodeInterface,
      description: 'Any row by its global id.',
      args: { id: { type: new GraphQLNonNull(GraphQLID) } },
      extensions: { read: { kind: 'node' } satisfies Readable },
    },
  };
  for (const model of registry.models.values()) {
    if (!model.root || (partner && model.key !== 'customer')) continue;
    Object.assign(query, rootFields(build, model));
  }
  const operations = partner ? { queries: {}, mutations: {} } : operationFields(build);
  Object.assign(query, operations.queries);
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: query }),
    mutation: Object.keys(operations.mutations).length
      ? new GraphQLObjectType({ name: 'Mutation', fields: operations.mutations })
      : null,
    types: partner ? [] : [...registry.models.values()].map((model) => build.object(model)),
  });
}

function rootFields(build: SchemaBuild, model: Model): GraphQLFieldConfigMap<unknown, unknown> {
  const { name, plural } = model.entity;
  return {
    [name.charAt(0).toLowerCase() + name.slice(1)]: {
      type: build.object(model),
      args: { id: { type: new GraphQLNonNull(GraphQLID) } },
      extensions: { read: { kind: 'rootOne', model } satisfies Readable },
    },
    [plural]: {
      type: new GraphQLNonNull(connectionType(build, model)),
      args: connectionArgs(build, model, true),
      extensions: { read: { kind: 'rootMany', model } satisfies Readable },
    },
  };
}

function objectType(build: SchemaBuild, model: Model): GraphQLObjectType {
  const known = build.objects.get(model.entity.name);
  if (known) return known;
  // a child's own id would let two partners join what each received; only the agreement's customer reference leaves
  const hasId = !build.partner || model.key === 'customer';
  const made = new GraphQLObjectType({
    name: model.entity.name,
    interfaces: hasId ? [nodeInterface] : [],
    extensions: { model },
    fields: () => ({
      ...(hasId ? { id: { type: new GraphQLNonNull(GraphQLID), extensions: { read: { kind: 'id', model } } } } : {}),
      ...scalarFields(build, model),
      ...relationFields(build, model),
    }),
  });
  build.objects.set(model.entity.name, made);
  return made;
}

function scalarFields(build: SchemaBuild, model: Model): GraphQLFieldConfigMap<unknown, unknown> {
  const fields: GraphQLFieldConfigMap<unknown, unknown> = {};
  for (const [name, field] of model.fields) {
    if (!build.visible(model.entity.name, name, field.meta.share)) continue;
    const type = fieldType(build, field.meta);
    fields[name] = {
      type: field.meta.nullable ? type : new GraphQLNonNull(type),
      extensions: { read: { kind: 'field', model, name, field } satisfies Readable },
    };
  }
  return fields;
}

function fieldType(build: SchemaBuild, meta: FieldMeta): GraphQLOutputType & { toJSON(): string } {
  return (meta.kind === 'money' ? money : scalarOf(build.store, meta)) as GraphQLOutputType & { toJSON(): string };
}

function relationFields(build: SchemaBuild, model: Model): GraphQLFieldConfigMap<unknown, unknown> {
  const fields: GraphQLFieldConfigMap<unknown, unknown> = {};
  for (const [name, relation] of model.relations) {
    const target = build.registry.models.get(relation.target);
    if (!target || !build.visible(model.entity.name, name, relation.share)) continue;
    // a granted relation to a type of which nothing is granted would be an empty type, which GraphQL refuses
    if (build.partner && !hasVisibleField(build, target)) continue;
    const extensions = { read: { kind: 'relation', model, name, relation, target } satisfies Readable };
    const field: GraphQLFieldConfig<unknown, unknown> =
      relation.kind === 'one'
        ? { type: build.object(target), extensions }
        : {
            type: new GraphQLNonNull(connectionType(build, target)),
            args: connectionArgs(build, target, false),
            extensions,
          };
    fields[name] = field;
  }
  return fields;
}

function hasVisibleField(build: SchemaBuild, model: Model): boolean {
  return [...model.fields].some(([name, field]) => build.visible(model.entity.name, name, field.meta.share));
}

function connectionType(build: SchemaBuild, model: Model): GraphQLObjectType {
  const { name } = model.entity;
  const known = build.connections.get(name);
  if (known) return known;
  const node = build.object(model);
  const edge = new GraphQLObjectType({
    name: `${name}Edge`,
    fields: () => ({
      cursor: { type: new GraphQLNonNull(GraphQLString) },
      node: { type: new GraphQLNonNull(node) },
    }),
  });
  const made = new GraphQLObjectType({
    name: `${name}Connection`,
    extensions: { connectionOf: model },
    fields: () => ({
      edges: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(edge))) },
      nodes: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(node))) },
      pageInfo: { type: new GraphQLNonNull(pageInfo) },
      totalCount: {
        type: build.partner ? GraphQLInt : new GraphQLNonNull(GraphQLInt),
        description: build.partner
          ? 'How many there are; null where there are fewer than the agreement lets you count.'
          : 'How many there are; counted only when asked for.',
      },
    }),
  });
  build.connections.set(name, made);
  return made;
}
