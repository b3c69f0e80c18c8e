import type { Term } from '@perennial/domain/policies/terms';

/** What differs between two versions, term by term (C1). */
export interface TermChange {
  id: string;
  was: Term | undefined;
  now: Term | undefined;
}

/** Terms keep their short name from version to version: a term is new, gone, or says something else than before. */
export function compareTerms(before: readonly Term[], after: readonly Term[]): TermChange[] {
  const changes: TermChange[] = [];
  for (const now of after) {
    const was = before.find((each) => each.id === now.id);
    if (!was || JSON.stringify(was) !== JSON.stringify(now)) changes.push({ id: now.id, was, now });
  }
  for (const was of before) {
    if (!after.some((each) => each.id === was.id)) changes.push({ id: was.id, was, now: undefined });
  }
  return changes;
}
