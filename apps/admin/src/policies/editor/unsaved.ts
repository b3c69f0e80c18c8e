import type { PolicyFile } from '../version.ts';
import type { Draft } from './draft.ts';

/** What somebody types about a draft; `about` is a term's short name, empty: the draft as a whole. */
export interface TypedComment {
  about: string;
  text: string;
}

export const NOTHING: TypedComment = { about: '', text: '' };

/** What was typed on a draft and not saved: in it, and about it. */
interface Unsaved {
  policyId: string;
  /** Of the version. */
  number: number;
  draft?: Draft | undefined;
  comment?: TypedComment | undefined;
}

/** A draft that is one no more, and on which something was typed that was not saved. */
export interface LeftBehind {
  versionId: string;
  number: number;
  /** Published by somebody else, or thrown away by them. */
  how: 'PUBLISHED' | 'DISCARDED';
  /** What was typed about it; empty: nothing. */
  comment: string;
}

type Of = { id: string; number: number };

/** No stored version has it: whatever is stored is then looked at as somebody else's. */
const NEVER_SEEN = 0;

/** By version: looking at another version and coming back loses nothing. */
const unsaved = new Map<string, Unsaved>();

function put(policyId: string, { id, number }: Of, what: Pick<Unsaved, 'draft' | 'comment'>): void {
  const { draft, comment } = { ...unsaved.get(id), ...what };
  if (draft || comment) unsaved.set(id, { policyId, number, draft, comment });
  else unsaved.delete(id);
}

export const unsavedIn = (versionId: string): Draft | undefined => unsaved.get(versionId)?.draft;
export const unsentOn = (versionId: string): TypedComment => unsaved.get(versionId)?.comment ?? NOTHING;

export const keepUnsaved = (policyId: string, version: Of, draft: Draft | undefined): void =>
  put(policyId, version, { draft });

/** Keeps a comment as it is typed; without a text there is nothing to keep. */
export const keepUnsent = (policyId: string, version: Of, comment: TypedComment): void =>
  put(policyId, version, { comment: comment.text.trim() === '' ? undefined : comment });

/** Lets go of all that was typed on a version. */
export const forgetUnsaved = (versionId: string): void => void unsaved.delete(versionId);

type Versions = Pick<PolicyFile['versions']['nodes'][number], 'id' | 'status'>;

/** What was typed on drafts of a policy that somebody else published or threw away meanwhile, the latest first. */
export function leftBehindIn(policy: { id: string; versions: { nodes: readonly Versions[] } }): LeftBehind | undefined {
  const { nodes: versions } = policy.versions;
  const isDraft = (id: string) => versions.some((each) => each.id === id && each.status === 'DRAFT');
  const [last] = [...unsaved]
    .filter(([id, { policyId }]) => policyId === policy.id && !isDraft(id))
    .sort(([, a], [, b]) => b.number - a.number);
  if (!last) return undefined;
  const [versionId, { number, comment }] = last;
  const how = versions.some(({ id }) => id === versionId) ? 'PUBLISHED' : 'DISCARDED';
  return { versionId, number, how, comment: comment?.text ?? '' };
}

/**
 * Takes what was typed on one draft along to another, where it is merged with what that says (see `merge.ts`); a comment
 * stands behind one that is typed there already.
 *
 * @returns whether it was: not into one in which something else waits to be saved.
 */
export function carryOver(from: string, to: Of): boolean {
  const typed = unsaved.get(from);
  if (!typed || (typed.draft && unsavedIn(to.id))) return false;
  unsaved.delete(from);
  const { policyId, draft, comment } = typed;
  if (draft) keepUnsaved(policyId, to, { ...draft, seen: NEVER_SEEN });
  if (comment) {
    const there = unsentOn(to.id);
    const text = [there.text, comment.text].filter((each) => each.trim() !== '').join('\n');
    keepUnsent(policyId, to, { about: there.about || comment.about, text });
  }
  return true;
}
