import { leastWorth, lessForAnyGoods, mayHold, tieForAnyGoods, type Loss } from '@perennial/domain/policies/any-goods';
import { noWorseFor, tieWith, type Cut } from '@perennial/domain/policies/compare';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { Facts } from '@perennial/domain/policies/facts';
import { followsFor, type Follow } from '@perennial/domain/policies/follows';
import { hoursCutsFor, wordingCutsFor } from '@perennial/domain/policies/less';
import { canonical, factsFrom, versionOf, type PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import { lessWhenDearer } from '@perennial/domain/policies/when-dearer';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Language } from '@perennial/domain/shared/language';
import type { Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { and, eq } from 'drizzle-orm';
import { goodsOnPurchase } from '../sales/index.ts';
import { undisclosedCharges } from './charge-weighing.ts';
import { byTerms, openLater, openTogether } from './move-refusals.ts';
import { readingChanges, type ReadingChange } from './readings.ts';
import { notFound } from './rows.ts';
import { hashOf, promisesOf, snapshotsToday, type Promised } from './snapshot-service.ts';
import { entitlements, policyVersions } from './table.ts';

export interface Weighed {
  held: typeof entitlements.$inferSelect;
  promised: Promised;
  to: PromiseSnapshot;
  /** What this purchase would lose, by what it holds or may yet get; empty: nothing. */
  cuts: Cut[];
  /** Those of them that hit nothing it holds today: a later import may add other goods, and make it worth more. */
  later: (Loss & Undisclosed)[];
  /** What its terms are read by, and would be read by otherwise afterwards; empty: all stays. */
  readings: ReadingChange[];
  /** What this purchase would have in place of what it has, where that differs. */
  follows: OfProducts[];
  /** Since when customers could know of the version; null: nobody knows. */
  disclosedAt: Date | null;
  /** Hash over what was weighed and what came of it: a consent names the weighing that the customer was told of. */
  weighing: string;
}

/**
 * Whether it is weighed against what the customer could know of charges before the purchase, as what its promises say of
 * them was published later (S2).
 */
interface Undisclosed {
  undisclosed: boolean;
}

/** A text that is said otherwise to who reads a language. */
interface Reworded {
  language: Language;
  before: string;
  after: string;
}

/** A change, the products of the purchase that it is for (none named: all of them), and other hours it is counted by. */
export interface OfProducts extends Follow, Undisclosed {
  codes: readonly string[];
  hours: { before: string; after: string | null } | null;
  wordings: readonly Reworded[];
}

/** A purchase's promise of one policy. */
export type Ref = { customerId: string; id: string };
type Frame = Pick<BusinessFrame, 'currency' | 'timezone'>;

/**
 * What moving a purchase to another version of its policy would mean for exactly this purchase: everything it is promised,
 * by other policies too, before and after, for the goods it holds and for any that it may yet get. Writes nothing. Errors:
 * `NOT_FOUND`, `OTHER_POLICY`, `VERSION_NOT_PUBLISHED`, `SNAPSHOT_ALTERED`, `MOVE_AMBIGUOUS` (together with its other
 * promises it would be open which term decides), `MOVE_AMBIGUOUS_LATER` (the same for goods that it may yet get).
 */
export async function weighMove(orm: Orm, frame: Frame, ref: Ref, versionId: string): Promise<Weighed> {
  const [held] = await orm
    .select()
    .from(entitlements)
    .where(and(eq(entitlements.customerId, ref.customerId), eq(entitlements.id, ref.id)));
  if (!held) throw notFound('Entitlement');
  const [version] = await orm.select().from(policyVersions).where(eq(policyVersions.id, versionId));
  if (!version) throw notFound('PolicyVersion', 'policyVersionId');
  if (version.policyId !== held.policyId) {
    throw new DomainError(
      'OTHER_POLICY',
      'This version belongs to another policy; choose a version of the policy the purchase was promised.',
      { path: ['policyVersionId'] },
    );
  }
  if (version.status === 'DRAFT') {
    throw new DomainError(
      'VERSION_NOT_PUBLISHED',
      `Version ${version.number} is a draft; publish it before anybody is promised it.`,
      { path: ['policyVersionId'], params: { number: version.number, status: version.status } },
    );
  }
  const all = await promisesOf(orm, held);
  const promised = all.find(({ entitlementId }) => entitlementId === held.id);
  if (!promised) throw notFound('Entitlement');
  const to = (await snapshotsToday(orm, [versionId], frame)).get(versionId)!;
  const [before, after] = [versionOf(promised.snapshot), versionOf(to)];
  const beside = all.filter((each) => each !== promised).map(({ snapshot }) => versionOf(snapshot));
  const both = { was: [before, ...beside], is: [after, ...beside] };
  const charges = await undisclosedCharges(orm, held, { all, to }, frame.timezone);
  const { codes, sold } = await goodsOnPurchase(orm, held);
  const ofGoods = codes.map((code) => {
    const line = { at: held.grantedOn, code };
    const facts = factsFrom(promised.facts, promised.snapshot.timeZone, line, { kind: 'returns' });
    const tie = tieWith(facts, after, beside);
    if (tie) throw openTogether(tie.first, tie.second, code);
    const goods = weighGoods(facts, both);
    const dearer = lessWhenDearer(facts, both.was, both.is, leastWorth(promised.facts, sold));
    return { code, dearer, ...(charges ? withCharges(goods, weighGoods(facts, charges)) : goods) };
  });
  const mayBe = mayHold(promised.facts, codes, sold);
  const tie = tieForAnyGoods(mayBe, after, beside);
  if (tie) throw openLater(tie.first, tie.second, tie.cases);
  const cuts = ofGoods.flatMap((each) => each.cuts);
  const told = new Set(cuts.map(byTerms));
  const later = [
    ...[...lessForAnyGoods(mayBe, both.was, both.is), ...ofGoods.flatMap(({ dearer }) => dearer)].map((loss) => ({
      ...loss,
      undisclosed: false,
    })),
    ...(charges ? lessForAnyGoods(mayBe, charges.was, charges.is) : []).map((loss) => ({ ...loss, undisclosed: true })),
  ].filter(({ cut }) => !told.has(byTerms(cut)));
  const outcome = {
    cuts: distinct([...cuts, ...later.map(({ cut }) => cut)]),
    later,
    readings: readingChanges(promised.snapshot, to),
    follows: byProducts(ofGoods),
  };
  const promises = all.map(({ entitlementId, snapshotHash }) => [entitlementId, snapshotHash]).sort();
  const weighing = hashOf({ moves: held.id, promises, to, ...outcome });
  return { held, promised, to, ...outcome, disclosedAt: version.disclosedAt, weighing };
}

/** The names of the hours that count, where a cut is that they are fewer. */
export function hoursBy({ worsenings }: Cut): OfProducts['hours'] {
  const hours = worsenings.find(({ field }) => field === 'calendar');
  return hours ? { before: String(hours.before), after: hours.after === null ? null : String(hours.after) } : null;
}

/** Where a cut is that texts are said otherwise in some language: how they were, and are to be. */
export const wordingsBy = ({ worsenings }: Cut): Reworded[] =>
  worsenings.flatMap(({ field, language, before, after }) =>
    field === 'wording' && language ? [{ language, before: String(before), after: String(after) }] : [],
  );

interface WeighedGoods {
  cuts: Cut[];
  follows: readonly ({ follow: Follow; shorter: Cut | undefined; reworded: readonly Cut[] } & Undisclosed)[];
}

function weighGoods(facts: Facts, { was, is }: Record<'was' | 'is', readonly VersionTerms[]>): WeighedGoods {
  const shorter = hoursCutsFor(facts, was, is);
  const reworded = wordingCutsFor(facts, was, is);
  return {
    cuts: [...noWorseFor(facts, was, is), ...shorter, ...reworded],
    follows: followsFor(facts, was, is, [...shorter, ...reworded]).map((follow) => ({
      follow,
      shorter: shorter.find((cut) => cut.kind === follow.kind),
      reworded: reworded.filter((cut) => cut.kind === follow.kind),
      undisclosed: false,
    })),
  };
}

/** What would be dearer than what could be charged until now is told so, whatever its promises said of it. */
function withCharges(goods: WeighedGoods, charges: WeighedGoods): WeighedGoods {
  const dearer = charges.follows.filter(({ follow }) => follow.verdict === 'WORSE');
  const kinds = new Set(dearer.map(({ follow }) => follow.kind));
  const rest = goods.follows.filter(({ follow }) => !kinds.has(follow.kind));
  return {
    cuts: [...goods.cuts, ...charges.cuts],
    follows: [...rest, ...dearer.map((each) => ({ ...each, undisclosed: true }))].sort((a, b) =>
      a.follow.kind < b.follow.kind ? -1 : 1,
    ),
  };
}

/** Products for which the same follows are told together. */
function byProducts(goods: readonly (WeighedGoods & { code: string })[]): OfProducts[] {
  const groups = new Map<string, OfProducts>();
  for (const { code, follows } of goods) {
    for (const { follow, shorter, reworded, undisclosed } of follows) {
      const [hours, wordings] = [shorter ? hoursBy(shorter) : null, reworded.flatMap(wordingsBy)];
      const key = canonical([follow, hours, wordings, undisclosed]);
      const group = groups.get(key) ?? { ...follow, codes: [], hours, wordings, undisclosed };
      groups.set(key, { ...group, codes: [...group.codes, code] });
    }
  }
  return [...groups.values()].map((each) => (each.codes.length === goods.length ? { ...each, codes: [] } : each));
}

/** Two products may lose the same thing by the same term. */
function distinct(cuts: readonly Cut[]): Cut[] {
  return [...new Map(cuts.map((cut) => [JSON.stringify([cut.kind, cut.termId, cut.worsenings]), cut])).values()];
}
