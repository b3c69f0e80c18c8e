import { checkNoGap, firstDayFor, type Dated } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';

interface Known {
  draft: Dated;
  siblings: readonly Dated[];
  today: string;
  /** For which a second person has approved the draft as it is. */
  approved: string | undefined;
  /** The first day that takes back nothing from who bought, or may have bought today; undefined where any would do, or it is not known. */
  free: string | undefined;
}

/** The day from which to propose that a draft be published: one that has not passed, and from which it can be. */
export function proposedDay({ draft, siblings, today, approved, free }: Known): string {
  const days = [draft.effectiveFrom, today, approved, free].filter((day) => day !== undefined);
  const latest = days.reduce((one, other) => (one > other ? one : other));
  const day = firstDayFor({ ...draft, effectiveFrom: latest }, siblings);
  try {
    checkNoGap({ ...draft, effectiveFrom: day }, siblings);
    return day;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // days without a promise are closed from where they began, which may have passed
    const { from } = error.params;
    return error.path[0] === 'effectiveFrom' && typeof from === 'string' ? from : day;
  }
}

interface Days {
  asOf: string;
  latestDay: string;
}

/**
 * The day before which none is proposed. What was promised already is taken back on no day the business has been at; the
 * first promise of all takes nothing back, so the business's own day is today, as the draft and every page say.
 */
export const earliestDay = ({ asOf, latestDay }: Days, siblings: readonly Dated[], variant: boolean): string =>
  variant || siblings.some(({ status }) => status !== 'DRAFT') ? latestDay : asOf;
