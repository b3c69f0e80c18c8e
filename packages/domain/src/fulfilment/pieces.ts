import type { FulfilmentTask } from './task.ts';

/** By code, how many pieces of the goods. */
export type Pieces = Readonly<Record<string, number>>;

/** Pieces of one of the goods that came on the same day, or have not come yet, and the day by which something is due. */
export interface Lot {
  code: string;
  pieces: number;
  deliveredOn: string | null;
  /** The day on which they came, or are to come at the latest; left out: no delivery is promised. */
  thereOn?: string;
  dueOn: string;
  /** Nobody knows when they come: `dueOn` is only by when it was promised. */
  dayless?: boolean;
  /** How many of them were given back for good; left out: none. */
  gone?: number;
}

/**
 * Goods that are done together are done by the first of their days: none waits for another's delivery, and those of which
 * nobody knows when they come hurry none of the others. Of none it is undefined.
 */
export function firstDay(lots: readonly Lot[]): string | undefined {
  const known = lots.filter(({ dayless }) => !dayless);
  return (known.length > 0 ? known : lots).map(({ dueOn }) => dueOn).sort()[0];
}

/**
 * Pieces of one of the goods that a task is for; every piece there is where that was not kept. 0 of goods that it is about
 * means that it is only for what is owed beside what was handed over with them.
 */
export function piecesOf({ codes, pieces }: Pick<FulfilmentTask, 'codes' | 'pieces'>, code: string): number {
  if (!codes.includes(code)) return 0;
  if (pieces === null) return Infinity;
  return Object.hasOwn(pieces, code) ? pieces[code]! : 0;
}

/** Parts lots into at most so many pieces of each code, the first that come, and those that are left. */
export function divided(lots: readonly Lot[], upTo: (code: string) => number): { taken: Lot[]; left: Lot[] } {
  const room = new Map<string, number>();
  const taken: Lot[] = [];
  const left: Lot[] = [];
  for (const lot of lots) {
    const free = room.get(lot.code) ?? upTo(lot.code);
    const pieces = Math.min(free, lot.pieces);
    room.set(lot.code, free - pieces);
    if (pieces > 0) taken.push({ ...lot, pieces });
    if (pieces < lot.pieces) left.push({ ...lot, pieces: lot.pieces - pieces });
  }
  return { taken, left };
}

/** How many pieces of each code the lots come to. */
export function piecesIn(lots: readonly Lot[]): Pieces {
  const sums = new Map<string, number>();
  for (const { code, pieces } of lots) sums.set(code, (sums.get(code) ?? 0) + pieces);
  return Object.fromEntries(sums);
}
