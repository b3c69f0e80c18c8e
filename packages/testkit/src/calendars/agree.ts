import fc from 'fast-check';
import { expect } from 'vitest';
import { addWorking, isWorking, workingMinutes } from '@perennial/domain/calendars/working-time';
import { cases, clockOf, INNER, type Case } from './arbitrary.ts';
import { workedMinutes } from './minutes.ts';

const MINUTE = 60_000;

/** Holds the arithmetic against the oracle: each minute, the time between, and the moment at which it has passed. */
export function agreement(runs: number): void {
  fc.assert(fc.property(cases, fc.nat(), agree), { numRuns: runs });
}

function agree(each: Case, pick: number): void {
  const { calendar, from, to } = each;
  const clock = clockOf(each.place);
  const worked = workedMinutes(clock, calendar);
  const iso = (minute: number): string => new Date(clock.start + minute * MINUTE).toISOString();
  const pauses = each.pauses.map((pause) => ({ from: iso(pause.from), to: iso(pause.to) }));
  const stopped = (i: number): boolean => each.pauses.some((pause) => pause.from <= i && i < pause.to);

  let minutes = 0;
  for (let i = from; i < to; i++) if (worked[i] && !stopped(i)) minutes += 1;
  expect(workingMinutes(calendar, iso(from), iso(to), pauses)).toBe(minutes);
  expect(workingMinutes(calendar, iso(to), iso(from), pauses)).toBe(minutes === 0 ? 0 : -minutes);

  const at = from + (pick % (to - from + 1));
  expect(isWorking(calendar, iso(at))).toBe(worked[at]);

  if (minutes === 0) return;
  const wanted = 1 + (pick % minutes);
  let left = wanted;
  let due = from;
  for (; left > 0 && due < INNER.last; due++) if (worked[due] && !stopped(due)) left -= 1;
  expect(addWorking(calendar, iso(from), wanted, pauses)).toBe(iso(due));
}
