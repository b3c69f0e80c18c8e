import { sayDay } from '@perennial/domain/shared/dates';
import type { Language } from '@perennial/domain/shared/language';
import { addDays } from '@perennial/domain/shared/period';
import { html, type HtmlValue } from '@perennial/kernel/server/html';
import type { PublicVersion } from '../policies/index.ts';
import type { NamedPolicy, ShownPolicy } from './charter-service.ts';
import { periodOf, type Telling } from './sections.ts';
import { changesOf } from './version-changes.ts';

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
export function upcomingSection(shown: NamedPolicy, telling: Telling): HtmlValue {
  return shown.charter.upcoming.map((entry) => {
    const then = afterwards(entry.version, shown, telling);
    return html`<h2 id="version-${entry.version.number}">${whenComing(entry.version, telling)}</h2>
      ${then && html`<p class="quiet">${then}</p>`} ${changesOf(entry, shown, telling)}`;
  });
}

/** Every version that was in force, what it changed, sentence by sentence (C1). */
export function historySection(shown: NamedPolicy, telling: Telling): HtmlValue {
  const { charter } = shown;
  if (charter.history.length === 0) return null;
  const { words } = telling;
  return html`<h2>${words.history}</h2>
    ${charter.history.map(
      (entry) =>
        html`<h3>${words.version(String(entry.version.number))}</h3>
          <p class="quiet">${periodOf(entry.version, telling)}</p>
          ${changesOf(entry, shown, telling)}`,
    )}`;
}
