import {
  GraphQLError,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  responsePathAsArray,
  type GraphQLFieldConfigMap,
  type GraphQLResolveInfo,
} from 'graphql';
import type { z } from 'zod';
import type { RowRef } from './global-id.ts';
import type { MutationDefinition, QueryDefinition } from './operations.ts';
import type { Model } from './model.ts';
import type { SchemaBuild } from './schema-build.ts';
import { GraphQLJSON } from './scalars.ts';
import { inputObject, inputType, outputType } from './zod-types.ts';

/** What the resolvers of hand-written operations need from the running request. */
export interface OperationRunner {
  query(definition: QueryDefinition, args: Record<string, unknown>): Promise<unknown>;
  mutate(definition: MutationDefinition, input: Record<string, unknown>): Promise<Record<string, unknown>>;
  row(model: Model, ref: RowRef, info: GraphQLResolveInfo): Promise<unknown>;
}

const userError = new GraphQLObjectType({
  name: 'UserError',
  description: 'Why a write was refused; nothing was changed.',
  fields: {
    code: { type: new GraphQLNonNull(GraphQLString), description: 'Stable; meant for programs.' },
    message: { type: new GraphQLNonNull(GraphQLString), description: 'Names the field and the remedy.' },
    path: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))) },
    params: { type: GraphQLJSON },
  },
});

/**
 * Says where in the document a fault occurred. graphql-js would do so itself, but takes every error with a `path` for
 * one that it has placed already; a refusal's `path` is the place in the input.
 */
async function placed<T>(info: GraphQLResolveInfo, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const originalError = error instanceof Error ? error : new Error(String(error));
    const path = responsePathAsArray(info.path);
    throw new GraphQLError(originalError.message, { nodes: info.fieldNodes, path, originalError });
  }
}

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

type Fields = GraphQLFieldConfigMap<unknown, OperationRunner>;

export function operationFields(build: SchemaBuild): { queries: Fields; mutations: Fields } {
  const queries: Fields = {};
  for (const definition of build.registry.queries) {
    queries[definition.name] = {
      description: definition.description,
      type: outputType(build.store, definition.returns, upper(definition.name)),
      args: Object.fromEntries(
        Object.entries(definition.args.shape).map(([key, type]) => [
          key,
          { type: inputType(build.store, type as z.ZodType, upper(definition.name) + upper(key)) },
        ]),
      ),
      extensions: { handwritten: definition },
      resolve: (_source, args, runner, info) => placed(info, () => runner.query(definition, args)),
    };
  }
  const mutations: Fields = {};
  for (const definition of build.registry.mutations) {
    mutations[definition.name] = {
      description: definition.description,
      type: new GraphQLNonNull(payloadType(build, definition)),
      args: { input: { type: new GraphQLNonNull(mutationInput(build, definition)) } },
      resolve: (_source, args, runner, info) =>
        placed(info, () => runner.mutate(definition, args['input'] as Record<string, unknown>)),
    };
  }
  return { queries, mutations };
}

function mutationInput(build: SchemaBuild, definition: MutationDefinition): GraphQLInputObjectType {
  const base = inputObject(build.store, definition.input, `${upper(definition.name)}Input`).toConfig();
  const made = new GraphQLInputObjectType({
    ...base,
    fields: {
      ...base.fields,
      idempotencyKey: {
        type: GraphQLString,
        description: 'Send the same key again to get the first answer again instead of a second change.',
      },
    },
  });
  build.store.inputs.set(made.name, made);
  return made;
}

function payloadType(build: SchemaBuild, definition: MutationDefinition): GraphQLObjectType {
  const fields: GraphQLFieldConfigMap<Record<string, unknown>, OperationRunner> = {
    userErrors: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(userError))) },
  };
  for (const [name, value] of Object.entries(definition.payload)) {
    if (typeof value !== 'string') {
      const type = outputType(build.store, value, `${upper(definition.name)}${upper(name)}`);
      fields[name] = { type: type instanceof GraphQLNonNull ? type.ofType : type };
      continue;
    }
    const model = build.registry.models.get(value);
    if (!model) throw new TypeError(`${definition.name}.${name}: there is no entity ${value}`);
    fields[name] = {
      type: build.object(model),
      resolve: (source, _args, runner, info) => {
        const ref = source[name] as RowRef | null | undefined;
        return ref ? placed(info, () => runner.row(model, ref, info)) : null;
      },
    };
  }
  return new GraphQLObjectType({ name: `${upper(definition.name)}Payload`, fields });
}
