import type { Database, StatementEvent } from './database.ts';

/** Tells listeners about every statement; costs one length check when nobody listens. */
export class StatementFeed {
  readonly #listeners = new Set<(event: StatementEvent) => void>();

  readonly subscribe: Database['onStatement'] = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(sql: string, pool: StatementEvent['pool'], frame = false): void {
    if (this.#listeners.size === 0) return;
    for (const listener of this.#listeners) listener({ sql, pool, frame });
  }

  /** For drizzle, which runs in the writing session. */
  readonly drizzleLogger = { logQuery: (sql: string) => this.tell(sql, 'write') };
}
