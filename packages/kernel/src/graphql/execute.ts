import {
  execute,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Actor } from '../auth/actor.ts';
import type { Database } from '../db/database.ts';
import type { Registry } from '../registry/module.ts';
import { parametersOf, type Plan } from './compile/plan.ts';
import { applyDerived } from './derive.ts';
import { JsonText } from './json-text.ts';
import type { OperationRunner } from './operation-types.ts';
import { Planner, type ReadRequest, type Split } from './planner.ts';
import { resolveByResponseKey } from './resolve.ts';

export interface Answer {
  /** `JsonText` where the database's own text goes out unparsed. */
  data?: JsonText | Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLError[] | undefined;
}

export interface StaffExecutorOptions {
  db: Database;
  registry: Registry;
  schema: GraphQLSchema;
  /** Hand-written operations of the running request. */
  runner: (actor: Actor, planner: Planner, request: ReadRequest) => OperationRunner;
}

/** Runs staff documents: what can be compiled becomes ONE statement, the rest goes to its hand-written handler. */
export function createStaffExecutor({ db, registry, schema, runner }: StaffExecutorOptions) {
  const planner = new Planner(schema, registry, false);
  return async (request: ReadRequest, actor: Actor): Promise<Answer> => {
    const variables = planner.variables(request);
    const byHand = (document: DocumentNode): Promise<Answer> => {
      const running = execute({
        schema,
        document,
        operationName: request.operationName,
        variableValues: request.variables,
        contextValue: runner(actor, planner, request),
        fieldResolver: resolveByResponseKey,
      });
      return Promise.resolve(running) as Promise<Answer>;
    };
    if (planner.operation(request).operation === OperationTypeNode.MUTATION) return byHand(request.document);

    const split = planner.split(request, variables);
    const read = split.plan ? await runPlan(db, split.plan, actor, variables) : null;
    if (!split.byHand.size) return { data: read ?? {} };
    return merge(split, read, await byHand(onlyFields(request.document, split.byHand)));
  };
}

/** Runs a plan for staff and gives the answer's JSON. */
export async function runPlan(
  db: Database,
  plan: Plan,
  actor: Actor,
  variables: Record<string, unknown>,
): Promise<JsonText> {
  mayRead(plan, actor);
  const text = await db.readText(plan.sql, parametersOf(plan, { variables, actor }), { prepare: plan.uses++ > 0 });
  return finishText(plan, text ?? 'null');
}

export function finishText(plan: Plan, text: string): JsonText {
  if (!plan.derived.length) return new JsonText(text);
  const data: unknown = JSON.parse(text);
  applyDerived(data, plan.derived);
  return new JsonText(JSON.stringify(data));
}

function mayRead(plan: Plan, actor: Actor): void {
  for (const model of plan.models) {
    if (!model.read || actor.kind === 'system') continue;
    if (actor.kind !== 'staff' || !model.read.includes(actor.role)) {
      throw new DomainError('FORBIDDEN', `Your role may not read ${model.entity.plural}; ask the owner.`, {
        params: { entity: model.entity.name },
      });
    }
  }
}

/** The document with only some of its root fields, for those that are not compiled. */
export function onlyFields(document: DocumentNode, keys: ReadonlySet<string>): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ||
      // only the root can be of the query's type, so such a fragment stands there and nowhere else
      (definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value === 'Query')
        ? { ...definition, selectionSet: keep(definition.selectionSet, keys) }
        : definition,
    ),
  };
}

function keep(set: SelectionSetNode, keys: ReadonlySet<string>): SelectionSetNode {
  const selections = set.selections.flatMap((s): SelectionNode[] => {
    if (s.kind === Kind.FIELD) return keys.has(s.alias?.value ?? s.name.value) ? [s] : [];
    return s.kind === Kind.INLINE_FRAGMENT ? [{ ...s, selectionSet: keep(s.selectionSet, keys) }] : [s];
  });
  return { ...set, selections };
}

/** One answer of what was compiled and what was not, its keys in the document's order. */
export function merge(split: Split, read: JsonText | null, rest: Answer): Answer {
  if (!read || !rest.data) return rest;
  const both = new Map(Object.entries({ ...(read.toJSON() as object), ...rest.data }));
  return { ...rest, data: Object.fromEntries(split.keys.map((key) => [key, both.get(key)])) };
}
