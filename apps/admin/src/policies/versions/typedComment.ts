import { useEffect, useState } from 'react';
import { keepUnsent, unsentOn, type TypedComment } from '../editor/unsaved.ts';
import type { Version } from '../version.ts';

/** The comment that is being typed on a version: looking at another version and coming back loses nothing. */
export function useTypedComment(
  policyId: string,
  { id, number }: Pick<Version, 'id' | 'number'>,
): [TypedComment, (part: Partial<TypedComment>) => void] {
  const [comment, setComment] = useState(() => unsentOn(id));
  useEffect(() => keepUnsent(policyId, { id, number }, comment), [policyId, id, number, comment]);
  return [comment, (part) => setComment((now) => ({ ...now, ...part }))];
}
