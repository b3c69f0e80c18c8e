import { leastWorth, mayHold } from '@perennial/domain/policies/any-goods';
import { findAmbiguity } from '@perennial/domain/policies/ambiguity';
import type { Cut } from '@perennial/domain/policies/compare';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import { bindings, lessAmong } from '@perennial/domain/policies/less';
import { factsFrom, versionOf, type FrozenFacts } from '@perennial/domain/policies/snapshot';
import { lessWhenDearer } from '@perennial/domain/policies/when-dearer';
import type { Orm } from '@perennial/kernel/db/database';
import { snapshotsById, type Stored } from './snapshot-service.ts';

/** A purchase that a further promise is for, and what it carries. */
export interface Further {
  version_id: string;
  on: string;
  frozen: FrozenFacts | null;
  /** Snapshots of the promises that it carries already, and the goods on it; null: it carries none. */
  held: string[] | null;
  codes: string[] | null;
}

/**
 * Whether a further promise takes nothing from a purchase that carries promises already (S1): a policy that is published
 * later with a first day in the past may add to them, but no term of it may be worse for that purchase and what it may yet
 * get, lay a charge on it, or leave open which term decides.
 */
export async function takesNothing(
  tx: Orm,
  missing: readonly Further[],
  snapshots: ReadonlyMap<string, Stored>,
): Promise<(row: Further) => boolean> {
  const versions = await snapshotsById(
    tx,
    missing.flatMap(({ held }) => held ?? []),
  );
  const known = new Map<string, { cuts: readonly Cut[]; tie: boolean }>();
  const weigh = (held: readonly string[], versionId: string) => {
    const key = [...held, versionId].join(' ');
    const weighed =
      known.get(key) ??
      together(
        held.flatMap((id) => versions.get(id) ?? []),
        versionOf(snapshots.get(versionId)!.body),
      );
    known.set(key, weighed);
    return weighed;
  };
  return (row) => {
    if (row.held === null || row.frozen === null) return true;
    const { cuts, tie } = weigh(row.held, row.version_id);
    if (tie) return false;
    const codes = row.codes ?? [];
    const mayBe = mayHold(row.frozen, codes);
    if (cuts.some((cut) => cut.cases.some(mayBe))) return false;
    const before = row.held.flatMap((id) => versions.get(id) ?? []);
    const after = [...before, versionOf(snapshots.get(row.version_id)!.body)];
    return codes.every((code) => {
      const facts = factsFrom(row.frozen!, 'UTC', { at: row.on, code }, { kind: 'returns' });
      return lessWhenDearer(facts, before, after, leastWorth(row.frozen!)).length === 0;
    });
  };
}

/** What a further version would take from a purchase that holds these, and whether it leaves open which term decides. */
function together(held: readonly VersionTerms[], further: VersionTerms): { cuts: readonly Cut[]; tie: boolean } {
  const after = bindings([...held, further]);
  const placed = after.map(({ term }, index) => ({ ...term, policy: String(index), number: 1 }));
  return { cuts: lessAmong(bindings(held), after), tie: findAmbiguity(placed) !== null };
}
