import { byDay } from '../shared/period.ts';

/** Pieces of a line that a claim was granted a visit or session for. */
export interface GrantedPieces {
  claimId: string;
  /** Day of the claim. */
  on: string;
  quantity: number;
}

/** Pieces of a line for which a visit or session was done as one of the purchase's tasks. */
export interface DonePieces {
  pieces: number;
  on: string;
  /** The claims by which it was done, where it was. */
  claimIds: readonly string[];
}

/**
 * What claims on a line were granted and no task that is done stands for. A task that was done by claims stands for theirs;
 * any other, done on the day of a claim or after, is taken for the same visit.
 */
export function besideTasks(claims: readonly GrantedPieces[], tasks: readonly DonePieces[]): GrantedPieces[] {
  const left = claims.map(({ claimId, on, quantity }) => ({ claimId, on, quantity })).sort(byDay);
  for (const { claimIds, pieces } of tasks) {
    take(
      left.filter(({ claimId }) => claimIds.includes(claimId)),
      pieces,
    );
  }
  const others = tasks.filter(({ claimIds }) => claimIds.length === 0).map(({ on, pieces }) => ({ on, pieces }));
  others.sort(byDay);
  for (const claim of left) {
    for (const task of others) if (task.on >= claim.on) task.pieces -= sumOf(take([claim], task.pieces));
  }
  return left.filter(({ quantity }) => quantity > 0);
}

/** A task that stands for a visit or session of so many pieces of each of its lines. */
export interface StandingTask {
  id: string;
  lines: readonly { lineId: string; pieces: number }[];
}

/**
 * The tasks that claims have served every piece of, with those claims. Pieces are served in the order of the tasks: what was
 * granted of a line goes to the first that is not whole, also where that stays so for another's sake.
 *
 * @param granted by line, what no task that is done stands for
 */
export function servedWhole(
  tasks: readonly StandingTask[],
  granted: ReadonlyMap<string, readonly GrantedPieces[]>,
): { id: string; claimIds: string[] }[] {
  const left = new Map([...granted].map(([lineId, claims]) => [lineId, claims.map((claim) => ({ ...claim }))]));
  return tasks.flatMap(({ id, lines }) => {
    const each = lines.map(({ lineId, pieces }) => {
      const taken = take(left.get(lineId) ?? [], pieces);
      return { taken, whole: sumOf(taken) === pieces };
    });
    const claimIds = new Set(each.flatMap(({ taken }) => taken.map(({ claimId }) => claimId)));
    return each.every(({ whole }) => whole) ? [{ id, claimIds: [...claimIds] }] : [];
  });
}

/** Takes so many pieces off what there is, the first first; what was taken. */
function take(from: readonly GrantedPieces[], pieces: number): GrantedPieces[] {
  let open = pieces;
  return from.flatMap((claim) => {
    const quantity = Math.min(open, claim.quantity);
    if (quantity <= 0) return [];
    open -= quantity;
    claim.quantity -= quantity;
    return [{ ...claim, quantity }];
  });
}

const sumOf = (claims: readonly GrantedPieces[]): number => claims.reduce((sum, { quantity }) => sum + quantity, 0);
