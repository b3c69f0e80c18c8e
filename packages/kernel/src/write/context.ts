import type { Actor } from '../auth/actor.ts';
import type { Database, Orm } from '../db/database.ts';

/** What every service may know about the moment and the business; nothing else tells the time. */
export interface ReadContext {
  readonly db: Database;
  readonly actor: Actor;
  /** The real clock: keys, sign-in, audit. */
  readonly now: Date;
  /** The business's as-of date, `YYYY-MM-DD`: signals, home, decisions. */
  readonly asOf: string;
  /** ISO 4217, the business's own currency. */
  readonly currency: string;
  /** IANA name of the zone in which the business's days begin. */
  readonly timezone: string;
  /** BCP 47. */
  readonly locale: string;
}

export interface AuditEntry {
  /** Global-id-like name of what changed, e.g. `Agreement_0195…`. */
  subject: string;
  before?: unknown;
  after?: unknown;
}

/** One transaction. What was audited and emitted is written with the rows, or not at all. */
export interface WriteContext extends ReadContext {
  /** The transaction. Inside it nothing may go through `db`: the embedded database has one session only. */
  readonly tx: Orm;
  /** Adds an entry to the audit trail, with what was there before and after. Each call is one event. */
  audit(entry: AuditEntry): void;
  /** Tells other areas, after the commit, at least once, also across a restart. `payload` must survive JSON. */
  emit(topic: string, payload: unknown): void;
}

/** What runs for nobody in particular: deliveries from the outbox, seeding, jobs. The actor is the system. */
export interface JobContext extends ReadContext {
  /** A transaction with audit and outbox, recorded under the given operation's name. */
  write<T>(operation: string, handle: (ctx: WriteContext) => Promise<T>): Promise<T>;
}
