import { isWorkingDay } from '@perennial/domain/calendars/working-time';
import { answeredAfterSolved, responseTarget } from '@perennial/domain/policies/kinds/response-target';
import { checkRegions } from '@perennial/domain/policies/variant';
import { pointNames } from '@perennial/domain/points/names';
import { kindOf, readTerms, type Term } from '@perennial/domain/policies/terms';
import { checkDraft, checkNoGap, placeVersion } from '@perennial/domain/policies/version';
import { yearsAhead, yearsInWords } from '@perennial/domain/policies/years-ahead';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Orm } from '@perennial/kernel/db/database';
import { eq } from 'drizzle-orm';
import { calendarData } from '../calendars/index.ts';
import { unreachable } from '../points/index.ts';
import { openBesideOthers } from './ambiguity-service.ts';
import type { Change } from './guard-days.ts';
import {
  approvalOf,
  lessBy,
  refuseBackdated,
  refuseBelowFloors,
  refuseUnapproved,
  type Frame,
} from './guard-service.ts';
import { refuseToTakeBack, type PolicyRow, type VersionRow } from './rows.ts';
import { policyVersions } from './table.ts';
import { keptIntro, unwordedTexts } from './wording-checks.ts';

/** One thing that stands in the way of publishing, or that is good to know before. */
export interface Problem {
  error: DomainError;
  blocking: boolean;
}

/**
 * Everything that keeps a draft from being published on a day, in the order in which it is best mended; empty = nothing.
 * The very checks of publishing, so that what the dialog shows is what will happen.
 */
export async function problemsOf(
  orm: Orm,
  { policy, version }: { policy: PolicyRow; version: VersionRow },
  from: string | undefined,
  frame: Frame,
): Promise<Problem[]> {
  const draft = { ...version, effectiveFrom: from ?? version.effectiveFrom };
  const problems: Problem[] = [];
  const run = async (check: () => unknown): Promise<boolean> => {
    try {
      await check();
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.push({ error, blocking: true });
      return false;
    }
  };
  let terms: Term[] = [];
  const legible = (await run(() => checkDraft(version))) && (await run(() => void (terms = readTerms(version.terms))));
  if (!legible) return problems;
  const siblings = await orm.select().from(policyVersions).where(eq(policyVersions.policyId, policy.id));
  await run(() => checkPromises(version, terms));
  await run(async () => {
    const closing = placeVersion(draft, siblings);
    if (closing) await refuseToTakeBack(orm, closing.id, closing.number, draft.effectiveFrom);
  });
  await run(() => checkNoGap(draft, siblings));
  await run(() => checkPoints(orm, policy, version, frame));
  if (await run(() => checkCalendar(orm, version, terms, draft.effectiveFrom))) {
    const ahead = await holidaysAhead(orm, draft, terms);
    if (ahead) problems.push({ error: ahead, blocking: false });
  }
  const kept = keptIntro(policy, { ...draft, terms }, siblings, frame.currency);
  for (const error of [...(kept ? [kept] : []), ...unwordedTexts(version)]) problems.push({ error, blocking: false });
  const late = lateAnswers(terms);
  if (late) problems.push({ error: late, blocking: false });
  await run(() => checkRegions(policy, terms));
  const open = await openBesideOthers(orm, policy, { ...draft, terms });
  for (const error of open) problems.push({ error, blocking: true });
  // where it is open which term decides, it is open too what is promised less
  if (open.length > 0) return problems;
  const change: Change = { policy, version: draft, terms, siblings };
  const less = await lessBy(orm, change, frame);
  await run(() => refuseBackdated(change, less, frame));
  await run(() => refuseBelowFloors(orm, change, less));
  await run(() => refuseUnapproved(orm, change, less, frame));
  if (less.cuts.length > 0 && (await approvalOf(orm, change, less)) !== null) {
    const params = { affected: less.customers };
    const said = `A second person approved that ${less.customers} customers are promised less.`;
    problems.push({ error: new DomainError('SERVICE_CUT_APPROVED', said, { params }), blocking: false });
  }
  return problems;
}

function checkPromises({ number }: VersionRow, terms: readonly Term[]): void {
  if (terms.length > 0) return;
  throw new DomainError('NO_TERMS', `Version ${number} promises nothing yet; add at least one term.`, {
    path: ['terms'],
    params: { number },
  });
}

/** Reachability gate (S14, 無人接聽): no point is promised that has not answered a probe within the policy's days. */
async function checkPoints(orm: Orm, policy: PolicyRow, version: VersionRow, { latestDay }: Frame): Promise<void> {
  const silent = await unreachable(orm, version.pointIds, latestDay, policy.probeDays);
  if (silent.length === 0) return;
  const { names, phrases } = pointNames(silent);
  throw new DomainError(
    'UNREACHABLE_POINT',
    `No answered probe within the last ${policy.probeDays} days: ${names}. Call them and record the probe, or take them off pointIds.`,
    { path: ['pointIds'], params: { points: names, phrases, count: silent.length, days: policy.probeDays } },
  );
}

/** No hindrance, for what is stored is promised as it stands; but nobody means it. */
function lateAnswers(terms: readonly Term[]): DomainError | null {
  const late = answeredAfterSolved(terms);
  if (late.length === 0) return null;
  const named = late.join(', ');
  return new DomainError(
    'ANSWER_AFTER_SOLUTION',
    `The terms ${named} promise a first answer later than the solution, so it says nothing; check the times.`,
    { path: ['terms'], params: { kind: responseTarget.kind } },
  );
}

/** A clock that counts working hours needs hours to count by, and holidays that are known on its first day. */
async function checkCalendar(orm: Orm, version: VersionRow, terms: readonly Term[], from: string): Promise<void> {
  const clocks = terms.filter((term) => kindOf(term.kind).needsCalendar(term.params));
  if (clocks.length === 0) return;
  const calendar = version.calendarId === null ? null : await calendarData(orm, version.calendarId);
  if (calendar === null) {
    const named = clocks.map((term) => term.id).join(', ');
    throw new DomainError(
      'CALENDAR_MISSING',
      `The terms ${named} count working hours, but the version names no calendar; choose one in calendarId.`,
      { path: ['calendarId'], params: { terms: named } },
    );
  }
  // asks for the holidays of that year, and so refuses one that is not known
  isWorkingDay(calendar, from);
}

/**
 * A promise of years counts in years whose holidays nobody has announced yet: no hindrance, for a claim takes them from
 * the calendar once they are entered (C8); but it has to be known that somebody must enter them.
 */
async function holidaysAhead(orm: Orm, version: VersionRow, terms: readonly Term[]): Promise<DomainError | null> {
  const calendar = version.calendarId === null ? null : await calendarData(orm, version.calendarId);
  if (calendar === null) return null;
  const missing = yearsAhead(terms, version, calendar.years);
  if (missing.length === 0) return null;
  const years = yearsInWords(missing);
  return new DomainError(
    'CALENDAR_YEARS_AHEAD',
    `What this version promises reaches ${years}, whose holidays the calendar "${calendar.name}" does not know; ` +
      'enter them there before each year begins, or no due time can be told in it.',
    { path: ['calendarId'], params: { calendar: calendar.name, years } },
  );
}
