import type { Pause } from '../calendars/working-time.ts';
import { DomainError } from '../shared/errors.ts';

/** What a pause must fit: when the claim was made, and how far the business's time has come. */
export interface PauseFrame {
  claimedAt: string | null;
  latest: Date;
}

/** As {@link PauseFrame}, for a pause: and which promised moments have passed unmet, in UTC. */
export interface PausingFrame extends PauseFrame {
  missed: readonly string[];
}

/**
 * Holds a moment within the life of a claim. `MOMENT_BEFORE_CLAIM`, `MOMENT_IN_THE_FUTURE`; both name the `field`.
 */
export function checkMoment(at: Date, { claimedAt, latest }: PauseFrame, field: string): void {
  if (claimedAt !== null && at.getTime() < Date.parse(claimedAt)) {
    throw new DomainError(
      'MOMENT_BEFORE_CLAIM',
      `${field} is ${at.toISOString()}, but the claim was made at ${claimedAt}; choose that moment or a later one.`,
      { path: [field], params: { at: at.toISOString(), claimedAt } },
    );
  }
  if (at > latest) {
    throw new DomainError(
      'MOMENT_IN_THE_FUTURE',
      `${field} is ${at.toISOString()}, which has not come; choose ${latest.toISOString()} or an earlier moment.`,
      { path: [field], params: { at: at.toISOString(), latest: latest.toISOString() } },
    );
  }
}

/**
 * Whether a pause ("waiting for the customer", C8) fits a claim and the pauses it has; `to: null`: we still wait. What was
 * missed stays missed: a pause that is told of afterwards does not begin before that. Besides the codes of
 * {@link checkMoment}: `PAUSE_ORDER`, `PAUSE_OVERLAPS`, `PAUSE_AFTER_DUE`.
 */
export function checkPause(pauses: readonly Pause[], from: Date, to: Date | null, frame: PausingFrame): void {
  checkMoment(from, frame, 'from');
  if (to !== null) {
    checkMoment(to, frame, 'to');
    if (to <= from) throw endsBeforeItBegins('to');
  }
  const end = to?.getTime() ?? Infinity;
  const other = pauses.find(
    (each) => from.getTime() < (each.to === null ? Infinity : Date.parse(each.to)) && end > Date.parse(each.from),
  );
  if (other) {
    throw new DomainError(
      'PAUSE_OVERLAPS',
      other.to === null
        ? `The clock stands still since ${other.from} already; resume it before pausing it again.`
        : `The clock stood still from ${other.from} to ${other.to} already; choose a time outside of that.`,
      { path: ['from'], params: { from: other.from, to: other.to } },
    );
  }
  const dueAt = [...frame.missed].sort().at(-1);
  if (dueAt === undefined || from.getTime() >= Date.parse(dueAt)) return;
  throw new DomainError(
    'PAUSE_AFTER_DUE',
    `from is ${from.toISOString()}, but what was promised by ${dueAt} has been missed, and a pause told of now cannot change that; choose that moment or a later one.`,
    { path: ['from'], params: { from: from.toISOString(), dueAt } },
  );
}

/**
 * The pause that a moment ends. `NOT_PAUSED`, `PAUSE_ORDER`, and those of {@link checkMoment}.
 */
export function pauseEndedBy<P extends Pause>(pauses: readonly P[], at: Date, frame: PauseFrame): P {
  const running = pauses.find(({ to }) => to === null);
  if (!running) {
    throw new DomainError('NOT_PAUSED', 'The clock of this claim is running, so there is nothing to resume.', {
      path: ['id'],
    });
  }
  checkMoment(at, frame, 'at');
  if (at.getTime() < Date.parse(running.from)) throw endsBeforeItBegins('at');
  return running;
}

const endsBeforeItBegins = (field: string): DomainError =>
  new DomainError('PAUSE_ORDER', `${field} is not after the beginning of the pause; choose a later moment.`, {
    path: [field],
  });
