import type { Charter, HistoryEntry } from '@perennial/domain/charter/charter';
import type { CharterWords } from '@perennial/domain/charter/words';
import { changeSentences, type TermChange } from '@perennial/domain/policies/changes';
import { kindOf } from '@perennial/domain/policies/terms';
import { sayDay } from '@perennial/domain/shared/dates';
import type { Language } from '@perennial/domain/shared/language';
import { addDays } from '@perennial/domain/shared/period';
import { html, type HtmlValue, type SafeHtml } from '@perennial/kernel/server/html';
import type { PublicVersion } from '../policies/index.ts';
import type { ShownPolicy } from './charter-service.ts';
import { periodOf, termLine, type Telling } from './sections.ts';

/** From when a version counts, and until when where that is known: nobody is to count on it for longer. */
function whenComing({ effectiveFrom, effectiveTo, number }: PublicVersion, { words, language }: Telling): string {
  const last = effectiveTo === null ? null : lastDay(effectiveTo, language);
  return words.upcoming(sayDay(effectiveFrom, language), String(number), last);
}

const lastDay = (end: string, language: Language): string => sayDay(addDays(end, -1), language);

/** What counts once a version has ended; nothing to say where another follows at once, or nothing ends it. */
export function afterwards(
  { effectiveTo }: PublicVersion,
  { policy, charter }: ShownPolicy,
  { words, language }: Telling,
): string {
  if (effectiveTo === null) return '';
  const next = charter.upcoming.find(({ version }) => version.effectiveFrom >= effectiveTo)?.version.effectiveFrom;
  if (next === effectiveTo) return '';
  const say = policy.baseId === null ? words.thenNothing : words.thenEverywhere;
  return say(sayDay(effectiveTo, language), next === undefined ? null : lastDay(next, language));
}

/** Beside what is in force: who reads until when it holds is told what comes then. */
export function announcement(shown: ShownPolicy, telling: Telling, link = ''): HtmlValue {
  const { stop, gap } = telling.words;
  return shown.charter.upcoming.map(
    ({ version }) =>
      html`<p class="note">
        <a href="${link}#version-${version.number}">${whenComing(version, telling)}</a>${stop}${gap}${afterwards(
          version,
          shown,
          telling,
        )}
      </p>`,
  );
}

/** Versions that are published and not yet in force, with what they change. */
export function upcomingSection(shown: ShownPolicy, telling: Telling): HtmlValue {
  return shown.charter.upcoming.map((entry) => {
    const then = afterwards(entry.version, shown, telling);
    return html`<h2 id="version-${entry.version.number}">${whenComing(entry.version, telling)}</h2>
      ${then && html`<p class="quiet">${then}</p>`} ${changesOf(entry, shown.charter.inForce, telling)}`;
  });
}

/** Every version that was in force, what it changed, sentence by sentence (C1). */
export function historySection(charter: Charter<PublicVersion>, telling: Telling): HtmlValue {
  if (charter.history.length === 0) return null;
  const { words } = telling;
  return html`<h2>${words.history}</h2>
    ${charter.history.map(
      (entry) =>
        html`<h3>${words.version(String(entry.version.number))}</h3>
          <p class="quiet">${periodOf(entry.version, telling)}</p>
          ${changesOf(entry, charter.inForce, telling)}`,
    )}`;
}

function changesOf(
  { changes, former, version }: HistoryEntry<PublicVersion>,
  inForce: PublicVersion | null,
  telling: Telling,
): HtmlValue {
  const { words } = telling;
  if (changes.length > 0) {
    return html`<ul>
      ${changes.map((change) => changeLine(change, { former, version }, telling))}
    </ul>`;
  }
  if (former) return html`<p>${words.sameTerms(String(former.number))}</p>`;
  // what is in force stands above already
  if (version.id === inForce?.id) return html`<p>${words.firstVersion}</p>`;
  return html`<p>${words.firstVersion}</p>
    <ul>
      ${version.terms.map((term) => termLine(term, version, telling))}
    </ul>`;
}

function changeLine(
  change: TermChange,
  { former, version }: Pick<HistoryEntry<PublicVersion>, 'former' | 'version'>,
  { words, language, currency, asOf }: Telling,
): SafeHtml {
  const { kind, before, after, staying } = change;
  const phrases = { before: former?.phrases, after: version.phrases };
  const said = changeSentences(change, currency, language, phrases);
  // scope first in the sentences; in a diff what is promised comes first
  const told = (sentences: readonly string[]) => sentences.toReversed().join(words.gap);
  const title = html`<strong>${words.pair(titleOf(change, words), kindOf(kind).label[language])}</strong><br />`;
  if (change.change === 'ADDED') return html`<li>${title}${said.after.map(told).join(words.gap)}</li>`;
  const was = said.before.map((each, at) => (staying.has(before[at]!) ? told(each) : html`<del>${told(each)}</del>`));
  if (change.change === 'REMOVED') return html`<li>${title}${parted(was, words)}</li>`;
  const is = said.after.map((each, at) => (staying.has(after[at]!) ? told(each) : html`<ins>${told(each)}</ins>`));
  return html`<li>
    ${title} ${words.pair(words.before, '')}${parted(was, words)}<br />
    ${words.pair(version.effectiveFrom > asOf ? words.fromThen : words.after, '')}${parted(is, words)}
  </li>`;
}

/** What was a burden was never promised, and is no loss. */
function titleOf({ change, kind }: TermChange, words: CharterWords): string {
  if (change === 'REMOVED') return kindOf(kind).burden ? words.lifted : words.removed;
  return { ADDED: words.added, CHANGED: words.changed, SAME: '' }[change];
}

const parted = (texts: readonly HtmlValue[], { gap }: CharterWords): HtmlValue[] =>
  texts.map((text, at) => (at === 0 ? text : html`${gap}${text}`));
