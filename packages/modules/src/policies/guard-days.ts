import type { CalendarData } from '@perennial/domain/calendars/calendar';
import type { Binding } from '@perennial/domain/policies/less';
import { kindOf, readTerms, type Term } from '@perennial/domain/policies/terms';
import { intersectRegions } from '@perennial/domain/policies/variant';
import { periodOf } from '@perennial/domain/policies/version';
import { addDays, covers } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import { eq, ne, and } from 'drizzle-orm';
import { calendarData } from '../calendars/index.ts';
import type { PolicyRow, VersionRow } from './rows.ts';
import { policies, policyVersions } from './table.ts';

/** What is about to be promised, or, with `retiring`, about to end. */
export interface Change {
  policy: PolicyRow;
  /** The draft with the first day it is to have; of a retirement the version, its `effectiveFrom` being its last day. */
  version: Pick<
    VersionRow,
    'id' | 'number' | 'effectiveFrom' | 'effectiveTo' | 'intro' | 'phrases' | 'calendarId' | 'pointIds'
  >;
  terms: readonly Term[];
  siblings: readonly VersionRow[];
  retiring?: boolean;
}

/** A term of some version, under a name that no other version has: short names are unique within a version only. */
export interface Placed extends Binding {
  id: string;
  policy: string;
  versionId: string;
}

/** Everything promised on one day, as it would be without a change and as it will be with it. */
export interface Day {
  day: string;
  was: readonly Placed[];
  is: readonly Placed[];
  /** What is in both because other policies promise it. */
  beside: ReadonlySet<Placed>;
  /** Service points of the replaced version that the one in its place no longer lists; without one, that nobody lists. */
  pointsLost: readonly string[];
  /** Whether a version of the policy itself is promised on that day. */
  followed: boolean;
}

/** A version of the policy itself, as far as the comparison needs it; the draft is one too. */
interface Own {
  id: string;
  placed: readonly Placed[];
  pointIds: readonly string[];
}

const SEPARATOR = '\u0000';

/**
 * The days on which a change has to be looked at: its first one, and every later one on which something beside it begins
 * or ends while it, or what it takes the place of, would go on. What is well covered today by a promise that ends
 * tomorrow is lost tomorrow. What the change replaces counts as going on: a promise that had an end is no less worth than
 * one that had none. Days on which the same versions meet are compared once.
 */
export async function daysOf(orm: Orm, change: Change): Promise<Day[]> {
  const { policy, version, siblings } = change;
  const published = siblings.filter((each) => each.id !== version.id && each.status !== 'DRAFT');
  const own = [change.terms, ...siblings.map((each) => (each.status === 'DRAFT' ? [] : readTerms(each.terms)))];
  const kinds = new Set(own.flat().map((term) => term.kind));
  const others = await promisedBeside(orm, policy.id);
  const place = placing(orm, kinds);
  const placed = new Map<string, readonly Placed[]>();
  for (const { version: each, policy: of } of others) placed.set(each.id, await place(readTerms(each.terms), of, each));
  const ownOf = async (each: VersionRow): Promise<Own> => ({
    id: each.id,
    placed: await place(readTerms(each.terms), policy, each),
    pointIds: each.pointIds,
  });
  const draft: Own = {
    id: version.id,
    placed: await place(change.terms, policy, version),
    pointIds: version.pointIds,
  };

  const days = new Map<string, Day>();
  for (const before of replacedBy(change)) {
    const was = before ? await ownOf(before) : null;
    const { until, drafted } = span(change, before);
    // what is replaced ends, and cannot follow
    const follows = published.filter((each) => each.id !== before?.id);
    for (const day of [version.effectiveFrom, ...marks([...others.map((each) => each.version), ...siblings], change)]) {
      if (until !== null && day >= until && day > version.effectiveFrom) continue;
      const next = follows.find((each) => covers(periodOf(each), day));
      const is = drafted(day) ? draft : next ? await ownOf(next) : null;
      const along = others.filter((each) => covers(periodOf(each.version), day));
      // the first promise of a business takes nothing away, whatever fees it names
      if (!was && along.length === 0) continue;
      const beside = along.flatMap((each) => placed.get(each.version.id) ?? []);
      const listed = is?.pointIds ?? along.flatMap((each) => each.version.pointIds);
      const pointsLost = was ? was.pointIds.filter((point) => !listed.includes(point)) : [];
      const key = [was?.id, is?.id, ...new Set(beside.map(({ versionId }) => versionId)), ...pointsLost].join(' ');
      if (days.has(key)) continue;
      days.set(key, {
        day,
        was: [...(was?.placed ?? []), ...beside],
        is: [...(is?.placed ?? []), ...beside],
        beside: new Set(beside),
        pointsLost,
        followed: is !== null,
      });
    }
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/**
 * What the change takes the place of: the version in force on the day before, if there is one. A retirement ends its own
 * version; of one that has not begun also what was to go on until then.
 */
function replacedBy({ version, siblings, retiring }: Change): (VersionRow | null)[] {
  const eve = addDays(version.effectiveFrom, -1);
  const before = siblings.find(
    (each) => (retiring || each.id !== version.id) && each.status !== 'DRAFT' && covers(periodOf(each), eve),
  );
  const ended = retiring ? siblings.filter((each) => each.id === version.id) : [];
  const all = [...new Set([...(before ? [before] : []), ...ended])];
  return all.length > 0 ? all : [null];
}

/** Until which day the comparison goes, and on which days the draft is what is promised. */
function span({ version, retiring }: Change, before: VersionRow | null) {
  const end = version.effectiveTo;
  if (retiring) return { until: end, drafted: () => false };
  // a version with a last day in place of one that had none: from that day on nothing would be promised
  const goesOn = before !== null && end !== null && (before.effectiveTo === null || before.effectiveTo > end);
  return {
    until: goesOn ? before.effectiveTo : end,
    drafted: (day: string) => end === null || day < end,
  };
}

/** Days after the first on which something begins or ends, in order. */
function marks(versions: readonly VersionRow[], { version }: Change): string[] {
  const all = versions
    .filter((each) => each.status !== 'DRAFT' && each.effectiveFrom !== each.effectiveTo)
    .flatMap((each) => [each.effectiveFrom, each.effectiveTo]);
  const later = [...all, version.effectiveTo].filter((day) => day !== null && day > version.effectiveFrom);
  return [...new Set(later as string[])].sort();
}

/** Places the terms of the kinds that matter, with the hours they count by; each calendar is read once. */
function placing(orm: Orm, kinds: ReadonlySet<string>) {
  const calendars = new Map<string, CalendarData | null>();
  const hours = async (id: string | null) => {
    if (id === null) return null;
    const known = calendars.get(id);
    if (known !== undefined) return known;
    const read = await calendarData(orm, id);
    calendars.set(id, read);
    return read;
  };
  return async (
    terms: readonly Term[],
    policy: Pick<PolicyRow, 'name' | 'regions'>,
    version: Pick<VersionRow, 'id' | 'calendarId' | 'phrases'>,
  ): Promise<Placed[]> => {
    const of = intersectRegions(
      terms.filter((term) => kinds.has(term.kind)),
      policy.regions,
    );
    const counts = of.some((term) => kindOf(term.kind).needsCalendar(term.params));
    const calendar = counts ? await hours(version.calendarId) : null;
    return of.map((term) => ({
      term: { ...term, id: `${version.id}${SEPARATOR}${term.id}` },
      id: term.id,
      policy: policy.name,
      versionId: version.id,
      calendar,
      phrases: version.phrases,
    }));
  };
}

/** Every version of the other policies that is or was promised on some day. */
async function promisedBeside(orm: Orm, policyId: string): Promise<{ version: VersionRow; policy: PolicyRow }[]> {
  const rows = await orm
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(and(ne(policyVersions.policyId, policyId), ne(policyVersions.status, 'DRAFT')))
    .orderBy(policyVersions.id);
  return rows.filter(({ version }) => version.effectiveFrom !== version.effectiveTo);
}
