import type { CalendarData } from '../calendars/calendar.ts';
import { dueAfter, minutesPassed } from '../calendars/clock.ts';
import type { Pause } from '../calendars/working-time.ts';
import { responseTarget, timesPromised, type TimesPromised } from '../policies/kinds/response-target.ts';
import { termKinds } from '../policies/kinds/all.ts';
import { isRecord } from '../policies/kinds/form.ts';
import type { TermKind } from '../policies/kinds/kind.ts';
import { DomainError } from '../shared/errors.ts';
import { decideBy, namingKind, type ClaimedLine, type ClaimSaid, type HeldPromise } from './decide-claim.ts';

export const TARGETS = ['FIRST_RESPONSE', 'RESOLUTION'] as const;
export type Target = (typeof TARGETS)[number];

/**
 * RUNNING: in time so far; PAUSED: we wait for the customer; OVERDUE: running beyond its time; KEPT and MISSED: done, in
 * time or not; ENDED: the customer let go before it was done; UNKNOWN: the calendar does not know a year it runs through.
 */
export const CLOCK_STATES = ['RUNNING', 'PAUSED', 'OVERDUE', 'KEPT', 'MISSED', 'ENDED', 'UNKNOWN'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** A time that was promised for a claim, as frozen when it was made. */
export interface PromisedTime {
  target: Target;
  minutes: number;
  /** WORKING: of the calendar of the snapshot; ELAPSED: day and night. */
  clock: TimesPromised['clock'];
  snapshotHash: string;
  policyId: string;
  termId: string;
}

/**
 * The times promised for a claim on some lines of a purchase (維修響應的規定時間, C8), from its snapshots and nothing else,
 * each once. They run beside whatever else the claim asks for; `said.details` may name priority and channel.
 */
export function promisedTimes(
  promises: readonly HeldPromise[],
  lines: readonly { line: ClaimedLine; details: ClaimSaid['details'] }[],
  on: string,
  kinds: readonly TermKind[] = termKinds,
): PromisedTime[] {
  const { kind } = responseTarget;
  if (!kinds.some((each) => each.kind === kind)) return [];
  const reading = kinds.map((each) => (each.kind === kind ? timesPromised : each));
  const found = lines.flatMap(({ line, details }, index) => {
    const said = details[kind];
    const claim = { kind, ...(isRecord(said) ? { details: said } : {}) };
    const ask = (some: readonly HeldPromise[]) => decideBy(some, line, claim, { on }, null, reading);
    return namingKind(kind, () => answersOf(promises, ask), ['lines', String(index)]).flatMap((answer) => {
      const { outcome, snapshotHash, policyId, termId } = answer;
      if (outcome !== 'ALLOWED' || snapshotHash === null || policyId === null || termId === null) return [];
      const { clock, firstResponse, resolution } = answer.result as unknown as TimesPromised;
      const by = { clock, snapshotHash, policyId, termId };
      return [
        { target: 'FIRST_RESPONSE' as const, minutes: firstResponse, ...by },
        { target: 'RESOLUTION' as const, minutes: resolution, ...by },
      ];
    });
  });
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}

/** Promises of which neither is more specific both hold: a tie is no reason to turn a claim away. */
function answersOf<A>(promises: readonly HeldPromise[], ask: (some: readonly HeldPromise[]) => A[]): A[] {
  try {
    return ask(promises);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'AMBIGUOUS_TERMS') throw error;
    return promises.flatMap((each) => ask([each]));
  }
}

/** What has happened to a claim so far; moments in UTC. */
export interface ClaimLife {
  claimedAt: string;
  respondedAt: string | null;
  closedAt: string | null;
  withdrawn: boolean;
  pauses: readonly Pause[];
}

export interface ClockReading extends PromisedTime {
  /** null while it is paused without an end, and where it cannot be known. */
  dueAt: string | null;
  doneAt: string | null;
  /** Minutes of the clock's time that are left; negative where it is overdue. null once it is done or unknown. */
  minutesLeft: number | null;
  state: ClockState;
  /** Code of what keeps it from being known, such as `CALENDAR_YEAR_UNKNOWN`. */
  problem: string | null;
}

/**
 * The clocks of a claim as they stand `now`: of several promises the strictest, by target. Derived from what was frozen
 * and from the pauses, so that a pause moves what is due and nothing else. Whoever closed a claim without answering
 * before has answered by that.
 */
export function readClocks(
  promised: readonly PromisedTime[],
  calendars: ReadonlyMap<string, CalendarData | null>,
  life: ClaimLife,
  now: Date,
): ClockReading[] {
  return TARGETS.flatMap((target) => {
    const readings = promised
      .filter((each) => each.target === target)
      .map((each) => read(each, calendars.get(each.snapshotHash) ?? null, life, now))
      .sort(sooner);
    return readings.slice(0, 1);
  });
}

/** The moments, in UTC, by which something was promised and not done: of every promise, not of the strictest alone. */
export function missedMoments(...[promised, calendars, life, now]: Parameters<typeof readClocks>): string[] {
  return promised
    .map((each) => read(each, calendars.get(each.snapshotHash) ?? null, life, now))
    .flatMap(({ state, dueAt }) => (dueAt !== null && (state === 'OVERDUE' || state === 'MISSED') ? dueAt : []));
}

function read(promised: PromisedTime, calendar: CalendarData | null, life: ClaimLife, now: Date): ClockReading {
  const { claimedAt, pauses } = life;
  const ended = promised.target === 'RESOLUTION' ? life.closedAt : (life.respondedAt ?? life.closedAt);
  const letGo = life.withdrawn && ended === life.closedAt;
  const doneAt = letGo ? null : ended;
  const until = ended ?? (now.toISOString() < claimedAt ? claimedAt : now.toISOString());
  const hours = promised.clock === 'WORKING' ? calendar : null;
  try {
    if (promised.clock === 'WORKING' && !calendar) throw noCalendar();
    const left = promised.minutes - minutesPassed(hours, claimedAt, until, pauses);
    const paused = pauses.some(({ from, to }) => from <= until && (to === null || to > until));
    return {
      ...promised,
      dueAt: due(hours, promised, life, ended),
      doneAt,
      minutesLeft: ended === null ? left : null,
      state: letGo
        ? 'ENDED'
        : ended !== null
          ? left >= 0
            ? 'KEPT'
            : 'MISSED'
          : left < 0
            ? 'OVERDUE'
            : paused
              ? 'PAUSED'
              : 'RUNNING',
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...promised, dueAt: null, doneAt, minutesLeft: null, state: 'UNKNOWN', problem: error.code };
  }
}

/** When it is due, by the pauses that began before it was done; null where one of them has no end before it. */
function due(calendar: CalendarData | null, promised: PromisedTime, life: ClaimLife, ended: string | null) {
  const pauses = life.pauses.filter(({ from }) => ended === null || from < ended);
  try {
    return dueAfter(calendar, life.claimedAt, promised.minutes, pauses);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CALENDAR_PAUSED') return null;
    throw error;
  }
}

const noCalendar = (): DomainError =>
  new DomainError('CALENDAR_MISSING', 'The promise counts working hours but names no calendar.', {});

/** What cannot be known comes first, so that it is seen; then the earliest. */
function sooner(a: ClockReading, b: ClockReading): number {
  if ((a.problem === null) !== (b.problem === null)) return a.problem === null ? 1 : -1;
  if (a.dueAt !== null && b.dueAt !== null && a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  return (a.minutesLeft ?? a.minutes) - (b.minutesLeft ?? b.minutes);
}
