import type { Revision } from './quote.ts';

type Round = Pick<Revision, 'id' | 'status'>;

/** What is typed in a round and not saved. */
export interface Unsaved<R extends Round = Revision> {
  /** The round as it was read last: somebody else may throw it away. */
  of: R;
  /** Whether anything is. */
  any: boolean;
  /** Whether what is offered is, whose promises are known. */
  lines: boolean;
}

/**
 * The round whose editor is open: the draft that may be written; where there is none any more, the one that somebody
 * else sent or threw away, or whose quote they had answered, while something was typed in it. What is typed there stays
 * in sight until it is taken into the next draft or thrown away.
 */
export function editedOf<R extends Round>(
  rounds: readonly R[],
  mayWrite: boolean,
  unsaved?: Unsaved<R>,
): R | undefined {
  const draft = rounds.find((each) => each.status === 'DRAFT');
  if (draft && mayWrite) return draft;
  return unsaved?.any ? (rounds.find(({ id }) => id === unsaved.of.id) ?? unsaved.of) : undefined;
}
