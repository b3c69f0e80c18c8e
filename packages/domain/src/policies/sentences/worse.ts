import { LANGUAGES_CALLED, type InEvery, type Language } from '../../shared/language.ts';
import type { FormField } from '../kinds/form.ts';
import type { TermKind, Worsening } from '../kinds/kind.ts';
import { wordingOf, type Phrases } from '../phrases.ts';
import { canonical } from '../snapshot.ts';
import { sayIn } from './language.ts';
import { keysSaid, rowSaid, valueSaid } from './values.ts';

interface Words {
  changed: (what: string, before: string, after: string) => string;
  inRow: (what: string, row: string) => string;
  came: (what: string, value: string) => string;
  went: (what: string, value: string) => string;
  noLonger: (statement: string) => string;
  newly: (statement: string) => string;
  hours: string;
  /** `language`: in which it reads otherwise; one that was written down before languages were says none. */
  wording: (language: string | undefined) => string;
}

/** How what people typed is worded in each of two versions. */
export interface PhrasesOfBoth {
  before: Phrases;
  after: Phrases;
}

const AS_TYPED: PhrasesOfBoth = { before: {}, after: {} };

/** Chinese leaves room between characters and figures or Latin letters, and none between characters. */
const apart = (text: string): string => (/^\p{Script=Han}/u.test(text) ? text : ` ${text}`);

const WORDS: InEvery<Words> = {
  en: {
    changed: (what, before, after) => `${what}: until now ${before}, from now on ${after}.`,
    inRow: (what, row) => `${what} (${row})`,
    came: (what, value) => `${what}, new: ${value}.`,
    went: (what, value) => `${what}, no longer: ${value}.`,
    noLonger: (statement) => `No longer so: “${statement}”.`,
    newly: (statement) => `From now on: “${statement}”.`,
    hours: 'Working hours',
    wording: (language) => (language ? `Wording in ${language}` : 'Wording'),
  },
  'zh-Hant': {
    changed: (what, before, after) => `${what}：原為${apart(before)}，今後為${apart(after)}。`,
    inRow: (what, row) => `${what}（${row}）`,
    came: (what, value) => `${what}，新增：${value}。`,
    went: (what, value) => `${what}，不再有：${value}。`,
    noLonger: (statement) => `不再如此：「${statement}」。`,
    newly: (statement) => `今後：「${statement}」。`,
    hours: '工作時間',
    wording: (language) => (language ? `${language}的說法` : '說法'),
  },
  'zh-Hans': {
    changed: (what, before, after) => `${what}：原为${apart(before)}，今后为${apart(after)}。`,
    inRow: (what, row) => `${what}（${row}）`,
    came: (what, value) => `${what}，新增：${value}。`,
    went: (what, value) => `${what}，不再有：${value}。`,
    noLonger: (statement) => `不再如此：“${statement}”。`,
    newly: (statement) => `今后：“${statement}”。`,
    hours: '工作时间',
    wording: (language) => (language ? `${language}的说法` : '说法'),
  },
};

/**
 * In what less is promised (S11), as sentences somebody in a shop would say. Rows of a table of which the same is to be
 * said are told in one.
 *
 * @param kind undefined: its package is gone; names and values are said as they were stored.
 * @param phrases left out: what people typed stays as it was typed.
 */
export function worseningSentences(
  kind: TermKind | undefined,
  worsenings: readonly Worsening[],
  currency: string,
  language: Language,
  phrases: PhrasesOfBoth = AS_TYPED,
): string[] {
  const groups = new Map<string, Worsening[]>();
  for (const each of worsenings) {
    const { field, cell, before, after } = each;
    // a row that came or went is told whole, and by itself
    const key = canonical(cell === undefined ? each : { field, cell, before, after });
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) =>
    sentences(kind?.params[group[0]!.field], group, currency, language, phrases),
  );
}

function sentences(
  field: FormField | undefined,
  group: readonly Worsening[],
  currency: string,
  language: Language,
  phrases: PhrasesOfBoth,
): string[] {
  const words = WORDS[language];
  const [{ field: name, cell, language: worded, before, after }] = group as [Worsening];
  const either = { ...phrases.before, ...phrases.after };
  if (field?.type === 'rows') {
    const what = field.label[language];
    if (cell === undefined) {
      return [
        ...(before === null ? [] : [words.went(what, rowSaid(field, before, currency, language, phrases.before))]),
        ...(after === null ? [] : [words.came(what, rowSaid(field, after, currency, language, phrases.after))]),
      ];
    }
    const named = group.every((each) => each.named)
      ? sayIn(language).list(group.map((each) => wordingOf(each.named!, language, either)))
      : keysSaid(
          field,
          group.map(({ row }) => row ?? ''),
          currency,
          language,
        );
    const declared = field.cells[cell];
    const label = declared?.label[language] ?? cell;
    const said = (value: unknown, by: Phrases) => valueSaid(declared, value, currency, language, by);
    return [changed(words, words.inRow(label, named), before, after, said, phrases)];
  }
  const called = worded && LANGUAGES_CALLED[language][worded];
  const beside = name === 'calendar' ? words.hours : name === 'wording' ? words.wording(called) : name;
  const what = field?.label[language] ?? beside;
  const said = (value: unknown, by: Phrases) => valueSaid(field, value, currency, language, by);
  if (isList(before) && isList(after) && before.length > 0 && after.length > 0) {
    const [lost, gained] = [except(before, after), except(after, before)];
    return [
      ...(lost.length > 0 && field?.better !== 'less' ? [words.went(what, said(lost, phrases.before))] : []),
      ...(gained.length > 0 && field?.better !== 'more' ? [words.came(what, said(gained, phrases.after))] : []),
    ];
  }
  return [changed(words, what, before, after, said, phrases)];
}

/** A yes or no is named by a statement, which holds or does not. */
function changed(
  words: Words,
  what: string,
  before: unknown,
  after: unknown,
  said: (value: unknown, by: Phrases) => string,
  phrases: PhrasesOfBoth,
): string {
  if (typeof before === 'boolean' && typeof after === 'boolean') return (after ? words.newly : words.noLonger)(what);
  return words.changed(what, said(before, phrases.before), said(after, phrases.after));
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const except = (a: readonly unknown[], b: readonly unknown[]) => a.filter((each) => !b.includes(each));
