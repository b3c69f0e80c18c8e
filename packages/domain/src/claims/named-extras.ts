import type { Step } from '../policies/decision.ts';
import { inAnyWording, type Phrases } from '../policies/phrases.ts';

/** What comes with the goods (C20), by the sentences in which that was told with the decision about them. */
export const extrasTold = (trace: readonly Step[]): string[] =>
  trace.flatMap(({ params: { items } }) =>
    Array.isArray(items) ? items.filter((item): item is string => typeof item === 'string') : [],
  );

/**
 * The extra that is named by what a charge is called, the one or the other as it was typed or as it is worded in some
 * language; undefined: none. What comes with the goods at no charge is not to be paid under the code of something else
 * (S2, C20).
 */
export function extraNamed(
  called: readonly string[],
  extras: readonly string[],
  phrases: Phrases = {},
): string | undefined {
  const namesOf = (text: string) => inAnyWording(text, phrases).map(plain);
  const said = called.flatMap(namesOf);
  return extras.find((extra) => namesOf(extra).some((name) => name !== '' && said.some((each) => names(each, name))));
}

/** What nobody sees, such as a soft hyphen or a blank without width. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const BLANKS_AND_DASHES = /[\s\p{Z}\p{Pd}\u2043\u2212\u2800]+/gu;

/** Words as they are read: whatever their case and width, in whatever way they are parted, and nothing that is not seen. */
const plain = (words: string): string =>
  words.replace(UNSEEN, '').normalize('NFKC').toLowerCase().replace(UNSEEN, '').replace(BLANKS_AND_DASHES, ' ').trim();

/** A letter or digit of a script that parts its words: in the middle of one begins no name. */
const IN_WORD = String.raw`[[\p{L}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]]`;
const WORDED = new RegExp(IN_WORD, 'v');

/** Whether the text says the name, be it that its words are written together or are parted where the name's are not. */
function names(text: string, name: string): boolean {
  if (text.includes(name)) return true;
  const letters = [...name.replaceAll(' ', '')];
  if (!text.replaceAll(' ', '').includes(letters.join(''))) return false;
  const before = WORDED.test(letters[0]!) ? `(?<!${IN_WORD})` : '';
  const after = WORDED.test(letters.at(-1)!) ? `(?!${IN_WORD})` : '';
  const spelt = letters.map((letter) => String.raw`\u{${letter.codePointAt(0)!.toString(16)}}`).join(' ?');
  return new RegExp(before + spelt + after, 'v').test(text);
}
