import { and, eq, sql } from 'drizzle-orm';
import { rowsOf, type Database, type Orm } from '../db/database.ts';
import { outboxEvents } from './table.ts';

/** Puts events into the outbox, inside the transaction that makes them true. */
export async function enqueue(
  tx: Orm,
  events: readonly { topic: string; payload: unknown }[],
  now: Date,
): Promise<void> {
  if (!events.length) return;
  const rows = events.map(({ topic, payload }) => ({ topic, payload: payload ?? {}, createdAt: now, dueAt: now }));
  await tx.insert(outboxEvents).values(rows);
}

export interface OutboxOptions {
  db: Database;
  now: () => Date;
  deliver: (topic: string, payload: unknown) => Promise<void>;
  /** Told about deliveries that failed; never with the payload. */
  onFailure: (topic: string, attempts: number, error: unknown) => void;
}

interface Claimed {
  seq: number;
  topic: string;
  payload: unknown;
  attempts: number;
}

/** An event claimed by a process that died comes up again after this; renewed for as long as its delivery runs. */
const LEASE_MS = 30_000;
const MAX_ATTEMPTS = 8;

/**
 * Delivers events at least once, in order as far as none fails, also across restarts. A failing delivery is tried
 * again after 2, 4, 8 … seconds; after eight times it is set aside for a person to look at.
 *
 * Deliveries run outside of any transaction of the outbox's own: the embedded database has one session.
 */
export class Outbox {
  private readonly options: OutboxOptions;
  private running: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(options: OutboxOptions) {
    this.options = options;
  }

  /** Looks for work now and then; `kick` after a commit makes it immediate. */
  start(everyMs = 1_000): void {
    this.timer = setInterval(() => this.kick(), everyMs);
    this.timer.unref();
    this.kick();
  }

  kick(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.work().finally(() => {
      this.running = null;
    });
  }

  /** Delivers everything that is due and resolves when nothing is. */
  async drain(): Promise<void> {
    while (this.running) await this.running;
    this.kick();
    while (this.running) await this.running;
  }

  /** Finishes the delivery that is running, then takes no more. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async work(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        for (let event = await this.claim(); event && !this.stopped; event = await this.claim())
          await this.handle(event);
      } catch (error) {
        // the database is away: the next tick tries again
        this.options.onFailure('outbox', 0, error);
      }
    }
  }

  private async claim(): Promise<Claimed | null> {
    const { db, now } = this.options;
    const at = now();
    const lease = new Date(at.getTime() + LEASE_MS);
    const [row] = await rowsOf<Claimed & Record<string, unknown>>(
      db.orm,
      sql`update ${outboxEvents} set attempts = attempts + 1, due_at = ${lease.toISOString()}::timestamptz
        where seq = (
          select seq from ${outboxEvents} where dead_at is null and due_at <= ${at.toISOString()}::timestamptz
          order by seq limit 1 for update skip locked)
        returning seq, topic, payload, attempts`,
    );
    return row ? { ...row, seq: Number(row.seq) } : null;
  }

  private async handle(event: Claimed): Promise<void> {
    const { db, deliver, now, onFailure } = this.options;
    const renewal = setInterval(() => void this.renew(event).catch(() => undefined), LEASE_MS / 3);
    try {
      await deliver(event.topic, event.payload);
      await db.orm.delete(outboxEvents).where(eq(outboxEvents.seq, event.seq));
    } catch (error) {
      onFailure(event.topic, event.attempts, error);
      const at = now();
      const dead = event.attempts >= MAX_ATTEMPTS;
      await db.orm
        .update(outboxEvents)
        .set({
          dueAt: new Date(at.getTime() + 1_000 * 2 ** event.attempts),
          lastError: error instanceof Error ? error.message.slice(0, 500) : 'unknown',
          deadAt: dead ? at : null,
        })
        .where(eq(outboxEvents.seq, event.seq));
    } finally {
      clearInterval(renewal);
    }
  }

  private async renew(event: Claimed): Promise<void> {
    const { db, now } = this.options;
    await db.orm
      .update(outboxEvents)
      .set({ dueAt: new Date(now().getTime() + LEASE_MS) })
      .where(and(eq(outboxEvents.seq, event.seq), eq(outboxEvents.attempts, event.attempts)));
  }
}
