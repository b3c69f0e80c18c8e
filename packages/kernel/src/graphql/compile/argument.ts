import {
  isInputObjectType,
  isListType,
  isNonNullType,
  valueFromAST,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';
import type { PlanInput } from './plan.ts';

/**
 * A value in a document that may be written out, come from a variable, or be an object mixing both. Its structure
 * (which keys, how many objects) shapes the SQL; its scalars become parameters. `at` reads the scalar when the plan
 * runs, `now` reads what it is while the plan is made: use `now` only for what is part of the plan's shape.
 */
export interface Argument {
  now: unknown;
  at: (input: PlanInput) => unknown;
  keys: () => string[];
  get: (key: string) => Argument | null;
  items: () => Argument[];
  /** Whether the value is written in the document and so never changes between runs of the plan. */
  constant: boolean;
}

function known(value: unknown, at: (input: PlanInput) => unknown, constant: boolean): Argument {
  const step = (key: string | number): ((input: PlanInput) => unknown) =>
    constant
      ? () => (value as Record<string | number, unknown>)[key]
      : (input) => (at(input) as Record<string | number, unknown>)[key];
  return {
    now: value,
    at,
    constant,
    keys: () => Object.keys((value as object | null) ?? {}),
    get: (key) => {
      const inner = (value as Record<string, unknown>)[key];
      return inner === undefined ? null : known(inner, step(key), constant);
    },
    items: () => (value as unknown[]).map((item, i) => known(item, step(i), constant)),
  };
}

/** Reads an argument's node; `null` where it is absent (a variable that was not given counts as absent). */
export function readArgument(
  node: ValueNode | undefined,
  type: GraphQLInputType,
  variables: Readonly<Record<string, unknown>>,
): Argument | null {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (!node) return null;
  if (node.kind === 'Variable') {
    const name = node.name.value;
    if (!(name in variables)) return null;
    return known(variables[name], (input) => input.variables[name], false);
  }
  if (node.kind === 'ObjectValue' && isInputObjectType(bare)) {
    const fields = bare.getFields();
    const parts = new Map<string, Argument>();
    for (const field of node.fields) {
      const inner = readArgument(field.value, fields[field.name.value]?.type as GraphQLInputType, variables);
      if (inner) parts.set(field.name.value, inner);
    }
    return composed(parts);
  }
  if (isListType(bare) && node.kind !== 'NullValue') {
    // GraphQL reads a single value as a list of one
    const items = (node.kind === 'ListValue' ? node.values : [node])
      .map((value) => readArgument(value, bare.ofType, variables))
      .filter((item) => item !== null);
    return {
      now: items.map((item) => item.now),
      at: (input) => items.map((item) => item.at(input)),
      constant: items.every((item) => item.constant),
      keys: () => [],
      get: () => null,
      items: () => items,
    };
  }
  const value = valueFromAST(node, bare);
  return known(value, () => value, true);
}

function composed(parts: Map<string, Argument>): Argument {
  const build = (read: (part: Argument) => unknown): Record<string, unknown> =>
    Object.fromEntries([...parts].map(([key, part]) => [key, read(part)]));
  return {
    now: build((part) => part.now),
    at: (input) => build((part) => part.at(input)),
    constant: [...parts.values()].every((part) => part.constant),
    keys: () => [...parts.keys()],
    get: (key) => parts.get(key) ?? null,
    items: () => [],
  };
}
