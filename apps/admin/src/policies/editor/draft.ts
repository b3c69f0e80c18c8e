import type { Term } from '@perennial/domain/policies/terms';
import type { Condition } from './conditions.ts';
import type { Clash } from './merge.ts';
import type { RivalCalendar, Settings } from './settings.ts';
import type { DraftWords, Rival } from './words.ts';

/** A term as it is written, with the conditions that somebody worked on. */
export interface Written {
  term: Term;
  begun: readonly Condition[];
}

/** A term with an identity of its own: its short name can be edited while it is worked on. */
export interface Entry extends Written {
  key: number;
}

/** What was sent to be saved. */
export interface Sent {
  /** In place of which stored version. */
  seen: number;
  terms: readonly Term[];
  words: DraftWords;
  settings: Settings;
}

export interface Draft {
  /** The stored version (`PolicyVersion.version`) this began from. */
  seen: number;
  base: readonly Term[];
  entries: readonly Entry[];
  clashes: readonly Clash[];
  baseSettings: Settings;
  settings: Settings;
  rivalCalendar: RivalCalendar | undefined;
  baseWords: DraftWords;
  words: DraftWords;
  rivals: readonly Rival[];
}
