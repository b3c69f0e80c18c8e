import type { HistoryEntry } from '@perennial/domain/charter/charter';
import { hoursTold } from '@perennial/domain/charter/hours';
import type { CharterWords } from '@perennial/domain/charter/words';
import { pointNameIn } from '@perennial/domain/points/point';
import { besideChanges } from '@perennial/domain/policies/besides';
import { changeSentences, type TermChange } from '@perennial/domain/policies/changes';
import { sayIn } from '@perennial/domain/policies/sentences/language';
import { kindOf } from '@perennial/domain/policies/terms';
import { html, type HtmlValue, type SafeHtml } from '@perennial/kernel/server/html';
import type { PublicVersion } from '../policies/index.ts';
import { inLanguage, type NamedPolicy } from './charter-service.ts';
import { termLine, type Telling } from './sections.ts';

type Entry = HistoryEntry<PublicVersion>;

/** What a version changed, as far as who reads the page's language can read it: its terms, and what stands beside them. */
export function changesOf(entry: Entry, shown: NamedPolicy, telling: Telling): HtmlValue {
  const { changes, former, version } = entry;
  const { words } = telling;
  if (former) {
    const lines = [
      ...changes.map((change) => changeLine(change, { former, version }, telling)),
      ...besideLines(former, version, shown, telling),
    ];
    if (lines.length === 0) return html`<p>${words.sameTerms(String(former.number))}</p>`;
    return html`<ul>
      ${lines}
    </ul>`;
  }
  // what is in force stands above already
  if (version.id === shown.charter.inForce?.id) return html`<p>${words.firstVersion}</p>`;
  return html`<p>${words.firstVersion}</p>
    <ul>
      ${version.terms.map((term) => termLine(term, version, telling))}
    </ul>`;
}

/** Service points, working hours, other words for the same and the introduction. */
function besideLines(
  former: PublicVersion,
  version: PublicVersion,
  { policy, named }: NamedPolicy,
  telling: Telling,
): SafeHtml[] {
  const { words, language } = telling;
  const { pointsAdded, pointsGone, hours, wordings } = besideChanges(former, version, [language]);
  const points = (ids: readonly string[]) =>
    sayIn(language).list(
      [...named.points].filter(([id]) => ids.includes(id)).map(([, point]) => pointNameIn(point, language)),
    );
  const calendar = (id: string | null) => {
    const known = id === null ? undefined : named.calendars.get(id);
    return known ? hoursTold(known, language) : words.nothing;
  };
  const counted = [former, version].some(({ terms }) =>
    terms.some(({ kind, params }) => kindOf(kind).needsCalendar(params)),
  );
  const [was, is] = [former, version].map((each) => inLanguage(policy, language, each).description);
  const replaced = (title: string, before: string, after: string) =>
    html`<li>
      ${titled(title)}${beforeAndAfter(html`<del>${before}</del>`, html`<ins>${after}</ins>`, version, telling)}
    </li>`;
  return [
    ...(pointsAdded.length > 0 ? [html`<li>${titled(words.pointsAdded)}${points(pointsAdded)}</li>`] : []),
    ...(pointsGone.length > 0 ? [html`<li>${titled(words.pointsGone)}<del>${points(pointsGone)}</del></li>`] : []),
    // hours that no term counts by promise nothing
    ...(hours && counted ? [replaced(words.countedBy, calendar(hours.before), calendar(hours.after))] : []),
    ...wordings.map(({ before, after }) => replaced(words.worded, before, after)),
    ...(was === is ? [] : [replaced(words.intro, was || words.nothing, is || words.nothing)]),
  ];
}

const titled = (title: string): SafeHtml => html`<strong>${title}</strong><br />`;

const beforeAndAfter = (
  was: HtmlValue,
  is: HtmlValue,
  { effectiveFrom }: PublicVersion,
  { words, asOf }: Telling,
): SafeHtml =>
  html`${words.pair(words.before, '')}${was}<br />
    ${words.pair(effectiveFrom > asOf ? words.fromThen : words.after, '')}${is}`;

function changeLine(
  change: TermChange,
  { former, version }: Pick<Entry, 'former' | 'version'>,
  telling: Telling,
): SafeHtml {
  const { words, language, currency } = telling;
  const { kind, before, after, staying } = change;
  const phrases = { before: former?.phrases, after: version.phrases };
  const said = changeSentences(change, currency, language, phrases);
  // scope first in the sentences; in a diff what is promised comes first
  const told = (sentences: readonly string[]) => sentences.toReversed().join(words.gap);
  const title = titled(words.pair(titleOf(change, words), kindOf(kind).label[language]));
  if (change.change === 'ADDED') return html`<li>${title}${said.after.map(told).join(words.gap)}</li>`;
  const was = said.before.map((each, at) => (staying.has(before[at]!) ? told(each) : html`<del>${told(each)}</del>`));
  if (change.change === 'REMOVED') return html`<li>${title}${parted(was, words)}</li>`;
  const is = said.after.map((each, at) => (staying.has(after[at]!) ? told(each) : html`<ins>${told(each)}</ins>`));
  return html`<li>${title}${beforeAndAfter(parted(was, words), parted(is, words), version, telling)}</li>`;
}

/** What was a burden was never promised, and is no loss. */
function titleOf({ change, kind }: TermChange, words: CharterWords): string {
  if (change === 'REMOVED') return kindOf(kind).burden ? words.lifted : words.removed;
  return { ADDED: words.added, CHANGED: words.changed, SAME: '' }[change];
}

const parted = (texts: readonly HtmlValue[], { gap }: CharterWords): HtmlValue[] =>
  texts.map((text, at) => (at === 0 ? text : html`${gap}${text}`));
