import { businessFrame } from './business.ts';
import type { Environment } from './environment.ts';
import { enqueue } from './outbox.ts';

/** What areas listen to that count from the business's day: it has become another one. Payload: `{ asOf }`. */
export const DAY_TURNED = 'business.dayTurned';

export interface DayWatchOptions extends Pick<Environment, 'db' | 'now'> {
  /** Told after the event was written, so that it is delivered at once. */
  kick: () => void;
  /** Told when the business could not be read; the next look tries again. */
  onFailure: (error: unknown) => void;
}

/**
 * Notices that a business which goes by the clock has come to another day while the program runs, as it does for months.
 * Looked at rather than timed: clocks are set, machines sleep, and the business may move to another time zone.
 */
export class DayWatch {
  private readonly options: DayWatchOptions;
  private known: string | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;

  constructor(options: DayWatchOptions) {
    this.options = options;
  }

  start(everyMs = 30_000): void {
    this.timer = setInterval(() => void this.look(), everyMs);
    this.timer.unref();
    void this.look();
  }

  /** Resolves when what it found is written; a look while another runs is that one. */
  look(): Promise<void> {
    this.looking ??= this.compare().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  private async compare(): Promise<void> {
    const { db, now, kick, onFailure } = this.options;
    try {
      const at = now();
      const { asOf } = await businessFrame(db.orm, at);
      if (this.known !== null && this.known !== asOf) {
        await enqueue(db.orm, [{ topic: DAY_TURNED, payload: { asOf } }], at);
        kick();
      }
      this.known = asOf;
    } catch (error) {
      onFailure(error);
    }
  }
}
