import type { Charter, HistoryEntry } from '@perennial/domain/charter/charter';
import { changeSentences, type TermChange } from '@perennial/domain/policies/compare';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { sayDay } from '@perennial/domain/shared/dates';
import { html, type HtmlValue, type SafeHtml } from '@perennial/kernel/server/html';
import type { PublicVersion } from '../policies/index.ts';
import { periodOf, termLine, type Telling } from './sections.ts';

const whenComing = ({ effectiveFrom, number }: PublicVersion, { words, language }: Telling): string =>
  words.upcoming(sayDay(effectiveFrom, language), String(number));

/** Beside what is in force: who reads until when it holds is told what comes then. */
export function announcement({ upcoming }: Charter<PublicVersion>, telling: Telling, link = ''): HtmlValue {
  return upcoming.map(
    ({ version }) =>
      html`<p class="note">
        <a href="${link}#version-${version.number}">${whenComing(version, telling)}</a>${telling.words.stop}
      </p>`,
  );
}

/** Versions that are published and not yet in force, with what they change. */
export function upcomingSection(charter: Charter<PublicVersion>, telling: Telling): HtmlValue {
  return charter.upcoming.map(
    (entry) =>
      html`<h2 id="version-${entry.version.number}">${whenComing(entry.version, telling)}</h2>
        ${changesOf(entry, charter.inForce, telling)}`,
  );
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
  { words, language, currency }: Telling,
): SafeHtml {
  const label = kindOf(change.kind).label[language];
  const phrases = { before: former?.phrases, after: version.phrases };
  const { before, after } = changeSentences(change, currency, language, phrases);
  const title = { ADDED: words.added, REMOVED: words.removed, CHANGED: words.changed, SAME: '' }[change.change];
  // scope first in the sentences; in a diff what is promised comes first
  const told = (sentences: readonly string[]) => sentences.toReversed().join(words.gap);
  const better = change.change === 'ADDED' ? betterBefore(change, former?.terms ?? []) : [];
  if (better.length > 0) {
    const was = better.flatMap((term) => told(termSentences(term, currency, language, former?.phrases)));
    return html`<li>
      <strong>${words.pair(words.changed, label)}</strong><br />
      ${words.pair(words.before, '')}${was.join(words.gap)}<br />
      ${words.pair(words.after, '')}<ins>${told(after)}</ins>
    </li>`;
  }
  if (change.change === 'ADDED') return html`<li><strong>${words.pair(title, label)}</strong><br />${told(after)}</li>`;
  if (change.change === 'REMOVED')
    return html`<li><strong>${words.pair(title, label)}</strong><br /><del>${told(before)}</del></li>`;
  return html`<li>
    <strong>${words.pair(title, label)}</strong><br />
    ${words.pair(words.before, '')}<del>${told(before)}</del><br />
    ${words.pair(words.after, '')}<ins>${told(after)}</ins>
  </li>`;
}

/** Terms that promised more to some of those of whom a new one speaks now: to them it is no news, but less. */
const betterBefore = ({ kind, cuts }: TermChange, before: readonly Term[]): Term[] =>
  before.filter((term) => term.kind === kind && cuts.some(({ termId }) => termId === term.id));
