import type { Language } from '../shared/language.ts';
import { termKinds } from './kinds/all.ts';
import type { TermKind } from './kinds/kind.ts';
import type { Phrases } from './phrases.ts';
import { rewordings, sameTexts, type Rewording } from './rewordings.ts';
import type { Term } from './terms.ts';
import { typedTexts } from './typed-texts.ts';

/** A version with what it promises besides its terms. */
export interface WithBesides {
  terms: readonly Term[];
  phrases: Phrases;
  /** Service points that it lists. */
  pointIds: readonly string[];
  /** Hours that its clocks run by. */
  calendarId: string | null;
}

/** In what a version differs from an earlier one where no term differs (C1, C9). */
export interface BesideChanges {
  pointsAdded: readonly string[];
  /** No longer listed: nobody is promised any more to be served there (S11). */
  pointsGone: readonly string[];
  hours: { before: string | null; after: string | null } | null;
  /** Texts of its terms that stay and are said otherwise. */
  wordings: readonly Rewording[];
}

/** @param languages in which wordings are compared. */
export function besideChanges(
  before: WithBesides,
  after: WithBesides,
  languages: readonly Language[],
  kinds: readonly TermKind[] = termKinds,
): BesideChanges {
  const kept = sameTexts(typedTexts(before.terms, kinds), typedTexts(after.terms, kinds));
  const sameHours = before.calendarId === after.calendarId;
  return {
    pointsAdded: after.pointIds.filter((id) => !before.pointIds.includes(id)),
    pointsGone: before.pointIds.filter((id) => !after.pointIds.includes(id)),
    hours: sameHours ? null : { before: before.calendarId, after: after.calendarId },
    wordings: rewordings(kept, before.phrases, after.phrases, languages),
  };
}

/** Whether all of it stays. */
export const noneBeside = ({ pointsAdded, pointsGone, hours, wordings }: BesideChanges): boolean =>
  pointsAdded.length + pointsGone.length + wordings.length === 0 && hours === null;
