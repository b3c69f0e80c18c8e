import { DomainError } from '@perennial/domain/shared/errors';
import { getOperationAST, Kind, OperationTypeNode, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { StaffActor } from '../auth/actor.ts';
import type { RefusedDocument } from './refused-document.ts';
import { subjectOf, type RunnerPorts } from './runner.ts';

/** A staff request that was turned away before any of its writes began. */
export interface RefusedWrite extends RefusedDocument {
  variables?: unknown;
  message: string;
}

/** Leaves the trace of a write that could not even be read. */
export type LeaveRefusedWrite = (refused: RefusedWrite, actor: StaffActor) => Promise<void>;

/** One request writes hardly ever more than one thing. */
const MOST_WRITES = 5;
const MOST_TOKENS = 4_000;

/**
 * A number that is none, or a field that does not exist, is refused by the API's own layer before a handler sees it: the
 * audit trail shows that attempt as it shows those that a rule refused (`RefusalTrail` bounds both).
 */
export function refusedWrites(schema: GraphQLSchema, ports: Pick<RunnerPorts, 'refused'>): LeaveRefusedWrite {
  const known = schema.getMutationType()?.getFields() ?? {};
  return async ({ query, operationName, variables, code, message }, actor) => {
    const error = new DomainError(code, message, { path: ['variables'] });
    const subject = subjectOf(inputsIn(variables));
    for (const operation of writesIn(query, operationName).filter((name) => Object.hasOwn(known, name))) {
      await ports.refused({ actor, operation, subject, error });
    }
  };
}

/** Names of the writes that a document asks for. */
function writesIn(query: unknown, operationName: unknown): string[] {
  const document = parsed(query);
  const named = typeof operationName === 'string' ? operationName : null;
  const operation = document && getOperationAST(document, named);
  if (operation?.operation !== OperationTypeNode.MUTATION) return [];
  const names = operation.selectionSet.selections.flatMap((each) =>
    each.kind === Kind.FIELD ? [each.name.value] : [],
  );
  return [...new Set(names)].slice(0, MOST_WRITES);
}

function parsed(query: unknown): DocumentNode | null {
  try {
    return parse(typeof query === 'string' ? query : '', { maxTokens: MOST_TOKENS });
  } catch {
    return null;
  }
}

/** What stands in the variables and in an input among them. */
function inputsIn(variables: unknown): Record<string, unknown> {
  if (typeof variables !== 'object' || variables === null) return {};
  const nested = Object.values(variables).filter(
    (value): value is object => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  return Object.assign({}, ...nested, variables) as Record<string, unknown>;
}
