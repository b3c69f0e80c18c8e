import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { limitError } from './limit-rules.ts';
import type { Limits } from './limits.ts';

/** Number of rows of one list: written in the document, or in a variable. */
type Size = { fixed: number } | { variable: string; otherwise: number };

interface Cost {
  /** Values delivered once. */
  fields: number;
  /** Lists below, each repeating its own values. */
  lists: { size: Size; body: Cost }[];
}

const prepared = new WeakMap<OperationDefinitionNode, Cost>();

/**
 * Estimates how many values an operation can deliver: fields × rows, lists inside lists multiplied, every page taken
 * as full. The shape is worked out once per document, only page sizes from variables are looked up per request.
 *
 * @throws GraphQLError PAGE_TOO_LARGE, COST_LIMIT
 * @returns the estimate
 */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): number {
  let cost = prepared.get(operation);
  if (!cost) prepared.set(operation, (cost = prepare(schema, document, operation, limits)));
  const total = evaluate(cost, variables, limits);
  if (total > limits.cost) {
    throw limitError(
      'COST_LIMIT',
      `The query may deliver ${total} values: ask for smaller pages or fewer fields (limit ${limits.cost}).`,
      limits.cost,
    );
  }
  return total;
}

function evaluate(cost: Cost, variables: Readonly<Record<string, unknown>>, limits: Limits): number {
  let total = cost.fields;
  for (const { size, body } of cost.lists) {
    const rows = 'fixed' in size ? size.fixed : rowsOf(variables[size.variable], size.otherwise);
    if (rows > limits.pageSize) {
      throw limitError(
        'PAGE_TOO_LARGE',
        `A page holds at most ${limits.pageSize} rows: ask for fewer and page with \`after\`.`,
        limits.pageSize,
      );
    }
    total += rows * evaluate(body, variables, limits);
  }
  return total;
}

function rowsOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? value : otherwise;
}

function prepare(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: Limits,
): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const defaults = new Map(operation.variableDefinitions?.map((v) => [v.variable.name.value, v.defaultValue]));

  const size = (node: FieldNode): Size => {
    const arg = node.arguments?.find(
      (a) => (a.name.value === 'first' || a.name.value === 'last') && a.value.kind !== Kind.NULL,
    );
    if (!arg) return { fixed: limits.assumedPage };
    if (arg.value.kind !== Kind.VARIABLE) return { fixed: rowsOf(numberIn(arg.value), limits.assumedPage) };
    const variable = arg.value.name.value;
    return { variable, otherwise: rowsOf(numberIn(defaults.get(variable)), limits.assumedPage) };
  };

  const into = (cost: Cost, set: SelectionSetNode, typeName: string, paged: boolean): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        into(cost, node.selectionSet, node.typeCondition?.name.value ?? typeName, paged);
      } else if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(node.name.value);
        if (fragment) into(cost, fragment.selectionSet, fragment.typeCondition.name.value, paged);
      } else field(cost, node, typeName, paged);
    }
  };

  const field = (cost: Cost, node: FieldNode, typeName: string, paged: boolean): void => {
    cost.fields += 1;
    const type = fieldType(schema, typeName, node.name.value);
    if (!type || !node.selectionSet) return;
    const named = getNamedType(type);
    const connection = isObjectType(named) && named.extensions['connectionOf'] !== undefined;
    // the rows of a connection were counted at the connection, its `edges` and `nodes` repeat nothing further
    const repeats = connection || (isList(type) && !paged);
    if (!repeats) return into(cost, node.selectionSet, named.name, false);
    const body: Cost = { fields: 0, lists: [] };
    into(body, node.selectionSet, named.name, connection);
    cost.lists.push({ size: size(node), body });
  };

  const root = schema.getRootType(operation.operation);
  const cost: Cost = { fields: 0, lists: [] };
  if (root) into(cost, operation.selectionSet, root.name, false);
  return cost;
}

function fieldType(schema: GraphQLSchema, typeName: string, field: string): GraphQLOutputType | null {
  const type = schema.getType(typeName);
  return type && 'getFields' in type
    ? ((type.getFields()[field] as { type?: GraphQLOutputType } | undefined)?.type ?? null)
    : null;
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

function numberIn(node: ValueNode | undefined): number | undefined {
  return node?.kind === Kind.INT ? Number(node.value) : undefined;
}
