import type { ReactNode } from 'react';
import type { WordKey } from '../i18n/useWords.ts';

/** One column of a list: how it looks in the table and on a card, and what it says in an export. */
export interface Column<Row> {
  key: string;
  label: WordKey;
  /** Field to sort by; without it the column does not sort. */
  sort?: string;
  numeric?: boolean;
  /** Left out between phone and full width, where room is short. */
  wideOnly?: boolean;
  /** Left out on a phone's card, to keep it short. `wideOnly` columns are left out there as well, but for those `onCard`. */
  notOnCard?: boolean;
  /** On a phone's card although it is `wideOnly`: a card without it would not say what it is about. */
  onCard?: boolean;
  /** The words of one of its choices, for what the list is narrowed to. */
  choice?: (value: string) => string;
  render: (row: Row) => ReactNode;
  csv: (row: Row) => string | number | null | undefined;
  /** For amounts: in which currency. An export says it in a field of its own, after the amount. */
  currency?: (row: Row) => string;
}

/** Whether a column is told on a phone's card. */
export const standsOnCard = (column: Pick<Column<never>, 'wideOnly' | 'notOnCard' | 'onCard'>): boolean =>
  column.onCard === true || (!column.wideOnly && !column.notOnCard);

/** Something a list can be narrowed by; `key` as the data provider reads it (`region`, `value_gte`). */
export interface FilterField {
  key: string;
  label: WordKey;
  /** Choices with their words; without them it is a text field. */
  choices?: readonly { value: string; label: string }[];
}

/** A ready-made view of a list. */
export interface View {
  key: string;
  label: WordKey;
  filter: Record<string, unknown>;
  sort?: { field: string; order: 'ASC' | 'DESC' };
}

/** What can be done with several rows at once. */
export interface Bulk<Row> {
  /** Whether a row can be picked for it. */
  mayPick: (row: Row) => boolean;
  /** The buttons for the rows with these ids; `done` unpicks them. */
  actions: (ids: readonly string[], done: () => void) => ReactNode;
}
