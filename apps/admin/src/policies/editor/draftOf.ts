import { EVERYTHING } from '@perennial/domain/policies/applicability';
import type { Term } from '@perennial/domain/policies/terms';
import type { Draft } from './draft.ts';

/** Words of a draft in which nothing is worded. For tests. */
export const NO_WORDS = { intro: '', phrases: {} };
/** Settings of a draft in which nothing is chosen. For tests. */
export const NO_SETTINGS = { calendarId: null, pointIds: [] };

/** A draft that began from `base` and in which `mine` is written, all else as it was. For tests. */
export const draftOf = (base: readonly Term[], mine: readonly Term[] = base): Draft => ({
  seen: 1,
  base,
  entries: mine.map((term, at) => ({ key: at + 1, term, begun: [] })),
  clashes: [],
  baseSettings: NO_SETTINGS,
  settings: NO_SETTINGS,
  rivalCalendar: undefined,
  baseWords: NO_WORDS,
  words: NO_WORDS,
  rivals: [],
});

/** A term under which goods may be brought back within so many days. For tests. */
export const returnsTerm = (id: string, days: number | null, regions: readonly string[] = []): Term => ({
  id,
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE', reviewFrom: 101 },
  appliesTo: { ...EVERYTHING, regions },
});
