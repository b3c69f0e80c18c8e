import { changes, type TermChange } from '../policies/changes.ts';
import { termKinds } from '../policies/kinds/all.ts';
import type { TermKind } from '../policies/kinds/kind.ts';
import type { POLICY_STAGES } from '../policies/policy.ts';
import { kindOf, type Term } from '../policies/terms.ts';
import { covers } from '../shared/period.ts';

type Stage = (typeof POLICY_STAGES)[number];

/** A version that was published, whatever became of it since. */
export interface PublishedVersion {
  id: string;
  number: number;
  effectiveFrom: string;
  /** The first day on which it no longer holds; null: open. */
  effectiveTo: string | null;
  terms: readonly Term[];
}

export interface HistoryEntry<V extends PublishedVersion> {
  version: V;
  /** The one before it; null for the first one. */
  former: V | null;
  /** Against the version before it; empty for the first one. */
  changes: readonly TermChange[];
}

/** What is shown of a policy on a day (服務承諾、告示, C5). */
export interface Charter<V extends PublishedVersion> {
  /** The version in force; null on a day on which nothing is promised. */
  inForce: V | null;
  /** Published, not yet in force; the nearest first. */
  upcoming: readonly HistoryEntry<V>[];
  /** All that are or were in force, the newest first. */
  history: readonly HistoryEntry<V>[];
}

/**
 * The charter of a policy on the day `asOf`. A version withdrawn before it began never promised anything and is not
 * shown. Drafts must not be among `versions`.
 */
export function charterOn<V extends PublishedVersion>(versions: readonly V[], asOf: string): Charter<V> {
  const inOrder = versions
    .filter((version) => version.effectiveTo === null || version.effectiveTo > version.effectiveFrom)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const entries = inOrder.map((version, i) => ({
    version,
    former: inOrder[i - 1] ?? null,
    changes: i === 0 ? [] : changes(inOrder[i - 1]!.terms, version.terms).filter(({ change }) => change !== 'SAME'),
  }));
  return {
    inForce: inOrder.find(({ effectiveFrom: from, effectiveTo: to }) => covers({ from, to }, asOf)) ?? null,
    upcoming: entries.filter(({ version }) => version.effectiveFrom > asOf),
    history: entries.filter(({ version }) => version.effectiveFrom <= asOf).toReversed(),
  };
}

const STAGES = ['PRE_SALE', 'SALE', 'AFTER_SALE', 'ALWAYS'] as const satisfies readonly Stage[];

/** Kinds that the charter shows in a form of their own below the sentences, in its order. */
export const APART = ['extras', 'fees', 'exclusions'] as const;

/**
 * Terms by the stage in which they are kept (售前、售中、售後, C2), stages without terms left out; what is shown apart
 * (fees, exclusions, extras) is not among them.
 */
export function byStage(
  terms: readonly Term[],
  kinds: readonly TermKind[] = termKinds,
): { stage: Stage; terms: readonly Term[] }[] {
  return STAGES.map((stage) => ({
    stage,
    terms: terms.filter(
      (term) => !(APART as readonly string[]).includes(term.kind) && kindOf(term.kind, kinds).stage === stage,
    ),
  })).filter((group) => group.terms.length > 0);
}

export const ofKind = (terms: readonly Term[], kind: string): readonly Term[] =>
  terms.filter((term) => term.kind === kind);
