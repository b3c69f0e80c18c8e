import type { Actor, PartnerActor, StaffActor, SystemActor } from '../auth/actor.ts';
import type { Database, Orm } from '../db/database.ts';
import type { Model } from '../graphql/model.ts';

/** The business's own settings, read once per request or job. */
export interface BusinessFrame {
  /** The business's as-of date, `YYYY-MM-DD`: figures, signals and decisions count from here, never from the clock. */
  asOf: string;
  /**
   * The latest day the business has been at, `YYYY-MM-DD`, never before `asOf`: setting the as-of date back shows earlier
   * figures, but takes back no day on which something was offered, promised or disclosed. What must not become possible
   * again (or seem to have happened earlier) by that counts from here.
   */
  latestDay: string;
  currency: string;
  /** IANA zone, e.g. `Europe/London`: decides which calendar day a moment falls on. */
  timezone: string;
  /** Everything declared, by entity name: what can be granted to a partner is read off it. */
  models: ReadonlyMap<string, Model>;
}

export interface PartnerRequest {
  query: string;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
}

/** What a hand-written read may use. */
export interface ReadContext extends BusinessFrame {
  db: Database;
  actor: Actor;
  /** The real clock, injected. */
  now: Date;
  /** The partner endpoint's own answer (its JSON, errors included) as `actor` would get it; leaves a receipt. */
  askAsPartner(actor: PartnerActor, request: PartnerRequest): Promise<string>;
}

export interface AuditDetail {
  /** What was changed, e.g. a global id. */
  subject: string;
  before?: unknown;
  after?: unknown;
}

/** What a write may use: everything it does goes through `tx` and becomes true together, or not at all. */
export interface WriteContext extends BusinessFrame {
  tx: Orm;
  actor: StaffActor;
  now: Date;
  /** Adds an event that is delivered to the areas' `on` subscribers after the commit. */
  emit(event: string, payload: unknown): void;
  /** Runs the areas' `inTransaction` hooks for this event, now and inside this transaction. */
  hook(event: string, payload: unknown): Promise<void>;
  /** Says more about what happened than the operation's name; may be called several times. */
  audit(detail: AuditDetail): void;
}

/** What background work may use (outbox subscribers, seeding). Opens its own, short transactions. */
export interface JobContext extends BusinessFrame {
  db: Database;
  now: Date;
  /** Runs the areas' `inTransaction` hooks inside a transaction of the job's own. */
  hook(tx: Orm, event: string, payload: unknown): Promise<void>;
  emit(tx: Orm, event: string, payload: unknown): Promise<void>;
  /**
   * One transaction of the system's own, recorded in the audit trail under `operation`. Everything in it goes through
   * `ctx.tx`; keep it short, the embedded database has one session.
   */
  write<T>(operation: string, handle: (ctx: SystemWriteContext) => Promise<T>): Promise<T>;
}

/** As a write by staff, done by the program itself. */
export interface SystemWriteContext extends Omit<WriteContext, 'actor'> {
  actor: SystemActor;
}
