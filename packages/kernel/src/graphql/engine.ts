import type { GraphQLSchema } from 'graphql';
import type { Actor, PartnerActor } from '../auth/actor.ts';
import type { Database } from '../db/database.ts';
import { createStaffExecutor, type Answer } from './execute.ts';
import { createPartnerExecutor } from './execute-partner.ts';
import type { Planner, ReadRequest } from './planner.ts';
import { refusalReceipts, type LeaveRefusal } from './refused-document.ts';
import { refusedWrites, type LeaveRefusedWrite } from './refused-write.ts';
import { operationRunner, type RunnerPorts } from './runner.ts';
import { buildSchema } from './schema.ts';

export interface Executable<A extends Actor> {
  schema: GraphQLSchema;
  /** Answers a parsed and validated document. Throws DomainError where nothing can be answered at all. */
  execute(request: ReadRequest, actor: A): Promise<Answer>;
}

/** The two ways into the business's data: staff, and partners with what their agreement grants. */
export interface Engine {
  staff: Executable<Actor>;
  partner(grants: readonly string[]): Executable<PartnerActor>;
  /** Leaves the trace of a write of staff that was turned away before it began. */
  staffRefused: LeaveRefusedWrite;
  /** Leaves the receipt of what a partner sent and nobody ran. */
  partnerRefused: LeaveRefusal;
}

export function createEngine(db: Database, ports: RunnerPorts): Engine {
  const { registry } = ports;
  const schema = buildSchema(registry, { audience: 'staff' });
  const runner = (actor: Actor, planner: Planner, request: ReadRequest) =>
    operationRunner(ports, actor, planner, request);
  return {
    staffRefused: refusedWrites(schema, ports),
    partnerRefused: refusalReceipts(db, registry.sharing),
    staff: { schema, execute: createStaffExecutor({ db, registry, schema, runner }) },
    partner(grants) {
      const partnerSchema = buildSchema(registry, { audience: 'partner', grants });
      return { schema: partnerSchema, execute: createPartnerExecutor({ db, registry, schema: partnerSchema }) };
    },
  };
}
