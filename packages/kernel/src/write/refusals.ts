import type { DomainError } from '@perennial/domain/shared/errors';
import type { StaffActor, SystemActor } from '../auth/actor.ts';
import { appendAudit } from './audit.ts';
import type { AuditDetail } from './context.ts';
import type { Environment } from './environment.ts';

export interface Attempt {
  /** The system: nobody is signed in. */
  actor: StaffActor | SystemActor;
  operation: string;
  subject: string;
  error: DomainError;
}

/** What of an attempt is kept for ever. */
interface Refusal {
  refused: string;
  path: string;
  params: Record<string, unknown>;
}

/** Attempts of one kind that were only counted; the last of them stands for all. */
interface Counted {
  readonly actor: Attempt['actor'];
  readonly operation: string;
  readonly last: Refusal;
  readonly count: number;
}

const MINUTE = 60_000;
/** More than anybody is refused by hand. */
const ONE_BY_ONE = 30;
/** People and kinds of refusal held in memory at most. */
const HELD = 500;

/**
 * The trail of what was refused. It grows for ever and every write waits for its end, so nobody may fill it as
 * fast as they like: of one person the first {@link ONE_BY_ONE} refusals of a minute are written one by one. The rest is
 * counted, and written as "so many more" of each operation and code (`after.more`) within a minute and before an orderly
 * stop.
 */
export class RefusalTrail {
  readonly #env: Pick<Environment, 'db' | 'now'>;
  readonly #oneByOne: number;
  readonly #minutes = new Map<string, { since: number; written: number }>();
  readonly #counted = new Map<string, Counted>();
  #settling: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(env: Pick<Environment, 'db' | 'now'>, oneByOne = ONE_BY_ONE) {
    this.#env = env;
    this.#oneByOne = oneByOne;
  }

  async keep({ actor, operation, subject, error }: Attempt): Promise<void> {
    const refusal = keptOf(error);
    const minute = this.#minuteOf(actor);
    if (minute.written < this.#oneByOne) {
      minute.written += 1;
      await this.#write(actor, operation, { subject, after: refusal });
      return;
    }
    this.#count({ actor, operation, last: refusal, count: 1 });
    if (this.#counted.size >= HELD) await this.settle();
    this.#wake();
  }

  /** Writes down what was only counted until now. */
  settle(): Promise<void> {
    const settled = this.#settling.then(() => this.#tell());
    // who comes next starts anew, whatever went wrong here
    this.#settling = settled.catch(() => undefined);
    return settled;
  }

  #minuteOf(actor: Attempt['actor']): { since: number; written: number } {
    const now = this.#env.now().getTime();
    const who = whoIs(actor);
    const known = this.#minutes.get(who);
    if (known && now - known.since < MINUTE) return known;
    const begun = { since: now, written: 0 };
    // put at the end: the first is the oldest
    this.#minutes.delete(who);
    this.#minutes.set(who, begun);
    const [oldest] = this.#minutes.keys();
    if (this.#minutes.size > HELD && oldest !== undefined) this.#minutes.delete(oldest);
    return begun;
  }

  #count(more: Counted): void {
    const kind = `${whoIs(more.actor)} ${more.operation} ${more.last.refused}`;
    const known = this.#counted.get(kind);
    this.#counted.set(kind, known ? { ...more, count: known.count + more.count } : more);
  }

  async #tell(): Promise<void> {
    // what is counted meanwhile is for the next time
    for (const [kind, counted] of Array.from(this.#counted)) {
      this.#counted.delete(kind);
      const { actor, operation, last, count } = counted;
      try {
        await this.#write(actor, operation, { subject: '', after: { ...last, more: count } });
      } catch (error) {
        this.#count(counted);
        throw error;
      }
    }
  }

  #wake(): void {
    if (this.#timer || this.#counted.size === 0) return;
    const tick = async () => {
      // the database may be away: what was counted is still there, and the next minute tries again
      await this.settle().catch(() => undefined);
      this.#timer = null;
      this.#wake();
    };
    this.#timer = setTimeout(() => void tick(), MINUTE).unref();
  }

  #write(actor: Attempt['actor'], operation: string, detail: AuditDetail): Promise<void> {
    const at = this.#env.now();
    return this.#env.db.transaction((tx) => appendAudit(tx, { at, actor, operation, details: [detail] }));
  }
}

const whoIs = (actor: Attempt['actor']): string => (actor.kind === 'staff' ? actor.id : '');

/** Figures and names, never whole drafts or what somebody typed at length. */
function keptOf({ code, path, params }: DomainError): Refusal {
  const short = Object.entries(params).filter(([, value]) => isShort(value));
  return { refused: code, path: path.join('.').slice(0, 200), params: Object.fromEntries(short) };
}

/** Names in several languages are kept as well: the sentence is told in the reader's. */
const isShort = (value: unknown, depth = 2): boolean =>
  (depth > 0 &&
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length <= 5 &&
    Object.entries(value).every(([name, each]) => isShort(name) && isShort(each, depth - 1))) ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= 120) ||
  (Array.isArray(value) && value.length <= 20 && value.every((each) => typeof each === 'string' && each.length <= 60));
