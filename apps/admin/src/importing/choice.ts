import { mappingMistakes, type ImportMapping } from '@perennial/domain/importing/mapping';

/** What is chosen on the page, which may be half done, and what the server was last asked to read the file by. */
export interface Choice {
  /** Undefined until somebody changes the guess. */
  now: ImportMapping | undefined;
  /** The last choice that works; null: the server's own guess. */
  asked: ImportMapping | null;
}

export const UNTOUCHED: Choice = { now: undefined, asked: null };

/** Whether lines can be read by it. What is still to be chosen does not stand in the way of looking at them. */
const readable = (mapping: ImportMapping): boolean => mappingMistakes(mapping).length === 0;

/** The choice after a change. What cannot work is kept on the page, and never asked for. */
export function choose(choice: Choice, next: ImportMapping): Choice {
  return { now: next, asked: readable(next) ? next : choice.asked };
}

/**
 * The columns to show: those chosen, with the names that the server found when they are parted otherwise than before, and
 * with the order of day and month that it found where none was chosen; before any choice the guess.
 *
 * @param answered the mapping of the server's answer to `choice.asked`; undefined while there is none.
 */
export function chosen(choice: Choice, answered: ImportMapping | undefined): ImportMapping | undefined {
  const { now, asked } = choice;
  const renamed = answered !== undefined && answered.header.join('\n') !== now?.header.join('\n');
  const ordered = answered !== undefined && answered.dateOrder !== null && now?.dateOrder === null;
  return now === undefined || (now === asked && (renamed || ordered)) ? answered : now;
}
