import type { PolicyFile } from '../version.ts';
import type { Draft } from './draft.ts';

/** What was written in a draft and not saved. */
interface Unsaved {
  policyId: string;
  /** Of the version. */
  number: number;
  draft: Draft;
}

/** A draft that is one no more, and in which something was written that was not saved. */
export interface LeftBehind {
  versionId: string;
  number: number;
  /** Published by somebody else, or thrown away by them. */
  how: 'PUBLISHED' | 'DISCARDED';
}

/** No stored version has it: whatever is stored is then looked at as somebody else's. */
const NEVER_SEEN = 0;

/** By version: looking at another version and coming back loses nothing. */
const unsaved = new Map<string, Unsaved>();

export const unsavedIn = (versionId: string): Draft | undefined => unsaved.get(versionId)?.draft;
export const forgetUnsaved = (versionId: string): void => void unsaved.delete(versionId);
export const keepUnsaved = (policyId: string, version: { id: string; number: number }, draft: Draft): void =>
  void unsaved.set(version.id, { policyId, number: version.number, draft });

type Versions = Pick<PolicyFile['versions']['nodes'][number], 'id' | 'status'>;

/** What was written in drafts of a policy that somebody else published or threw away meanwhile, the latest first. */
export function leftBehindIn(policy: { id: string; versions: { nodes: readonly Versions[] } }): LeftBehind | undefined {
  const { nodes: versions } = policy.versions;
  const isDraft = (id: string) => versions.some((each) => each.id === id && each.status === 'DRAFT');
  const [last] = [...unsaved]
    .filter(([id, { policyId }]) => policyId === policy.id && !isDraft(id))
    .sort(([, a], [, b]) => b.number - a.number);
  if (!last) return undefined;
  const [versionId, { number }] = last;
  return { versionId, number, how: versions.some(({ id }) => id === versionId) ? 'PUBLISHED' : 'DISCARDED' };
}

/**
 * Takes what was written in one draft into another, where it is merged with what that says (see `merge.ts`).
 *
 * @returns whether it was: not into one in which something else waits to be saved.
 */
export function carryOver(from: string, to: { id: string; number: number }): boolean {
  const written = unsaved.get(from);
  if (!written || unsaved.has(to.id)) return false;
  unsaved.delete(from);
  keepUnsaved(written.policyId, to, { ...written.draft, seen: NEVER_SEEN });
  return true;
}
