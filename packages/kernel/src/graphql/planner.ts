import {
  getOperationAST,
  getVariableValues,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Registry } from '../registry/module.ts';
import { compileQuery } from './compile/compile.ts';
import { compileContext } from './compile/context.ts';
import type { Plan } from './compile/plan.ts';
import { collectFields, fragmentsOf } from './compile/selection.ts';
import { variableShape, type VariableShape } from './compile/shape.ts';
import { LruMap } from './lru.ts';

/** A document as the server got it: parsed and validated. */
export interface ReadRequest {
  document: DocumentNode;
  /** Identifies the document's text; plans are cached by it. */
  documentHash: string;
  operationName: string | null;
  variables: Record<string, unknown>;
}

interface PlannedDocument {
  operation: OperationDefinitionNode;
  shape: VariableShape;
  plans: LruMap<string, Split>;
}

/** A query's root fields by who answers them: the compiler, or a hand-written read and introspection. */
export interface Split {
  plan: Plan | null;
  byHand: ReadonlySet<string>;
  /** All keys, in the order in which the answer has them. */
  keys: readonly string[];
}

/** Makes plans and keeps them, per document and shape of its variables; one planner belongs to one schema. */
export class Planner {
  readonly schema: GraphQLSchema;
  readonly registry: Registry;
  readonly partner: boolean;
  private readonly documents: LruMap<string, PlannedDocument>;

  constructor(schema: GraphQLSchema, registry: Registry, partner: boolean, keep = 500) {
    this.schema = schema;
    this.registry = registry;
    this.partner = partner;
    this.documents = new LruMap(keep);
  }

  operation(request: ReadRequest): OperationDefinitionNode {
    return this.planned(request).operation;
  }

  /** Variables after GraphQL's own coercion; bad ones are refused with `BAD_USER_INPUT`, naming the variable. */
  variables(request: ReadRequest): Record<string, unknown> {
    const definitions = this.operation(request).variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(this.schema, definitions, request.variables, { maxErrors: 5 });
    if (coerced) return coerced;
    throw new DomainError('BAD_USER_INPUT', errors[0]?.message ?? 'A variable has a wrong value.', {
      path: ['variables'],
    });
  }

  split(request: ReadRequest, variables: Record<string, unknown>): Split {
    const document = this.planned(request);
    const key = document.shape(variables);
    const known = document.plans.get(key);
    if (known) return known;
    const made = this.make(request.document, document.operation, variables);
    document.plans.set(key, made);
    return made;
  }

  private planned(request: ReadRequest): PlannedDocument {
    const key = `${request.operationName ?? ''} ${request.documentHash}`;
    const known = this.documents.get(key);
    if (known) return known;
    const operation = getOperationAST(request.document, request.operationName);
    if (!operation)
      throw new DomainError('BAD_USER_INPUT', 'Name the operation to run with operationName.', {
        path: ['operationName'],
      });
    const made = {
      operation,
      shape: variableShape(this.schema, request.document, operation),
      plans: new LruMap<string, Split>(50),
    };
    this.documents.set(key, made);
    return made;
  }

  private make(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): Split {
    const query = this.schema.getQueryType() as GraphQLObjectType;
    const selections = { fragments: fragmentsOf(document), variables };
    const roots = new Map<string, FieldNode[]>();
    const byHand = new Set<string>();
    const selected = collectFields(selections, query, [operation.selectionSet]);
    for (const [key, nodes] of selected) {
      const name = nodes[0]?.name.value ?? '';
      const compiled = name === '__typename' || query.getFields()[name]?.extensions['read'];
      if (compiled) roots.set(key, nodes);
      else byHand.add(key);
    }
    const plan = roots.size
      ? compileQuery(compileContext(this.schema, this.registry, this.partner, document, variables), roots)
      : null;
    return { plan, byHand, keys: [...selected.keys()] };
  }
}
