import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  visit,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { typeOfGlobalId } from '../global-id.ts';

/** Arguments whose value, not only their presence, decides the SQL: a written-out limit gives the planner its row count. */
const STRUCTURAL = new Set(['first', 'last']);

export interface VariableShape {
  (variables: Readonly<Record<string, unknown>>): string;
}

/**
 * Two sets of variables with the same shape may use the same plan: same keys present, same nulls, same enum and
 * boolean values, same type in front of ids; other scalars are parameters and count as `?`.
 */
export function variableShape(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): VariableShape {
  const exact = new Set<string>();
  visit(document, {
    Argument(node) {
      if (STRUCTURAL.has(node.name.value) && node.value.kind === 'Variable') exact.add(node.value.name.value);
    },
  });
  const types = (operation.variableDefinitions ?? []).map(
    (definition) => [definition.variable.name.value, typeFromAST(schema, definition.type) as GraphQLInputType] as const,
  );
  return (variables) =>
    types
      .filter(([name]) => name in variables)
      .map(([name, type]) => `${name}=${exact.has(name) ? String(variables[name]) : shapeOf(variables[name], type)}`)
      .join(';');
}

function shapeOf(value: unknown, type: GraphQLInputType): string {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (value === null) return 'null';
  if (value === undefined) return '';
  if (isListType(bare)) {
    const element = isNonNullType(bare.ofType) ? bare.ofType.ofType : bare.ofType;
    const items = value as unknown[];
    return isInputObjectType(element) ? `[${items.map((item) => shapeOf(item, element)).join()}]` : '[?]';
  }
  if (isInputObjectType(bare)) {
    const fields = bare.getFields();
    return `{${Object.entries(value as object)
      .map(([key, inner]) => `${key}:${shapeOf(inner, fields[key]?.type as GraphQLInputType)}`)
      .join()}}`;
  }
  if (isEnumType(bare) || bare.toString() === 'Boolean') return String(value);
  if (bare.toString() === 'ID') return typeOfGlobalId(String(value)) ?? '?';
  return '?';
}
