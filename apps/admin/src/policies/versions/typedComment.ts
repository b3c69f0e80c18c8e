import { useEffect, useState } from 'react';

/** What somebody types about a draft; `about` is a term's short name, empty: the draft as a whole. */
export interface TypedComment {
  about: string;
  text: string;
}

export const NOTHING: TypedComment = { about: '', text: '' };

/** What was not sent yet, by version: looking at another version and coming back loses nothing. */
const unsent = new Map<string, TypedComment>();

export const unsentOn = (versionId: string): TypedComment => unsent.get(versionId) ?? NOTHING;

/** Keeps what is typed; without a text there is nothing to keep. */
export function keepUnsent(versionId: string, comment: TypedComment): void {
  if (comment.text.trim() === '') unsent.delete(versionId);
  else unsent.set(versionId, comment);
}

/** The comment that is being typed on a version. */
export function useTypedComment(versionId: string): [TypedComment, (part: Partial<TypedComment>) => void] {
  const [comment, setComment] = useState(() => unsentOn(versionId));
  useEffect(() => keepUnsent(versionId, comment), [versionId, comment]);
  return [comment, (part) => setComment((now) => ({ ...now, ...part }))];
}
