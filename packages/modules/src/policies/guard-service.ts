import { compareTerms, type Cut } from '@perennial/domain/policies/compare';
import { checkFloors, type Floor } from '@perennial/domain/policies/floor';
import { hoursCuts } from '@perennial/domain/policies/hours';
import { readTerms, type Term } from '@perennial/domain/policies/terms';
import { intersectRegions } from '@perennial/domain/policies/variant';
import { periodOf } from '@perennial/domain/policies/version';
import { DomainError } from '@perennial/domain/shared/errors';
import { minorDigits } from '@perennial/domain/shared/money';
import { addDays, covers } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { and, desc, eq, ne } from 'drizzle-orm';
import { calendarData } from '../calendars/index.ts';
import { affectedBy, type Affected, type AffectedCases } from './affected.ts';
import type { PolicyRow, VersionRow } from './rows.ts';
import { hashOf } from './snapshot-service.ts';
import { policies, policyCuts, policyFloors, policyVersions } from './table.ts';

/** What the guard needs to know of the business. */
export type Frame = Pick<BusinessFrame, 'asOf' | 'currency' | 'timezone'>;

/** What is about to be promised, or, with `retiring`, about to end. */
export interface Change {
  policy: PolicyRow;
  /** The draft with the first day it is to have; of a retirement the version, its `effectiveFrom` being its last day. */
  version: Pick<VersionRow, 'id' | 'number' | 'effectiveFrom' | 'effectiveTo' | 'calendarId' | 'pointIds'>;
  terms: readonly Term[];
  siblings: readonly VersionRow[];
  retiring?: boolean;
}

/** A cut, and whose promise it cuts. */
export interface NamedCut extends Cut {
  /** The policy of the earlier term, and of the later one; null where there is none. */
  policy: string | null;
  byPolicy: string | null;
}

/** What would be promised less, to whom, and the mark by which an approval knows it again. */
export interface Less extends Affected {
  cuts: readonly NamedCut[];
  hash: string;
}

interface Placed {
  term: Term;
  id: string;
  policy: string;
  versionId: string;
}

const SEPARATOR = '\u0000';

/** Terms under names that no other version has, because short names are unique within a version only. */
const place = (terms: readonly Term[], policy: Pick<PolicyRow, 'name' | 'regions'>, versionId: string): Placed[] =>
  intersectRegions(terms, policy.regions).map((term) => ({
    term: { ...term, id: `${versionId}${SEPARATOR}${term.id}` },
    id: term.id,
    policy: policy.name,
    versionId,
  }));

/**
 * What a change would take from customers: everything promised on the day before against everything promised from the
 * day on, the other policies included, so that a base and its variants are judged together (C45). What ends with the
 * version and is followed by nothing is withdrawn.
 */
export async function lessBy(orm: Orm, change: Change, frame: Frame): Promise<Less> {
  const { policy, version, siblings } = change;
  const day = version.effectiveFrom;
  const beside = await promisedBeside(orm, policy.id, day);
  const before = predecessor(change);
  const was = before ? place(readTerms(before.terms), policy, before.id) : [];
  // what is replaced ends, and cannot follow
  const ended = [version.id, before?.id];
  const followed = (end: string) => {
    const next = siblings.find(
      (each) => !ended.includes(each.id) && each.status !== 'DRAFT' && covers(periodOf(each), end),
    );
    return next ? place(readTerms(next.terms), policy, next.id) : [];
  };
  const is = change.retiring ? followed(day) : place(change.terms, policy, version.id);
  const cuts = named([...was, ...beside], [...is, ...beside]);
  const end = change.retiring ? null : version.effectiveTo;
  const goesOn = before !== undefined && (before.effectiveTo === null || before.effectiveTo > (end ?? ''));
  // a version with a last day in place of one that had none: from that day on nothing would be promised
  const later = end !== null && goesOn ? named([...was, ...beside], [...followed(end), ...beside]) : [];
  const all = [
    ...cuts,
    ...(await shorterHours(orm, change, before)),
    ...later.filter((cut) => cut.withdrawn && !cuts.some((each) => sameCut(each, cut))),
  ];
  const { calendarId, effectiveTo } = version;
  const hours = calendarId === null ? null : await calendarData(orm, calendarId);
  return {
    cuts: all.map(withoutVersions),
    hash: hashOf({
      terms: change.retiring ? null : change.terms,
      // what they say and not what they are called: hours can be changed until somebody publishes by them
      hours: change.retiring ? null : hours,
      effectiveTo: change.retiring ? null : effectiveTo,
      cuts: all.map(withoutVersions),
    }),
    ...(await affectedBy(orm, casesByVersion(all, before ? [before.id] : versionsOf(beside)), frame)),
  };
}

/** The same words under shorter working hours are a promise of less too. */
async function shorterHours(orm: Orm, change: Change, before: VersionRow | undefined): Promise<SourcedCut[]> {
  const { policy, version, terms } = change;
  if (!before || change.retiring || before.calendarId === version.calendarId) return [];
  const hours = async (id: string | null) => (id === null ? null : calendarData(orm, id));
  const was = { terms: readTerms(before.terms), calendar: await hours(before.calendarId) };
  const cuts = hoursCuts(was, { terms, calendar: await hours(version.calendarId) });
  return cuts.map((cut) => ({ ...cut, policy: policy.name, byPolicy: policy.name, versionId: before.id }));
}

/** The version in force on the day before: what a new one replaces, and what a retirement ends. */
function predecessor({ version, siblings, retiring }: Change): VersionRow | undefined {
  const eve = addDays(version.effectiveFrom, -1);
  return siblings.find(
    (each) => (retiring || each.id !== version.id) && each.status !== 'DRAFT' && covers(periodOf(each), eve),
  );
}

async function promisedBeside(orm: Orm, policyId: string, day: string): Promise<Placed[]> {
  const rows = await orm
    .select({ version: policyVersions, policy: policies })
    .from(policyVersions)
    .innerJoin(policies, eq(policies.id, policyVersions.policyId))
    .where(and(ne(policyVersions.policyId, policyId), ne(policyVersions.status, 'DRAFT')))
    .orderBy(policyVersions.id);
  return rows
    .filter(({ version }) => covers(periodOf(version), day))
    .flatMap(({ version, policy }) => place(readTerms(version.terms), policy, version.id));
}

interface SourcedCut extends NamedCut {
  versionId: string | null;
}

const versionsOf = (placed: readonly Placed[]): string[] => [...new Set(placed.map(({ versionId }) => versionId))];

function named(before: readonly Placed[], after: readonly Placed[]): SourcedCut[] {
  // the first promise of a business takes nothing away, whatever fees it names
  if (before.length === 0) return [];
  const find = (list: readonly Placed[], id: string | null) => list.find((each) => each.term.id === id);
  const terms = (list: readonly Placed[]) => list.map((each) => each.term);
  return compareTerms(terms(before), terms(after)).map((cut) => {
    const was = find(before, cut.termId);
    const is = find(after, cut.byTermId);
    return {
      ...cut,
      termId: was?.id ?? null,
      byTermId: is?.id ?? null,
      policy: was?.policy ?? null,
      byPolicy: is?.policy ?? null,
      versionId: was?.versionId ?? null,
    };
  });
}

const sameCut = (a: NamedCut, b: NamedCut): boolean =>
  a.withdrawn && a.kind === b.kind && a.termId === b.termId && a.policy === b.policy;

function withoutVersions({
  kind,
  termId,
  cases,
  withdrawn,
  byTermId,
  worsenings,
  policy,
  byPolicy,
}: SourcedCut): NamedCut {
  return { kind, termId, cases, withdrawn, byTermId, worsenings, policy, byPolicy };
}

/** A new burden has no earlier term: it hits the purchases of what is replaced, or of all that is promised beside it. */
const casesByVersion = (cuts: readonly SourcedCut[], replaced: readonly string[]): AffectedCases[] =>
  cuts.flatMap(({ versionId, cases }) =>
    (versionId === null ? replaced : [versionId]).map((each) => ({ versionId: each, cases })),
  );

/** The floors of the business, in the order in which they were set. */
export async function floorsOf(orm: Orm): Promise<Floor[]> {
  return orm.select().from(policyFloors).orderBy(policyFloors.createdAt, policyFloors.id);
}

/** Refuses what goes below a floor (`BELOW_FLOOR`), approved or not. */
export async function refuseBelowFloors(orm: Orm, change: Change, less: Less): Promise<void> {
  checkFloors(change.retiring ? [] : change.terms, less.cuts, await floorsOf(orm));
}

/** Whether a second person has approved exactly this: these terms, this day, these cuts. */
export async function approvalOf(orm: Orm, { version, retiring = false }: Change, less: Less): Promise<string | null> {
  const [row] = await orm
    .select({ id: policyCuts.id })
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
  return row?.id ?? null;
}

/** Service-cut guard (S11, 絕不能為了省成本而砍服務): refuses to promise less unless a second person approved it. */
export async function refuseUnapproved(orm: Orm, change: Change, less: Less, frame: Frame): Promise<void> {
  if (less.cuts.length === 0 || (await approvalOf(orm, change, less)) !== null) return;
  const terms = [...new Set(less.cuts.map((cut) => cut.termId ?? cut.byTermId ?? cut.kind))];
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
