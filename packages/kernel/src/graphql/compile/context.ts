import type { DocumentNode, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Registry } from '../../registry/module.ts';
import type { Model } from '../model.ts';
import { PlanWriter } from './plan.ts';
import { fragmentsOf, type Selections } from './selection.ts';

/** Everything the compiler's parts share while one plan is made. */
export interface CompileContext extends Selections {
  schema: GraphQLSchema;
  registry: Registry;
  writer: PlanWriter;
  partner: boolean;
  money: GraphQLObjectType;
  typeOf(model: Model): GraphQLObjectType;
}

export function compileContext(
  schema: GraphQLSchema,
  registry: Registry,
  partner: boolean,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): CompileContext {
  return {
    schema,
    registry,
    partner,
    variables,
    fragments: fragmentsOf(document),
    writer: new PlanWriter(),
    money: schema.getType('Money') as GraphQLObjectType,
    typeOf: (model) => schema.getType(model.entity.name) as GraphQLObjectType,
  };
}
