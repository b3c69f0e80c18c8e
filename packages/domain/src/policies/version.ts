import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';
import { phrases } from './phrases.ts';
import { addDays, dayNumber, overlaps, type Period } from '../shared/period.ts';

export const VERSION_STATUSES = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

/**
 * One wording of a policy, in force on the days of [effectiveFrom, effectiveTo). Once published its terms, its number
 * and its first day never change; its end may still be set, because a later version or a retirement ends it.
 */
export const policyVersion = entity('PolicyVersion', {
  plural: 'policyVersions',
  owner: 'reference',
  fields: {
    policyId: f.ref('Policy', { filter: true, write: 'create' }),
    number: f.int({ min: 1, share: 'grantable', filter: true, sort: true, write: 'never' }),
    status: f.enum('PolicyVersionStatus', VERSION_STATUSES, { share: 'grantable', filter: true, write: 'never' }),
    effectiveFrom: f.date({ share: 'grantable', filter: true, sort: true }),
    effectiveTo: f.date({ share: 'grantable', filter: true, nullable: true }),
    /** What the charter says above the terms, as it was typed; null in versions from before: the policy's description. */
    intro: f.longText({ nullable: true }),
    terms: f.json(z.array(z.unknown()), {}),
    /** How its intro and the texts in its terms are said in other languages. Frozen like they are. */
    phrases: f.json(phrases, {}),
    /** The working hours its clocks run by. Frozen once published, like its terms and the service points it lists. */
    calendarId: f.ref('Calendar', { nullable: true, filter: true }),
    publishedAt: f.instant({ nullable: true, write: 'never' }),
    publishedBy: f.text({ max: 200, pii: 'indirect', nullable: true, write: 'never' }),
    updatedBy: f.text({ max: 200, pii: 'indirect', nullable: true, write: 'never' }),
    version: f.int({ write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
    updatedAt: f.instant({ write: 'never' }),
  },
});

export type PolicyVersion = Infer<typeof policyVersion>;

/** What the rules on periods need to know of a version. */
export interface Dated {
  id: string;
  number: number;
  status: VersionStatus;
  effectiveFrom: string;
  effectiveTo: string | null;
}

export const periodOf = (version: Pick<Dated, 'effectiveFrom' | 'effectiveTo'>): Period => ({
  from: version.effectiveFrom,
  to: version.effectiveTo,
});

/** Where a version stands on a day: PUBLISHED says only that it was promised once. */
export type Standing = 'DRAFT' | 'COMING' | 'IN_FORCE' | 'ENDED' | 'RETIRED';

export function standingOn(
  day: string,
  { status, effectiveFrom, effectiveTo }: Omit<Dated, 'id' | 'number'>,
): Standing {
  if (status === 'DRAFT') return status;
  if (effectiveTo !== null && effectiveTo <= day) return status === 'RETIRED' ? status : 'ENDED';
  return effectiveFrom > day ? 'COMING' : 'IN_FORCE';
}

/** Refuses a period whose days do not exist (`BAD_DATE`) or that ends before it begins (`PERIOD_BACKWARDS`). */
export function checkPeriod(period: Period): void {
  dayNumber(period.from);
  if (period.to === null) return;
  dayNumber(period.to);
  if (period.to <= period.from) {
    throw new DomainError(
      'PERIOD_BACKWARDS',
      `effectiveTo ${period.to} is not after effectiveFrom ${period.from}; choose a later last day or leave it open.`,
      { path: ['effectiveTo'], params: { from: period.from, to: period.to } },
    );
  }
}

/**
 * Only drafts can be changed, published or thrown away; anything else is refused with `VERSION_NOT_DRAFT`.
 *
 * @param field by which the version was named.
 */
export function checkDraft(version: Pick<Dated, 'number' | 'status'>, field = 'id'): void {
  if (version.status === 'DRAFT') return;
  throw new DomainError(
    'VERSION_NOT_DRAFT',
    `Version ${version.number} is ${version.status.toLowerCase()} and cannot be changed: it was promised. Start a new draft from it.`,
    { path: [field], params: { number: version.number, status: version.status } },
  );
}

/** The published version that has to end on the day before the new one begins. */
export interface Closing {
  id: string;
  number: number;
  effectiveTo: string;
}

/**
 * Where a draft fits among the versions of its policy (effective dating without overlap, C1).
 *
 * An open-ended version that is in force when the draft begins is closed on that day: that is what "publish from"
 * means. Everything else that shares a day with the draft is refused with `OVERLAPPING_VERSION`, naming both
 * periods and the way out, because cutting it would take back a promise nobody meant to take back.
 *
 * @returns the version to close, or null.
 */
export function placeVersion(draft: Dated, siblings: readonly Dated[]): Closing | null {
  checkDraft(draft);
  const wanted = periodOf(draft);
  checkPeriod(wanted);
  let closing: Closing | null = null;
  for (const other of siblings) {
    const neverCovers = other.effectiveFrom === other.effectiveTo;
    if (other.id === draft.id || other.status === 'DRAFT' || neverCovers) continue;
    if (!overlaps(wanted, periodOf(other))) continue;
    const goesOnAfter = other.effectiveTo !== null && wanted.to !== null && wanted.to < other.effectiveTo;
    if (other.effectiveFrom < wanted.from && !goesOnAfter && other.status === 'PUBLISHED') {
      closing = { id: other.id, number: other.number, effectiveTo: wanted.from };
      continue;
    }
    throw overlapping(draft, other);
  }
  return closing;
}

/**
 * The first day, not before the draft's own, from which it fits among the versions of its policy without overlap and
 * without gap: what to propose for publishing. The draft's own day where none does, for then the refusal says why.
 */
export function firstDayFor(draft: Dated, siblings: readonly Dated[]): string {
  const edges = siblings
    .filter((each) => each.id !== draft.id && each.status !== 'DRAFT')
    .flatMap(({ effectiveFrom, effectiveTo }) => [addDays(effectiveFrom, 1), ...(effectiveTo ? [effectiveTo] : [])]);
  const days = [draft.effectiveFrom, ...edges.filter((day) => day > draft.effectiveFrom).sort()];
  const fits = (effectiveFrom: string) => {
    try {
      const closing = placeVersion({ ...draft, effectiveFrom }, siblings);
      checkNoGap({ ...draft, effectiveFrom }, siblings);
      const closed = siblings.find((each) => each.id === closing?.id);
      // what already has its last day is not proposed to end sooner
      return effectiveFrom === draft.effectiveFrom || !closed || closed.effectiveTo === null;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  };
  return days.find(fits) ?? draft.effectiveFrom;
}

function overlapping(draft: Dated, other: Dated): DomainError {
  const words = (v: Dated) => `version ${v.number} (${v.effectiveFrom} to ${v.effectiveTo ?? 'open'})`;
  const remedy =
    draft.effectiveFrom < other.effectiveFrom
      ? `End the draft on ${other.effectiveFrom}, or retire version ${other.number} first.`
      : other.effectiveTo === null
        ? `Begin after ${other.effectiveFrom}, or retire version ${other.number} first.`
        : `Begin on ${other.effectiveTo} or later.`;
  return new DomainError('OVERLAPPING_VERSION', `${capital(words(draft))} overlaps ${words(other)}. ${remedy}`, {
    path: ['effectiveFrom'],
    params: {
      number: draft.number,
      from: draft.effectiveFrom,
      to: draft.effectiveTo,
      otherNumber: other.number,
      otherFrom: other.effectiveFrom,
      otherTo: other.effectiveTo,
    },
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Refuses days without a promise between two versions (effective dating without gap, C1), with `GAP_BETWEEN_VERSIONS`
 * and the day that closes it. A version that was retired ended on purpose: the days after it may stay empty.
 */
export function checkNoGap(draft: Dated, siblings: readonly Dated[]): void {
  const promised = siblings.filter(
    (each) => each.id !== draft.id && each.status !== 'DRAFT' && each.effectiveFrom !== each.effectiveTo,
  );
  const gap = (number: number, from: string, to: string, remedy: string, field: string) =>
    new DomainError(
      'GAP_BETWEEN_VERSIONS',
      `From ${from} until ${to} nothing would be promised, between this version and version ${number}; ${remedy}.`,
      { path: [field], params: { number, from, to } },
    );
  // only the last one before and the first one after can leave a gap: those between them have been checked when they came
  const before = promised
    .filter((each) => each.effectiveFrom < draft.effectiveFrom)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
  if (before?.status === 'PUBLISHED' && before.effectiveTo !== null && before.effectiveTo < draft.effectiveFrom) {
    const { number, effectiveTo } = before;
    throw gap(number, effectiveTo, draft.effectiveFrom, `begin on ${effectiveTo}`, 'effectiveFrom');
  }
  const { effectiveTo: end } = draft;
  if (end === null) return;
  const after = promised
    .filter((each) => each.effectiveFrom >= end)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0];
  if (after && after.effectiveFrom > end) {
    throw gap(after.number, end, after.effectiveFrom, `end on ${after.effectiveFrom}`, 'effectiveTo');
  }
}

/**
 * The first day on which a retired version holds no more. Not `today`, let alone before, for whoever bought today keeps
 * what could be read then, also when it is written down later (S1); and not before its first day
 * (`RETIRED_IN_THE_PAST`). A version that has not begun may end on its first day, so that it never covers anything.
 */
export function retirementDay(version: Dated, on: string, today: string): string {
  if (version.status !== 'PUBLISHED') {
    throw new DomainError(
      'VERSION_NOT_PUBLISHED',
      `Version ${version.number} is ${version.status.toLowerCase()}; only a published version can be retired.`,
      { path: ['id'], params: { number: version.number, status: version.status } },
    );
  }
  dayNumber(on);
  const earliest = earliestRetirement(version, today);
  if (on < earliest) {
    throw new DomainError(
      'RETIRED_IN_THE_PAST',
      `Version ${version.number} cannot end on ${on}; choose ${earliest} or later.`,
      {
        path: ['on'],
        params: { number: version.number, on, earliest },
      },
    );
  }
  return version.effectiveTo !== null && version.effectiveTo < on ? version.effectiveTo : on;
}

/** The earliest day on which a version can be made to hold no more. */
export function earliestRetirement({ effectiveFrom }: Pick<Dated, 'effectiveFrom'>, today: string): string {
  const tomorrow = addDays(today, 1);
  return effectiveFrom > tomorrow ? effectiveFrom : tomorrow;
}
