/**
 * The shares of parts in their whole, 0–1, as exact as they are: whoever shows them rounds each alike, so that as many
 * lines are the same percentage wherever they stand. What is shown may come to a little more or less than the whole.
 */
export const shares = (parts: readonly number[], whole: number): number[] =>
  parts.map((part) => part / Math.max(1, whole));
