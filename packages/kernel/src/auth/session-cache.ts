import type { StaffActor } from './actor.ts';

/** How long another process may still believe a session that this one ended, in milliseconds. */
const TTL = 5_000;
/** Longer than any transaction may run: until then a change of staff may be neither committed nor undone. */
const HOLD = 30_000;
const MAX_ENTRIES = 10_000;

/**
 * Remembers who a session cookie belongs to, so that signed-in reads cost no second statement. What this process
 * changes is forgotten at once: sign-out empties the cache, and a member of staff who is being changed is not
 * cached at all until the change must have been committed.
 */
export class SessionCache {
  readonly #entries = new Map<string, { actor: StaffActor; until: number }>();
  readonly #held = new Map<string, number>();
  #epoch = 0;

  /** Pass to `put`: an answer read before somebody signed out must not be stored after it. */
  get epoch(): number {
    return this.#epoch;
  }

  get(cookie: string, now: number): StaffActor | null {
    const entry = this.#entries.get(cookie);
    if (!entry) return null;
    if (entry.until > now) return entry.actor;
    this.#entries.delete(cookie);
    return null;
  }

  put(cookie: string, actor: StaffActor, epoch: number, now: number): void {
    if (epoch !== this.#epoch || (this.#held.get(actor.id) ?? 0) > now) return;
    if (this.#entries.size >= MAX_ENTRIES) this.#entries.clear();
    this.#entries.set(cookie, { actor, until: now + TTL });
  }

  /** A session ended or changed. */
  clear(): void {
    this.#epoch += 1;
    this.#entries.clear();
  }

  /** A member of staff is being changed inside a transaction that has not committed yet. */
  hold(staffId: string, now: number): void {
    for (const [id, until] of this.#held) if (until <= now) this.#held.delete(id);
    this.#held.set(staffId, now + HOLD);
    this.clear();
  }
}

/** Every cache of this process: a service that changes staff works inside a transaction and knows no server. */
const open = new Set<SessionCache>();

export function openSessionCache(): SessionCache {
  const cache = new SessionCache();
  open.add(cache);
  return cache;
}

export function closeSessionCache(cache: SessionCache): void {
  open.delete(cache);
}

/** Call inside the transaction that changes or deactivates a member of staff. `now` is the real clock. */
export function holdStaff(staffId: string, now: Date): void {
  for (const cache of open) cache.hold(staffId, now.getTime());
}
