/** A value that can be chosen, and what it is called in the reader's language. */
export interface Known {
  value: string;
  label: string;
}

/** What can be chosen as far as it has been read. */
export interface WhatIsKnown {
  known: readonly Known[];
  /** All of it has been read: what is not among it does not exist yet. */
  settled: boolean;
}

export interface ReadWords {
  /** Each once, in the order in which they were said. */
  values: string[];
  /** What a closed list does not hold. */
  refused: string[];
}

const COMMAS = /[,，、\n]/;

/** Whether the text holds several words, or one that is done. */
export const holdsComma = (text: string): boolean => COMMAS.test(text);

export const wordsOf = (text: string): string[] =>
  text
    .split(COMMAS)
    .map((each) => each.trim())
    .filter((each) => each !== '');

const plain = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

/** The value that somebody means by its code or by what it is called; capitals and the width of letters do not matter. */
export function valueMeant(word: string, known: readonly Known[]): string | undefined {
  const said = plain(word);
  return (
    known.find(({ value }) => value === word) ??
    known.find(({ value }) => plain(value) === said) ??
    known.find(({ label }) => plain(label) === said)
  )?.value;
}

/**
 * What was typed or chosen, as values: a word that means a known value becomes it. Of the others an open list takes each
 * as it was typed, a closed one refuses it.
 *
 * @param kept what stands there already and stays as it is.
 */
export function readWords(
  words: readonly string[],
  known: readonly Known[],
  closed: boolean,
  kept: readonly string[] = [],
): ReadWords {
  const refused: string[] = [];
  const values = words.flatMap((word) => {
    if (kept.includes(word)) return [word];
    const value = valueMeant(word, known);
    if (value !== undefined) return [value];
    if (!closed) return [word.trim()];
    refused.push(word.trim());
    return [];
  });
  return { values: [...new Set(values.filter((each) => each !== ''))], refused };
}

/** Those that nothing carries yet; none while it is not known what there is. */
export const unknownOf = (values: readonly string[], { known, settled }: WhatIsKnown): string[] =>
  settled ? values.filter((each) => !known.some(({ value }) => value === each)) : [];
