/** Tenths of a percent in the whole: as fine as shares are shown. */
const WHOLE = 1_000;

/**
 * The shares of parts in their whole, 0–1, rounded to tenths of a percent so that what is shown adds up: where rounding
 * would leave some of the whole over, those get it that lose the most by it. Parts that do not add up to the whole are
 * shown as they are.
 */
export function shares(parts: readonly number[], whole: number): number[] {
  const exact = parts.map((part) => (part / Math.max(1, whole)) * WHOLE);
  const rounded = exact.map(Math.floor);
  if (whole > 0 && sum(parts) === whole) {
    const order = exact.map((_, index) => index).sort((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || a - b);
    for (const index of order.slice(0, WHOLE - sum(rounded))) rounded[index]! += 1;
    return rounded.map((part) => part / WHOLE);
  }
  return exact.map((part) => part / WHOLE);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
