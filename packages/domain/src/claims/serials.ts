import { DomainError } from '../shared/errors.ts';
import { sameSerial } from '../shared/serial.ts';
import { workOn, type ClaimedPieces } from './pieces.ts';

/** A line of a claim with the serial numbers of what failed and of what was handed over instead. */
export interface SerialOnRecord extends ClaimedPieces {
  /** Number of the claim. */
  claim: string;
  /** Of the goods: another product may well have the same serial number. */
  code: string;
  failed: string | null;
  replacement: string | null;
}

/** Whether the very piece is given back or replaced, or is about to be: it is gone though another took its place. */
const goes = (line: ClaimedPieces): boolean =>
  workOn(line) === 'AWAY' && (line.status === 'OPEN' || (line.status !== 'WITHDRAWN' && line.outcome === 'ALLOWED'));

/**
 * A piece as the claims on one purchase know it, in the order in which they were settled: whether the customer has it, null
 * where none names it, and the claim by which it last came or went.
 */
function known(code: string, serial: string, earlier: readonly SerialOnRecord[]) {
  let there: boolean | null = null;
  let claim = '';
  for (const line of earlier) {
    if (line.code !== code) continue;
    const went = line.failed !== null && sameSerial(line.failed, serial) && goes(line);
    const came = line.replacement !== null && sameSerial(line.replacement, serial);
    if (!went && !came) continue;
    there = came;
    claim = line.claim;
  }
  return { there, claim };
}

/**
 * What failed is a piece that the customer has: `SERIAL_GONE` where a claim on the purchase gave it back or replaced it,
 * and it has not come back as a replacement since.
 */
export function checkFailed(code: string, serial: string, earlier: readonly SerialOnRecord[], path: string[]): void {
  const { there, claim } = known(code, serial, earlier);
  if (there !== false) return;
  throw new DomainError(
    'SERIAL_GONE',
    `The piece ${serial} was given back or replaced with claim ${claim}; enter the serial number of the one that failed now.`,
    { path, params: { serial, claim } },
  );
}

/** What is handed over instead is no piece that the customer got before and still has: `SERIAL_GIVEN`. */
export function checkReplacement(
  code: string,
  serial: string,
  earlier: readonly SerialOnRecord[],
  path: string[],
): void {
  const { there, claim } = known(code, serial, earlier);
  if (there !== true) return;
  throw new DomainError(
    'SERIAL_GIVEN',
    `The piece ${serial} was handed over with claim ${claim} already; enter the serial number of this replacement.`,
    { path, params: { serial, claim } },
  );
}
