import { readTerms, type Term } from '@perennial/domain/policies/terms';
import { tidyTerms } from '@perennial/domain/policies/tidy-terms';
import { withinRegions } from '@perennial/domain/policies/variant';
import { joinPart, partsOf, rowAt, tableAt, withParts, withRow, type Parts, type Row } from './parts.ts';
import { same, threeWay, type Asked } from './threeWay.ts';

/** Of two people who wrote one draft. */
export type Side = 'mine' | 'theirs';

/** A term that two people changed differently; undefined = removed. Where both have it, they differ in nothing but that. */
export interface Clash {
  id: string;
  /** Only this row of a table of it, at that path: the two terms say the rest alike. */
  row?: { path: string; key: string };
  /** Both added a term under this name: they may well be two. */
  added?: true;
  mine: Term | undefined;
  theirs: Term | undefined;
}

/** Whether two clashes are about the same thing. */
export const isSameClash = (a: Clash, b: Clash): boolean => a.id === b.id && same(a.row ?? null, b.row ?? null);

/**
 * Terms as the server keeps them: complete, without blanks around words and codes, and in a variant (`regions`) for its
 * own regions where they name none. What it tidied of what was sent is nobody's edit.
 */
export function asKept(terms: readonly Term[], regions: readonly string[]): Term[] {
  const within = withinRegions(terms, regions);
  try {
    return tidyTerms(readTerms(within));
  } catch {
    // still to be mended, so not sent either
    return within;
  }
}

/**
 * Puts the changes of two people to one draft together, by the terms' short names: what only one of them changed, added
 * or removed is taken over; what both changed differently is a clash, and stands in `terms` as in `mine` until somebody
 * chooses: one that is `undecided` from before is asked again whatever else was saved. Within a term that both changed so
 * it is with each row of a table and each item of a list; its single values are one. Nothing of either side is lost.
 */
export function mergeTerms(
  base: readonly Term[],
  mine: readonly Term[],
  theirs: readonly Term[],
  undecided: readonly Clash[] = [],
): { terms: Term[]; clashes: Clash[] } {
  const openIn = (id: string) => undecided.filter((each) => each.id === id);
  const { kept, asked } = threeWay(base, mine, theirs, {
    keyOf: ({ id }) => id,
    isOpen: (id) => openIn(id).length > 0,
  });
  const merged = asked.map((each) =>
    mergeTerm(
      base.find(({ id }) => id === each.key),
      each,
      openIn(each.key),
    ),
  );
  const mergedAs = (id: string) => merged.find(({ term }) => term?.id === id)?.term;
  return {
    terms: kept.map((term) => mergedAs(term.id) ?? term),
    clashes: merged.flatMap(({ clashes }) => clashes),
  };
}

/** Whether the two have nothing in common by which their parts could be told: then one takes the place of the other. */
const isWhole = ({ row, added, mine, theirs }: Clash): boolean =>
  added === true || (!row && (!mine || !theirs || mine.kind !== theirs.kind));

/** Paths of the parts in which the two terms differ. */
const differing = (mine: Parts, theirs: Parts): string[] =>
  Object.keys({ ...mine, ...theirs }).filter((path) => !same(mine[path] ?? null, theirs[path] ?? null));

/** One term that both changed, part by part. */
function mergeTerm(
  before: Term | undefined,
  { key: id, mine, theirs }: Asked<Term>,
  open: readonly Clash[],
): { term: Term | undefined; clashes: Clash[] } {
  const comparable = mine && theirs && before && [before, theirs].every(({ kind }) => kind === mine.kind);
  if (!comparable || open.some(isWhole)) {
    const added = (!before && open.length === 0) || open.some((each) => each.added);
    return { term: mine, clashes: [{ id, mine, theirs, ...(added && mine && theirs && { added }) }] };
  }
  const [was, my, their] = [before, mine, theirs].map(partsOf) as [Parts, Parts, Parts];
  const openParts = open.flatMap((each) =>
    !each.row && each.mine && each.theirs ? differing(partsOf(each.mine), partsOf(each.theirs)) : [],
  );
  const joined: Record<string, unknown> = {};
  const rows: (Asked<Row> & { path: string })[] = [];
  for (const path of Object.keys(my)) {
    const isOpen = (key: string) => open.some(({ row }) => row?.path === path && row.key === key);
    const part = openParts.includes(path)
      ? undefined
      : joinPart(mine.kind, path, [was[path], my[path], their[path]], isOpen);
    if (!part) continue;
    joined[path] = part.kept;
    rows.push(...part.asked.map((each) => ({ ...each, path })));
  }
  // what is taken as one
  const rest = (parts: Parts): Parts => Object.fromEntries(Object.entries(parts).filter(([path]) => !(path in joined)));
  const stillOpen = open.some(({ row }) => !row || !(row.path in joined));
  const asked =
    !same(rest(my), rest(their)) && (stillOpen || [my, their].every((each) => !same(rest(each), rest(was))));
  const theirsToo = withParts(theirs, joined);
  const term = asked || !same(rest(my), rest(was)) ? withParts(mine, joined) : theirsToo;
  const ofRows = rows.map(({ path, key, theirs: row }): Clash => {
    const table = tableAt(term.kind, path)!;
    const other = withParts(term, { [path]: withRow(table, joined[path], key, row) });
    return { id, row: { path, key }, mine: term, theirs: other };
  });
  return { term, clashes: [...(asked ? [{ id, mine: term, theirs: theirsToo }] : []), ...ofRows] };
}

/** The merged terms with one clash settled; of a term that both have, only what the two said differently is replaced. */
export function settle(terms: readonly Term[], clash: Clash, chosen: Term | undefined): Term[] {
  const { id } = clash;
  if (!chosen) return terms.filter((term) => term.id !== id);
  return terms.some((term) => term.id === id)
    ? terms.map((term) => (term.id === id ? settledTerm(term, clash, chosen) : term))
    : [...terms, chosen];
}

function settledTerm(term: Term, clash: Clash, chosen: Term): Term {
  const { row, mine, theirs } = clash;
  if (isWhole(clash) || !mine || !theirs || term.kind !== chosen.kind) return chosen;
  const taken = partsOf(chosen);
  const table = row && tableAt(chosen.kind, row.path);
  if (!row || !table) {
    return withParts(
      term,
      Object.fromEntries(differing(partsOf(mine), partsOf(theirs)).map((path) => [path, taken[path]])),
    );
  }
  const rows = withRow(table, partsOf(term)[row.path], row.key, rowAt(table, taken[row.path], row.key));
  return withParts(term, { [row.path]: rows });
}
