import type { Outcome, Remedy } from '../policies/decision.ts';
import { isRecord } from '../policies/kinds/form.ts';
import { maintenance } from '../policies/kinds/maintenance.ts';
import { remedy } from '../policies/kinds/remedy.ts';
import { training } from '../policies/kinds/training.ts';
import type { ClaimKind, ClaimStatus } from './claim.ts';

/** A line of an earlier claim on the same line of goods. */
export interface LineOnRecord {
  status: ClaimStatus;
  outcome: Outcome;
  remedy: Remedy | null;
  /** The kind of term that decided it. */
  termKind: string | null;
  quantity: number;
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
 * - Visits (C18): the smaller of what was stated and the visits that were granted; one that was not made is due still.
 * - Sessions (C17): those that were granted.
 *
 * The record cannot tell the pieces of a line apart, so it is read in the customer's favour: repairs were all of the piece
 * that is claimed, visits and sessions lie on the pieces evenly and those with the fewest are claimed.
 *
 * @returns the details with their counts; what is no count at all is left for the claim's form to refuse.
 */
export function withRecord(now: ClaimedNow, earlier: readonly LineOnRecord[]): Details {
  const { kind, details } = now;
  const granted = earlier.filter(({ outcome, status }) => outcome === 'ALLOWED' && status !== 'WITHDRAWN');
  const repairs = granted.filter((line) => line.remedy === 'REPAIR' && line.status === 'SETTLED').length;
  const each = (termKind: string) =>
    perPiece(
      now,
      granted.filter((line) => line.termKind === termKind),
    );
  const asks = (...kinds: ClaimKind[]) => kinds.includes(kind);
  const counts = [
    count(remedy.kind, 'repairsDone', asks('REPAIR', 'REPLACEMENT'), repairs, Math.max),
    count(maintenance.kind, 'visitsDone', asks('MAINTENANCE'), each(maintenance.kind), Math.min),
    count(training.kind, 'sessionsTaken', false, each(training.kind), (_stated, known) => known),
  ];
  return counts.reduce((said, counted) => counted(said), { ...details });
}

/** The most that a count in a claim's form can say. */
const MOST = 100;

/** How often each of the claimed pieces was served, at most. */
function perPiece({ quantity, bought }: ClaimedNow, granted: readonly LineOnRecord[]): number {
  const served = granted.reduce((sum, line) => sum + line.quantity, 0);
  // a quantity that is none, or too large, is refused elsewhere
  return Math.max(0, Math.floor((served + Math.min(quantity, bought) - 1) / bought));
}

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
