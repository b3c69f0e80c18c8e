import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { casesOf, tidy, without } from '@perennial/domain/policies/cases';
import type { Cut } from '@perennial/domain/policies/compare';
import { outgrown } from '@perennial/domain/policies/cut';
import { checkFloors, type Floor } from '@perennial/domain/policies/floor';
import { lessAmong } from '@perennial/domain/policies/less';
import { canonical } from '@perennial/domain/policies/snapshot';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { DomainError } from '@perennial/domain/shared/errors';
import { minorDigits } from '@perennial/domain/shared/money';
import { addDays } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { and, desc, eq } from 'drizzle-orm';
import { calendarData } from '../calendars/index.ts';
import { pointsOf } from '../points/index.ts';
import { affectedBy, type Affected, type AffectedCases } from './affected.ts';
import { daysOf, type Change, type Day, type Placed } from './guard-days.ts';
import type { PolicyRow, VersionRow } from './rows.ts';
import { hashOf } from './snapshot-service.ts';
import { policyCuts, policyFloors } from './table.ts';

/** What the guard needs to know of the business. */
export type Frame = Pick<BusinessFrame, 'asOf' | 'latestDay' | 'currency' | 'timezone'>;

/** A cut, whose promise it cuts, and from when on. */
export interface NamedCut extends Cut {
  /** The policy of the earlier term, and of the later one; null where there is none. */
  policy: string | null;
  byPolicy: string | null;
  /** The first day on which less is promised, where that is not the first day of the change. */
  from?: string;
  /** A service point that is listed no more; `kind` is `service-point` then, and there is no term. */
  point?: { id: string; name: string };
}

/** What would be promised less, to whom, and the mark by which an approval knows it again. */
export interface Less extends Affected {
  cuts: readonly NamedCut[];
  hash: string;
  /** Terms of other wordings that decide instead, from now on, what is cut. */
  left: readonly Term[];
}

/**
 * What a change would take from customers: everything promised without it against everything promised with it, the other
 * policies included, so that a base and its variants are judged together (C45), on its first day and on every later one
 * on which something beside it begins or ends ({@link daysOf}): what is covered only by a promise that ends sooner is cut
 * from that day on. What ends with the version and is followed by nothing is withdrawn. Looked at are the terms, the
 * hours they count by, their wordings in other languages, and the service points that the version lists.
 */
export async function lessBy(orm: Orm, change: Change, frame: Frame): Promise<Less> {
  const { version } = change;
  const found: SourcedCut[] = [];
  for (const day of await daysOf(orm, change)) {
    for (const cut of [...termCuts(day), ...(await pointCuts(orm, day, change.policy))]) {
      add(found, day.day === version.effectiveFrom ? cut : { ...cut, from: day.day });
    }
  }
  const cuts = found.map(withoutSource);
  const { calendarId, effectiveTo } = version;
  const hours = calendarId === null ? null : await calendarData(orm, calendarId);
  return {
    cuts,
    hash: hashOf({
      terms: change.retiring ? null : change.terms,
      // a wording in another language is what customers read; left out where there is none, as in approvals given before
      ...(change.retiring ? {} : readingOf(version)),
      // what they say and not what they are called: hours can be changed until somebody publishes by them
      hours: change.retiring ? null : hours,
      effectiveTo: change.retiring ? null : effectiveTo,
      cuts,
    }),
    left: found.flatMap(({ by }) => (by && by.versionId !== version.id ? [{ ...by.term, id: by.id }] : [])),
    // as of the latest day: looking back makes nobody less affected (ADR 20)
    ...(await affectedBy(orm, found, { ...frame, asOf: frame.latestDay })),
  };
}

function readingOf({ intro, phrases }: Pick<VersionRow, 'intro' | 'phrases'>) {
  return { ...(intro && { intro }), ...(Object.keys(phrases).length > 0 && { phrases }) };
}

interface SourcedCut extends NamedCut {
  /** Whose purchases it hits. */
  carrying: AffectedCases['carrying'];
  /** The later term. */
  by?: Placed | undefined;
}

/** Adds a cut, less the purchases from which the same was taken on an earlier day. */
function add(found: SourcedCut[], cut: SourcedCut): void {
  const pair = ({ kind, termId, byTermId, withdrawn, worsenings, policy, byPolicy, point }: SourcedCut) =>
    canonical({ kind, termId, byTermId, withdrawn, worsenings, policy, byPolicy, point: point?.id ?? null });
  const known = found.filter((each) => pair(each) === pair(cut));
  const cases = without(
    cut.cases,
    known.flatMap((each) => each.cases),
  );
  if (known.length === 0 || cases.length > 0) found.push({ ...cut, cases: cases.map(tidy) });
}

/** Where less is promised, with the policies and versions on either side. */
function termCuts({ was, is, beside }: Day): SourcedCut[] {
  const find = (list: readonly Placed[], id: string | null) => list.find((each) => each.term.id === id);
  return lessAmong(was, is).flatMap((cut) => {
    const old = find(was, cut.termId);
    const young = find(is, cut.byTermId);
    // two others that tie with each other, by old data: whichever decides, this change has no part in it
    if (old && young && beside.has(old) && beside.has(young)) return [];
    const named = {
      ...cut,
      termId: old?.id ?? null,
      byTermId: young?.id ?? null,
      policy: old?.policy ?? null,
      byPolicy: young?.policy ?? null,
      // a burden also hits those who were promised that there is none
      carrying: kindOf(cut.kind).burden ? {} : { kind: cut.kind },
      by: young,
    };
    return [named];
  });
}

/** Where customers are no longer served: the place is a part of what was promised (S14). */
async function pointCuts(orm: Orm, { pointsLost, followed }: Day, policy: PolicyRow): Promise<SourcedCut[]> {
  const points = await pointsOf(orm, pointsLost);
  return points.map(({ id, name }) => ({
    kind: 'service-point',
    termId: null,
    byTermId: null,
    cases: [casesOf({ ...EVERYTHING, regions: policy.regions })],
    withdrawn: true,
    worsenings: [],
    policy: policy.name,
    byPolicy: followed ? policy.name : null,
    point: { id: `ServicePoint_${id}`, name },
    carrying: { policyId: policy.id },
  }));
}

function withoutSource(cut: SourcedCut): NamedCut {
  const named: NamedCut & Partial<SourcedCut> = { ...cut };
  delete named.carrying;
  delete named.by;
  return named;
}

/** The floors of the business, in the order in which they were set. */
export async function floorsOf(orm: Orm): Promise<Floor[]> {
  return orm.select().from(policyFloors).orderBy(policyFloors.createdAt, policyFloors.id);
}

/**
 * Refuses what goes below a floor (`BELOW_FLOOR`), approved or not; so does what is left to a term of another policy that
 * was published before the floor was set.
 */
export async function refuseBelowFloors(orm: Orm, change: Change, less: Less): Promise<void> {
  checkFloors([...(change.retiring ? [] : change.terms), ...less.left], less.cuts, await floorsOf(orm));
}

/** Whether a second person has approved exactly this: these terms, this day, these cuts, and about as many customers. */
export async function approvalOf(orm: Orm, { version, retiring = false }: Change, less: Less): Promise<string | null> {
  const [row] = await orm
    .select({ id: policyCuts.id, affected: policyCuts.affected, valueAtRisk: policyCuts.valueAtRisk })
    .from(policyCuts)
    .where(
      and(
        eq(policyCuts.policyVersionId, version.id),
        eq(policyCuts.retiring, retiring),
        eq(policyCuts.status, 'APPROVED'),
        eq(policyCuts.effectiveFrom, version.effectiveFrom),
        eq(policyCuts.termsHash, less.hash),
      ),
    )
    .orderBy(desc(policyCuts.proposedAt))
    .limit(1);
  const holds = row && !outgrown(row, { affected: less.customers, valueAtRisk: less.valueAtRisk });
  return holds ? row.id : null;
}

/**
 * Refuses to promise less for days past or for today (`CUT_IN_THE_PAST`), approved or not: what the public could read then
 * was promised to whoever bought then (S1), also in the hours before, and where their purchase is written down only now.
 */
export function refuseBackdated({ version }: Change, less: Less, { latestDay }: Frame): void {
  const earliest = addDays(latestDay, 1);
  if (less.cuts.length === 0 || version.effectiveFrom >= earliest) return;
  throw new DomainError(
    'CUT_IN_THE_PAST',
    `Version ${version.number} would promise less from ${version.effectiveFrom} on, to customers who may have bought ` +
      `already; choose ${earliest} or a later day, or promise no less.`,
    { path: ['effectiveFrom'], params: { number: version.number, on: version.effectiveFrom, earliest } },
  );
}

/** Service-cut guard (S11, 絕不能為了省成本而砍服務): refuses to promise less unless a second person approved it. */
export async function refuseUnapproved(orm: Orm, change: Change, less: Less, frame: Frame): Promise<void> {
  if (less.cuts.length === 0 || (await approvalOf(orm, change, less)) !== null) return;
  const terms = [...new Set(less.cuts.map((cut) => cut.point?.name ?? cut.termId ?? cut.byTermId ?? cut.kind))];
  const amount = (less.valueAtRisk / 10 ** minorDigits(frame.currency)).toFixed(minorDigits(frame.currency));
  throw new DomainError(
    'SERVICE_CUT',
    `${change.retiring ? 'Ending' : 'Publishing'} version ${change.version.number} on ${change.version.effectiveFrom} promises less in ${terms.join(', ')}: ` +
      `${less.customers} customers, who bought for ${amount} ${frame.currency} in the last 12 months. ` +
      'Give a reason and ask another owner or policy manager to approve it, or promise no less.',
    {
      path: ['effectiveFrom'],
      params: {
        number: change.version.number,
        on: change.version.effectiveFrom,
        affected: less.customers,
        valueAtRisk: less.valueAtRisk,
        amount: `${amount} ${frame.currency}`,
        currency: frame.currency,
        terms: terms.join(', '),
      },
    },
  );
}
