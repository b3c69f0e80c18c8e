import { IMPORT_PHASES, type ImportProgress } from '@perennial/domain/importing/import-batch';

type Phase = ImportProgress['phase'];

/** Share of the whole that each phase takes, measured on half a million lines. */
const SHARE: Record<Phase, number> = {
  WAITING: 0,
  READING: 0.5,
  PREPARING: 0.12,
  MOVING: 0.28,
  MATCHING: 0.05,
  VALUES: 0.05,
  DONE: 0,
};

const startOf = Object.fromEntries(
  IMPORT_PHASES.map((phase, i) => [phase, IMPORT_PHASES.slice(0, i).reduce((sum, p) => sum + SHARE[p], 0)]),
) as Record<Phase, number>;

/** Where the imports of this process are; others learn it from the batch's row, a little later. */
const running = new Map<string, ImportProgress>();

export function progressOf(batchId: string): ImportProgress | null {
  return running.get(batchId) ?? null;
}

export function forgetProgress(batchId: string): void {
  running.delete(batchId);
}

/** Follows one run; `told` is called with every step. A dry run only reads, so reading is all of it. */
export class Progress {
  readonly #batchId: string;
  readonly #readingOnly: boolean;
  readonly #told: (progress: ImportProgress) => void;
  readonly #began = performance.now();
  #lines = 0;

  constructor(batchId: string, readingOnly: boolean, told: (progress: ImportProgress) => void) {
    this.#batchId = batchId;
    this.#readingOnly = readingOnly;
    this.#told = told;
    this.at('WAITING');
  }

  at(phase: Phase, within = 0, lines = this.#lines): void {
    this.#lines = lines;
    const share = this.#readingOnly && phase === 'READING' ? within : startOf[phase] + within * SHARE[phase];
    const fraction = phase === 'DONE' ? 1 : Math.min(1, share);
    const seconds = this.seconds();
    const secondsLeft = fraction < 0.02 ? null : Math.round((seconds / fraction) * (1 - fraction));
    const progress: ImportProgress = { phase, fraction, lines, secondsLeft };
    running.set(this.#batchId, progress);
    this.#told(progress);
  }

  /** Since the beginning. Measured on a clock that nobody can set. */
  seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }
}
