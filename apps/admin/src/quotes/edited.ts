import type { Revision } from './quote.ts';

/** What is typed in a round and not saved. */
export interface Unsaved {
  /** The round by its id. */
  of: string;
  /** Whether anything is. */
  any: boolean;
  /** Whether what is offered is, whose promises are known. */
  lines: boolean;
}

type Round = Pick<Revision, 'id' | 'status'>;

/**
 * The round whose editor is open: the draft that may be written; where there is none any more, the one that somebody
 * else sent, or whose quote they had answered, while something was typed in it. What is typed there stays in sight until
 * it is taken into the next draft or thrown away.
 */
export function editedOf<R extends Round>(rounds: readonly R[], mayWrite: boolean, unsaved?: Unsaved): R | undefined {
  const draft = rounds.find((each) => each.status === 'DRAFT');
  if (draft && mayWrite) return draft;
  return unsaved?.any ? rounds.find((each) => each.id === unsaved.of) : undefined;
}
