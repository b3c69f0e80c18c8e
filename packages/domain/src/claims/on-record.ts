import type { Outcome, Remedy } from '../policies/decision.ts';
import { isRecord } from '../policies/kinds/form.ts';
import { maintenance } from '../policies/kinds/maintenance.ts';
import { remedy } from '../policies/kinds/remedy.ts';
import { training } from '../policies/kinds/training.ts';
import type { ClaimKind, ClaimStatus } from './claim.ts';
import { besideTasks, type DonePieces, type GrantedPieces } from './served.ts';

/** A line of an earlier claim on the same line of goods. */
export interface LineOnRecord extends GrantedPieces {
  status: ClaimStatus;
  outcome: Outcome;
  remedy: Remedy | null;
  /** The kind of term that decided it. */
  termKind: string | null;
}

/** A visit or session that was done as one of the purchase's tasks, for so many pieces of the line. */
export interface DoneOnRecord extends DonePieces {
  /** The kind of term that promised it. */
  termKind: string;
}

/** What is claimed now: pieces of a line, and how many of it were bought. */
export interface ClaimedNow {
  kind: ClaimKind;
  details: Readonly<Record<string, unknown>>;
  quantity: number;
  bought: number;
}

type Details = Record<string, unknown>;

/**
 * What a claim says, with what is on record of its line of goods counted in; nobody's word beats the record at the
 * customer's cost, nor is more granted than was bought.
 *
 * - Repairs (C11): the larger of what was stated and the claims whose repair was done.
 * - Visits (C18): those that were granted or done, or the smaller number that was stated, as one that was granted and not
 *   made is due still; never fewer than were done, as tasks or by claims that were settled.
 * - Sessions (C17): those that were granted or done.
 *
 * What is granted is done sooner or later as the task that stands for it, and counts once with that ({@link besideTasks}).
 *
 * The record cannot tell the pieces of a line apart, so it is read in the customer's favour: repairs were all of the piece
 * that is claimed, visits and sessions lie on the pieces evenly and those with the fewest are claimed.
 *
 * @returns the details with their counts; what is no count at all is left for the claim's form to refuse.
 */
export function withRecord(
  now: ClaimedNow,
  earlier: readonly LineOnRecord[],
  done: readonly DoneOnRecord[] = [],
): Details {
  const { kind, details } = now;
  const granted = earlier.filter(({ outcome, status }) => outcome === 'ALLOWED' && status !== 'WITHDRAWN');
  const each = (termKind: string, lines: readonly LineOnRecord[]) =>
    perPiece(
      now,
      lines.filter((line) => line.termKind === termKind),
      done.filter((task) => task.termKind === termKind),
    );
  const settled = granted.filter(({ status }) => status === 'SETTLED');
  const repairs = settled.filter((line) => line.remedy === 'REPAIR').length;
  const visitsMade = each(maintenance.kind, settled);
  const visits = (stated: number, known: number) => Math.min(known, Math.max(visitsMade, stated));
  const asks = (...kinds: ClaimKind[]) => kinds.includes(kind);
  const counts = [
    count(remedy.kind, 'repairsDone', asks('REPAIR', 'REPLACEMENT'), repairs, Math.max),
    count(maintenance.kind, 'visitsDone', asks('MAINTENANCE'), each(maintenance.kind, granted), visits),
    count(training.kind, 'sessionsTaken', false, each(training.kind, granted), (_stated, known) => known),
  ];
  return counts.reduce((said, counted) => counted(said), { ...details });
}

/** The most that a count in a claim's form can say. */
const MOST = 100;

/** How often each of the claimed pieces was served, at most. */
function perPiece(
  { quantity, bought }: ClaimedNow,
  granted: readonly LineOnRecord[],
  done: readonly DoneOnRecord[],
): number {
  const claimed = besideTasks(granted, done).map((claim) => claim.quantity);
  const served = [...claimed, ...done.map(({ pieces }) => pieces)].reduce((sum, pieces) => sum + pieces, 0);
  // a quantity that is none, or too large, is refused elsewhere
  return Math.max(0, Math.floor((served + Math.min(quantity, bought) - 1) / bought));
}

/** Whether it is promised so many times: a claim that it decides is one visit or session of it. */
export const isCounted = (termKind: string | null): boolean =>
  termKind === maintenance.kind || termKind === training.kind;

const count =
  (
    term: string,
    field: string,
    always: boolean,
    recorded: number,
    both: (stated: number, known: number) => number,
  ): ((details: Details) => Details) =>
  (details) => {
    const said = details[term];
    if (said === undefined && !always) return details;
    const values = said === undefined ? {} : said;
    if (!isRecord(values)) return details;
    const known = Math.min(recorded, MOST);
    const stated = values[field];
    if (stated === undefined) return known === 0 ? details : { ...details, [term]: { ...values, [field]: known } };
    const isCount = typeof stated === 'number' && Number.isInteger(stated) && stated >= 0 && stated <= MOST;
    return isCount ? { ...details, [term]: { ...values, [field]: both(stated, known) } } : details;
  };
