import type { GraphQLResolveInfo } from 'graphql';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Role } from '@perennial/domain/shared/roles';
import type { Actor, StaffActor } from '../auth/actor.ts';
import type { ReadContext, WriteContext } from '../write/context.ts';
import type { Registry } from '../registry/module.ts';
import { compileRow } from './compile/compile.ts';
import { compileContext } from './compile/context.ts';
import { decodeInput } from './decode-input.ts';
import { runPlan } from './execute.ts';
import { typeOfGlobalId, type RowRef } from './global-id.ts';
import type { Model } from './model.ts';
import type { OperationRunner } from './operation-types.ts';
import type { Planner, ReadRequest } from './planner.ts';

export interface RunnerPorts {
  registry: Registry;
  readContext(actor: Actor): Promise<ReadContext>;
  /** One transaction with idempotency, audit and outbox around `handle`; answers the payload. */
  write(request: {
    actor: StaffActor;
    operation: string;
    input: Record<string, unknown>;
    idempotencyKey: string | null;
    /** Parts of the payload that are told once and never stored. */
    secrets: readonly string[];
    handle: (ctx: WriteContext) => Promise<Record<string, unknown>>;
  }): Promise<Record<string, unknown>>;
  /** Leaves a trace of a write that was refused; nothing else of it stays. */
  refused(attempt: { actor: StaffActor; operation: string; subject: string; error: DomainError }): Promise<void>;
  /** Writes down what is only counted yet; before the database is closed. */
  settle(): Promise<void>;
}

/** Runs the hand-written operations of one request, for one caller. */
export function operationRunner(
  ports: RunnerPorts,
  actor: Actor,
  planner: Planner,
  request: ReadRequest,
): OperationRunner {
  return {
    async query(definition, args) {
      const staff = permitted(actor, definition.roles);
      const input = decodeInput(ports.registry, definition.args, args);
      return definition.handle(await ports.readContext(staff), input as never);
    },
    async mutate(definition, { idempotencyKey, ...raw }) {
      let allowed = false;
      try {
        const staff = permitted(actor, definition.roles);
        allowed = true;
        const input = decodeInput(ports.registry, definition.input, raw);
        const payload = await ports.write({
          actor: staff,
          operation: definition.name,
          input: raw,
          idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : null,
          secrets: definition.secrets ?? [],
          handle: (ctx) => definition.handle(ctx, input as never),
        });
        return { ...payload, userErrors: [] };
      } catch (error) {
        const told = userError(error);
        if (actor.kind === 'staff' && error instanceof DomainError) {
          await ports.refused({ actor, operation: definition.name, subject: subjectOf(raw), error });
        }
        // who may not do it at all gets no payload to look into
        if (!allowed) throw error;
        return { userErrors: [told] };
      }
    },
    row: (model, ref, info) => readRow(ports, actor, planner, request, model, ref, info),
  };
}

/** Everybody who is signed in, unless the operation names roles. */
function permitted(actor: Actor, roles: readonly Role[] | null): StaffActor {
  if (actor.kind !== 'staff') throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
  if (roles && !roles.includes(actor.role)) {
    throw new DomainError('FORBIDDEN', `Your role may not do this; ask someone who is ${roles.join(' or ')}.`, {
      params: { roles: [...roles] },
    });
  }
  return actor;
}

/** What a person can mend goes into the payload; anything else is a fault of ours and becomes a top-level error. */
function userError(error: unknown): { code: string; message: string; path: string[]; params: Record<string, unknown> } {
  if (!(error instanceof DomainError) || error.code === 'DATABASE_UNAVAILABLE' || error.code === 'TIMEOUT') throw error;
  return { code: error.code, message: error.message, path: error.path, params: error.params };
}

/** What the attempt was about, if it named a row; of nothing that somebody made up at length. */
export function subjectOf(raw: Record<string, unknown>): string {
  const ids = [raw.id, ...Object.values(raw)].filter((value) => typeof value === 'string' && typeOfGlobalId(value));
  return String(ids[0] ?? '').slice(0, 200);
}

/** What a payload selects from the row that was written, read by the compiler like any other row. */
async function readRow(
  ports: RunnerPorts,
  actor: Actor,
  planner: Planner,
  request: ReadRequest,
  model: Model,
  ref: RowRef,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const variables = info.variableValues;
  const ctx = compileContext(planner.schema, ports.registry, false, request.document, variables);
  const plan = compileRow(ctx, model, ref, info.fieldNodes);
  const { db } = await ports.readContext(actor);
  return (await runPlan(db, plan, actor, variables)).toJSON();
}
