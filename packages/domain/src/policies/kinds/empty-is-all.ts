import type { Worsening } from './kind.ts';

/**
 * For a list whose every word adds something, but which means "everything" when it is empty: naming the first word
 * takes all others away, and naming none again takes nothing.
 */
export const emptyIsAll =
  <Field extends string>(field: Field) =>
  (
    before: Readonly<Record<Field, readonly string[]>>,
    after: Readonly<Record<Field, readonly string[]>>,
    derived: readonly Worsening[],
  ): readonly Worsening[] => {
    const others = derived.filter((each) => each.field !== field);
    const lost = before[field].some((word) => !after[field].includes(word));
    const narrower = after[field].length > 0 && (before[field].length === 0 || lost);
    return narrower ? [...others, { field, before: before[field], after: after[field] }] : others;
  };
